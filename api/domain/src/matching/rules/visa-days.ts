import { presencesOfStay } from '../../visa/held-visa.ts';
import type { SchengenPresence } from '../../visa/ninety-in-one-eighty.ts';
import { latestSafeDeparture, stayDaysCheck } from '../../visa/stay-days-check.ts';
import type { PersonThen } from '../candidate.ts';
import type { Finding } from '../finding.ts';
import type { MatchDefender } from '../match-input.ts';
import { carriedBy, daysLeftOf } from '../visa-facts.ts';

/** Every presence that is known, the person's other stays included. */
export function presencesOf({ presences, otherStays, visa }: MatchDefender): SchengenPresence[] {
  return [...(presences ?? []), ...otherStays.flatMap((stay) => presencesOfStay(visa.held, stay))];
}

/**
 * The stay keeps to 90 Schengen days in any 180, with everything else the person was or will be there for; days under a
 * national visa don't count, and days under one of limited territory count and are allowed.
 *
 * Units   days, the day of departure included.
 * Errors  when nobody asked for earlier presences the rule is unknown, unless the stay is over by itself.
 * Source  Schengen Borders Code, Regulation (EU) 2016/399, article 6(1) and (2).
 */
export function visaDays({ input, span }: PersonThen): readonly Finding[] {
  const { presences, profileAsOf, visa } = input.defender;
  const known = presencesOf(input.defender);
  const check = stayDaysCheck(visa.held, known, span);
  const base = {
    rule: 'VISA_DAYS',
    source: 'DEFENDER_PROFILE',
    asOf: presences === null ? null : profileAsOf,
  } as const;
  if (!check.ok) {
    const { firstDayOver, daysOver } = check;
    const params = {
      firstDayOver,
      daysOver,
      latestDeparture: latestSafeDeparture(visa, known, span.from),
    };
    return [{ ...base, verdict: 'BLOCKED', fact: { code: 'VISA_DAYS_OVER', params } }];
  }
  const carried = carriedBy(check.rights);
  if (carried !== null) return [{ ...base, asOf: profileAsOf, verdict: 'FITS', fact: carried }];
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
  return [{ ...base, verdict: 'FITS', fact: daysLeftOf(check) }];
}
