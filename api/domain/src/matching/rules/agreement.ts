import { nothing, type Candidate } from '../candidate.ts';
import type { Finding } from '../finding.ts';

/**
 * The agreement with the city still holds on the last night; one that ends is a question, because most are renewed.
 *
 * Units   calendar days; `until` is the last day on which it holds.
 * Errors  nothing when no agreement's end is recorded.
 * Source  "load of the city"; the city's record: "agreement valid until".
 */
export function agreement({ at, span }: Candidate): readonly Finding[] {
  const { agreementUntil: until, profileAsOf: asOf } = at.city;
  if (until === null) return nothing;
  const base = { rule: 'AGREEMENT', source: 'CITY_PROFILE', asOf } as const;
  return span.until > until
    ? [
        {
          ...base,
          verdict: 'UNKNOWN',
          fact: { code: 'AGREEMENT_ENDS', params: { until } },
          ask: { whom: 'CITY' },
        },
      ]
    : [{ ...base, verdict: 'FITS', fact: { code: 'AGREEMENT_VALID', params: { until } } }];
}
