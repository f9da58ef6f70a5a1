import { randomUUID } from 'node:crypto';
import type { StayStatus } from '@shelter-city/contract/vocabulary';
import type { CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import { Injectable } from '@nestjs/common';
import { toCalendarDate } from '../persistence/calendar-columns.ts';
import { Database } from '../persistence/database.ts';
import type { Sealed } from '../vault/vault.ts';

/** Whom an entry names: one of the two. */
export type Named = { readonly cityId: string | null; readonly accountId: string | null };
/** A stay that stands in the way of keeping its city out. */
export type StandingStay = { readonly status: StayStatus; readonly from: CalendarDate; readonly until: CalendarDate };

const city = { select: { id: true, slug: true, name: true } } as const;
const standing = ['PROPOSED', 'CONFIRMED', 'TRAVELLING', 'IN_STAY'] as const;

/** The entries of "do not share with" lists. */
@Injectable()
export class WithholdingRepository {
  constructor(private readonly database: Database) {}

  /** Entries that hold, without why: for the cleared, and of the others for who wrote them. */
  inForce(defenderId: string) {
    return this.database.client.withheldFrom.findMany({
      where: { defenderId, liftedAt: null },
      select: { id: true, addedById: true, addedAt: true, city, account: { select: { id: true, displayName: true } } },
      orderBy: [{ addedAt: 'asc' }, { id: 'asc' }],
    });
  }

  /** How many cities and people the list holds. */
  async counts(defenderId: string): Promise<{ readonly cities: number; readonly people: number }> {
    const [row] = await this.database.client.$queryRaw<{ cities: number; people: number }[]>`SELECT cities, people FROM withheld_counts(${defenderId}::uuid)`;
    if (!row) throw new Error('A question without an answer');
    return row;
  }

  /** The sealed reasons of entries; none for who isn't cleared. */
  reasons(entryIds: readonly string[]) {
    return this.database.client.withheldReason.findMany({
      where: { entryId: { in: [...entryIds] } },
      select: { entryId: true, sealed: true, dataKeyId: true },
    });
  }

  /** Accounts that work with cases, but for the asker's own. */
  nameable(askerId: string) {
    return this.database.client.account.findMany({
      where: { role: { in: ['COORDINATOR', 'CITY_PARTNER'] }, disabledAt: null, id: { not: askerId } },
      select: { id: true, displayName: true, role: true, city },
      orderBy: [{ displayName: 'asc' }, { id: 'asc' }],
    });
  }

  async namesOf(accountIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.client.account.findMany({
      where: { id: { in: [...accountIds] } },
      select: { id: true, displayName: true },
    });
    return new Map(rows.map(({ id, displayName }) => [id, displayName]));
  }

  async hasCity(id: string): Promise<boolean> {
    return (await this.database.client.hostCity.count({ where: { id } })) > 0;
  }

  /** Whoever proposes a stay for the person waits until the entry stands, and so sees it. */
  async lockDefender(id: string): Promise<void> {
    await this.database.client.$executeRaw`SELECT FROM defender WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  }

  /** A stay of the person that its city knows of and that isn't over. */
  async standingIn(defenderId: string, cityId: string): Promise<StandingStay | null> {
    const stay = await this.database.client.stay.findFirst({
      where: { defenderId, cityId, status: { in: [...standing] } },
      select: { status: true, arrivesOn: true, departsOn: true },
      orderBy: { arrivesOn: 'asc' },
    });
    return stay && { status: stay.status, from: toCalendarDate(stay.arrivesOn), until: toCalendarDate(stay.departsOn) };
  }

  /** A fresh id: the seal of an entry's reason is bound to it before the row is there. */
  readonly newId = (): string => randomUUID();

  /** Writes an entry; false when the same one holds already. */
  async insert(entry: Named & { readonly id: string; readonly defenderId: string; readonly addedById: string }, reason: Sealed): Promise<boolean> {
    const { count } = await this.database.client.withheldFrom.createMany({ data: [entry], skipDuplicates: true });
    if (count === 0) return false;
    await this.database.client.withheldReason.createMany({
      data: [{ entryId: entry.id, dataKeyId: reason.dataKeyId, sealed: Buffer.from(reason.sealed) }],
    });
    return true;
  }

  /** Gives what the account leads of this person to another lead, so that nobody's case is left without one. */
  async handOver(defenderId: string, from: string, to: string): Promise<void> {
    const { defender, stay } = this.database.client;
    await defender.updateMany({ where: { id: defenderId, caseLeadId: from }, data: { caseLeadId: to, version: { increment: 1 } } });
    await stay.updateMany({ where: { defenderId, caseLeadId: from }, data: { caseLeadId: to, version: { increment: 1 } } });
  }

  find(id: string) {
    return this.database.client.withheldFrom.findFirst({ where: { id, liftedAt: null }, select: { id: true, defenderId: true } });
  }

  /** Takes an entry off; false when somebody was faster. */
  async lift(id: string, liftedById: string, now: Date): Promise<boolean> {
    const { count } = await this.database.client.withheldFrom.updateMany({
      where: { id, liftedAt: null },
      data: { liftedAt: now, liftedById },
    });
    return count > 0;
  }
}
