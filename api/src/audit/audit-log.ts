import { Injectable } from '@nestjs/common';
import { currentRequestId, Database } from '../persistence/database.ts';

/** One act for the audit log: ids and field names, never values. */
export type AuditedAct = {
  readonly action: string;
  readonly objectKind: string | null;
  readonly objectId: string | null;
  readonly result: 'DONE' | 'REFUSED';
  readonly reason?: string;
  readonly fields?: readonly string[];
};

const appendAuditSql = 'SELECT audit.append($1, $2, $3::uuid, $4, $5, $6::text[], $7)';

/** Appends to the audit log in the transaction that is open: if that fails, so does the act. */
@Injectable()
export class AuditLog {
  constructor(private readonly database: Database) {}

  append({ action, objectKind, objectId, result, reason, fields }: AuditedAct): Promise<void> {
    this.database.tell(appendAuditSql, [
      action,
      objectKind,
      objectId,
      result,
      reason ?? null,
      fields ?? [],
      currentRequestId(),
    ]);
    return Promise.resolve();
  }
}
