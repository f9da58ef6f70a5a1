import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { t as say } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { changedPlan, type PlanView } from '@shelter-city/contract/plans';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { isConflict } from '../api/problems.ts';
import { showProblem } from '../api/show-problem.ts';
import { Button } from '../design/button.tsx';
import { DateField } from '../design/date-field.tsx';
import { formatDay, formatNumber } from '../design/days.ts';
import { Actions, Dialog } from '../design/dialog.tsx';
import { Form } from '../design/form.tsx';
import { StaleNotice } from '../design/stale-notice.tsx';
import { TextField } from '../design/text-field.tsx';
import { showToast } from '../design/toast.tsx';
import { planMutations } from './plan-queries.ts';

type Fields = z.input<typeof changedPlan>;
type Props = { readonly plan: PlanView; readonly onChanged: (plan: PlanView) => void; readonly onClose: () => void };

const fieldsOf = ({ version, name, arrivals, placesKeptFree }: PlanView): Fields => ({ version, name, from: arrivals.from, until: arrivals.until, placesKeptFree });

/** The draft as it is now, which comes with the refusal of a stale change. */
function planNow(failure: Error): PlanView | null {
  if (!isConflict(failure) || failure.slug !== 'changed-meanwhile') return null;
  const { current } = failure.details;
  // Every endpoint of one draft answers a stale change with the draft.
  return typeof current === 'object' && current !== null ? (current as PlanView) : null;
}

function differencesOf(theirs: Fields, yours: Fields) {
  const rows = [
    [say`Name`, theirs.name, yours.name],
    [say`Arrivals from`, formatDay(theirs.from), formatDay(yours.from)],
    [say`Arrivals before`, formatDay(theirs.until), formatDay(yours.until)],
    [say`Places kept free for emergencies`, formatNumber(theirs.placesKeptFree), formatNumber(yours.placesKeptFree)],
  ] as const;
  return rows.filter(([, one, other]) => one !== other).map(([label, one, other]) => ({ label, theirs: one, yours: other }));
}

/** Changes a draft’s name, its days of arrival and the places kept free. What was typed stays when the server says no. */
export function ChangePlanDialog({ plan, onChanged, onClose }: Props) {
  const { t } = useLingui();
  const [theirs, setTheirs] = useState<PlanView | null>(null);
  const form = useForm<Fields, unknown, z.output<typeof changedPlan>>({ resolver: standardSchemaResolver(changedPlan), defaultValues: fieldsOf(plan) });
  const change = useMutation({
    ...planMutations.change(plan.id),
    onError: (failure: Error) => {
      const now = planNow(failure);
      if (now) setTheirs(now);
      else showProblem(form)(failure);
    },
    onSuccess: (changed) => {
      onChanged(changed);
      showToast({ text: t`Plan changed.` });
      onClose();
    },
  });
  const { errors } = form.formState;
  const save = form.handleSubmit((body) => { change.mutate(body); });
  return (
    <Dialog isOpen onClose={onClose} size="md" title={<Trans>Change the plan</Trans>} lead={<Trans>The seats stay as they are until you make the plan anew.</Trans>}>
      <Form onSubmit={save} error={errors.root}>
        {theirs && (
          <StaleNotice
            differences={differencesOf(fieldsOf(theirs), form.getValues())}
            onTakeTheirs={() => { form.reset(fieldsOf(theirs)); setTheirs(null); }}
            {...(theirs.may.includes('change') && { onKeepMine: () => { form.setValue('version', theirs.version); setTheirs(null); void save(); } })}
          />
        )}
        <TextField label={t`Name`} hint={t`No person’s name: a season or a call.`} error={errors.name} {...form.register('name')} />
        <div className="grid grid-cols-2 gap-4 max-sm:grid-cols-1">
          <DateField control={form.control} name="from" label={t`Arrivals from`} />
          <DateField control={form.control} name="until" label={t`Arrivals before`} />
        </div>
        <TextField label={t`Places kept free for emergencies`} hint={t`On every night, over all cities together.`} inputMode="numeric" error={errors.placesKeptFree} {...form.register('placesKeptFree', { valueAsNumber: true })} />
        <Actions>
          <Button onPress={onClose}><Trans>Cancel</Trans></Button>
          <Button type="submit" variant="primary" isPending={change.isPending}><Trans>Save</Trans></Button>
        </Actions>
      </Form>
    </Dialog>
  );
}
