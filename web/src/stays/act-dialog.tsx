import type { MessageDescriptor } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { StayView } from '@shelter-city/contract/stays';
import { cancelReasons, cutShortReasons } from '@shelter-city/contract/vocabulary';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { failureWords } from '../api/failure-text.ts';
import { today } from '../app/clock.ts';
import { cityQueries } from '../cities/city-queries.ts';
import { ReasonDialog } from '../design/reason-dialog.tsx';
import { DayDialog } from './day-dialog.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { plusDays } from './plus-days.ts';
import { ProposeDraftDialog } from './propose-draft-dialog.tsx';
import { changeStay, touchedByStays, type ChangeBody, type StayChangeName } from './stay-queries.ts';
import { cancelReasonWords, cutShortReasonWords } from './stay-words.ts';

/** The acts that ask something first. */
export type AskingAct = 'propose' | 'move' | 'extendHold' | 'turnDown' | 'cancel' | 'arrive' | 'noShow' | 'depart' | 'cutShort' | 'close';

type Props = { readonly stay: StayView; readonly act: AskingAct; readonly onClose: () => void };

function MoveHere({ stay, onClose }: Omit<Props, 'act'>) {
  const { data: city } = useSuspenseQuery(cityQueries.detail(stay.city.slug));
  return (
    <MoveDialog
      stay={{ id: stay.id, codeName: stay.defender.codeName, isProposed: stay.status === 'PROPOSED', version: stay.version, placeId: stay.place.id, arrivesOn: stay.planned.from, departsOn: stay.planned.until }}
      places={city.places.map(({ id, facts }) => ({ value: id, label: `${city.name}, ${facts.label}` }))}
      onClose={onClose}
    />
  );
}

/** The dialog of one act on a stay. */
export function ActDialog({ stay, act, onClose }: Props) {
  const { t, i18n } = useLingui();
  const client = useQueryClient();
  const { version } = stay;
  // A stale page shows the new state behind the dialog, and what was typed stays in it.
  const refresh = () => client.invalidateQueries({ predicate: ({ queryKey }) => touchedByStays.some(([room]) => room === queryKey[0]) });
  const send = <C extends StayChangeName>(name: C, body: ChangeBody<C>) => changeStay(name, stay.id, body).finally(() => void refresh());
  const choices = <K extends string>(codes: readonly K[], words: Record<K, MessageDescriptor>) => codes.map((value) => ({ value, label: i18n._(words[value]) }));
  const orNull = (note: string) => (note === '' ? null : note);

  switch (act) {
    case 'propose':
      return <ProposeDraftDialog stay={{ id: stay.id, codeName: stay.defender.codeName, version }} onClose={onClose} />;
    case 'move':
      return <MoveHere stay={stay} onClose={onClose} />;
    case 'extendHold':
      return (
        <DayDialog title={<Trans>Hold the place longer</Trans>} label={t`Held until`} start={plusDays(today(), 7)} min={today()} max={plusDays(today(), 14)} action={<Trans>Hold longer</Trans>}
          onAnswer={({ on }) => send('extendHold', { version, holdUntil: on })} onClose={onClose} />
      );
    case 'arrive':
      return (
        <DayDialog title={<Trans>The guest has arrived</Trans>} lead={<Trans>Visa days count from this day.</Trans>} label={t`Day of arrival`} start={today()} max={today()} action={<Trans>Record</Trans>}
          onAnswer={({ on }) => send('arrive', { version, on })} onClose={onClose} />
      );
    case 'depart':
      return (
        <DayDialog title={<Trans>The guest has left</Trans>} label={t`Day of departure`} start={today()} max={today()} action={<Trans>Record</Trans>}
          {...(stay.returnReviewedOn === null && { noteLabel: t`The return wasn’t reviewed: why did the guest leave without?`, mustSay: true })}
          onAnswer={({ on, note }) => send('depart', { version, on, withoutReviewBecause: orNull(note) })} onClose={onClose} />
      );
    case 'cutShort':
      return (
        <DayDialog title={<Trans>Cut the stay short</Trans>} lead={<Trans>The rest of the period is free at once.</Trans>} label={t`Day of departure`} start={today()} max={today()}
          codes={choices(cutShortReasons, cutShortReasonWords)} noteLabel={t`Note`} action={<Trans>Cut the stay short</Trans>}
          onAnswer={({ on, code, note }) => send('cutShort', { version, on, reason: code as (typeof cutShortReasons)[number], note: orNull(note) })} onClose={onClose} />
      );
    case 'cancel':
      return (
        <ReasonDialog isOpen onClose={onClose} title={<Trans>Cancel the stay</Trans>} lead={<Trans>The place becomes free at once.</Trans>} codes={choices(cancelReasons, cancelReasonWords)} noteIsOptional tone="danger" action={<Trans>Cancel the stay</Trans>} wordsFor={failureWords}
          onReason={({ code, note }) => send('cancel', { version, reason: code as (typeof cancelReasons)[number], note: orNull(note) })} />
      );
    case 'turnDown':
      return (
        <ReasonDialog isOpen onClose={onClose} title={<Trans>The defender says no</Trans>} lead={<Trans>The place becomes free. It never counts against the person.</Trans>} noteIsOptional noteLabel={t`Note`} action={<Trans>Record</Trans>} wordsFor={failureWords}
          onReason={({ note }) => send('turnDown', { version, note: orNull(note) })} />
      );
    case 'noShow':
      return (
        <ReasonDialog isOpen onClose={onClose} title={<Trans>The guest did not arrive</Trans>} lead={<Trans>This raises an alarm with the cleared coordinators.</Trans>} noteLabel={t`What was done to find out whether they are safe`} minimum={10} tone="danger" action={<Trans>Raise the alarm</Trans>} wordsFor={failureWords}
          onReason={({ note }) => send('noShow', { version, welfareCheck: note })} />
      );
    case 'close':
      return (
        <ReasonDialog isOpen onClose={onClose} title={<Trans>Close the file</Trans>} lead={<Trans>The retention period begins.</Trans>} noteLabel={t`Why it can be closed`} action={<Trans>Close the file</Trans>} wordsFor={failureWords}
          onReason={({ note }) => send('close', { version, note: orNull(note) })} />
      );
  }
}
