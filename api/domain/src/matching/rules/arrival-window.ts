import { laterOf } from '../../calendar/calendar-date.ts';
import type { Finding } from '../finding.ts';
import type { PersonThen } from '../candidate.ts';

/** The person arrives on a day they can. Units: both ends of the window are days on which arrival is possible. */
export function arrivalWindow({ input, span }: PersonThen): readonly Finding[] {
  const { latest } = input.window;
  const earliest = laterOf(input.window.earliest, input.today);
  const base = {
    rule: 'ARRIVAL_WINDOW',
    source: 'DEFENDER_PROFILE',
    asOf: input.defender.profileAsOf,
  } as const;
  if (span.from < earliest) {
    return [
      { ...base, verdict: 'BLOCKED', fact: { code: 'ARRIVAL_TOO_EARLY', params: { earliest } } },
    ];
  }
  if (span.from > latest) {
    return [
      { ...base, verdict: 'BLOCKED', fact: { code: 'ARRIVAL_TOO_LATE', params: { latest } } },
    ];
  }
  return [
    {
      ...base,
      verdict: 'FITS',
      fact: { code: 'ARRIVAL_IN_WINDOW', params: { arrival: span.from } },
    },
  ];
}
