import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { requestContext } from '../http/request-context.ts';
import { Database } from '../persistence/database.ts';
import { AuditLog } from './audit-log.ts';
import { appendEventSql } from './event-sql.ts';

/** What happened to a case: who is the asker (or the timed job), when is the database's clock. */
export type CaseEvent = {
  readonly subject:
    | 'STAY'
    | 'CAPACITY_PERIOD'
    | 'BLOCKED_DAYS'
    | 'PLACE'
    | 'HOST_CITY'
    | 'DEFENDER'
    | 'APPLICATION'
    | 'RISK_NOTE';
  readonly subjectId: string;
  readonly cityId?: string | null;
  readonly defenderId?: string | null;
  readonly verb: string;
  readonly fromStatus?: string | null;
  readonly toStatus?: string | null;
  /** Said of what happens by time alone, whoever comes by. */
  readonly byNobody?: boolean;
  readonly reasonCode?: string | null;
  readonly note?: string | null;
  /** Days and ids before and after. */
  readonly detail?: Readonly<Record<string, string | number | null>>;
};

/**
 * Appends to the history of a case in the transaction that is open: every write leaves an event, and the audit log a row.
 * Both go along with the next statement, so the second costs no round trip.
 */
@Injectable()
export class EventLog {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
  ) {}

  append(event: CaseEvent): Promise<void> {
    this.database.tell(appendEventSql, [
      randomUUID(),
      event.byNobody === true ? null : (requestContext.getStore()?.actor?.accountId ?? null),
      event.subject,
      event.subjectId,
      event.cityId ?? null,
      event.defenderId ?? null,
      event.verb,
      event.fromStatus ?? null,
      event.toStatus ?? null,
      event.reasonCode ?? null,
      event.note ?? null,
      event.detail === undefined ? null : JSON.stringify(event.detail),
    ]);
    return this.audit.append({
      action: actionOf(event),
      objectKind: event.subject,
      objectId: event.subjectId,
      defenderId: event.defenderId ?? null,
      result: 'DONE',
    });
  }
}

/** What happened as the audit log writes it, `thing:verb`: `stay:propose`, `place:facts-changed`. */
const actionOf = ({ subject, verb }: CaseEvent): string =>
  verb.includes(':') ? verb : `${subject}:${verb}`.toLowerCase().replaceAll('_', '-');
