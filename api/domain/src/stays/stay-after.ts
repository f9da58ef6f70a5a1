import type { StayChange } from './stay-changes.ts';
import { statusAfter } from './stay-transitions.ts';
import type { Stay } from './stay.ts';

/**
 * The stay after a change that was not refused; the stay that was passed in stays as it is.
 *
 * Errors  a `RangeError` when the state table has no such step: ask `refusalToChange` first.
 */
export function stayAfter(stay: Stay, change: StayChange): Stay {
  const status = statusAfter(stay.status, change.action);
  if (status === null)
    throw new RangeError(`A stay that is ${stay.status} has no step ${change.action}.`);
  const next: Stay = { ...stay, status };
  switch (change.action) {
    case 'stay:move':
      return { ...next, plannedArrival: change.arrival, plannedDeparture: change.departure };
    case 'stay:accept-other-dates':
      return change.offered === null
        ? next
        : { ...next, plannedArrival: change.offered.from, plannedDeparture: change.offered.until };
    case 'stay:propose':
    case 'stay:extend-hold':
      return { ...next, holdUntil: change.holdUntil };
    case 'stay:arrive':
      return { ...next, actualArrival: change.actualArrival };
    case 'stay:extend':
      return { ...next, plannedDeparture: change.departure };
    case 'stay:transfer':
      return { ...next, actualDeparture: change.transferDay };
    case 'stay:cut-short':
    case 'stay:depart':
      return { ...next, actualDeparture: change.actualDeparture };
    case 'stay:offer-other-dates':
    case 'stay:confirm':
    case 'stay:decline':
    case 'stay:lapse':
    case 'stay:turn-down':
    case 'stay:cancel':
    case 'stay:start-travel':
    case 'stay:no-show':
    case 'stay:review-return':
    case 'stay:close':
      return next;
  }
}
