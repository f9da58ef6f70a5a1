import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { planPublication, type PlanView } from '@shelter-city/contract/plans';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { ApiProblem } from '../api/problems.ts';
import { showProblem } from '../api/show-problem.ts';
import { today } from '../app/clock.ts';
import { Banner } from '../design/banner.tsx';
import { Button } from '../design/button.tsx';
import { DateField } from '../design/date-field.tsx';
import { formatDay } from '../design/days.ts';
import { Actions, Dialog } from '../design/dialog.tsx';
import { Form } from '../design/form.tsx';
import { TextArea } from '../design/text-field.tsx';
import { showToast } from '../design/toast.tsx';
import { plusDays } from '../stays/plus-days.ts';
import { planMutations } from './plan-queries.ts';

type Props = { readonly plan: PlanView; readonly onClose: () => void; readonly onReplan: () => void };

const usualHoldDays = 10;
const ofCohort = '/cohort/';

/** Each person's refusal, by code; none for any other failure. */
function refusalsIn(failure: Error | null): { readonly code: string; readonly words: string }[] {
  if (!(failure instanceof ApiProblem) || failure.slug !== 'plan-no-longer-holds') return [];
  return (failure.details.errors ?? []).flatMap(({ pointer, detail }) => (pointer.startsWith(ofCohort) ? [{ code: pointer.slice(ofCohort.length), words: detail }] : []));
}

/** Proposes everybody of a plan in one act, or tells for each what no longer holds and offers to plan the rest anew. */
export function PublishDialog({ plan, onClose, onReplan }: Props) {
  const { t } = useLingui();
  const form = useForm<z.input<typeof planPublication>, unknown, z.output<typeof planPublication>>({
    resolver: standardSchemaResolver(planPublication),
    defaultValues: { version: plan.version, why: '', holdUntil: plusDays(today(), usualHoldDays) },
  });
  const publish = useMutation({
    ...planMutations.publish(plan.id),
    onError: (failure: Error) => { if (refusalsIn(failure).length === 0) showProblem(form)(failure); },
    onSuccess: () => {
      showToast({ text: t`Published. The places are held until the cities answer.` });
      onClose();
    },
  });
  const { errors } = form.formState;
  const refusals = refusalsIn(publish.error);
  const nameOf = (code: string) => plan.cohort.find(({ defender }) => defender.code === code)?.defender.codeName ?? code;
  const cities = [...new Set(plan.cohort.flatMap(({ seat }) => (seat ? [seat.city.name] : [])))].sort();
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="md"
      title={<Plural value={plan.placed} one="Propose # person in one act" other="Propose # people in one act" />}
      lead={<Trans>All of them, or nobody. Asked: {cities.join(', ')}.</Trans>}
    >
      {refusals.length > 0 ? (
        <div className="grid gap-4">
          <Banner tone="bad" icon="alert" role="alert"><Trans>Nothing was proposed. This no longer holds:</Trans></Banner>
          <ul className="grid gap-2">
            {refusals.map(({ code, words }) => (
              <li key={code} className="border-s-2 border-bad ps-3"><strong className="font-medium">{nameOf(code)}</strong><br />{words}</li>
            ))}
          </ul>
          <Actions>
            <Button onPress={onClose}><Trans>Close</Trans></Button>
            <Button variant="primary" onPress={onReplan}><Trans>Make anew, moving as few as possible</Trans></Button>
          </Actions>
        </div>
      ) : (
        <Form onSubmit={form.handleSubmit((body) => { publish.mutate(body); })} error={errors.root}>
          <TextArea label={t`Why these cities`} hint={t`Each city reads this. No name, no country, nothing that points at a person.`} rows={4} error={errors.why} {...form.register('why')} />
          <DateField control={form.control} name="holdUntil" label={t`Hold the places until`} min={today()} max={plusDays(today(), 14)} hint={t`At most until ${formatDay(plusDays(today(), 14))}.`} />
          <Actions>
            <Button onPress={onClose}><Trans>Cancel</Trans></Button>
            <Button type="submit" variant="primary" isPending={publish.isPending}><Trans>Propose them all</Trans></Button>
          </Actions>
        </Form>
      )}
    </Dialog>
  );
}
