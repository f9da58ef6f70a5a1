import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { newProposal } from '@shelter-city/contract/stays';
import { useMutation } from '@tanstack/react-query';
import type { MessageDescriptor } from '@lingui/core';
import { useState } from 'react';
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
import { overruleReasonWords } from '../matching/overrule-words.ts';
import { plusDays } from './plus-days.ts';
import { stayMutations } from './stay-queries.ts';

/** What a coordinator was shown against a choice. */
export type Advice = { readonly firstCity: string | null; readonly weaker: readonly MessageDescriptor[] };

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

const isOverruleReason = (code: string): code is keyof typeof overruleReasonWords => code in overruleReasonWords;

/** The days a place is held for a city's answer when nobody says otherwise. */
const usualHoldDays = 10;

/** Proposes a defender to a city: where, when, why, and until when the place is held. The city gets a card with the code name. */
export function ProposeDialog({ defender, places, start, adviceOn, onClose, onProposed }: Props) {
  const { t, i18n } = useLingui();
  const [reason, setReason] = useState('');
  const form = useForm<z.input<typeof newProposal>, unknown, z.output<typeof newProposal>>({
    resolver: standardSchemaResolver(newProposal),
    defaultValues: { code: defender.code, why: '', ...start, holdUntil: plusDays(today(), usualHoldDays) },
  });
  const propose = useMutation({
    ...stayMutations.proposeNew(),
    onError: showProblem(form),
    onSuccess: ({ id }) => {
      showToast({ text: t`Proposed. The place is held until the city answers.` });
      onClose();
      onProposed?.(id);
    },
  });
  const { errors } = form.formState;
  const [arrivesOn, departsOn, placeId] = useWatch({ control: form.control, name: ['arrivesOn', 'departsOn', 'placeId'] });
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
      <Form onSubmit={form.handleSubmit((body) => { propose.mutate(advice ? { ...body, overrules: { reason: isOverruleReason(reason) ? reason : null } } : body); })} error={errors.root}>
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
        {advice && (
          <section className="grid gap-2 rounded-md border border-line bg-sunken p-3 text-sm">
            {advice.firstCity !== null && <p><Trans>By the rules {advice.firstCity} comes first.</Trans></p>}
            {advice.weaker.length > 0 && <p><Trans>Weaker here: {advice.weaker.map((word) => i18n._(word)).join(', ')}</Trans></p>}
            <Select
              label={t`Why all the same`}
              hint={t`Helps to better the rules. The city doesn’t see it.`}
              optional
              placeholder={t`No reason given`}
              choices={Object.entries(overruleReasonWords).map(([value, word]) => ({ value, label: i18n._(word) }))}
              value={reason}
              onChange={(event) => { setReason(event.target.value); }}
            />
          </section>
        )}
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
