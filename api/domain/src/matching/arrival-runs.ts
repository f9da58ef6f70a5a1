import { addDays, type CalendarDate } from '../calendar/calendar-date.ts';
import { nightsOf, spanOfNights, type DateSpan } from '../calendar/date-span.ts';
import type { PreparedCity, PreparedPlace } from './candidate.ts';
import type { CityVerdict } from './city-option.ts';
import { matchRules, type Finding, type MatchRule } from './finding.ts';
import { judgeOf, verdictOf, type Judge } from './judge.ts';
import type { MatchInput } from './match-input.ts';

/**
 * Neighbouring arrival days on which a place answers the same. Units: `from` and `until` are arrival **days**,
 * half-open; `blockedBy` are the broken rules in their order, none when the verdict is `FITS` or `UNKNOWN`.
 */
export type ArrivalRun = DateSpan & {
  readonly verdict: CityVerdict;
  readonly blockedBy: readonly MatchRule[];
};

/** A place's answer for every arrival day asked about. */
export type PlaceArrivals = {
  readonly cityId: string;
  readonly placeId: string;
  readonly runs: readonly ArrivalRun[];
};

type Answer = Pick<ArrivalRun, 'verdict' | 'blockedBy'>;

/**
 * For every place, on which days the person could arrive and which rules forbid the others: what a board shades while
 * someone is dragged over it. Cities and places come in the input's order and by id.
 *
 * Units   `arrivals` are days, half-open; every stay has the input's `lengthNights`.
 * Errors  nothing is thrown; an empty span of days gives places without runs.
 */
export function arrivalRuns(input: MatchInput, arrivals: DateSpan): PlaceArrivals[] {
  const judge = judgeOf(input);
  const days = nightsOf(arrivals);
  const personal = changesForThePerson(judge, days);
  return judge.cities.flatMap((at) =>
    at.places.map((prepared) => ({
      cityId: at.city.cityId,
      placeId: prepared.place.placeId,
      runs: runsOf(judge, at, prepared, arrivals, personal),
    })),
  );
}

function blockedBy(findings: readonly Finding[]): MatchRule[] {
  const broken = new Set(
    findings.filter(({ verdict }) => verdict === 'BLOCKED').map(({ rule }) => rule),
  );
  return matchRules.filter((rule) => broken.has(rule));
}

function isSame(a: Answer, b: Answer): boolean {
  return a.verdict === b.verdict && a.blockedBy.join() === b.blockedBy.join();
}

/** The days on which what the person may do changes, the first day included: visa, passport, papers, other stays. */
function changesForThePerson(judge: Judge, days: readonly CalendarDate[]): CalendarDate[] {
  let before: string | null = null;
  return days.filter((day) => {
    const now = blockedBy(judge.findingsThen(spanOfNights(day, judge.input.lengthNights))).join();
    const changes = now !== before;
    before = now;
    return changes;
  });
}

/** The days on which an answer about nights can change: a stay begins or ends to touch the edge of some span. */
function changesOfNights(judge: Judge, at: PreparedCity, prepared: PreparedPlace): CalendarDate[] {
  const { today, lengthNights } = judge.input;
  const { confirmed, unconfirmed, blocked, occupied } = prepared.place;
  const spans: readonly DateSpan[] = [
    ...prepared.free,
    ...prepared.freeOnceConfirmed,
    ...confirmed,
    ...unconfirmed,
    ...blocked,
    ...occupied,
    ...at.guests,
  ];
  return [
    addDays(today, at.city.screeningDays),
    ...spans.flatMap(({ from, until }) => [
      from,
      until,
      addDays(from, 1 - lengthNights),
      addDays(until, 1 - lengthNights),
    ]),
  ];
}

function runsOf(
  judge: Judge,
  at: PreparedCity,
  prepared: PreparedPlace,
  arrivals: DateSpan,
  personal: readonly CalendarDate[],
): ArrivalRun[] {
  const inside = changesOfNights(judge, at, prepared).filter(
    (day) => day > arrivals.from && day < arrivals.until,
  );
  const changes = [...new Set([...personal, ...inside])].sort();
  const runs: ArrivalRun[] = [];
  for (const [index, from] of changes.entries()) {
    const until = changes[index + 1] ?? arrivals.until;
    const { findings } = judge.judge(at, prepared, spanOfNights(from, judge.input.lengthNights));
    const answer: Answer = { verdict: verdictOf(findings), blockedBy: blockedBy(findings) };
    const last = runs.at(-1);
    if (last !== undefined && isSame(last, answer)) runs[runs.length - 1] = { ...last, until };
    else runs.push({ from, until, ...answer });
  }
  return runs;
}
