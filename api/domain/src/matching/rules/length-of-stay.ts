import { addMonths } from '../../calendar/calendar-date.ts';
import { nightsIn } from '../../calendar/date-span.ts';
import { longestStayMonths } from '../../stays/refusal-to-change.ts';
import type { PersonThen } from '../candidate.ts';
import type { Finding } from '../finding.ts';

/**
 * The stay is no longer than the programme gives.
 *
 * Units   months of the calendar from the day of arrival; at least one night.
 * Source  "a stay lasts up to three months".
 */
export function lengthOfStay({ span }: PersonThen): readonly Finding[] {
  const base = { rule: 'LENGTH', source: 'PROGRAMME_RULE', asOf: null } as const;
  const nights = nightsIn(span);
  if (nights === 0) return [{ ...base, verdict: 'BLOCKED', fact: { code: 'LENGTH_ZERO' } }];
  const latestDeparture = addMonths(span.from, longestStayMonths);
  return span.until > latestDeparture
    ? [
        {
          ...base,
          verdict: 'BLOCKED',
          fact: { code: 'LENGTH_TOO_LONG', params: { nights, latestDeparture } },
        },
      ]
    : [{ ...base, verdict: 'FITS', fact: { code: 'LENGTH_ALLOWED', params: { nights } } }];
}
