import { passportCheck } from '../../visa/passport-validity.ts';
import type { PersonThen } from '../candidate.ts';
import type { Finding } from '../finding.ts';

/**
 * The passport outlives the stay: three months are the law, six the programme's wish, so fewer is only weaker.
 *
 * Units   months of the calendar after the day of departure.
 * Errors  unknown when the passport's end isn't recorded.
 * Source  Schengen Borders Code, Regulation (EU) 2016/399, article 6(1)(a); the criterion "valid six months or more".
 */
export function passport({ input, span }: PersonThen): readonly Finding[] {
  const { passportValidUntil: validUntil, profileAsOf } = input.defender;
  const base = {
    rule: 'PASSPORT',
    source: 'DEFENDER_PROFILE',
    asOf: validUntil === null ? null : profileAsOf,
  } as const;
  const check = passportCheck(validUntil, span.until);
  if (validUntil === null || check.state === 'NOT_KNOWN') {
    return [
      {
        ...base,
        verdict: 'UNKNOWN',
        fact: { code: 'PASSPORT_NOT_KNOWN' },
        ask: { whom: 'DEFENDER' },
      },
    ];
  }
  switch (check.state) {
    case 'TOO_SHORT': {
      const params = { validUntil, requiredUntil: check.requiredUntil };
      return [{ ...base, verdict: 'BLOCKED', fact: { code: 'PASSPORT_TOO_SHORT', params } }];
    }
    case 'SHORTER_THAN_WISHED': {
      const params = { validUntil, wishedUntil: check.wishedUntil };
      return [
        { ...base, verdict: 'WEAKER', fact: { code: 'PASSPORT_SHORTER_THAN_WISHED', params } },
      ];
    }
    case 'VALID':
      return [
        { ...base, verdict: 'FITS', fact: { code: 'PASSPORT_VALID', params: { validUntil } } },
      ];
  }
}
