import type { MatchOption } from '@shelter-city/contract/matching';
import type { CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import type { CityOption } from '@shelter-city/domain/matching/city-option';
import type { MatchCity, MatchDefender } from '@shelter-city/domain/matching/match-input';
import { Injectable } from '@nestjs/common';
import { Clock } from '../config/clock.ts';
import { matchCitiesOf } from './match-cities.ts';
import { MatchWorldRepository, type MatchWorld } from './match-world.repository.ts';
import { presenterOf } from './match.presenter.ts';

/** The cities as a whole cohort is judged in them, with their names. */
export type CohortWorld = {
  readonly cities: readonly MatchCity[];
  readonly names: Pick<MatchWorld, 'cities' | 'places'>;
};

/** Reads the cities once for several people, by the rules and the statement that serve one. */
@Injectable()
export class CohortWorldService {
  constructor(
    private readonly clock: Clock,
    private readonly worlds: MatchWorldRepository,
  ) {}

  /** Everything that decides whether these people fit; nothing that begins after the horizon matters. */
  async read(people: readonly MatchDefender[], window: { readonly earliest: CalendarDate; readonly latest: CalendarDate }, horizon: CalendarDate): Promise<CohortWorld> {
    const world = await this.worlds.read({
      today: this.clock.today(),
      window,
      horizon,
      exceptStayId: null,
      notNear: [...new Set(people.flatMap(({ risk }) => risk.notNear.map(({ defenderId }) => defenderId)))],
      interpreterNeeded: people.some(({ interpreterNeeded }) => interpreterNeeded),
      onlyCityId: null,
    });
    return { cities: matchCitiesOf(world), names: world };
  }

  /** Cities' answers for one of them, as the match page says them. */
  say(options: readonly CityOption[], { names }: CohortWorld): MatchOption[] {
    return options.map(presenterOf(names));
  }
}
