import { addDays, earlierOf, laterOf, type CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import type { PlanAsk, PlannedSeat } from '@shelter-city/domain/planning/plan-ask';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { Clock } from '../config/clock.ts';
import { CohortService } from '../defenders/cohort.service.ts';
import { CohortWorldService } from '../matching/cohort-world.service.ts';
import type { PersonRecord, PlanRecord } from './plan-record.ts';
import { PlansRepository } from './plans.repository.ts';

type People = Awaited<ReturnType<CohortService['forPlanning']>>;
type World = Awaited<ReturnType<CohortWorldService['read']>>;

/** A draft with everything that its people are judged by, as it is now and for this reader. */
export type PlanFacts = {
  readonly plan: PlanRecord;
  /** In the order of their code names. */
  readonly people: People;
  readonly world: World;
  readonly ask: PlanAsk;
  readonly seats: readonly PlannedSeat[];
  /** Those of the cohort who got a place meanwhile, or aren't selected any more. */
  readonly notAwaiting: ReadonlySet<string>;
};

/** Reads the facts of a draft anew each time: nothing that could be out of date, or another's to read, is kept with it. */
@Injectable()
export class PlanFactsService {
  constructor(
    private readonly clock: Clock,
    private readonly cohort: CohortService,
    private readonly worlds: CohortWorldService,
    private readonly plans: PlansRepository,
  ) {}

  /** `keep`: whoever has a seat keeps it where it costs nobody a place. */
  async of(plan: PlanRecord, actor: Pick<Actor, 'riskCleared'>, keep = false): Promise<PlanFacts> {
    const [facts] = await this.ofAll([plan], actor, keep);
    if (facts === undefined) throw new Error('The facts of one plan are those of one plan');
    return facts;
  }

  /** The facts of several drafts, from one look at the people and one at the cities, however many there are. */
  async ofAll(plans: readonly PlanRecord[], actor: Pick<Actor, 'riskCleared'>, keep = false): Promise<PlanFacts[]> {
    const ids = [...new Set(plans.flatMap(({ cohort }) => cohort.map(({ defenderId }) => defenderId)))].sort();
    const all = await this.cohort.forPlanning(actor, ids);
    const earliest = plans.map(({ arrivals }) => arrivals.from).reduce(earlierOf, '9999-12-31' as CalendarDate);
    const until = plans.map(({ arrivals }) => arrivals.until).reduce(laterOf, earliest);
    const longest = all.reduce((most, { nightsWished }) => Math.max(most, nightsWished), 0);
    const world = await this.worlds.read(all.map(({ defender }) => defender), { earliest, latest: addDays(until, -1) }, addDays(until, longest + 60));
    const pairs = await this.plans.pairs(ids);
    const notAwaiting = await this.plans.notAwaiting(ids);
    return plans.map((plan) => {
      const recordOf = new Map(plan.cohort.map((person) => [person.defenderId, person]));
      const people = all.filter(({ id }) => recordOf.has(id));
      const ask: PlanAsk = {
        today: this.clock.today(),
        arrivals: plan.arrivals,
        cities: world.cities,
        apart: pairs.filter(([one, other]) => recordOf.has(one) && recordOf.has(other)),
        placesKeptFree: plan.placesKeptFree,
        keeps: keep,
        people: people.map((person) => askedOf(person, plan.arrivals, recordOf.get(person.id), !notAwaiting.has(person.id), world.cities)),
      };
      const seats = plan.cohort.flatMap(({ defenderId, seat }) => (seat === null ? [] : [{ ...seat, defenderId }]));
      return { plan, people, world, ask, seats, notAwaiting: new Set([...notAwaiting].filter((id) => recordOf.has(id))) };
    });
  }
}

function askedOf({ defender, earliestArrival, latestArrival, nightsWished }: People[number], arrivals: PlanRecord['arrivals'], record: PersonRecord | undefined, isAwaiting: boolean, cities: PlanAsk['cities']): PlanAsk['people'][number] {
  const earliest = earliestArrival ?? arrivals.from;
  return {
    defender,
    window: { earliest, latest: laterOf(latestArrival ?? addDays(arrivals.until, -1), earliest) },
    lengthNights: nightsWished,
    pinned: record?.pinned === true && isAwaiting ? record.seat : null,
    // Whoever awaits no place is planned nowhere.
    bannedCities: isAwaiting ? (record?.bannedCityIds ?? []) : cities.map(({ cityId }) => cityId),
    kept: record?.seat ?? null,
  };
}
