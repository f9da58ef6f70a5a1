import type { PlanInstead, PlanSeat, PlanWhy } from '@shelter-city/contract/plans';
import { dateOfEpochDay } from '@shelter-city/domain/calendar/calendar-date';
import { planInputInSteps, type BuiltPlan } from '@shelter-city/domain/planning/build-plan-input';
import { hiddenFrom } from '@shelter-city/domain/planning/hidden-meetings';
import { judgedSeats } from '@shelter-city/domain/planning/judged-seats';
import type { PlanAsk, PlannedSeat } from '@shelter-city/domain/planning/plan-ask';
import { seatsForPlanner, type AnsweredSeat } from '@shelter-city/domain/planning/seats-of-answer';
import { isOutOfMemory } from '@shelter-city/planner/errand-in-thread';
import { whyNotInWorker } from '@shelter-city/planner/plan-in-worker';
import { usualLeeway, whatLetsIn } from '@shelter-city/planner/what-lets-in';
import { Injectable } from '@nestjs/common';
import { Environment } from '../config/environment.ts';
import { Problem } from '../problems/problem.ts';
import { inSteps } from './in-steps.ts';
import type { PlanFacts } from './plan-facts.service.ts';
import { seatsNamed } from './plan.presenter.ts';

/** So long a question about another city may take. Units: milliseconds. */
const longestQuestion = 8_000;
/** So many questions of one person may wait for an answer. */
const questionsOfOneAtMost = 3;

/** Asks the planner what would follow if somebody were elsewhere, and what would let somebody in. */
@Injectable()
export class PlanInsteadService {
  /** One question at a time: each takes a processor for itself. */
  private turn: Promise<unknown> = Promise.resolve();

  private readonly asked = new Map<string, number>();

  constructor(private readonly environment: Environment) {}

  /**
   * What would follow if a person were in a city: who moves, who loses their place, who gets one.
   *
   * Errors  `busy` to who asked too many questions that aren't answered yet.
   */
  async inCity(accountId: string, facts: PlanFacts, defenderId: string, cityId: string): Promise<PlanInstead> {
    const nothing: PlanInstead = { outcome: 'NO_STAY_POSSIBLE', seat: null, moves: [], leftOut: [], joins: [] };
    const asked = await prepared(facts);
    if (asked === null) return { ...nothing, outcome: 'MAKE_ANEW_FIRST' };
    const { built, seats } = asked;
    const person = built.people.findIndex(({ defender }) => defender.defenderId === defenderId);
    const city = built.cities.findIndex((one) => one.cityId === cityId);
    if (person === -1 || city === -1) return { ...nothing, outcome: person === -1 ? 'PINNED' : 'NO_STAY_POSSIBLE' };
    if (isClosedByAHiddenPair(facts, defenderId, cityId)) return nothing;
    const { planMemoryMb: memoryMb } = this.environment;
    const answer = await this.inTurn(accountId, () => whyNotInWorker(built.input, seats, person, { city }, { signal: AbortSignal.timeout(longestQuestion), memoryMb })).catch((error: unknown) => {
      if (isOutOfMemory(error)) return 'too large' as const;
      throw error;
    });
    if (answer === 'too large') return { ...nothing, outcome: 'TOO_LARGE' };
    if (answer === undefined) return { ...nothing, outcome: 'NOT_FOUND_IN_TIME' };
    if (answer.kind === 'impossible') return nothing;
    const say = saying(facts, built);
    return {
      outcome: 'POSSIBLE',
      seat: say.seat(answer.seat),
      moves: answer.moves.filter(({ after }) => after.person !== person).map(({ before, after }) => ({ defender: say.who(after), before: say.seat(before), after: say.seat(after) })),
      leftOut: answer.leftOut.map(say.who),
      joins: answer.joins.filter((seat) => seat.person !== person).map((seat) => ({ defender: say.who(seat), seat: say.seat(seat) })),
    };
  }

  private async inTurn<T>(accountId: string, question: () => Promise<T>): Promise<T> {
    const waiting = this.asked.get(accountId) ?? 0;
    if (waiting >= questionsOfOneAtMost) throw new Problem('busy');
    this.asked.set(accountId, waiting + 1);
    const mine = this.turn.then(question);
    this.turn = mine.catch(() => undefined);
    try {
      return await mine;
    } finally {
      const left = (this.asked.get(accountId) ?? 1) - 1;
      if (left === 0) this.asked.delete(accountId);
      else this.asked.set(accountId, left);
    }
  }

