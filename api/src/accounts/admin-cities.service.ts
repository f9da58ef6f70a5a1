import { Injectable } from '@nestjs/common';
import type { AdminCityView, cityChange, newCity } from '@shelter-city/contract/admin-cities';
import type { z } from 'zod';
import { AuditLog } from '../audit/audit-log.ts';
import { Database } from '../persistence/database.ts';
import { Problem } from '../problems/problem.ts';
import { AdminCitiesRepository } from './admin-cities.repository.ts';

/** The cities as an administrator keeps them. */
@Injectable()
export class AdminCitiesService {
  constructor(
    private readonly database: Database,
    private readonly cities: AdminCitiesRepository,
    private readonly audit: AuditLog,
  ) {}

  /** Every city, by name. */
  async list(): Promise<{ items: AdminCityView[] }> {
    return { items: await this.database.reading(() => this.cities.all()) };
  }

  /**
   * Adds one.
   *
   * Errors  `city-name-taken` when a city has that name already.
   */
  async add(city: z.output<typeof newCity>): Promise<AdminCityView> {
    const added = await this.cities.add(city, slugOf(city.name));
    await this.note(added.id, Object.keys(city));
    return added;
  }

  /** Changes one; its address in the pages stays. */
  async change(
    slug: string,
    { version, ...facts }: z.output<typeof cityChange>,
  ): Promise<AdminCityView> {
    const before = await this.cities.bySlug(slug);
    if (!before) throw new Problem('not-found');
    if (!(await this.cities.change(before.id, version, facts)))
      throw new Problem('changed-meanwhile', { current: before });
    await this.note(before.id, Object.keys(facts));
    return { ...before, ...facts, version: version + 1 };
  }

  private note(objectId: string, fields: readonly string[]): Promise<void> {
    return this.audit.append({
      action: 'admin-city:write',
      objectKind: 'HOST_CITY',
      objectId,
      defenderId: null,
      result: 'DONE',
      fields,
    });
  }
}

/** `’s-Hertogenbosch` becomes `s-hertogenbosch`. */
const slugOf = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
