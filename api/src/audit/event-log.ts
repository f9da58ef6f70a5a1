import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { requestContext } from '../http/request-context.ts';
import { Database } from '../persistence/database.ts';

/** What happened to a case: who is the asker (or the timed job), when is the database's clock. */
export type CaseEvent = {
  readonly subject: 'STAY' | 'CAPACITY_PERIOD' | 'BLOCKED_DAYS' | 'PLACE' | 'HOST_CITY' | 'DEFENDER' | 'APPLICATION' | 'RISK_NOTE';
  readonly subjectId: string;
  readonly cityId?: string | null;
  readonly defenderId?: string | null;
  readonly verb: string;
  readonly fromStatus?: string | null;
  readonly toStatus?: string | null;
  readonly reasonCode?: string | null;
  readonly note?: string | null;
  /** Days and ids before and after. */
  readonly detail?: Readonly<Record<string, string | number | null>>;
};

/** Appends to the history of a case in the transaction that is open: every write leaves an event. */
@Injectable()
export class EventLog {
  constructor(private readonly database: Database) {}

  async append(event: CaseEvent): Promise<void> {
    // By SQL, because a city may add an event and not read all of its columns back.
    await this.database.client.$executeRaw`
      INSERT INTO event (id, actor_id, subject, subject_id, city_id, defender_id, verb, from_status, to_status, reason_code, note, detail)
      VALUES (${randomUUID()}::uuid, ${requestContext.getStore()?.actor?.accountId ?? null}::uuid, ${event.subject}, ${event.subjectId}::uuid,
        ${event.cityId ?? null}::uuid, ${event.defenderId ?? null}::uuid, ${event.verb}, ${event.fromStatus ?? null}, ${event.toStatus ?? null},
        ${event.reasonCode ?? null}, ${event.note ?? null}, ${event.detail === undefined ? null : JSON.stringify(event.detail)}::jsonb)`;
  }
}
