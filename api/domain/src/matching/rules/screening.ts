import { addDays } from '../../calendar/calendar-date.ts';
import { nothing, type Suiting } from '../candidate.ts';
import type { Finding } from '../finding.ts';

/**
 * The city's own screening is done before arrival.
 *
 * Units   days from today.
 * Source  "city's own rules: screening days".
 */
export function screening({
  input,
  at,
  span,
}: Pick<Suiting, 'input' | 'at' | 'span'>): readonly Finding[] {
  const { screeningDays, profileAsOf } = at.city;
  if (screeningDays === 0) return nothing;
  const base = { rule: 'SCREENING', source: 'CITY_PROFILE', asOf: profileAsOf } as const;
  const params = { readyOn: addDays(input.today, screeningDays) };
  return params.readyOn > span.from
    ? [{ ...base, verdict: 'BLOCKED', fact: { code: 'SCREENING_TOO_LATE', params } }]
    : [{ ...base, verdict: 'FITS', fact: { code: 'SCREENING_IN_TIME', params } }];
}
