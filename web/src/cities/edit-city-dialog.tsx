import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { Trans, useLingui } from '@lingui/react/macro';
import type { CityView } from '@shelter-city/contract/cities';
import { themes } from '@shelter-city/contract/vocabulary';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { failureWords } from '../api/failure-text.ts';
import { showProblem } from '../api/show-problem.ts';
import { themeWords } from '../defenders/defender-words.ts';
import { Button } from '../design/button.tsx';
import { CheckboxGroup } from '../design/choices.tsx';
import { Actions, Dialog } from '../design/dialog.tsx';
import { Form } from '../design/form.tsx';
import { Select } from '../design/select.tsx';
import { StaleNotice } from '../design/stale-notice.tsx';
import { TextArea, TextField } from '../design/text-field.tsx';
import { showToast } from '../design/toast.tsx';
import { cityNow, differencesOfFacts } from './city-differences.ts';
import { cityFields, fromFields, toFields, type CityFields } from './city-form.ts';
import { cityMutations } from './city-queries.ts';
import { publicEventWords } from './city-words.ts';
import { LanguagesField } from './languages-field.tsx';
import { StandingGuests } from './standing-guests.tsx';
import { YesNoField } from './yes-no-field.tsx';

/** Changes the profile of a city. Somebody else's change meanwhile is shown beside one's own words. */
export function EditCityDialog({ city, onClose }: { readonly city: CityView; readonly onClose: () => void }) {
  const { t, i18n } = useLingui();
  const [before, setBefore] = useState(city);
  const [theirs, setTheirs] = useState<CityView | null>(null);
  const form = useForm<CityFields>({ resolver: standardSchemaResolver(cityFields), defaultValues: toFields(city.facts) });
  const undo = useMutation({ ...cityMutations.update(city.slug), onError: (failure) => { showToast({ tone: 'bad', text: failureWords(failure) }); } });
  const update = useMutation({
    ...cityMutations.update(city.slug),
    onError: (failure) => {
      const now = cityNow(failure);
      if (now) setTheirs(now);
      else showProblem(form)(failure);
    },
    onSuccess: ({ version }) => {
      showToast({ text: t`Profile changed.`, undo: () => { undo.mutate({ version, facts: before.facts }); } });
      onClose();
    },
  });
  const { errors } = form.formState;
  const atOnce = useWatch({ control: form.control, name: 'guestsAtOnceAtMost' });
  const save = (over: CityView) => form.handleSubmit((fields) => { update.mutate({ version: over.version, facts: fromFields(fields) }); });
  const takeTheirs = (now: CityView) => { setBefore(now); form.reset(toFields(now.facts)); setTheirs(null); };

  return (
    <Dialog isOpen onClose={onClose} size="md" title={<Trans>Profile of {city.name}</Trans>} lead={<Trans>The match reads these facts. What stays open is asked, never guessed.</Trans>}>
      <Form onSubmit={save(before)} error={errors.root}>
        {theirs && (
          <StaleNotice
            differences={differencesOfFacts(theirs.facts, fromFields(form.getValues()))}
            onTakeTheirs={() => { takeTheirs(theirs); }}
            onKeepMine={() => { setBefore(theirs); setTheirs(null); void save(theirs)(); }}
          />
        )}
        <LanguagesField control={form.control} />
        <YesNoField label={t`Specialised care nearby`} hint={t`Such as trauma care that takes guests of the programme.`} error={errors.careNearby} field={form.register('careNearby')} />
        <CheckboxGroup label={t`Themes`} hint={t`What people and organisations here know well.`} inline choices={themes.map((value) => ({ value, label: i18n._(themeWords[value]) }))} field={form.register('themes')} />
        <TextArea label={t`Courses`} optional hint={t`One a line.`} error={errors.courses} {...form.register('courses')} />
        <div className="grid grid-cols-2 items-start gap-4 max-sm:grid-cols-1">
          <Select label={t`Public events`} choices={(['NONE', 'SMALL', 'OPEN'] as const).map((value) => ({ value, label: i18n._(publicEventWords[value]) }))} error={errors.publicEvents} {...form.register('publicEvents')} />
          <TextField label={t`Days of own screening`} hint={t`0 when the city has none.`} inputMode="numeric" error={errors.screeningDays} {...form.register('screeningDays')} />
          <TextField label={t`Guests a year at most`} optional inputMode="numeric" error={errors.guestsAYearAtMost} {...form.register('guestsAYearAtMost')} />
          <TextField label={t`Guests at once at most`} optional hint={t`As many as the city can accompany, in all its places together.`} inputMode="numeric" error={errors.guestsAtOnceAtMost} {...form.register('guestsAtOnceAtMost')} />
          <div className="col-span-full empty:hidden"><StandingGuests atMost={/^\d+$/.test(atOnce.trim()) ? Number(atOnce) : null} most={before.mostGuestsAtOnce} /></div>
          <TextField label={t`Days of rest between two guests`} hint={t`For cleaning and for the people who accompany.`} inputMode="numeric" error={errors.daysBetweenGuests} {...form.register('daysBetweenGuests')} />
        </div>
        <Actions>
          <Button onPress={onClose}><Trans>Cancel</Trans></Button>
          <Button type="submit" variant="primary" isPending={update.isPending}><Trans>Save</Trans></Button>
        </Actions>
      </Form>
    </Dialog>
  );
}
