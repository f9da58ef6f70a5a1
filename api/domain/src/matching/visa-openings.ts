import { addDays, daysBetween, type CalendarDate } from '../calendar/calendar-date.ts';
import { spanOfNights } from '../calendar/date-span.ts';
import { stayDaysCheck } from '../visa/held-visa.ts';
import type { MatchInput } from './match-input.ts';
import { presencesOf } from './rules/visa-days.ts';

/** How far past the window another arrival is looked for. Units: days. */
export const daysLookedAhead = 365;

/**
 * The days from which on visa days suffice again for a stay of the wished length, up to a year past the window. Used
 * days fall out of the 180 one by one, so only a scan finds them; without earlier presences there is nothing to find.
 */
export function visaOpenings(input: MatchInput): CalendarDate[] {
  const presences = presencesOf(input.defender);
  if (presences.length === 0) return [];
  const openings: CalendarDate[] = [];
  const last = daysBetween(input.window.earliest, input.window.latest) + daysLookedAhead;
  let open = true;
  for (let days = 0; days <= last; days += 1) {
    const day = addDays(input.window.earliest, days);
    const opensNow = stayDaysCheck(
      input.defender.visa.held,
      presences,
      spanOfNights(day, input.lengthNights),
    ).ok;
    if (opensNow && !open) openings.push(day);
    open = opensNow;
  }
  return openings;
}
