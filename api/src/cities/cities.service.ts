import type { Action } from '@shelter-city/contract/actions';
import type { CityView } from '@shelter-city/contract/cities';
import type { CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { reachOf } from '../access/policy.ts';
import { EventLog } from '../audit/event-log.ts';
import { Clock } from '../config/clock.ts';
import { Database } from '../persistence/database.ts';
import { Problem } from '../problems/problem.ts';
import { CitiesRepository, type CityLineRecord, type CityRecord } from './cities.repository.ts';
import { presentCity } from './city.presenter.ts';

/** What is done with host cities. */
@Injectable()
export class CitiesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: EventLog,
    private readonly cities: CitiesRepository,
  ) {}

  async list(): Promise<{ readonly lines: readonly CityLineRecord[]; readonly asOf: CalendarDate }> {
    const asOf = this.clock.today();
    return { lines: await this.cities.list(asOf), asOf };
  }

  show(actor: Actor, slug: string): Promise<CityRecord> {
    return this.database.reading(() => this.inReach(actor, 'city:read', { slug }));
  }

  async update(actor: Actor, slug: string, { version, facts }: { readonly version: number; readonly facts: CityView['facts'] }): Promise<CityRecord> {
    const city = await this.inReach(actor, 'city:write', { slug });
    if (!(await this.cities.update(city.id, version, facts))) throw await this.changedMeanwhile(actor, city.id);
    await this.events.append({ subject: 'HOST_CITY', subjectId: city.id, cityId: city.id, verb: 'FACTS_CHANGED' });
    return this.inReach(actor, 'city:read', { id: city.id });
  }

  /**
   * A city that the actor may do this to, in the transaction that is open.
   *
   * Errors  `not-found` for one that isn't there and for one outside the actor's reach: that it exists is nobody's business.
   */
  async inReach(actor: Actor, action: Action, where: { readonly slug: string } | { readonly id: string }): Promise<CityRecord> {
    const city = await this.cities.find(where, this.clock.today());
    if (!city || !mayReach(actor, action, city.id)) throw new Problem('not-found');
    return city;
  }

  /** The refusal of a stale write, with the city as it is now. */
  async changedMeanwhile(actor: Actor, cityId: string): Promise<Problem> {
    return new Problem('changed-meanwhile', { current: presentCity(actor, await this.inReach(actor, 'city:read', { id: cityId })) });
  }
}

function mayReach(actor: Actor, action: Action, cityId: string): boolean {
  const reach = reachOf(actor.role, action);
  return reach === 'everywhere' || (reach === 'own-city' && actor.cityId === cityId);
}
