import {
  latestDeparture,
  presenceOf,
  visaDaysCheck,
  type SchengenPresence,
} from '../../visa/ninety-in-one-eighty.ts';
import type { PersonThen } from '../candidate.ts';
import type { Finding } from '../finding.ts';
import type { MatchDefender } from '../match-input.ts';

/** Every presence that is known, the person's other stays included. */
export function presencesOf({ presences, otherStays }: MatchDefender): SchengenPresence[] {
  return [...(presences ?? []), ...otherStays.map(presenceOf)];
}

/**
 * The stay keeps to 90 Schengen days in any 180, with everything else the person was or will be there for.
 *
 * Errors  when nobody asked for earlier presences the rule is unknown, unless the stay is over by itself.
 * Source  Schengen Borders Code, article 6(1).
 */
export function visaDays({ input, span }: PersonThen): readonly Finding[] {
  const { presences, profileAsOf } = input.defender;
  const known = presencesOf(input.defender);
  const check = visaDaysCheck(known, span);
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
