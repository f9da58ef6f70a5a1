import type { CityLine, CityView, PlaceFacts } from '@shelter-city/contract/cities';
import type { CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import type { Prisma } from '@shelter-city/prisma/client';
import { Injectable } from '@nestjs/common';
import { toCalendarDate } from '../persistence/calendar-columns.ts';
import { Database } from '../persistence/database.ts';

const placeColumns = {
  id: true, label: true, kind: true, sleeps: true, stepFree: true, quiet: true, womenOnly: true, shared: true,
  petsAllowed: true, prayerSpace: true, dietPossible: true, track: true, retiredOn: true, version: true,
} as const satisfies Prisma.PlaceSelect;

const columns = {
  id: true, slug: true, name: true, region: true, joinedYear: true, status: true, latitude: true, longitude: true,
  themes: true, languages: true, languagesKnown: true, careNearby: true, courses: true, screeningDays: true,
  publicEvents: true, guestsAYearAtMost: true, guestsAtOnceAtMost: true, daysBetweenGuests: true, agreementValidUntil: true, version: true,
  organisations: { select: { name: true, since: true, until: true }, orderBy: { since: 'desc' } },
  places: { select: placeColumns, orderBy: { label: 'asc' } },
} as const satisfies Prisma.HostCitySelect;
type Row = Prisma.HostCityGetPayload<{ select: typeof columns }>;

/** A place of a city as it is stored, without its address. */
export type PlaceRecord = PlaceFacts & { readonly id: string; readonly retiredOn: CalendarDate | null; readonly addressVersion: number | null; readonly version: number };

/** A host city as it is stored, with its places. */
export type CityRecord = Omit<Row, 'agreementValidUntil' | 'organisations' | 'places' | 'themes' | 'publicEvents'> &
  Pick<CityView['facts'], 'themes' | 'publicEvents'> & {
    readonly agreementValidUntil: CalendarDate | null;
    readonly organisations: CityView['organisations'];
    readonly places: readonly PlaceRecord[];
    readonly mostGuestsAtOnce: number;
  };

/** One row of the coordinators' list. */
export type CityLineRecord = {
  readonly id: string; readonly slug: string; readonly name: string; readonly region: string; readonly joined_year: number;
  readonly status: CityLine['status']; readonly latitude: number; readonly longitude: number; readonly organisation: string | null;
  readonly places: number; readonly guests_now: number; readonly requests_waiting: number;
  readonly confirmed_until: CalendarDate | null; readonly unconfirmed_periods: number;
};

/**
 * The states come from partial indexes, so the list costs what is going on now, not what ever was. Every proposal has
 * an expiry; asking for it leads the planner to the index of those that wait.
 */
const lines = `
SELECT c.id, c.slug, c.name, c.region, c.joined_year, c.status, c.latitude, c.longitude,
  (SELECT o.name FROM coordinating_organisation o
    WHERE o.city_id = c.id AND o.since <= $1::date AND (o.until IS NULL OR o.until > $1::date) ORDER BY o.since DESC LIMIT 1) AS organisation,
  COALESCE(p.places, 0)::int AS places, COALESCE(h.guests, 0)::int AS guests_now, COALESCE(w.waiting, 0)::int AS requests_waiting,
  k.confirmed_until, COALESCE(u.periods, 0)::int AS unconfirmed_periods
FROM host_city c
LEFT JOIN (SELECT city_id, count(*) AS places FROM place WHERE retired_on IS NULL OR retired_on > $1::date GROUP BY city_id) p ON p.city_id = c.id
LEFT JOIN (SELECT city_id, count(*) AS guests FROM stay WHERE status = 'IN_STAY' GROUP BY city_id) h ON h.city_id = c.id
LEFT JOIN (SELECT city_id, count(*) AS waiting FROM stay WHERE status = 'PROPOSED' AND hold_expires_at > '-infinity' GROUP BY city_id) w ON w.city_id = c.id
LEFT JOIN (SELECT city_id, max(closes_on) AS confirmed_until FROM capacity_period WHERE status = 'CONFIRMED' AND closes_on > $1::date GROUP BY city_id) k ON k.city_id = c.id
LEFT JOIN (SELECT city_id, count(*) AS periods FROM capacity_period WHERE status IN ('REQUESTED', 'OFFERED') AND closes_on > $1::date GROUP BY city_id) u ON u.city_id = c.id
ORDER BY c.name`;

/** $1 a city, $2 a day: which version of each place's address was sealed last, and the most guests on one night since. */
const beside = `
SELECT most_guests_at_once($1::uuid, $2::date) AS most, (SELECT coalesce(json_object_agg(a.place_id, a.version), '{}') FROM sealed_compartment a
  WHERE a.compartment = 'ADDRESS' AND a.place_id IN (SELECT p.id FROM place p WHERE p.city_id = $1::uuid))::text AS addresses`;
type Beside = { readonly most: number; readonly addresses: string };

/** Reads and writes host cities. */
@Injectable()
export class CitiesRepository {
  constructor(private readonly database: Database) {}

  list(today: CalendarDate): Promise<CityLineRecord[]> {
    return this.database.select<CityLineRecord>(lines, [today]);
  }

  /** A city with its places, and the most guests it has on one night from a day on, of those whose days the asker may know. */
  async find(where: { readonly slug: string } | { readonly id: string }, since: CalendarDate): Promise<CityRecord | null> {
    const row = await this.database.client.hostCity.findUnique({ where, select: columns });
    if (!row) return null;
    const [more] = await this.database.ask<Beside>(beside, [row.id, since]);
    return toRecord(row, more ?? { addresses: '{}', most: 0 });
  }

  /** Writes the facts if the version is still the one given; whether it was. */
  async update(id: string, version: number, facts: CityView['facts']): Promise<boolean> {
    const { count } = await this.database.client.hostCity.updateMany({
      where: { id, version },
      data: {
        languages: facts.languages, languagesKnown: facts.languagesKnown, careNearby: facts.careNearby, themes: facts.themes,
        courses: facts.courses, screeningDays: facts.screeningDays, publicEvents: facts.publicEvents,
        guestsAYearAtMost: facts.guestsAYearAtMost, guestsAtOnceAtMost: facts.guestsAtOnceAtMost, daysBetweenGuests: facts.daysBetweenGuests, version: { increment: 1 },
      },
    });
    return count === 1;
  }
}

const toRecord = ({ organisations, places, ...city }: Row, { addresses, most }: Beside): CityRecord => {
  const addressVersions = JSON.parse(addresses) as Readonly<Record<string, number>>;
  return {
    ...city,
    mostGuestsAtOnce: most,
    // Words that the contract lists and the column holds as text.
    themes: city.themes as CityRecord['themes'],
    publicEvents: city.publicEvents as CityRecord['publicEvents'],
    agreementValidUntil: city.agreementValidUntil && toCalendarDate(city.agreementValidUntil),
    organisations: organisations.map(({ name, since, until }) => ({ name, since: toCalendarDate(since), until: until && toCalendarDate(until) })),
    places: places.map((place) => ({ ...place, retiredOn: place.retiredOn && toCalendarDate(place.retiredOn), addressVersion: addressVersions[place.id] ?? null })),
  };
};
