import { Injectable } from '@nestjs/common';
import { Database } from '../persistence/database.ts';

/** One row of the audit log about a case. */
export type AccessRow = {
  readonly seq: string;
  readonly at: string;
  readonly actor: { readonly id: string; readonly displayName: string } | null;
  readonly role: string | null;
  readonly action: string;
  readonly result: 'DONE' | 'REFUSED';
  readonly reason: string | null;
  readonly fields: readonly string[];
};

/** So many lines a page has. */
export const accessesPerPage = 50;

const sql = `
SELECT json_build_object('seq', l.seq::text, 'at', to_char(l.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
  'actor', (SELECT json_build_object('id', a.id, 'displayName', a.display_name) FROM account a WHERE a.id = l.actor_id),
  'role', l.actor_role, 'action', l.action, 'result', l.result, 'reason', l.reason, 'fields', l.fields)::text AS line
FROM audit.of_case($1::uuid, $2::bigint, ${String(accessesPerPage + 1)}) l ORDER BY l.seq DESC`;

/** Who did what with a case: the audit log's rows about it, the newest first. */
@Injectable()
export class AccessesRepository {
  constructor(private readonly database: Database) {}

  /** One more than a page, to know whether there are more. */
  async before(defenderId: string, seq: string | null): Promise<AccessRow[]> {
    const rows = await this.database.select<{ line: string }>(sql, [defenderId, seq]);
    return rows.map(({ line }) => JSON.parse(line) as AccessRow);
  }
}
