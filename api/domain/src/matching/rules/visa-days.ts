import { presenceOfStay, stayDaysCheck } from '../../visa/held-visa.ts';
import { latestDeparture, type SchengenPresence } from '../../visa/ninety-in-one-eighty.ts';
import type { PersonThen } from '../candidate.ts';
import type { Finding } from '../finding.ts';
import type { MatchDefender } from '../match-input.ts';

/** Every presence that is known, the person's other stays included. */
export function presencesOf({ presences, otherStays, visa }: MatchDefender): SchengenPresence[] {
  return [...(presences ?? []), ...otherStays.map((stay) => presenceOfStay(visa.held, stay))];
}

/**
 * The stay keeps to 90 Schengen days in any 180, with everything else the person was or will be there for, unless a
 * national visa or one of limited territory carries it.
 *
 * Errors  when nobody asked for earlier presences the rule is unknown, unless the stay is over by itself.
 * Source  Schengen Borders Code, Regulation (EU) 2016/399, article 6(1) and (2).
 */
export function visaDays({ input, span }: PersonThen): readonly Finding[] {
  const { presences, profileAsOf } = input.defender;
  const known = presencesOf(input.defender);
  const check = stayDaysCheck(input.defender.visa.held, known, span);
  const base = {
    rule: 'VISA_DAYS',
    source: 'DEFENDER_PROFILE',
    asOf: presences === null ? null : profileAsOf,
  } as const;
  if (!check.ok) {
    const { firstDayOver, daysOver } = check;
    const params = { firstDayOver, daysOver, latestDeparture: latestDeparture(known, span.from) };
    return [{ ...base, verdict: 'BLOCKED', fact: { code: 'VISA_DAYS_OVER', params } }];
  }
  if ('by' in check) {
    const { kind, validUntil } = check.by;
    const code = kind === 'NATIONAL' ? 'VISA_DAYS_NOT_COUNTED' : 'VISA_OF_LIMITED_TERRITORY';
    return [
      { ...base, asOf: profileAsOf, verdict: 'FITS', fact: { code, params: { validUntil } } },
    ];
  }
  if (presences === null) {
    return [
      {
        ...base,
        verdict: 'UNKNOWN',
        fact: { code: 'VISA_DAYS_NOT_KNOWN' },
        ask: { whom: 'DEFENDER' },
      },
    ];
  }
  const { daysUsed, daysLeft } = check;
  return [
    { ...base, verdict: 'FITS', fact: { code: 'VISA_DAYS_LEFT', params: { daysUsed, daysLeft } } },
  ];
}
