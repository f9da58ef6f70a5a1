import type { BlockedDaysView, CapacityPeriodView } from '@shelter-city/contract/capacity';
import type { DateSpan } from '@shelter-city/domain/calendar/date-span';
import { Injectable } from '@nestjs/common';
import { Database } from '../persistence/database.ts';

/** The capacity of a city in a window, as one JSON value from the database: its days are texts already. */
export type CapacityWindow = {
  readonly places: CapacityPeriodView['place'][];
  readonly periods: readonly Omit<CapacityPeriodView, 'may'>[];
  readonly blocked: BlockedDaysView[];
};

/** `staysOnIt` is counted by a keeper: a city's own count leaves proposals out, of which a city knows the month alone. */
const sql = `
SELECT json_build_object(
  'places', (SELECT COALESCE(json_agg(json_build_object('id', p.id, 'label', p.label) ORDER BY p.label), '[]')
    FROM place p WHERE p.city_id = $1::uuid AND (p.retired_on IS NULL OR p.retired_on > $2::date)),
  'periods', (SELECT COALESCE(json_agg(json_build_object(
      'id', c.id, 'place', json_build_object('id', p.id, 'label', p.label), 'opensOn', c.opens_on, 'closesOn', c.closes_on,
      'status', c.status, 'track', c.track, 'note', c.note,
      'confirmedOn', (c.confirmed_at AT TIME ZONE 'Europe/Amsterdam')::date, 'stillRightOn', c.still_right_on,
      'withdrawnReason', c.withdrawn_reason, 'version', c.version,
      'staysOnIt', CASE WHEN c.status = 'CONFIRMED' THEN stays_on_period(c.place_id, c.opens_on, c.closes_on) ELSE 0 END)
      ORDER BY p.label, c.opens_on, c.id), '[]')
    FROM capacity_period c JOIN place p ON p.id = c.place_id
    WHERE c.city_id = $1::uuid AND c.opens_on < $3::date AND c.closes_on > $2::date),
  'blocked', (SELECT COALESCE(json_agg(json_build_object(
      'id', b.id, 'place', json_build_object('id', p.id, 'label', p.label), 'from', b.blocked_from, 'until', b.blocked_until,
      'reason', b.reason, 'note', b.note, 'version', b.version) ORDER BY p.label, b.blocked_from, b.id), '[]')
    FROM blocked_days b JOIN place p ON p.id = b.place_id
    WHERE b.city_id = $1::uuid AND b.lifted_at IS NULL AND b.blocked_from < $3::date AND b.blocked_until > $2::date)
)::text AS body`;

/** Reads the capacity of a city as its pages show it. */
@Injectable()
export class CapacityWindowRepository {
  constructor(private readonly database: Database) {}

  /** As it is, in a transaction of its own. */
  async read(cityId: string, { from, until }: DateSpan): Promise<CapacityWindow> {
    return parsed(await this.database.select<{ body: string }>(sql, [cityId, from, until]));
  }

  /** As it is inside the transaction that is open, with what was just written. */
  async now(cityId: string, { from, until }: DateSpan): Promise<CapacityWindow> {
    return parsed(await this.database.client.$queryRawUnsafe<{ body: string }[]>(sql, cityId, from, until));
  }
}

function parsed([row]: readonly { readonly body: string }[]): CapacityWindow {
  return JSON.parse(row?.body ?? '{"places":[],"periods":[],"blocked":[]}') as CapacityWindow;
}
