import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { QueueItem, QueueKind } from '@shelter-city/contract/today';
import type { DeclineReason } from '@shelter-city/contract/vocabulary';
import { declineReasonWords } from '../stays/stay-words.ts';

const isDeclineReason = (code: string | null): code is DeclineReason => code !== null && code in declineReasonWords;

/** Why a line stands in the queue, in one sentence. */
export function QueueSentence({ item }: { readonly item: QueueItem }) {
  const { i18n } = useLingui();
  const city = item.city?.name ?? '';
  switch (item.kind) {
    case 'NO_SHOW_ALARM':
      return <Trans>Did not arrive in {city}. Find out whether they are safe.</Trans>;
    case 'RISK_RULE_BROKEN':
      return <Trans>A risk rule forbids this stay in {city}. Decide what must happen.</Trans>;
    case 'CITY_CONFIRMED':
      return <Trans>{city} said yes: prepare the journey</Trans>;
    case 'CITY_DECLINED':
      return isDeclineReason(item.reasonCode) ? (
        <Trans>
          {city} said no: {i18n._(declineReasonWords[item.reasonCode])}
        </Trans>
      ) : (
        <Trans>{city} said no</Trans>
      );
    case 'CITY_OFFERS_OTHER_DATES':
      return <Trans>{city} can host on other dates</Trans>;
    case 'HOLD_LAPSES_SOON':
      return <Trans>The place in {city} is held only a little longer</Trans>;
    case 'HOLD_LAPSED':
      return <Trans>The hold in {city} has lapsed; the place is free again</Trans>;
    case 'NO_ANSWER':
      return <Trans>No answer from {city} for five working days</Trans>;
    case 'SELECTED_WITHOUT_PROPOSAL':
      return <Trans>Selected, and not proposed to any city yet</Trans>;
    case 'ARRIVAL_OVERDUE':
      return <Trans>Should have arrived in {city}, and nobody has said so</Trans>;
    case 'ARRIVES_SOON':
      return <Trans>Arrives in {city} within two weeks</Trans>;
    case 'DEPARTURE_OVERDUE':
      return <Trans>Should have left {city}, and nobody has said so</Trans>;
    case 'RETURN_NOT_REVIEWED':
      return <Trans>The stay in {city} ends within two weeks; the return isn’t reviewed</Trans>;
    case 'CAPACITY_UNCONFIRMED':
      return (
        <Plural
          value={item.count}
          one="# period of next quarter isn’t confirmed"
          other="# periods of next quarter aren’t confirmed"
        />
      );
    case 'RISK_NOTE_REVIEW_DUE':
      return <Trans>A risk note is due for review</Trans>;
    case 'GLASS_BROKEN':
      return <Trans>Somebody who isn’t on this case broke glass and opened it</Trans>;
    case 'LEAD_TAKEN':
      return <Trans>Somebody took over the lead of this case</Trans>;
    case 'NOTE_ASKED':
      return <Trans>Somebody asks to read a restricted note</Trans>;
  }
}

/** The one main action of a line: a word and where it leads. */
export function actionOf(item: QueueItem): { readonly label: MessageDescriptor; readonly to: string } {
  const stay = `/stays/${item.stay?.id ?? ''}`;
  const match = `/defenders/${item.defender?.code ?? ''}/match`;
  const actions: Record<QueueKind, { label: MessageDescriptor; to: string }> = {
    NO_SHOW_ALARM: { label: msg`Open the stay`, to: stay },
    RISK_RULE_BROKEN: { label: msg`Open the stay`, to: stay },
    CITY_CONFIRMED: { label: msg`Prepare`, to: stay },
    CITY_DECLINED: { label: msg`Match again`, to: match },
    CITY_OFFERS_OTHER_DATES: { label: msg`See the dates`, to: stay },
    HOLD_LAPSES_SOON: { label: msg`Hold longer`, to: stay },
    HOLD_LAPSED: { label: msg`Match again`, to: match },
    NO_ANSWER: { label: msg`Open the stay`, to: stay },
    SELECTED_WITHOUT_PROPOSAL: { label: msg`Match`, to: match },
    ARRIVAL_OVERDUE: { label: msg`Record the arrival`, to: stay },
    ARRIVES_SOON: { label: msg`Open the stay`, to: stay },
    DEPARTURE_OVERDUE: { label: msg`Record the departure`, to: stay },
    RETURN_NOT_REVIEWED: { label: msg`Review the return`, to: stay },
    CAPACITY_UNCONFIRMED: { label: msg`Open the city`, to: `/cities/${item.city?.slug ?? ''}` },
    GLASS_BROKEN: { label: msg`See who and why`, to: `/defenders/${item.defender?.code ?? ''}/disclosure` },
    LEAD_TAKEN: { label: msg`See who and why`, to: `/defenders/${item.defender?.code ?? ''}/disclosure` },
    NOTE_ASKED: { label: msg`Answer`, to: `/defenders/${item.defender?.code ?? ''}/disclosure` },
    RISK_NOTE_REVIEW_DUE: { label: msg`Open the notes`, to: `/defenders/${item.defender?.code ?? ''}/risk` },
  };
  return actions[item.kind];
}
