import { addDays, daysBetween, type CalendarDate } from '../calendar/calendar-date.ts';
import { contains, spanOfNights, type DateSpan } from '../calendar/date-span.ts';
import { arrivalDaysBeforeWindow, arrivalDaysWorthJudging } from './arrival-days.ts';
import type { PreparedCity, PreparedPlace } from './candidate.ts';
import { shortestNightsOffered, type NeededChange } from './city-option.ts';
import { verdictOf, type Judge, type Judged } from './judge.ts';
import { liftingOneRule } from './lifting-one-rule.ts';
import { safetyRules } from './rule-book.ts';
import { daysLookedAhead } from './visa-openings.ts';

/**
 * What would make a city fit, relaxing one rule at a time: another arrival, a shorter stay, a signature, an answer, a
 * passport that lasts. Where more than one thing stands in the way, what would lift each of them by itself. Rules of safety are never relaxed, and where a hidden one stands nothing about dates is said, because the day on which
 * it ends would tell whose stay it is about.
 *
 * Errors  nothing is thrown; an empty list means that nothing of this kind helps.
 * Source  "'What would have to change' is computed by relaxing one blocked rule at a time".
 */
export function whatWouldHaveToChange(
  judge: Judge,
  at: PreparedCity,
  best: Judged,
): NeededChange[] {
  if (best.verdict === 'FITS') return answersNeeded(best);
  if (best.findings.some(({ rule }) => rule === 'HIDDEN_RULE')) return [];
  const changes: NeededChange[] = [];
  const isSafe = !best.findings.some(
    ({ rule, verdict }) => verdict === 'BLOCKED' && safetyRules.has(rule),
  );
  if (isSafe && best.findings.some(({ fact }) => fact.code === 'CAPACITY_UNCONFIRMED'))
    changes.push({ change: 'CONFIRM_CAPACITY', placement: best.placement });
  const places = at.places.filter(
    (prepared) => !judge.findingsThere(at, prepared).some(({ verdict }) => verdict === 'BLOCKED'),
  );
  const moved = nearestArrival(judge, at, places);
  if (moved !== null) changes.push(moved);
  const shorter = longestThatFits(judge, at, places);
  if (shorter !== null) changes.push(shorter);
  if (isSafe && moved === null && shorter === null)
    changes.push(...liftingOneRule(judge, at, best));
  for (const { fact } of best.findings) {
    if (isSafe && fact.code === 'PASSPORT_TOO_SHORT')
      changes.push({ change: 'LONGER_PASSPORT', validUntil: fact.params.requiredUntil });
    if (fact.code === 'PLACE_TAKEN' && fact.params.freeFrom !== null) {
      changes.push({
        change: 'NEXT_FREE_DATE',
        placeId: best.placement.placeId,
        freeFrom: fact.params.freeFrom,
      });
    }
  }
  return [...changes, ...answersNeeded(best)];
}

/** The missing facts of a placement, each with whom to ask. */
function answersNeeded({ findings }: Judged): NeededChange[] {
  return findings.flatMap(({ rule, fact, ask, verdict }) =>
    verdict === 'UNKNOWN' && ask !== undefined && fact.code !== 'CAPACITY_UNCONFIRMED'
      ? [{ change: 'ANSWER' as const, rule, code: fact.code, ask }]
      : [],
  );
}

/** Would it fit if only the person's arrival window were another? */
function fitsButForWindow({ findings }: Judged): boolean {
  return verdictOf(findings.filter(({ rule }) => rule !== 'ARRIVAL_WINDOW')) === 'FITS';
}

/** The question that most often says no, asked before the others because it costs least. */
function isFree(prepared: PreparedPlace, span: DateSpan): boolean {
  return prepared.free.some((open) => contains(open, span));
}

function nearestArrival(
  judge: Judge,
  at: PreparedCity,
  places: readonly PreparedPlace[],
): NeededChange | null {
  const { window, lengthNights } = judge.input;
  const after = { first: addDays(window.latest, 1), last: addDays(window.latest, daysLookedAhead) };
  let nearest: Extract<NeededChange, { change: 'OTHER_ARRIVAL' }> | null = null;
  for (const prepared of places) {
    const fits = (day: CalendarDate): boolean => {
      const span = spanOfNights(day, lengthNights);
      return isFree(prepared, span) && fitsButForWindow(judge.judge(at, prepared, span));
    };
    const later = arrivalDaysWorthJudging(judge, at, prepared, after).find(fits);
    const earlier = arrivalDaysBeforeWindow(judge, at, prepared).find(fits);
    for (const [day, daysMoved] of [
      [later, later === undefined ? 0 : daysBetween(window.latest, later)],
      [earlier, earlier === undefined ? 0 : daysBetween(window.earliest, earlier)],
    ] as const) {
      if (day === undefined) continue;
      if (nearest === null || Math.abs(daysMoved) < Math.abs(nearest.daysMoved)) {
        const placement = {
          placeId: prepared.place.placeId,
          span: spanOfNights(day, lengthNights),
        };
        nearest = { change: 'OTHER_ARRIVAL', placement, daysMoved, rule: null };
      }
    }
  }
  return nearest;
}

function longestThatFits(
  judge: Judge,
  at: PreparedCity,
  places: readonly PreparedPlace[],
): NeededChange | null {
  const { window, lengthNights } = judge.input;
  let longest: Extract<NeededChange, { change: 'SHORTER_LENGTH' }> | null = null;
  for (const prepared of places) {
    const between = { first: window.earliest, last: window.latest };
    for (const day of arrivalDaysWorthJudging(judge, at, prepared, between)) {
      const fits = (nights: number): boolean => {
        const span = spanOfNights(day, nights);
        return isFree(prepared, span) && judge.judge(at, prepared, span).verdict === 'FITS';
      };
      // Whatever fits so many nights fits fewer, so the longest is found by halving, and only if it beats the best.
      let fitting = Math.max(shortestNightsOffered, longest === null ? 0 : longest.nights + 1);
      if (fitting >= lengthNights || !fits(fitting)) continue;
      let tooMany = lengthNights;
      while (tooMany - fitting > 1) {
        const middle = Math.floor((fitting + tooMany) / 2);
        if (fits(middle)) fitting = middle;
        else tooMany = middle;
      }
      const placement = { placeId: prepared.place.placeId, span: spanOfNights(day, fitting) };
      longest = { change: 'SHORTER_LENGTH', placement, nights: fitting, rule: null };
    }
  }
  return longest;
}
