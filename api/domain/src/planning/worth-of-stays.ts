import { addDays, daysBetween, earlierOf, epochDayOf, laterOf, type CalendarDate } from '../calendar/calendar-date.ts';
import { contains, spanOfNights } from '../calendar/date-span.ts';
import { inAgreedOrder, inOrderAboveFairness, softKey, type Standing } from '../matching/agreed-order.ts';
import { arrivalDaysWorthJudging } from '../matching/arrival-days.ts';
import { judgeOf, type Judge } from '../matching/judge.ts';
import type { MatchCity } from '../matching/match-input.ts';
import type { AskedPerson, PlanAsk } from './plan-ask.ts';
import type { PlanInput } from './plan-input.ts';
import { urgencyOf, type PlanWeights } from './plan-weights.ts';

/** One stay that no rule about the two alone forbids; `kind` is of places that are alike for this person. */
type Allowed = { readonly kind: string; readonly start: number; readonly standing: Standing };

/** Where each place stands in the planner's list, and what all places share that no rule can tell apart. */
export type KnownPlaces = { readonly indices: ReadonlyMap<string, number>; readonly kinds: ReadonlyMap<string, string> };

/** The places of some cities, as {@link worthOfStays} looks at them. */
export function knownPlaces(cities: readonly MatchCity[]): KnownPlaces {
  const all = cities.flatMap((city) => city.places.map((place) => ({ ...place, cityId: city.cityId })));
  return {
    indices: new Map(all.map(({ placeId }, index) => [placeId, index])),
    kinds: new Map(all.map(({ placeId, ...facts }) => [placeId, JSON.stringify(facts)])),
  };
}

/** The first and the last day on which someone could arrive by this plan; `null` when there is none. */
export function arrivalDaysOf({ today, arrivals }: Pick<PlanAsk, 'today' | 'arrivals'>, { window }: Pick<AskedPerson, 'window'>): { readonly first: CalendarDate; readonly last: CalendarDate } | null {
  const first = laterOf(laterOf(window.earliest, arrivals.from), today);
  const last = earlierOf(window.latest, addDays(arrivals.until, -1));
  return first > last ? null : { first, last };
}

/** Every `step` days, the last day included. */
function grid({ first, last }: { readonly first: CalendarDate; readonly last: CalendarDate }, step: number): CalendarDate[] {
  const days: CalendarDate[] = [];
  for (let at = 0; at <= daysBetween(first, last); at += step) days.push(addDays(first, at));
  if (days.at(-1) !== last) days.push(last);
  return days;
}

/**
 * A person's days of arrival and what a stay from each is worth in each place, by the rules that judge one defender: a
 * broken hard rule, a banned city or a night that is only asked for make it -1. Besides every `step` days a place is
 * tried on the days on which something opens there. Of places that are alike one is judged.
 *
 * `alike` has a number for each stay: those with the same one are equal by all that is more important than fairness.
 */
