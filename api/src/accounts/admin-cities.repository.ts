import { Injectable } from '@nestjs/common';
import type { AdminCityView, NewCity } from '@shelter-city/contract/admin-cities';
import { Database } from '../persistence/database.ts';

const columns = {
  id: true,
  slug: true,
  name: true,
  region: true,
  joinedYear: true,
  status: true,
  version: true,
} as const;
type Facts = Omit<AdminCityView, 'id' | 'slug' | 'version'>;

/** Reads and writes which cities there are. */
@Injectable()
export class AdminCitiesRepository {
  constructor(private readonly database: Database) {}

  /** Every city, by name. */
  all(): Promise<AdminCityView[]> {
    return this.database.client.hostCity.findMany({ select: columns, orderBy: { name: 'asc' } });
  }

  /** The city of an address; null when there is none. */
  bySlug(slug: string): Promise<AdminCityView | null> {
    return this.database.client.hostCity.findUnique({ where: { slug }, select: columns });
  }

  /** Adds one. By SQL: Prisma writes every default itself, and an administrator has no right to most columns. */
  async add(city: NewCity, slug: string): Promise<AdminCityView> {
    const { name, region, joinedYear, status, latitude, longitude } = city;
    const [row] = await this.database.client.$queryRaw<{ id: string; version: number }[]>`
      INSERT INTO host_city (slug, name, region, joined_year, status, latitude, longitude)
      VALUES (${slug}, ${name}, ${region}, ${joinedYear}::int, ${status}::city_status, ${latitude}::float8, ${longitude}::float8)
      RETURNING id, version`;
    if (!row) throw new Error('A city was not written down');
    return { ...row, slug, name, region, joinedYear, status };
  }

  /** Changes one; false when it was changed meanwhile. */
  async change(id: string, version: number, facts: Facts): Promise<boolean> {
    const { count } = await this.database.client.hostCity.updateMany({
      where: { id, version },
      data: { ...facts, version: { increment: 1 } },
    });
    return count === 1;
  }
}
