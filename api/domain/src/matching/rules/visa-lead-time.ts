import { addDays } from '../../calendar/calendar-date.ts';
import { coverStay } from '../../visa/held-visa.ts';
import type { Suiting } from '../candidate.ts';
import type { Finding } from '../finding.ts';

/**
 * The consulate can decide before arrival, unless visas that are held cover the whole stay.
 *
 * Units   days from today to the consulate's answer.
 * Errors  unknown when nobody asked whether a visa is needed, or how long the consulate takes.
 * Source  "visa lead time of the consulate"; "the visa is the long pole".
 */
export function visaLeadTime({ input, span }: Pick<Suiting, 'input' | 'span'>): readonly Finding[] {
  const { needed, held, leadTimeDays } = input.defender.visa;
  const base = {
    rule: 'VISA_LEAD_TIME',
    source: 'DEFENDER_PROFILE',
    asOf: input.defender.profileAsOf,
  } as const;
  if (needed === false) return [{ ...base, verdict: 'FITS', fact: { code: 'VISA_NOT_NEEDED' } }];
  if (coverStay(held, span)) return [{ ...base, verdict: 'FITS', fact: { code: 'VISA_GRANTED' } }];
  if (needed === null || leadTimeDays === null) {
    const ask = { whom: needed === null ? 'DEFENDER' : 'COORDINATOR' } as const;
    return [
      { ...base, asOf: null, verdict: 'UNKNOWN', fact: { code: 'VISA_LEAD_TIME_NOT_KNOWN' }, ask },
    ];
  }
  const params = { readyOn: addDays(input.today, leadTimeDays) };
  return params.readyOn > span.from
    ? [{ ...base, verdict: 'BLOCKED', fact: { code: 'VISA_TOO_LATE', params } }]
    : [{ ...base, verdict: 'FITS', fact: { code: 'VISA_IN_TIME', params } }];
}
