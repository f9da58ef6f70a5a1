import type { CityYears } from '@shelter-city/contract/city-counts';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { Clock } from '../config/clock.ts';
import { Database } from '../persistence/database.ts';
import { Problem } from '../problems/problem.ts';
import { CountsRepository } from './counts.repository.ts';
import { presentReport } from './report.presenter.ts';

type City = CityYears['city'];

/** A city's own lines of the yearly reports. */
@Injectable()
export class CityCountsService {
  constructor(
    private readonly database: Database,
    private readonly counts: CountsRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Every year's report is made whole, as for a manager, and then the own line is taken: so a city sees no figure that a
   * manager doesn't, and what is hidden there is hidden here. A year that is over counts the same from any later day.
   */
  async years(actor: Actor): Promise<CityYears> {
    const { cityId } = actor;
    // As the asker: that its own city is there is for the row policies to say, before anything is counted.
    const [city] = cityId === null ? [] : await this.database.select<City>('SELECT id, slug, name FROM host_city WHERE id = $1::uuid', [cityId]);
    if (!city) throw new Problem('not-found');
    const today = this.clock.today();
    const raw = await this.database.counting(() => this.counts.now(today));
    const own = raw.cityYears.filter((line) => line.city_id === city.id);
    const years = own.flatMap(({ year }) =>
      presentReport(year, today, today, false, raw)
        .cities.filter((line) => line.cityId === city.id)
        .map(({ persons, stays, nights, nightsOffered, occupancyPercent }) => ({ year, persons, stays, nights, nightsOffered, occupancyPercent })),
    );
    return { city, smallestShown: raw.smallestShown, years: years.toReversed() };
  }
}
