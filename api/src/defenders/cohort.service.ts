import type { CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import { slugOfCodeName } from '@shelter-city/domain/defenders/code-names';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { Clock } from '../config/clock.ts';
import { AwaitingRepository } from './awaiting.repository.ts';
import { matchDefenderOf, type DefenderForMatching } from './match-defender.ts';
import { MatchFactsRepository } from './match-facts.repository.ts';

/** Someone who is selected and has no stay ahead. */
export type Awaiting = {
  readonly id: string;
  readonly code: string;
  readonly codeName: string;
  readonly earliestArrival: CalendarDate | null;
  readonly latestArrival: CalendarDate | null;
  readonly nightsWished: number;
};

/** Several defenders at once, for whoever plans for all of them together. */
@Injectable()
export class CohortService {
  constructor(
    private readonly awaitingPeople: AwaitingRepository,
    private readonly facts: MatchFactsRepository,
    private readonly clock: Clock,
  ) {}

  /** Everybody who awaits a place, by code name. */
  async awaiting(): Promise<Awaiting[]> {
    const found = await this.awaitingPeople.all();
    return found.map((person) => ({ ...person, code: slugOfCodeName(person.codeName) }));
  }

  /** What matching needs of some people, with the risk rules that this reader may see; whoever is hidden from the reader isn't among them. */
  async forPlanning(actor: Pick<Actor, 'riskCleared'>, ids: readonly string[]): Promise<DefenderForMatching[]> {
    const today = this.clock.today();
    const facts = await this.facts.ofCohort(ids, today);
    return facts.map((one) => matchDefenderOf(one, actor, today));
  }
}
