import type { BoardView } from '@shelter-city/contract/board';
import type { CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import type { DateSpan } from '@shelter-city/domain/calendar/date-span';
import { slugOfCodeName } from '@shelter-city/domain/defenders/code-names';
import { stayTransitions } from '@shelter-city/domain/stays/stay-transitions';
import type { BoardWindow } from './board.repository.ts';

const movable: ReadonlySet<string> = new Set(stayTransitions['stay:move'].from);

/** A window of the board, flat. What lies in a place that isn't shown (retired since) is left out with it. */
export function presentBoard(asOf: CalendarDate, { from, until }: DateSpan, window: BoardWindow): BoardView {
  const shown = new Set(window.places.map(({ id }) => id));
  const isShown = ({ placeId }: { readonly placeId: string }): boolean => shown.has(placeId);
  return {
    asOf,
    from,
    until,
    cities: window.cities,
    places: window.places,
    periods: window.periods.filter(isShown),
    blocked: window.blocked.filter(isShown),
    stays: window.stays.filter(isShown).map((stay) => ({ ...stay, code: slugOfCodeName(stay.codeName), movable: movable.has(stay.status) })),
    unplaced: window.unplaced.map((defender) => ({ ...defender, code: slugOfCodeName(defender.codeName) })),
  };
}
