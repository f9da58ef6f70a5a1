import { yearOf } from '../../calendar/calendar-date.ts';
import { nothing, type Candidate } from '../candidate.ts';
import type { Finding } from '../finding.ts';

/**
 * The city doesn't get more guests in a year than it asked for.
 *
 * Units   stays that begin in the year of arrival.
 * Errors  nothing when the city named no number.
 * Source  "load of the city: yearly cap", the fifth of the agreed order. Exam weeks and absences are blocked days:
 *         they close the place.
 */
export function cityLoad({ at, span }: Candidate): readonly Finding[] {
  const atMost = at.city.guestsAYearAtMost;
  if (atMost === null) return nothing;
  const year = yearOf(span.from);
  const guests = at.city.places.reduce(
    (sum, place) => sum + place.occupied.filter(({ from }) => yearOf(from) === year).length,
    0,
  );
  const base = { rule: 'CITY_LOAD', source: 'STAYS', asOf: at.city.profileAsOf } as const;
  const params = { year, guests, atMost };
  return guests >= atMost
    ? [{ ...base, verdict: 'WEAKER', fact: { code: 'GUESTS_A_YEAR_REACHED', params } }]
    : [{ ...base, verdict: 'FITS', fact: { code: 'GUESTS_A_YEAR_OK', params } }];
}
