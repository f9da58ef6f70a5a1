import { addDays, daysBetween, type CalendarDate } from '../calendar/calendar-date.ts';
import { nightsIn, spanOfNights, type DateSpan } from '../calendar/date-span.ts';
import { arrivalDaysBeforeWindow, arrivalDaysWorthJudging } from './arrival-days.ts';
import type { PreparedCity, PreparedPlace } from './candidate.ts';
import { shortestNightsOffered, type NeededChange } from './city-option.ts';
import type { Finding, MatchRule } from './finding.ts';
import type { Judge, Judged } from './judge.ts';
import { daysLookedAhead } from './visa-openings.ts';

/** Rules about the house: no date helps, another place of the city may. */
const rulesOfThePlace: ReadonlySet<MatchRule> = new Set([
  'STEP_FREE',
  'WOMEN_ONLY',
  'SLEEPS_ALONE',
  'HOUSEHOLD',
  'TRACK',
]);

/** Rules that a shorter stay can keep: of the others another arrival says more. */
const rulesOfLength: ReadonlySet<MatchRule> = new Set(['LENGTH', 'VISA_DAYS', 'PASSPORT']);

/**
 * For each broken rule by itself, what would make that rule pass, whatever else stands in the way: several things do, and
 * no single change makes the city fit. Not to be asked where a rule of safety is broken: no other change is worth making.
 *
 * Units   `daysMoved` are days outside the person's window; 0 inside it.
 * Errors  nothing is thrown; a rule that no change of this kind lifts has none.
 */
export function liftingOneRule(judge: Judge, at: PreparedCity, best: Judged): NeededChange[] {
  const broken = new Set(
    best.findings.filter(({ verdict }) => verdict === 'BLOCKED').map(({ rule }) => rule),
  );
  const prepared = at.places.find(({ place }) => place.placeId === best.placement.placeId);
  if (prepared === undefined) return [];
  return [...broken].flatMap((rule) => changesFor(rule, judge, at, prepared, best));
}

function changesFor(
  rule: MatchRule,
  judge: Judge,
  at: PreparedCity,
  prepared: PreparedPlace,
  best: Judged,
): NeededChange[] {
  if (rule === 'ARRIVAL_WINDOW') {
    // The days that the person named are over: only they can name others.
    const code = 'ARRIVAL_TOO_LATE';
    return [{ change: 'ANSWER', rule, code, ask: { whom: 'DEFENDER' } }];
  }
  const passes = (place: PreparedPlace, span: DateSpan): boolean =>
    !isBroken(rule, judge.judge(at, place, span).findings);
  const changes: NeededChange[] = [];
  if (rulesOfThePlace.has(rule)) {
    const other = at.places.find(
      (place) => place !== prepared && passes(place, best.placement.span),
    );
    if (other !== undefined) return [{ change: 'OTHER_PLACE', placeId: other.place.placeId, rule }];
    if (rule !== 'TRACK') return [];
  }
  const day = nearestDay(judge, at, prepared, passes);
  if (day !== null) {
    const span = spanOfNights(day, judge.input.lengthNights);
    changes.push({
      change: 'OTHER_ARRIVAL',
      placement: { placeId: prepared.place.placeId, span },
      daysMoved: daysOutside(judge, day),
      rule,
    });
  }
  if (rulesOfLength.has(rule)) {
    const { from } = best.placement.span;
    const nights = longestNights(judge, (length) => passes(prepared, spanOfNights(from, length)));
    if (nights !== null) {
      const span = spanOfNights(from, nights);
      const placement = { placeId: prepared.place.placeId, span };
      changes.push({ change: 'SHORTER_LENGTH', placement, nights: nightsIn(span), rule });
    }
  }
  return changes;
}

function isBroken(rule: MatchRule, findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.rule === rule && finding.verdict === 'BLOCKED');
}

/** The first day from the window on, or the last one before it, whichever is nearer to the window. */
function nearestDay(
  judge: Judge,
  at: PreparedCity,
  prepared: PreparedPlace,
  passes: (place: PreparedPlace, span: DateSpan) => boolean,
): CalendarDate | null {
  const { window, lengthNights } = judge.input;
  const fits = (day: CalendarDate): boolean => passes(prepared, spanOfNights(day, lengthNights));
  const ahead = { first: window.earliest, last: addDays(window.latest, daysLookedAhead) };
  const later = arrivalDaysWorthJudging(judge, at, prepared, ahead).find(fits);
  if (later !== undefined && later <= window.latest) return later;
  const earlier = arrivalDaysBeforeWindow(judge, at, prepared).find(fits);
  if (later === undefined || earlier === undefined) return later ?? earlier ?? null;
  return Math.abs(daysOutside(judge, earlier)) < daysOutside(judge, later) ? earlier : later;
}

function daysOutside({ input: { window } }: Judge, day: CalendarDate): number {
  if (day < window.earliest) return daysBetween(window.earliest, day);
  return Math.max(0, daysBetween(window.latest, day));
}

/** The longest stay that passes; `null` when not even the shortest that is offered does. What passes so long passes shorter. */
function longestNights(judge: Judge, passes: (nights: number) => boolean): number | null {
  let fitting = shortestNightsOffered;
  let tooMany = judge.input.lengthNights;
  if (fitting >= tooMany || !passes(fitting)) return null;
  while (tooMany - fitting > 1) {
    const middle = Math.floor((fitting + tooMany) / 2);
    if (passes(middle)) fitting = middle;
    else tooMany = middle;
  }
  return fitting;
}
