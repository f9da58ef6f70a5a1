import { addDays, laterOf } from '@shelter-city/domain/calendar/calendar-date';
import type { PlanAsk, PlannedSeat } from '@shelter-city/domain/planning/plan-ask';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { Clock } from '../config/clock.ts';
import { CohortService } from '../defenders/cohort.service.ts';
import { CohortWorldService } from '../matching/cohort-world.service.ts';
import type { PlanRecord } from './plan-record.ts';
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
    const today = this.clock.today();
    const ids = plan.cohort.map(({ defenderId }) => defenderId);
    const people = await this.cohort.forPlanning(actor, ids);
    const last = addDays(plan.arrivals.until, -1);
    const longest = people.reduce((most, { nightsWished }) => Math.max(most, nightsWished), 0);
    const world = await this.worlds.read(people.map(({ defender }) => defender), { earliest: plan.arrivals.from, latest: last }, addDays(plan.arrivals.until, longest + 60));
    const notAwaiting = await this.plans.notAwaiting(ids);
    const recordOf = new Map(plan.cohort.map((person) => [person.defenderId, person]));
    const ask: PlanAsk = {
      today,
      arrivals: plan.arrivals,
      cities: world.cities,
      apart: await this.plans.pairs(ids),
      placesKeptFree: plan.placesKeptFree,
      keeps: keep,
      people: people.map(({ id, defender, earliestArrival, latestArrival, nightsWished }) => {
        const record = recordOf.get(id);
        const earliest = earliestArrival ?? plan.arrivals.from;
        return {
          defender,
          window: { earliest, latest: laterOf(latestArrival ?? last, earliest) },
          lengthNights: nightsWished,
          pinned: record?.pinned === true && !notAwaiting.has(id) ? record.seat : null,
          // Whoever awaits no place is planned nowhere.
          bannedCities: notAwaiting.has(id) ? world.cities.map(({ cityId }) => cityId) : (record?.bannedCityIds ?? []),
          kept: record?.seat ?? null,
        };
      }),
    };
    const seats = plan.cohort.flatMap(({ defenderId, seat }) => (seat === null ? [] : [{ ...seat, defenderId }]));
    return { plan, people, world, ask, seats, notAwaiting };
  }
}
