import { addDays, earlierOf, laterOf, type CalendarDate } from '../calendar/calendar-date.ts';
import { spanOfNights } from '../calendar/date-span.ts';
import { inOrderAboveFairness, rankedOf, type Ranked } from '../matching/agreed-order.ts';
import { judgeOf } from '../matching/judge.ts';
import type { MatchCity } from '../matching/match-input.ts';
import { shareAskedOfAll } from '../matching/rules/fairness.ts';
import { hiddenFrom } from './hidden-meetings.ts';
import { withPairs, withSeats } from './build-plan-input.ts';
import type { AskedPerson, PlanAsk, PlannedSeat } from './plan-ask.ts';
import { urgencyOf } from './plan-weights.ts';
import { arrivalDaysOf } from './worth-of-stays.ts';

/** Somebody more urgent would rather have the place that somebody less urgent got, and could have had it. */
export type JustifiedEnvy = { readonly defenderId: string; readonly ofDefenderId: string; readonly cityId: string };

/**
 * Whom a plan leaves with a justified envy: by all that is more important than fairness, the other's place would be better
 * for them, and with the other away it keeps every rule. Whom a coordinator pinned nobody envies, nor do they. A city that
 * has somebody of a hidden pair with them is left out whole: whose place alone they could have had would name the other.
 *
 * Source  "a list of justified envy (someone more urgent prefers a place that a less urgent person got, and could have had it), aim 0".
 */
export function justifiedEnvy(ask: PlanAsk, seats: readonly PlannedSeat[]): JustifiedEnvy[] {
  const people = withPairs(ask.people, ask.apart, ask.today);
  const cityOf = new Map(ask.cities.flatMap((city) => city.places.map(({ placeId }) => [placeId, city] as const)));
  const seatOf = new Map(seats.map((seat) => [seat.defenderId, seat]));
  const level = ({ defender }: AskedPerson) => urgencyOf(defender.risk.level);
  const others = people.filter(({ pinned }) => pinned === null);
  return others.filter((person) => level(person) > 0).flatMap((person) => {
    const { defenderId } = person.defender;
    const own = seatOf.get(defenderId);
    const closed = new Set([...hiddenFrom(ask, defenderId)].map((other) => cityOf.get(seatOf.get(other)?.placeId ?? '')));
    const ownCity = own && cityOf.get(own.placeId);
    const has = own && ownCity ? judged(ask, person, ownCity, own.placeId, [own.span.from], seats.filter((seat) => seat !== own))[0] : undefined;
    return others.filter((other) => level(other) < level(person)).flatMap((other): JustifiedEnvy[] => {
      const theirs = seatOf.get(other.defender.defenderId);
      const city = theirs && cityOf.get(theirs.placeId);
      if (theirs === undefined || city === undefined || closed.has(city) || person.bannedCities.includes(city.cityId)) return [];
      const without = seats.filter((seat) => seat !== own && seat !== theirs);
      const isBetter = judged(ask, person, city, theirs.placeId, daysIn(ask, person, theirs, own), without).some((one) => has === undefined || inOrderAboveFairness(one, has) < 0);
      return isBetter ? [{ defenderId, ofDefenderId: other.defender.defenderId, cityId: city.cityId }] : [];
    });
  });
}

/** When the person would arrive in the other's stead: as soon as they can, when the other does, or when they now do. */
function daysIn(ask: PlanAsk, person: AskedPerson, theirs: PlannedSeat, own: PlannedSeat | undefined): CalendarDate[] {
  const between = arrivalDaysOf(ask, person);
  if (between === null) return [];
  const days = [between.first, theirs.span.from, addDays(theirs.span.until, -person.lengthNights), ...(own ? [own.span.from] : [])];
  return [...new Set(days.map((day) => laterOf(between.first, earlierOf(between.last, day))))];
}

/** The stays from some days that keep every rule, and in a place that is signed for. */
function judged({ today, cities, people }: PlanAsk, { defender, window, lengthNights }: AskedPerson, city: MatchCity, placeId: string, days: readonly CalendarDate[], others: readonly PlannedSeat[]): Ranked[] {
  const input = { today, defender, window, lengthNights, cities };
  const judge = judgeOf({ ...input, cities: withSeats([city], others, people) }, shareAskedOfAll(input));
  const [at] = judge.cities;
  const prepared = at?.places.find(({ place }) => place.placeId === placeId);
  if (at === undefined || prepared === undefined) return [];
  return days
    .map((day) => judge.judge(at, prepared, spanOfNights(day, lengthNights)))
    .filter(({ verdict, findings }) => (verdict === 'FITS' || verdict === 'UNKNOWN') && !findings.some(({ rule, verdict: said }) => rule === 'CAPACITY' && said === 'UNKNOWN'))
    .map(rankedOf);
}
