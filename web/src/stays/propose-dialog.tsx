import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { newProposal } from '@shelter-city/contract/stays';
import { useMutation } from '@tanstack/react-query';
import { useForm, useWatch } from 'react-hook-form';
import type { z } from 'zod';
import { showProblem } from '../api/show-problem.ts';
import { today } from '../app/clock.ts';
import { Button } from '../design/button.tsx';
import { DateField } from '../design/date-field.tsx';
import { formatDay, nightsBetween } from '../design/days.ts';
import { Actions, Dialog } from '../design/dialog.tsx';
import { Form } from '../design/form.tsx';
import { Select } from '../design/select.tsx';
import { TextArea } from '../design/text-field.tsx';
import { showToast } from '../design/toast.tsx';
import { OverrulingFields, useOverruling, type Advice } from './overruling.tsx';
import { plusDays } from './plus-days.ts';
import { stayMutations } from './stay-queries.ts';

/** A place that can be chosen, with its city in the label. */
export type PlaceChoice = { readonly value: string; readonly label: string };

type Props = {
  readonly defender: { readonly code: string; readonly codeName: string };
  readonly places: readonly PlaceChoice[];
  readonly start: { readonly placeId: string; readonly arrivesOn: string; readonly departsOn: string; readonly why?: string };
  /** What the rules say against a place that was chosen; null when they say nothing. */
  readonly adviceOn?: (placeId: string) => Advice | null;
  readonly onClose: () => void;
  readonly onProposed?: (stayId: string) => void;
};

/** The days a place is held for a city's answer when nobody says otherwise. */
const usualHoldDays = 10;

/** Proposes a defender to a city: where, when, why, and until when the place is held. The city gets a card with the code name. */
export function ProposeDialog({ defender, places, start, adviceOn, onClose, onProposed }: Props) {
  const { t } = useLingui();
  const form = useForm<z.input<typeof newProposal>, unknown, z.output<typeof newProposal>>({
    resolver: standardSchemaResolver(newProposal),
    defaultValues: { code: defender.code, why: '', ...start, holdUntil: plusDays(today(), usualHoldDays) },
  });
  const [arrivesOn, departsOn, placeId] = useWatch({ control: form.control, name: ['arrivesOn', 'departsOn', 'placeId'] });
  const overruling = useOverruling(arrivesOn);
  const propose = useMutation({
    ...stayMutations.proposeNew(),
    onError: (failure) => { if (!overruling.takes(failure)) showProblem(form)(failure); },
    onSuccess: ({ id }) => {
      showToast({ text: t`Proposed. The place is held until the city answers.` });
      onClose();
      onProposed?.(id);
    },
  });
  const { errors } = form.formState;
  const advice = adviceOn?.(placeId) ?? null;

  const nights = arrivesOn && departsOn > arrivesOn ? nightsBetween(arrivesOn, departsOn) : 0;

  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="md"
      title={<Trans>Propose {defender.codeName}</Trans>}
      lead={<Trans>The city sees the code name, the month and what is needed. Exact days open when it says yes.</Trans>}
    >
      <Form onSubmit={form.handleSubmit((body) => { propose.mutate({ ...body, ...overruling.answer(advice) }); })} error={errors.root}>
        <Select label={t`Place`} choices={places} placeholder={t`Choose a place`} error={errors.placeId} {...form.register('placeId')} />
        <div className="grid grid-cols-2 gap-4 max-sm:grid-cols-1">
          <DateField control={form.control} name="arrivesOn" label={t`Arrival`} />
          <DateField control={form.control} name="departsOn" label={t`Departure`} />
        </div>
        {nights > 0 && (
          <p className="-mt-2 text-sm text-muted tabular-nums">
            <Plural value={nights} one="# night" other="# nights" />, <Plural value={nights + 1} one="# visa day" other="# visa days" />
          </p>
        )}
        <OverrulingFields overruling={overruling} advice={advice} />
        <TextArea
          label={t`Why this city`}
          hint={t`The city reads this. No name, no country, nothing that points at the person.`}
          rows={4}
          error={errors.why}
          {...form.register('why')}
        />
        <DateField control={form.control} name="holdUntil" label={t`Hold the place until`} min={today()} max={plusDays(today(), 14)} hint={t`At most until ${formatDay(plusDays(today(), 14))}.`} />
        <Actions>
          <Button onPress={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" variant="primary" isPending={propose.isPending}>
            <Trans>Propose</Trans>
          </Button>
        </Actions>
      </Form>
    </Dialog>
  );
}
