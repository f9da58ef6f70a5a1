import { addDays, daysBetween, type CalendarDate } from '../calendar/calendar-date.ts';
import { spanOfNights } from '../calendar/date-span.ts';
import { areCovered } from '../visa/held-visa.ts';
import { stayDaysCheck } from '../visa/stay-days-check.ts';
import type { MatchInput } from './match-input.ts';
import { presencesOf } from './rules/visa-days.ts';

/** How far past the window another arrival is looked for. Units: days. */
export const daysLookedAhead = 365;

/**
 * The days from which on visa days suffice again, or visas that are held cover a stay of the wished length, up to a year
 * past the window. Used days fall out of the 180 one by one, so only a scan finds them; without earlier presences and
 * without visas there is nothing to find.
 */
export function visaOpenings(input: MatchInput): CalendarDate[] {
  const presences = presencesOf(input.defender);
  const { held } = input.defender.visa;
  if (presences.length === 0 && held.length === 0) return [];
  const openings: CalendarDate[] = [];
  const last = daysBetween(input.window.earliest, input.window.latest) + daysLookedAhead;
  let open = { days: true, covered: true };
  for (let days = 0; days <= last; days += 1) {
    const day = addDays(input.window.earliest, days);
    const span = spanOfNights(day, input.lengthNights);
    const { ok, rights } = stayDaysCheck(held, presences, span);
    const now = { days: ok, covered: held.length > 0 && areCovered(rights) };
    if ((now.days && !open.days) || (now.covered && !open.covered)) openings.push(day);
    open = now;
  }
  return openings;
}
