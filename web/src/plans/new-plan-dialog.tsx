import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { Trans, useLingui } from '@lingui/react/macro';
import { newPlan, planPeopleAtMost } from '@shelter-city/contract/plans';
import { useMutation } from '@tanstack/react-query';
import { useForm, useWatch } from 'react-hook-form';
import type { z } from 'zod';
import { showProblem } from '../api/show-problem.ts';
import { today } from '../app/clock.ts';
import { Button } from '../design/button.tsx';
import { CheckboxGroup } from '../design/choices.tsx';
import { DateField } from '../design/date-field.tsx';
import { formatDay } from '../design/days.ts';
import { Actions, Dialog } from '../design/dialog.tsx';
import { Form } from '../design/form.tsx';
import { TextField } from '../design/text-field.tsx';
import { plusDays } from '../stays/plus-days.ts';
import { planMutations } from './plan-queries.ts';

type Awaiting = { readonly code: string; readonly codeName: string; readonly earliestArrival: string | null; readonly latestArrival: string | null; readonly nightsWished: number };
type Props = { readonly awaiting: readonly Awaiting[]; readonly onClose: () => void; readonly onMade: (planId: string) => void };

/** From the first day on which anybody could come to the last. */
function daysOf(awaiting: readonly Awaiting[]): { readonly from: string; readonly until: string } {
  const from = awaiting.flatMap(({ earliestArrival }) => earliestArrival ?? []).sort()[0] ?? today();
  const first = from > today() ? from : today();
  const latest = awaiting.flatMap(({ latestArrival }) => latestArrival ?? []).sort().at(-1);
  const last = latest !== undefined && latest >= first ? plusDays(latest, 1) : plusDays(first, 180);
  const furthest = plusDays(first, 365);
  return { from: first, until: last < furthest ? last : furthest };
}

/** Begins a plan: for whom, between which days of arrival, with how many places kept for emergencies. */
export function NewPlanDialog({ awaiting, onClose, onMade }: Props) {
  const { t } = useLingui();
  const shown = awaiting.slice(0, planPeopleAtMost);
  const form = useForm<z.input<typeof newPlan>, unknown, z.output<typeof newPlan>>({
    resolver: standardSchemaResolver(newPlan),
    defaultValues: { name: '', codes: shown.map(({ code }) => code), placesKeptFree: 0, ...daysOf(shown) },
  });
  const create = useMutation({ ...planMutations.create(), onError: showProblem(form), onSuccess: ({ id }) => { onMade(id); } });
  const { errors } = form.formState;
  const codes = useWatch({ control: form.control, name: 'codes' });
  const toggle = codes.length === shown.length ? [] : shown.map(({ code }) => code);
  return (
    <Dialog isOpen onClose={onClose} size="md" title={<Trans>New plan</Trans>} lead={<Trans>Who, and between which days of arrival. Nothing is proposed before you publish.</Trans>}>
      <Form onSubmit={form.handleSubmit((body) => { create.mutate(body); })} error={errors.root}>
        <TextField label={t`Name`} hint={t`No person’s name: a season or a call.`} error={errors.name} {...form.register('name')} />
        <div className="grid grid-cols-2 gap-4 max-sm:grid-cols-1">
          <DateField control={form.control} name="from" label={t`Arrivals from`} />
          <DateField control={form.control} name="until" label={t`Arrivals before`} />
        </div>
        <TextField label={t`Places kept free for emergencies`} hint={t`On every night, over all cities together.`} inputMode="numeric" error={errors.placesKeptFree} {...form.register('placesKeptFree', { valueAsNumber: true })} />
        <CheckboxGroup
          label={t`Who`}
          error={errors.codes?.root ?? errors.codes?.find?.((one) => one !== undefined)}
          field={form.register('codes')}
          choices={shown.map(({ code, codeName, earliestArrival }) => ({ value: code, label: codeName, ...(earliestArrival !== null && { hint: t`from ${formatDay(earliestArrival)}` }) }))}
        />
        <Actions>
          <Button variant="quiet" onPress={() => { form.setValue('codes', toggle); }}>{toggle.length === 0 ? <Trans>Choose nobody</Trans> : <Trans>Choose everybody</Trans>}</Button>
          <Button onPress={onClose}><Trans>Cancel</Trans></Button>
          <Button type="submit" variant="primary" isPending={create.isPending}><Trans>Begin the plan</Trans></Button>
        </Actions>
      </Form>
    </Dialog>
  );
}
