import { Injectable } from '@nestjs/common';
import { requestContext, type RequestContext } from '../http/request-context.ts';
import { currentRequestId, Database } from '../persistence/database.ts';

/** One act for the audit log: ids and field names, never values. */
export type AuditedAct = {
  readonly action: string;
  readonly objectKind: string | null;
  readonly objectId: string | null;
  /** The case it concerns, if it concerns one: whoever asks who saw a case finds it by this. */
  readonly defenderId: string | null;
  readonly result: 'DONE' | 'REFUSED';
  readonly reason?: string;
  readonly fields?: readonly string[];
};

const appendAuditSql = 'SELECT audit.append($1, $2, $3::uuid, $4::uuid, $5, $6, $7::text[], $8)';

/** The same for many at once, in their order: a page of a hundred people is one statement more, not a hundred. */
const appendAllSql = `SELECT audit.append(a.action, a."objectKind", a."objectId", a."defenderId", a.result, a.reason, coalesce(a.fields, '{}'), $2)
  FROM json_to_recordset($1::json) AS a(action text, "objectKind" text, "objectId" uuid, "defenderId" uuid, result text, reason text, fields text[])`;

/** Appends to the audit log in the transaction that is open: if that fails, so does the act. */
@Injectable()
export class AuditLog {
  private readonly noted = new WeakMap<RequestContext, AuditedAct[]>();

  constructor(private readonly database: Database) {}

  /**
   * Notes an act whose own transaction can't hold its row: a read, which writes nothing, or a refusal, which is rolled
   * back. The row is written in a transaction of its own before the answer leaves, and if that fails, so does the answer.
   */
  note(act: AuditedAct): void {
    const context = requestContext.getStore();
    if (!context) throw new Error('Only what is done for a request can be noted');
    this.noted.set(context, [...(this.noted.get(context) ?? []), act]);
  }

  /** Whether nothing was noted so far. */
  isUnnoted(): boolean {
    const context = requestContext.getStore();
    return context === undefined || !this.noted.has(context);
  }

  /** Forgets what was noted: the work begins anew. */
  forget(): void {
    const context = requestContext.getStore();
    if (context) this.noted.delete(context);
  }

  /** Writes what was noted. */
  async writeNoted(): Promise<void> {
    const context = requestContext.getStore();
    const acts = context && this.noted.get(context);
    if (!acts) return;
    this.noted.delete(context);
    await this.database.writing(() => {
      this.database.tell(appendAllSql, [JSON.stringify(acts), currentRequestId()]);
      return Promise.resolve();
    });
  }

  append({
    action,
    objectKind,
    objectId,
    defenderId,
    result,
    reason,
    fields,
  }: AuditedAct): Promise<void> {
    this.database.tell(appendAuditSql, [
      action,
      objectKind,
      objectId,
      defenderId,
      result,
      reason ?? null,
      fields ?? [],
      currentRequestId(),
    ]);
    return Promise.resolve();
  }
}
