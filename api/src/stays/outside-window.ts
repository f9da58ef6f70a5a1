import type { CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import type { DateSpan } from '@shelter-city/domain/calendar/date-span';
import { arrivalWindow } from '@shelter-city/domain/matching/rules/arrival-window';
import { Problem } from '../problems/problem.ts';
import type { PlacementFacts } from './placements.repository.ts';

/**
 * The problem that says that an arrival lies outside the days that the person named; `null` when it doesn't, or when they
 * named none. It is the person's own word, so it is asked last, and a coordinator may overrule it with a reason.
 */
export function outsideWindow({ defender }: PlacementFacts, { from }: DateSpan, today: CalendarDate): Problem | null {
  const window = { earliest: defender.earliestArrival ?? from, latest: defender.latestArrival ?? from };
  const [finding] = arrivalWindow({ input: { today, window, defender: { profileAsOf: null } }, span: { from } });
  if (finding?.fact.code === 'ARRIVAL_TOO_EARLY') return problem('arrival-before-window', finding.fact.params);
  if (finding?.fact.code === 'ARRIVAL_TOO_LATE') return problem('arrival-after-window', finding.fact.params);
  return null;
}

const problem = (code: string, params: Readonly<Record<string, string>>) => new Problem('arrival-outside-window', { errors: [{ pointer: '/arrivesOn', code, params }] });
