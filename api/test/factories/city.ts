import type pg from 'pg';
import { fresh, insert, insertId, type Values } from './insert.ts';

/** A host city of its own name. */
export async function aCity(
  owner: pg.Pool,
  city: Values = {},
): Promise<{ readonly id: string; readonly slug: string; readonly name: string }> {
  const number = String(fresh());
  const row = await insert(owner, 'host_city', {
    slug: `city-${number}`,
    name: `City ${number}`,
    region: 'Utrecht',
    joinedYear: 2015,
    latitude: 52.09,
    longitude: 5.12,
    ...city,
  });
  return { id: row.id, slug: String(row['slug']), name: String(row['name']) };
}

/** A place of a city. */
export const aPlace = (
  owner: pg.Pool,
  { cityId, ...place }: Values & { readonly cityId: string },
): Promise<string> =>
  insertId(owner, 'place', { cityId, label: `Place ${String(fresh())}`, kind: 'STUDIO', ...place });

/** A city with one place. */
export async function aCityWithAPlace(
  owner: pg.Pool,
): Promise<{ readonly cityId: string; readonly slug: string; readonly placeId: string }> {
  const city = await aCity(owner);
  return { cityId: city.id, slug: city.slug, placeId: await aPlace(owner, { cityId: city.id }) };
}

type Spot = { readonly cityId: string; readonly placeId: string };

/** Confirmed capacity, signed by `confirmedById`; a year and a half around `opensOn` unless said otherwise. */
export const confirmedCapacity = (
  owner: pg.Pool,
  {
    cityId,
    placeId,
    ...period
  }: Values &
    Spot & { readonly opensOn: string; readonly closesOn: string; readonly confirmedById: string },
): Promise<string> =>
  insertId(owner, 'capacity_period', {
    cityId,
    placeId,
    status: 'CONFIRMED',
    confirmedAt: new Date('2026-01-01T00:00:00Z'),
    ...period,
  });

/** Capacity that a coordinator asked for and no one has offered yet. */
export const requestedCapacity = (
  owner: pg.Pool,
  period: Values & Spot & { readonly opensOn: string; readonly closesOn: string },
): Promise<string> => insertId(owner, 'capacity_period', { status: 'REQUESTED', ...period });

/** Days on which a place is closed. */
export const someBlockedDays = (
  owner: pg.Pool,
  days: Values & Spot & { readonly blockedFrom: string; readonly blockedUntil: string },
): Promise<string> => insertId(owner, 'blocked_days', { reason: 'REPAIR', ...days });
