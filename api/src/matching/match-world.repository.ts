import type { BlockReason, PlaceKind, Track } from '@shelter-city/contract/vocabulary';
import type { CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import type { DateSpan } from '@shelter-city/domain/calendar/date-span';
import type { MatchCity } from '@shelter-city/domain/matching/match-input';
import { Injectable } from '@nestjs/common';
import { Database } from '../persistence/database.ts';

/** What of the world a match asks: which nights, and about whom. */
export type WorldAsked = {
  readonly today: CalendarDate;
  /** The first and the last day of arrival that is asked about. */
  readonly window: { readonly earliest: CalendarDate; readonly latest: CalendarDate };
  /** Nothing that begins later matters. */
  readonly horizon: CalendarDate;
  /** A stay that is about to move takes no nights. */
  readonly exceptStayId: string | null;
  /** Those who must not be near: only of them it is read where they are. */
  readonly notNear: readonly string[];
  /** Whether other guests' interpreters matter. */
  readonly interpreterNeeded: boolean;
};

/** The cities, places and nights that a match looks at, as JSON from the database: days are texts. */
export type MatchWorld = {
  readonly cities: readonly (Omit<MatchCity, 'places' | 'cityId' | 'guestsAtOnceAtMost' | 'themes' | 'load'> & {
    readonly id: string; readonly slug: string; readonly name: string; readonly themes: NonNullable<MatchCity['themes']>;
    readonly usedNights: number; readonly offeredNights: number;
  })[];
  readonly places: readonly {
    readonly id: string; readonly cityId: string; readonly label: string; readonly kind: PlaceKind; readonly stepFree: boolean | null;
    readonly quiet: boolean | null; readonly prayerSpace: boolean | null; readonly womenOnly: boolean; readonly shared: boolean;
    readonly sleeps: number; readonly track: Track | null; readonly profileAsOf: CalendarDate | null;
  }[];
  readonly periods: readonly (DateSpan & { readonly placeId: string; readonly track: Track | null; readonly confirmedOn: CalendarDate | null })[];
  readonly blocked: readonly (DateSpan & { readonly placeId: string; readonly reason: BlockReason })[];
  /** `[place, from, until, one who must not be near or null, has an interpreter]` */
  readonly occupied: readonly (readonly [string, CalendarDate, CalendarDate, string | null, boolean])[];
};

const profileAsOf = (subject: string, id: string) =>
  `(SELECT (max(e.at) AT TIME ZONE 'Europe/Amsterdam')::date FROM event e WHERE e.subject = '${subject}' AND e.subject_id = ${id})`;

/**
 * Everything in one statement, each part bounded by an index on days. Guests who left longer ago than any city lets a
 * place rest matter only where the year's guests are counted; the fairness figure is summed here, not sent.
 */
const sql = `
WITH used AS (
  SELECT s.city_id, sum(LEAST(COALESCE(s.actual_departs_on, s.departs_on), $1::date) - GREATEST(COALESCE(s.actual_arrives_on, s.arrives_on), $1::date - 365)) AS nights
  FROM stay s
  WHERE s.arrives_on < $1::date AND s.arrives_on >= $1::date - 625
    AND COALESCE(s.actual_departs_on, s.departs_on) > $1::date - 365 AND COALESCE(s.actual_arrives_on, s.arrives_on) < $1::date AND s.occupies IS NOT NULL
  GROUP BY s.city_id
), offered AS (
  SELECT k.city_id, sum(LEAST(k.closes_on, $1::date) - GREATEST(k.opens_on, $1::date - 365)) AS nights
  FROM capacity_period k WHERE k.closes_on > $1::date - 365 AND k.opens_on < $1::date AND k.status = 'CONFIRMED' GROUP BY k.city_id
)
SELECT
  (SELECT json_agg(json_build_object('id', c.id, 'slug', c.slug, 'name', c.name, 'profileAsOf', ${profileAsOf('HOST_CITY', 'c.id')},
      'languages', CASE WHEN c.languages_known THEN c.languages END, 'themes', c.themes, 'specialisedCare', c.care_nearby,
      'screeningDays', c.screening_days, 'publicEvents', c.public_events, 'gapDays', c.days_between_guests,
      'guestsAYearAtMost', c.guests_a_year_at_most, 'agreementUntil', c.agreement_valid_until,
      'usedNights', COALESCE(u.nights, 0), 'offeredNights', COALESCE(o.nights, 0)))
    FROM host_city c LEFT JOIN used u ON u.city_id = c.id LEFT JOIN offered o ON o.city_id = c.id WHERE c.status = 'ACTIVE')::text AS cities,
  (SELECT json_agg(json_build_object('id', p.id, 'cityId', p.city_id, 'label', p.label, 'kind', p.kind, 'stepFree', p.step_free, 'quiet', p.quiet,
      'prayerSpace', p.prayer_space, 'womenOnly', p.women_only, 'shared', p.shared, 'sleeps', p.sleeps, 'track', p.track,
      'profileAsOf', ${profileAsOf('PLACE', 'p.id')}))
    FROM place p WHERE p.retired_on IS NULL OR p.retired_on > $2::date)::text AS places,
  (SELECT json_agg(json_build_object('placeId', k.place_id, 'from', k.opens_on, 'until', k.closes_on, 'track', k.track,
      'confirmedOn', CASE WHEN k.status = 'CONFIRMED' THEN GREATEST((k.confirmed_at AT TIME ZONE 'Europe/Amsterdam')::date, k.still_right_on) END))
    FROM capacity_period k WHERE k.closes_on > $1::date AND k.opens_on < $3::date AND k.status <> 'WITHDRAWN')::text AS periods,
  (SELECT json_agg(json_build_object('placeId', b.place_id, 'from', b.blocked_from, 'until', b.blocked_until, 'reason', b.reason))
    FROM blocked_days b WHERE b.lifted_at IS NULL AND b.blocked_until > $1::date AND b.blocked_from < $3::date)::text AS blocked,
  (SELECT json_agg(json_build_array(s.place_id, COALESCE(s.actual_arrives_on, s.arrives_on), COALESCE(s.actual_departs_on, s.departs_on),
      CASE WHEN s.defender_id = ANY($5::uuid[]) THEN s.defender_id END,
      $6::boolean AND EXISTS (SELECT FROM defender d WHERE d.id = s.defender_id AND d.interpreter IS NOT NULL)))
    FROM stay s JOIN host_city c ON c.id = s.city_id
    WHERE s.arrives_on >= LEAST(make_date(EXTRACT(year FROM $2::date)::integer, 1, 1), $1::date) - 260 AND s.arrives_on < $3::date
      AND s.occupies IS NOT NULL AND ($4::uuid IS NULL OR s.id <> $4::uuid)
      AND (COALESCE(s.actual_departs_on, s.departs_on) >= $1::date - 60
        OR (c.guests_a_year_at_most IS NOT NULL AND COALESCE(s.actual_arrives_on, s.arrives_on) >= make_date(EXTRACT(year FROM $2::date)::integer, 1, 1))))::text AS occupied`;

type Row = Readonly<Record<keyof MatchWorld, string | null>>;

/** Reads the cities with everything that decides whether someone fits there. */
@Injectable()
export class MatchWorldRepository {
  constructor(private readonly database: Database) {}

  async read(asked: WorldAsked): Promise<MatchWorld> {
    const [row] = await this.database.select<Row>('match-world', sql, [
      asked.today, asked.window.earliest, asked.horizon, asked.exceptStayId, asked.notNear, asked.interpreterNeeded,
    ]);
    // The statement above builds exactly these arrays.
    const part = <K extends keyof MatchWorld>(name: K) => JSON.parse(row?.[name] ?? '[]') as MatchWorld[K];
    return { cities: part('cities'), places: part('places'), periods: part('periods'), blocked: part('blocked'), occupied: part('occupied') };
  }
}
