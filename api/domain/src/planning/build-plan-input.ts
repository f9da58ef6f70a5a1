import { daysBetween, epochDayOf } from '../calendar/calendar-date.ts';
import type { DateSpan } from '../calendar/date-span.ts';
import { availableSpans } from '../capacity/free-spans.ts';
import type { MatchCity, MatchPlace } from '../matching/match-input.ts';
import type { AskedPerson, PlanAsk, PlannedSeat } from './plan-ask.ts';
import type { Days, PlanInput } from './plan-input.ts';
import { weightsFor, type PlanWeights } from './plan-weights.ts';
import { arrivalDaysOf, knownPlaces, worthOfStays } from './worth-of-stays.ts';

/** Up to so many days of places and people every day of arrival is tried; else every week, and when something opens. */
const everyDayUpTo = 4_000;

/** What a planner is given, with what its indices mean. */
export type BuiltPlan = {
  readonly input: PlanInput;
  readonly weights: PlanWeights;
  /** Those of the cohort the planner may place: the others are pinned. */
  readonly people: readonly AskedPerson[];
  readonly cities: readonly MatchCity[];
  /** By person, place and start: stays with the same number are equal by all that is more important than fairness. */
  readonly alike: readonly (readonly (readonly number[])[])[];
};

/** The cities as they are with some of the cohort already there. */
export function withSeats(cities: readonly MatchCity[], seats: readonly PlannedSeat[], people: readonly AskedPerson[]): MatchCity[] {
  const interpreters = new Set(people.filter(({ defender }) => defender.interpreterNeeded).map(({ defender }) => defender.defenderId));
  const at = Map.groupBy(seats, ({ placeId }) => placeId);
  return cities.map((city) => ({
    ...city,
    places: city.places.map((place) => {
      const more = (at.get(place.placeId) ?? []).map(({ span, defenderId }) => ({ ...span, defenderId, interpreterNeeded: interpreters.has(defenderId) }));
      return more.length === 0 ? place : { ...place, occupied: [...place.occupied, ...more] };
    }),
  }));
}

/** Whoever must not be near somebody of the cohort, beside those whom the reader's notes name; hidden where it is said to that reader. */
export function withPairs(people: readonly AskedPerson[], apart: PlanAsk['apart'], today: PlanAsk['today'], hidden = false): AskedPerson[] {
  return people.map((person) => {
    const { defenderId, risk } = person.defender;
    const others = apart.flatMap(([a, b]) => (a === defenderId ? [b] : b === defenderId ? [a] : []));
    const more = others.filter((other) => !risk.notNear.some((known) => known.defenderId === other));
    if (more.length === 0) return person;
    const notNear = [...risk.notNear, ...more.map((other) => ({ defenderId: other, hidden, asOf: today }))];
    return { ...person, defender: { ...person.defender, risk: { ...risk, notNear } } };
  });
}

/** The seats that a coordinator pinned. */
export function pinnedSeats(people: readonly AskedPerson[]): PlannedSeat[] {
  return people.flatMap(({ pinned, defender }) => (pinned === null ? [] : [{ ...pinned, defenderId: defender.defenderId }]));
}

/**
 * What the planner is given for a cohort: the pinned are guests already, and for everybody else each place and day is
 * judged by the rules that judge one defender, once.
 *
 * Units   days are numbers since 1970; worths are whole and positive, or -1.
 * Errors  nothing is thrown; whether the pins keep the rules is asked of {@link faultsOfSeats}.
 */
export function buildPlanInput(ask: PlanAsk): BuiltPlan {
  const steps = planInputInSteps(ask);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same person by person, so that whoever has other things to do can do them in between. */
export function* planInputInSteps(ask: PlanAsk): Generator<undefined, BuiltPlan> {
  const all = withPairs(ask.people, ask.apart, ask.today);
  const cities = withSeats(ask.cities, pinnedSeats(all), all);
  const people = all.filter(({ pinned }) => pinned === null);
  const weights = weightsFor(people.length, ask.keeps);
  const places = cities.flatMap((city, at) => city.places.map((place) => ({ place, city, at })));
  const known = knownPlaces(cities);
  const days = people.reduce((sum, person) => {
    const between = arrivalDaysOf(ask, person);
    return between === null ? sum : sum + daysBetween(between.first, between.last) + 1;
  }, 0);
  const step = days * places.length <= everyDayUpTo ? 1 : 7;
  const index = new Map(people.map(({ defender }, at) => [defender.defenderId, at]));
  const worths: ReturnType<typeof worthOfStays>[] = [];
  for (const person of people) {
    worths.push(worthOfStays(ask, person, cities, known, weights, step));
    yield;
  }
  return {
    weights,
    people,
    cities,
    alike: worths.map(({ alike }) => alike),
    input: {
      places: places.map(({ place, city, at }) => ({ id: place.placeId, city: at, gap: city.gapDays, open: availableSpans(place).map(daysOf), taken: takenIn(place, city.gapDays) })),
      people: worths.map(({ id, starts, nights, worth }) => ({ id, starts, nights, worth })),
      limits: limitsOfCities(cities, people),
      // What no plan can help costs nothing, so that full cities don't forbid everything.
      reserves: ask.placesKeptFree === 0 ? [] : [{ places: places.map((_, at) => at), keep: ask.placesKeptFree, price: null }],
      apart: ask.apart.flatMap(([a, b]) => {
        const pair = [index.get(a), index.get(b)] as const;
        return pair[0] === undefined || pair[1] === undefined ? [] : [[pair[0], pair[1]] as const];
      }),
    },
  };
}

const daysOf = ({ from, until }: DateSpan): Days => ({ from: epochDayOf(from), until: epochDayOf(until) });

function takenIn(place: MatchPlace, gap: number): Days[] {
  return place.occupied.map(daysOf).map(({ from, until }) => ({ from, until: until + gap }));
}

function limitsOfCities(cities: readonly MatchCity[], people: readonly AskedPerson[]): PlanInput['limits'] {
  const withInterpreter = people.flatMap(({ defender }, index) => (defender.interpreterNeeded ? [index] : []));
  let first = 0;
  return cities.flatMap((city) => {
    const places = city.places.map((_, at) => first + at);
    first += places.length;
    const guests = city.places.flatMap(({ occupied }) => occupied);
    const atOnce = city.guestsAtOnceAtMost;
    return [
      ...(atOnce === null ? [] : [{ places, people: null, atOnce, standing: guests.map(daysOf) }]),
      ...(withInterpreter.length === 0 ? [] : [{ places, people: withInterpreter, atOnce: 1, standing: guests.filter(({ interpreterNeeded }) => interpreterNeeded).map(daysOf) }]),
    ];
  });
}
