import { yearOf } from '../../calendar/calendar-date.ts';
import { nothing, type Candidate } from '../candidate.ts';
import type { Finding } from '../finding.ts';

/** The city doesn't get more guests in a year than it asked for. Units: stays that begin in the year of arrival. */
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
