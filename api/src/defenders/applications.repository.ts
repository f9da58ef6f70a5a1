import type { ApplicationStatus } from '@shelter-city/contract/vocabulary';
import type { CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import { Injectable } from '@nestjs/common';
import { toCalendarDate, toDateColumn } from '../persistence/calendar-columns.ts';
import { Database } from '../persistence/database.ts';

/** An application as it is moved on. */
export type StoredApplication = {
  readonly id: string;
  readonly defenderId: string;
  readonly status: ApplicationStatus;
  readonly version: number;
};

/** A call for applications. */
export type StoredCall = {
  readonly id: string;
  readonly name: string;
  readonly publishedOn: CalendarDate;
  readonly closesOn: CalendarDate;
  readonly staysFrom: CalendarDate;
  readonly staysUntil: CalendarDate;
};

/** Calls, and the applications to them. */
@Injectable()
export class ApplicationsRepository {
  constructor(private readonly database: Database) {}

  /** Every call, the newest first: two a year. */
  async calls(): Promise<StoredCall[]> {
    const rows = await this.database.client.call.findMany({
      select: {
        id: true,
        name: true,
        publishedOn: true,
        closesOn: true,
        staysFrom: true,
        staysUntil: true,
      },
      orderBy: { publishedOn: 'desc' },
    });
    return rows.map(({ id, name, ...days }) => ({
      id,
      name,
      publishedOn: toCalendarDate(days.publishedOn),
      closesOn: toCalendarDate(days.closesOn),
      staysFrom: toCalendarDate(days.staysFrom),
      staysUntil: toCalendarDate(days.staysUntil),
    }));
  }

  async hasCall(id: string): Promise<boolean> {
    return (
      (await this.database.client.call.findUnique({ where: { id }, select: { id: true } })) !== null
    );
  }

  async insert(callId: string, defenderId: string, receivedOn: CalendarDate): Promise<string> {
    const { id } = await this.database.client.application.create({
      data: { callId, defenderId, receivedOn: toDateColumn(receivedOn) },
      select: { id: true },
    });
    return id;
  }

  /** The application, held until the transaction ends: two who decide at once decide one after the other. */
  async findAndHold(id: string): Promise<StoredApplication | null> {
    const [row] = await this.database.client.$queryRaw<StoredApplication[]>`
      SELECT id, defender_id AS "defenderId", status::text AS status, version
      FROM application WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
    return row ?? null;
  }

  /** Whether this is the application that counts: the defender's newest. */
  async isNewest({ id, defenderId }: StoredApplication): Promise<boolean> {
    const newest = await this.database.client.application.findFirst({
      where: { defenderId },
      orderBy: [{ receivedOn: 'desc' }, { id: 'desc' }],
      select: { id: true },
    });
    return newest?.id === id;
  }

  /** The accounts that said yes to a selection since the application came into its present state. */
  async backers({ id }: StoredApplication): Promise<string[]> {
    const rows = await this.database.client.$queryRaw<{ actor: string }[]>`
      SELECT DISTINCT e.actor_id AS actor FROM event e
      WHERE e.subject = 'APPLICATION' AND e.subject_id = ${id}::uuid AND e.verb = 'SELECTION_BACKED' AND e.actor_id IS NOT NULL
        AND e.at > coalesce((SELECT max(m.at) FROM event m
          WHERE m.subject = 'APPLICATION' AND m.subject_id = ${id}::uuid AND m.verb = 'APPLICATION_MOVED'), '-infinity')`;
    return rows.map(({ actor }) => actor);
  }

  /** Notes that something was said about the application, which stays as it is. */
  async touch(id: string): Promise<void> {
    await this.database.client.application.updateMany({
      where: { id },
      data: { version: { increment: 1 } },
    });
  }

  async move(
    id: string,
    status: ApplicationStatus,
    decidedOn: CalendarDate | null,
    reason: string | null,
  ): Promise<void> {
    await this.database.client.application.updateMany({
      where: { id },
      data: {
        status,
        decidedOn: decidedOn === null ? null : toDateColumn(decidedOn),
        decisionReason: reason,
        version: { increment: 1 },
      },
    });
  }
}
