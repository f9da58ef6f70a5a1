import type { Placeability } from '@shelter-city/contract/board';
import { addDays } from '@shelter-city/domain/calendar/calendar-date';
import { intersectAll, mergeSpans, type DateSpan } from '@shelter-city/domain/calendar/date-span';
import { freeSpans } from '@shelter-city/domain/capacity/free-spans';
import { arrivalRuns, type ArrivalRun } from '@shelter-city/domain/matching/arrival-runs';
import { matchRules, type MatchRule } from '@shelter-city/domain/matching/finding';
import type { MatchInput } from '@shelter-city/domain/matching/match-input';

/**
 * Where someone could lie: the arrival days that no hard rule forbids and on which the nights are free and confirmed,
 * and for the other days the rules that forbid them all (or any of them, when the place has no day at all).
 *
 * A rule that the reader may not know closes its whole city while someone is dragged: days cut out around it would tell
 * whose stay it is about. Units: arrival days, half-open.
 */
export function placeabilityOf(input: MatchInput, arrivals: DateSpan): Placeability['places'] {
  const freeOf = new Map(input.cities.flatMap(({ gapDays, places }) => places.map((place) => [place.placeId, freeSpans(place, gapDays)])));
  const answers = arrivalRuns(input, arrivals);
  const closed = new Set(answers.filter(({ runs }) => runs.some(({ blockedBy }) => blockedBy.includes('HIDDEN_RULE'))).map(({ cityId }) => cityId));
  return answers.map(({ placeId, cityId, runs }) => {
    if (closed.has(cityId)) return { placeId, arrivals: [], blockedBy: ['HIDDEN_RULE'] };
    const allowed = runs.filter(({ verdict }) => verdict === 'FITS' || verdict === 'UNKNOWN').map(({ from, until }) => ({ from, until }));
    const lying = (freeOf.get(placeId) ?? []).map(({ from, until }) => ({ from, until: addDays(until, 1 - input.lengthNights) }));
    const open = intersectAll(mergeSpans(allowed), lying);
    return { placeId, arrivals: open, blockedBy: reasonsOf(runs, open.length > 0) };
  });
}

function reasonsOf(runs: readonly ArrivalRun[], isOpenSometimes: boolean): MatchRule[] {
  // What only a signature is missing for isn't forbidden by any rule, and still can't be taken.
  const closed = runs.filter(({ verdict }) => verdict !== 'FITS').map(({ blockedBy }) => (blockedBy.length > 0 ? blockedBy : (['CAPACITY'] as const)));
  const always = matchRules.filter((rule) => closed.length > 0 && closed.every((rules) => rules.some((broken) => broken === rule)));
  if (isOpenSometimes || always.length > 0) return always;
  return matchRules.filter((rule) => closed.some((rules) => rules.some((broken) => broken === rule)));
}
