import { Trans, useLingui } from '@lingui/react/macro';
import { newDefender } from '@shelter-city/contract/defenders';
import { genders } from '@shelter-city/contract/vocabulary';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useNavigate } from 'react-router';
import type { z } from 'zod';
import { showProblem } from '../api/show-problem.ts';
import type { PageRoute } from '../app/page-route.ts';
import { cityQueries } from '../cities/city-queries.ts';
import { Button, ButtonLink } from '../design/button.tsx';
import { Checkbox } from '../design/choices.tsx';
import { Actions } from '../design/dialog.tsx';
import { Form } from '../design/form.tsx';
import { Card, Page, PageHeader } from '../design/layout.tsx';
import { Select } from '../design/select.tsx';
import { TextArea, TextField } from '../design/text-field.tsx';
import { showToast } from '../design/toast.tsx';
import { defenderMutations, defenderQueries } from './defender-queries.ts';
import { genderWords } from './defender-words.ts';
import { DateFields, PersonFields } from './profile-fields.tsx';
import type { ProfileForm } from './profile-form.ts';
import { emptyProfile, resolverFor } from './profile-values.ts';
import { WishFields } from './wish-fields.tsx';

export const route: PageRoute = (client) => ({
  loader: async () => {
    await Promise.all([client.query({ ...defenderQueries.calls(), staleTime: 'static' }), client.query({ ...cityQueries.list(), staleTime: 'static' })]);
    return null;
  },
  Component: NewDefenderPage,
});

type Values = z.input<typeof newDefender>;
const sealedTexts = ['source', 'legalName', 'knownAs', 'pronoun', 'organisation', 'channelsAllowed', 'channelsNever', 'hours', 'goBetween', 'codeWord', 'trustedContactAtHome'];

function NewDefenderPage() {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const { data: calls } = useSuspenseQuery(defenderQueries.calls());
  const { data: cities } = useSuspenseQuery(cityQueries.list());
  const form = useForm<Values, unknown, z.output<typeof newDefender>>({
    resolver: resolverFor<typeof newDefender, Values>(newDefender, sealedTexts),
    defaultValues: {
      callId: calls.items.find(({ open }) => open)?.id ?? calls.items[0]?.id ?? '',
      profile: emptyProfile,
      identity: { legalName: '', knownAs: '', pronoun: '', gender: 'NOT_SAID', birthYear: null, nationalities: [], organisation: '' },
      contact: { channelsAllowed: '', channelsNever: '', hours: '', doNotContactDirectly: true, goBetween: '', codeWord: '', trustedContactAtHome: '' },
      dependants: null,
    },
  });
  const create = useMutation({
    ...defenderMutations.create(),
    onError: showProblem(form),
    onSuccess: ({ code, codeName }) => {
      showToast({ text: t`Taken in as ${codeName}.` });
      void navigate(`/defenders/${code}`);
    },
  });
  const { errors } = form.formState;
  // The cast: the fields of a profile take a form that holds one under `profile`, as this form does among others, but a
  // form's type isn't assignable to that of a form with fewer fields. They only touch names below `profile`.
  const profileForm = form as unknown as ProfileForm;
  return (
    <Page>
      <PageHeader title={<Trans>New defender</Trans>} tabTitle={t`New defender`} lead={<Trans>A code name is made when you save. What is sealed can be added later.</Trans>} />
      <Form isWide onSubmit={form.handleSubmit((body) => { create.mutate(body); })} error={errors.root}>
        <Card title={<Trans>Application</Trans>}>
          <Select label={t`Call`} choices={calls.items.map(({ id, name }) => ({ value: id, label: name }))} error={errors.callId} {...form.register('callId')} />
        </Card>
        <Card title={<Trans>For placing</Trans>}>
          <div className="grid gap-4"><PersonFields form={profileForm} /></div>
        </Card>
        <Card title={<Trans>Dates and papers</Trans>}>
          <div className="grid gap-4"><DateFields form={profileForm} /></div>
        </Card>
        <Card title={<Trans>Wishes</Trans>}><WishFields form={profileForm} cities={cities.items} /></Card>
        <Card title={<Trans>Identity, sealed</Trans>}>
          <div className="grid grid-cols-2 gap-4 max-sm:grid-cols-1">
            <TextField label={t`Legal name`} hint={t`One field, as the passport writes it`} autoComplete="off" error={errors.identity?.legalName} {...form.register('identity.legalName')} />
            <TextField label={t`Known as`} autoComplete="off" error={errors.identity?.knownAs} {...form.register('identity.knownAs')} />
            <TextField label={t`Pronoun`} autoComplete="off" error={errors.identity?.pronoun} {...form.register('identity.pronoun')} />
            <Select label={t`Gender`} choices={genders.map((value) => ({ value, label: i18n._(genderWords[value]) }))} {...form.register('identity.gender')} />
            <TextField label={t`Birth year`} inputMode="numeric" autoComplete="off" error={errors.identity?.birthYear} {...form.register('identity.birthYear', { setValueAs: (value: unknown) => (value === '' || value === null ? null : Number(value)) })} />
            <TextField label={t`Organisation`} autoComplete="off" error={errors.identity?.organisation} {...form.register('identity.organisation')} />
          </div>
        </Card>
        <Card title={<Trans>Contact rule, sealed</Trans>}>
          <div className="grid grid-cols-2 gap-4 max-sm:grid-cols-1">
            <Checkbox label={t`Do not contact directly`} {...form.register('contact.doNotContactDirectly')} />
            <TextField label={t`Go-between`} autoComplete="off" {...form.register('contact.goBetween')} />
            <TextArea label={t`Channels allowed`} {...form.register('contact.channelsAllowed')} />
            <TextArea label={t`Channels never`} {...form.register('contact.channelsNever')} />
            <TextField label={t`Hours`} autoComplete="off" {...form.register('contact.hours')} />
            <TextField label={t`Code word`} autoComplete="off" {...form.register('contact.codeWord')} />
            <TextField label={t`Trusted contact at home`} autoComplete="off" {...form.register('contact.trustedContactAtHome')} />
          </div>
        </Card>
        <Actions>
          <ButtonLink to="/defenders"><Trans>Cancel</Trans></ButtonLink>
          <Button type="submit" variant="primary" isPending={create.isPending}><Trans>Take in</Trans></Button>
        </Actions>
      </Form>
    </Page>
  );
}
