import { randomUUID } from 'node:crypto';
import type { BlockedDaysView } from '@shelter-city/contract/capacity';
import type { Track } from '@shelter-city/contract/vocabulary';
import type { DateSpan } from '@shelter-city/domain/calendar/date-span';
import type { CapacityPeriod } from '@shelter-city/domain/capacity/capacity-transitions';
import type { Prisma } from '@shelter-city/prisma/client';
import { Injectable } from '@nestjs/common';
import { toCalendarDate, toDateColumn } from '../persistence/calendar-columns.ts';
import { Database } from '../persistence/database.ts';
import { problemBehind } from '../problems/database-problems.ts';
import { Problem } from '../problems/problem.ts';

const columns = { id: true, placeId: true, cityId: true, status: true, opensOn: true, closesOn: true, track: true, note: true, version: true } as const satisfies Prisma.CapacityPeriodSelect;
type Row = Prisma.CapacityPeriodGetPayload<{ select: typeof columns }>;

/** A capacity period as it is stored. */
export type PeriodRecord = CapacityPeriod & { readonly track: Track | null; readonly note: string | null; readonly version: number };
/** What someone writes into a period. */
export type PeriodDays = { readonly span: DateSpan; readonly track: Track | null; readonly note: string | null };
/** What a write changes of a period. */
export type PeriodChange = Partial<PeriodDays> & {
  readonly status: CapacityPeriod['status'];
  /** Who signs, and when. */
  readonly signed?: { readonly by: string; readonly at: Date; readonly on: DateSpan['from'] };
  readonly withdrawnReason?: string;
};
/** Days on which a place is closed, as they are stored. */
export type BlockRecord = { readonly id: string; readonly placeId: string; readonly cityId: string; readonly span: DateSpan; readonly isLifted: boolean; readonly version: number };

/** Writes capacity periods and blocked days, and reads what their rules ask. */
@Injectable()
export class CapacityRepository {
  constructor(private readonly database: Database) {}

  /** Writers of a place's nights queue here, so that what the rules read stays true until they have written. */
  async lockPlaces(placeIds: readonly string[]): Promise<void> {
    await this.database.client.$queryRaw`SELECT id FROM place WHERE id = ANY(${[...placeIds]}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
  }

  async find(id: string): Promise<PeriodRecord | null> {
    const row = await this.database.client.capacityPeriod.findUnique({ where: { id }, select: columns });
    return row && toRecord(row);
  }

  async findAll(ids: readonly string[]): Promise<PeriodRecord[]> {
    const rows = await this.database.client.capacityPeriod.findMany({ where: { id: { in: [...ids] } }, select: columns, orderBy: { id: 'asc' } });
    return rows.map(toRecord);
  }

  /** Periods of a place that touch the nights and weren't withdrawn. */
  async standing(placeId: string, { from, until }: DateSpan): Promise<PeriodRecord[]> {
    const rows = await this.database.client.capacityPeriod.findMany({
      where: { placeId, status: { not: 'WITHDRAWN' }, opensOn: { lt: toDateColumn(until) }, closesOn: { gt: toDateColumn(from) } },
      select: columns,
    });
    return rows.map(toRecord);
  }

  /**
   * Nights of a place that occupying stays take, where they touch the span. To a city a proposal takes every night it may
   * need, by the month and the length that the city was told: else it could find the exact days by closing nights one by one.
   */
  occupied(placeId: string, { from, until }: DateSpan): Promise<DateSpan[]> {
    return this.database.client.$queryRaw<DateSpan[]>`
      SELECT lower(taken)::text AS "from", upper(taken)::text AS "until"
      FROM nights_taken(${placeId}::uuid, ${from}::date, ${until}::date) ORDER BY taken`;
  }

  async create(placeId: string, cityId: string, status: CapacityPeriod['status'], { span, track, note }: PeriodDays): Promise<string> {
    const id = randomUUID();
    await this.database.client.capacityPeriod.create({
      data: { id, placeId, cityId, status, opensOn: toDateColumn(span.from), closesOn: toDateColumn(span.until), track, note },
      select: { id: true },
    });
    return id;
  }

  /** Writes the change to each period whose version is still the one given; how many there were. */
  async change(periods: readonly Pick<PeriodRecord, 'id' | 'version'>[], { span, track, note, status, signed, withdrawnReason }: PeriodChange): Promise<number> {
    const { count } = await this.database.client.capacityPeriod
      .updateMany({
        where: { OR: periods.map(({ id, version }) => ({ id, version })) },
        data: {
          status,
          ...(span && { opensOn: toDateColumn(span.from), closesOn: toDateColumn(span.until) }),
          ...(track !== undefined && { track }),
          ...(note !== undefined && { note }),
          ...(signed && { confirmedAt: signed.at, confirmedById: signed.by, stillRightOn: toDateColumn(signed.on) }),
          ...(withdrawnReason !== undefined && { withdrawnReason }),
          version: { increment: 1 },
        },
      })
      .catch(asSeenFromCapacity);
    return count;
  }

  /** Says of periods, whatever their state, that they were still right on a day. */
  async stillRight(ids: readonly string[], on: DateSpan['from']): Promise<void> {
    await this.database.client.capacityPeriod.updateMany({ where: { id: { in: [...ids] } }, data: { stillRightOn: toDateColumn(on), version: { increment: 1 } } });
  }

  async createBlock(placeId: string, cityId: string, { from, until, reason, note }: Pick<BlockedDaysView, 'from' | 'until' | 'reason' | 'note'>): Promise<string> {
    const id = randomUUID();
    await this.database.client.blockedDays.create({
      data: { id, placeId, cityId, blockedFrom: toDateColumn(from), blockedUntil: toDateColumn(until), reason, note },
      select: { id: true },
    });
    return id;
  }

  async findBlock(id: string): Promise<BlockRecord | null> {
    const row = await this.database.client.blockedDays.findUnique({
      where: { id },
      select: { id: true, placeId: true, cityId: true, blockedFrom: true, blockedUntil: true, liftedAt: true, version: true },
    });
    return row && { id: row.id, placeId: row.placeId, cityId: row.cityId, span: { from: toCalendarDate(row.blockedFrom), until: toCalendarDate(row.blockedUntil) }, isLifted: row.liftedAt !== null, version: row.version };
  }

  /** Opens the days again if nobody did so or changed them; whether it did. */
  async liftBlock({ id, version }: BlockRecord, at: Date): Promise<boolean> {
    const { count } = await this.database.client.blockedDays.updateMany({ where: { id, version, liftedAt: null }, data: { liftedAt: at, version: { increment: 1 } } });
    return count === 1;
  }
}

const toRecord = ({ opensOn, closesOn, ...period }: Row): PeriodRecord => ({ ...period, span: { from: toCalendarDate(opensOn), until: toCalendarDate(closesOn) } });

/** One constraint binds stays to capacity. Broken by a stay it says "not confirmed"; broken by capacity, "in use". */
function asSeenFromCapacity(thrown: unknown): never {
  if (problemBehind(thrown)?.slug === 'capacity-not-confirmed') throw new Problem('capacity-in-use', {}, { cause: thrown });
  throw thrown;
}
