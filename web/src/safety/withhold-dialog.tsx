import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { Trans, useLingui } from '@lingui/react/macro';
import { withholdingReason, type WithholdingView } from '@shelter-city/contract/withholding';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useForm, useWatch } from 'react-hook-form';
import { z } from 'zod';
import { showProblem } from '../api/show-problem.ts';
import { cityQueries } from '../cities/city-queries.ts';
import { Button } from '../design/button.tsx';
import { RadioGroup } from '../design/choices.tsx';
import { Actions, Dialog } from '../design/dialog.tsx';
import { Form } from '../design/form.tsx';
import { Select } from '../design/select.tsx';
import { TextArea } from '../design/text-field.tsx';
import { showToast } from '../design/toast.tsx';
import { safetyMutations } from './safety-queries.ts';

const someone = z.string().min(1);
const entry = withholdingReason.and(z.object({ from: z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('CITY'), cityId: someone, accountId: z.string() }),
  z.object({ kind: z.literal('ACCOUNT'), accountId: someone, cityId: z.string() }),
]) }));
type Entry = { why: string; from: { kind: 'CITY' | 'ACCOUNT'; cityId: string; accountId: string } };

/** Puts a city or a person on the list. It holds at once, and whoever is on it is told nothing. */
export function WithholdDialog({ code, accounts, onClose }: { readonly code: string; readonly accounts: WithholdingView['accounts']; readonly onClose: () => void }) {
  const { t } = useLingui();
  const { data: cities } = useSuspenseQuery(cityQueries.list());
  const form = useForm<Entry>({ resolver: standardSchemaResolver(entry), defaultValues: { why: '', from: { kind: 'CITY', cityId: '', accountId: '' } } });
  const add = useMutation({
    ...safetyMutations.withhold(code),
    onError: showProblem(form),
    onSuccess: () => { showToast({ text: t`On the list. It holds from now on.` }); onClose(); },
  });
  const kind = useWatch({ control: form.control, name: 'from.kind' });
  const { errors } = form.formState;
  return (
    <Dialog isOpen onClose={onClose} title={<Trans>Do not share with</Trans>} lead={<Trans>It holds at once. Whoever is on the list is told nothing.</Trans>}>
      <Form
        onSubmit={form.handleSubmit(({ why, from }) => { add.mutate({ why, from: from.kind === 'CITY' ? { kind: 'CITY', cityId: from.cityId } : { kind: 'ACCOUNT', accountId: from.accountId } }); })}
        error={errors.root}
      >
        <RadioGroup label={t`With whom`} inline choices={[{ value: 'CITY', label: t`A city` }, { value: 'ACCOUNT', label: t`A person who works here` }]} field={form.register('from.kind')} />
        {kind === 'CITY' ? (
          <Select label={t`City`} placeholder={t`Choose`} choices={cities.items.map(({ id, name }) => ({ value: id, label: name }))} error={errors.from?.cityId} {...form.register('from.cityId')} />
        ) : (
          <Select label={t`Person`} placeholder={t`Choose`} choices={accounts.map(({ id, displayName, city }) => ({ value: id, label: city ? `${displayName} (${city.name})` : displayName }))} error={errors.from?.accountId} {...form.register('from.accountId')} />
        )}
        <TextArea label={t`Why`} hint={t`Sealed. Only cleared coordinators read it, with a reason.`} rows={3} error={errors.why} {...form.register('why')} />
        <Actions>
          <Button onPress={onClose}><Trans>Cancel</Trans></Button>
          <Button type="submit" variant="primary" isPending={add.isPending}><Trans>Put on the list</Trans></Button>
        </Actions>
      </Form>
    </Dialog>
  );
}
