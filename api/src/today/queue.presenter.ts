import type { QueueItem, QueueView } from '@shelter-city/contract/today';
import type { CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import { slugOfCodeName } from '@shelter-city/domain/defenders/code-names';
import { linesPerKind } from './queue-sql.ts';
import type { QueueLine } from './queue.repository.ts';

/** The queue, what is urgent first, then by the day by which something must happen (or since which it waits). */
export function presentQueue(asOf: CalendarDate, lines: readonly QueueLine[]): QueueView {
  const kinds = Map.groupBy(lines, ({ kind }) => kind);
  const items = [...kinds.values()].flatMap((ofKind) => ofKind.slice(0, linesPerKind)).map(presentLine);
  return {
    asOf,
    items: items.sort((a, b) => Number(b.urgent) - Number(a.urgent) || compare(dayOf(a), dayOf(b)) || compare(a.key, b.key)),
    more: [...kinds.values()].some(({ length }) => length > linesPerKind),
  };
}

const dayOf = ({ due, since }: QueueItem): string => due ?? since;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function presentLine({ kind, urgent, since, due, codeName, defenderId, city, stay, count, reasonCode }: QueueLine): QueueItem {
  return {
    key: `${kind}/${stay?.id ?? defenderId ?? city?.id ?? ''}`,
    kind,
    urgent,
    since,
    due,
    defender: codeName === null ? null : { code: slugOfCodeName(codeName), codeName },
    city,
    stay,
    count,
    reasonCode,
  };
}