export function worthOfStays(ask: PlanAsk, person: AskedPerson, cities: readonly MatchCity[], { indices, kinds }: KnownPlaces, weights: PlanWeights, step: number): PlanInput['people'][number] & { readonly alike: readonly (readonly number[])[] } {
  const { defender, window, lengthNights } = person;
  const between = arrivalDaysOf(ask, person);
  const judge = judgeOf({ today: ask.today, defender, window, lengthNights, cities });
  // Where the person was is worth more than a place like it.
  const kindOf = (placeId: string): string => (placeId === person.kept?.placeId ? placeId : (kinds.get(placeId) ?? placeId));
  const days = between === null ? [] : daysToTry(judge, between, step, person.kept, kindOf);
  const starts = [...new Set(days.flatMap(({ days: tried }) => tried))].sort();
  const startIndex = new Map(starts.map((day, index) => [day, index]));
  const allowed: Allowed[] = [];
  for (const { at, prepared, days: tried, kind } of days) {
    const isClosed = person.bannedCities.includes(at.city.cityId) || judge.findingsThere(at, prepared).some(({ verdict }) => verdict === 'BLOCKED');
    if (isClosed) continue;
    for (const day of tried) {
      const span = spanOfNights(day, lengthNights);
      // The question that most often says no, asked before the rules because it costs least.
      if (!prepared.free.some((open) => contains(open, span))) continue;
      if (judge.findingsThen(span).some(({ verdict }) => verdict === 'BLOCKED')) continue;
      const judged = judge.judge(at, prepared, span);
      if (judged.verdict !== 'FITS' && judged.verdict !== 'UNKNOWN') continue;
      // The findings themselves aren't kept: of thousands of stays they would fill the memory.
      allowed.push({ kind, start: startIndex.get(day) ?? -1, standing: { verdict: judged.verdict, blocked: judged.blocked, key: softKey(judged) } });
    }
  }
  const nowhere = new Array<number>(starts.length).fill(-1);
  const rows = new Map(days.map(({ kind }) => [kind, [...nowhere]]));
  const groups = new Map(days.map(({ kind }) => [kind, [...nowhere]]));
  const urgency = urgencyOf(defender.risk.level);
  for (const { stay: { kind, start }, comfort, group } of comfortOf(allowed, weights.comfort)) {
    const day = starts[start];
    const row = rows.get(kind);
    if (day === undefined || row === undefined) continue;
    const weeksLater = Math.min(weights.weeks, Math.floor(Math.max(0, daysBetween(window.earliest, day)) / 7));
    const isKept = person.kept !== null && person.kept.placeId === kind && person.kept.span.from === day;
    row[start] = weights.placed + urgency * weights.urgent + (isKept ? weights.kept : 0) + (urgency > 0 ? weights.weekSooner * (weights.weeks - weeksLater) : 0) + comfort;
    (groups.get(kind) ?? [])[start] = group;
  }
  const byPlace = (found: ReadonlyMap<string, readonly number[]>) => [...indices.keys()].map((placeId) => found.get(kindOf(placeId)) ?? nowhere);
  return { id: defender.defenderId, starts: starts.map(epochDayOf), nights: starts.map(() => lengthNights), worth: byPlace(rows), alike: byPlace(groups) };
}

function daysToTry(judge: Judge, between: { readonly first: CalendarDate; readonly last: CalendarDate }, step: number, kept: AskedPerson['kept'], kindOf: (placeId: string) => string) {
  const seen = new Set<string>();
  const regular = grid(between, step);
  const ownIn = (placeId: string) => (kept?.placeId === placeId && kept.span.from >= between.first && kept.span.from <= between.last ? [kept.span.from] : []);
  return judge.cities.flatMap((at) =>
    at.places.flatMap((prepared) => {
      const kind = kindOf(prepared.place.placeId);
      if (seen.has(kind)) return [];
      seen.add(kind);
      const days = step === 1 ? regular : [...new Set([...regular, ...ownIn(prepared.place.placeId), ...arrivalDaysWorthJudging(judge, at, prepared, between)])].sort();
      return [{ at, prepared, days, kind }];
    }),
  );
}

/**
 * How well each of somebody's own options does in the agreed order: the best `most`, the worst 0, equal ones alike. And
 * its group: one for all that are equal until fairness is asked.
 */
function comfortOf(allowed: readonly Allowed[], most: number): { readonly stay: Allowed; readonly comfort: number; readonly group: number }[] {
  const sorted = [...allowed].sort((a, b) => inAgreedOrder(a.standing, b.standing));
  let [rank, group] = [0, 0];
  const places = sorted.map((stay, index) => {
    const before = sorted[index - 1];
    if (before !== undefined && inAgreedOrder(before.standing, stay.standing) !== 0) rank += 1;
    if (before !== undefined && inOrderAboveFairness(before.standing, stay.standing) !== 0) group += 1;
    return { stay, rank, group };
  });
  return places.map((place) => ({ stay: place.stay, comfort: rank === 0 ? most : Math.round(most * (1 - place.rank / rank)), group: place.group }));
}
