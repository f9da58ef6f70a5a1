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

/** Appends to the audit log in the transaction that is open: if that fails, so does the act. */
@Injectable()
export class AuditLog {
  constructor(private readonly database: Database) {}

  async append({
    action,
    objectKind,
    objectId,
    result,
    reason,
    fields,
  }: AuditedAct): Promise<void> {
    await this.database.client
      .$executeRaw`SELECT audit.append(${action}, ${objectKind}, ${objectId}::uuid, ${result},
      ${reason ?? null}, ${[...(fields ?? [])]}::text[], ${currentRequestId()})`;
  }
}
