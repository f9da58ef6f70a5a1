import { laterOf, type CalendarDate } from '../../calendar/calendar-date.ts';
import type { DateSpan } from '../../calendar/date-span.ts';
import type { Finding } from '../finding.ts';
import type { MatchInput } from '../match-input.ts';

/** Of the facts about the person and the nights, all that this rule reads. */
export type ArrivalFacts = {
  readonly input: Pick<MatchInput, 'today' | 'window'> & {
    readonly defender: { readonly profileAsOf: CalendarDate | null };
  };
  readonly span: Pick<DateSpan, 'from'>;
};

/**
 * The person arrives on a day they can.
 *
 * Units   both ends of the window are days on which arrival is possible; a day before today never is.
 * Source  "arrival between earliest and latest", as the person named them.
 */
export function arrivalWindow({ input, span }: ArrivalFacts): readonly Finding[] {
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