  /** The smallest changes that let somebody in whom the plan left out, while nobody else moves; nothing for one who has a place. */
  async letsIn(facts: PlanFacts, defenderId: string): Promise<PlanWhy['letsIn']> {
    if (facts.seats.some((seat) => seat.defenderId === defenderId)) return null;
    const asked = await prepared(facts);
    if (asked === null) return null;
    const { built, seats } = asked;
    const person = built.people.findIndex(({ defender }) => defender.defenderId === defenderId);
    if (person === -1) return null;
    const say = saying(facts, built);
    const banned = facts.ask.people.find(({ defender }) => defender.defenderId === defenderId)?.bannedCities ?? [];
    // Other days and lengths were never judged: each that is free is, before it is told. A city that a hidden note closes has none.
    const mayHave = (seat: AnsweredSeat): boolean => {
      const city = built.cities[built.input.places[seat.place]?.city ?? -1]?.cityId;
      return city !== undefined && !banned.includes(city) && !isClosedByAHiddenPair(facts, defenderId, city) && isAllowed(facts, say.planned(seat));
    };
    const { free, onePlaceMore, shift, shorter } = whatLetsIn(built.input, seats, person, { ...usualLeeway, mayHave });
    return {
      free: free.map(say.seat),
      onePlaceMore: onePlaceMore.flatMap(({ city, from, until }) => {
        const name = say.city(city);
        return name === null ? [] : [{ city: name, span: { from: dateOfEpochDay(from), until: dateOfEpochDay(until) } }];
      }),
      otherDays: shift ? { days: shift.days, seat: say.seat(shift.seat) } : null,
      shorter: shorter ? { nights: shorter.nights, seat: say.seat(shorter.seat) } : null,
    };
  }
}

/** Whether somebody has a seat in a city whom a note that the reader may not read keeps away: forcing it would name who moves. */
function isClosedByAHiddenPair({ ask, seats }: PlanFacts, defenderId: string, cityId: string): boolean {
  const away = hiddenFrom(ask, defenderId);
  const places = new Set(ask.cities.find((city) => city.cityId === cityId)?.places.map(({ placeId }) => placeId));
  return seats.some((seat) => away.has(seat.defenderId) && places.has(seat.placeId));
}

/** The draft as the planner takes it; `null` when a seat keeps the rules no more. */
async function prepared({ ask, seats }: PlanFacts): Promise<{ readonly built: BuiltPlan; readonly seats: readonly AnsweredSeat[] } | null> {
  const built = await inSteps(planInputInSteps(ask));
  const asked = built && seatsForPlanner(built, seats, ask.people);
  return built === undefined || asked === null || asked === undefined ? null : { built, seats: asked };
}

function saying({ world, people }: PlanFacts, { input, people: planned, cities }: BuiltPlan) {
  const named = seatsNamed(world);
  const codes = new Map(people.map(({ id, code, codeName }) => [id, { code, codeName }]));
  const seatOf = ({ person, place, from, until }: AnsweredSeat): PlannedSeat => ({
    defenderId: planned[person]?.defender.defenderId ?? '',
    placeId: input.places[place]?.id ?? '',
    span: { from: dateOfEpochDay(from), until: dateOfEpochDay(until) },
  });
  return {
    planned: seatOf,
    seat: (seat: AnsweredSeat): PlanSeat => named(seatOf(seat)),
    who: (seat: AnsweredSeat) => codes.get(seatOf(seat).defenderId) ?? { code: '', codeName: '' },
    city: (at: number) => {
      const name = world.names.cities.find(({ id }) => id === cities[at]?.cityId);
      return name === undefined ? null : { id: name.id, slug: name.slug, name: name.name };
    },
  };
}

/** Whether somebody could have a seat if only their days and their length were those of the seat: nobody judged it yet. */
function isAllowed({ ask, seats }: PlanFacts, seat: PlannedSeat): boolean {
  const people: PlanAsk['people'] = ask.people.map((person) =>
    person.defender.defenderId === seat.defenderId
      ? { ...person, window: { earliest: seat.span.from, latest: seat.span.from } }
      : person,
  );
  if (seat.span.from < ask.today) return false;
  return judgedSeats({ ...ask, people }, [...seats, seat], [seat])[0]?.brokenBy.length === 0;
}
