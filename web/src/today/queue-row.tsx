import { Trans, useLingui } from '@lingui/react/macro';
import type { QueueItem } from '@shelter-city/contract/today';
import { Badge, StatusMark } from '../design/badge.tsx';
import { ButtonLink } from '../design/button.tsx';
import { formatDayShort, formatDays, formatDaysAway, nightsBetween } from '../design/days.ts';
import { TextLink } from '../design/text-link.tsx';
import { actionOf, QueueSentence } from './queue-words.tsx';

/** One line of the queue: who, why in one sentence, by when, and one main action. */
export function QueueRow({ item, asOf, isFirst }: { readonly item: QueueItem; readonly asOf: string; readonly isFirst: boolean }) {
  const { i18n } = useLingui();
  const { label, to } = actionOf(item);
  const alarm = item.kind === 'NO_SHOW_ALARM';
  const overdue = item.due !== null && item.due < asOf;
  return (
    <li
      data-row
      tabIndex={isFirst ? 0 : -1}
      className="grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-1 px-4 py-2.5 hover:bg-hover focus-visible:-outline-offset-2 sm:grid-cols-[minmax(9rem,13rem)_1fr_7rem_minmax(11rem,auto)]"
    >
      <div className="min-w-0 font-medium">
        <StatusMark shape={alarm ? 'triangle' : item.urgent ? 'full' : 'ring'} tone={alarm ? 'bad' : item.urgent ? 'accent' : 'neutral'}>
          <span className="sr-only">{alarm ? <Trans>Alarm:</Trans> : item.urgent ? <Trans>Urgent:</Trans> : null}</span>
          {item.defender ? (
            <TextLink to={`/defenders/${item.defender.code}`}>{item.defender.codeName}</TextLink>
          ) : (
            <TextLink to={`/cities/${item.city?.slug ?? ''}`}>{item.city?.name}</TextLink>
          )}
        </StatusMark>
      </div>
      <div className="min-w-0 max-sm:col-span-2 max-sm:row-start-2">
        <p>
          <QueueSentence item={item} />
        </p>
        {item.stay && (
          <p className="text-sm text-muted tabular-nums">
            {item.stay.placeLabel} · {formatDays(item.stay.span.from, item.stay.span.until)}
          </p>
        )}
      </div>
      <p className="text-sm whitespace-nowrap text-muted tabular-nums max-sm:row-start-3 sm:text-end">
        {item.due === null ? (
          formatDaysAway(nightsBetween(asOf, item.since))
        ) : overdue ? (
          <Badge tone="bad">
            <Trans context="day">since {formatDayShort(item.due)}</Trans>
          </Badge>
        ) : (
          <Trans>by {formatDayShort(item.due)}</Trans>
        )}
      </p>
      <ButtonLink to={to} size="sm" className="max-sm:row-start-3 sm:justify-self-start">
        {i18n._(label)}
      </ButtonLink>
    </li>
  );
}
