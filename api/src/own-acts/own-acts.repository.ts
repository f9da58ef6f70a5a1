import { Injectable } from '@nestjs/common';
import type { OwnAct } from '@shelter-city/contract/own-acts';
import { Database } from '../persistence/database.ts';

/** So many lines a page has. */
export const actsPerPage = 50;

// Row policies decide whose rows are one's own and whose name is still readable. What somebody is kept from isn't there
// for them, though they did it themselves.
const sql = `
SELECT json_build_object('id', l.seq::text, 'at', to_char(l.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
  'action', l.action, 'codeName', (SELECT d.code_name FROM defender d WHERE d.id = l.defender_id),
  'result', l.result, 'reason', l.reason, 'fields', l.fields)::text AS line
FROM audit.log l
WHERE l.actor_id = (SELECT app_account_id()) AND ($1::bigint IS NULL OR l.seq < $1::bigint)
  AND (l.defender_id IS NULL OR l.defender_id <> ALL ((SELECT app_hidden_defenders())::uuid[]))
ORDER BY l.seq DESC LIMIT ${String(actsPerPage + 1)}`;

/** What the asker did, the newest first. */
@Injectable()
export class OwnActsRepository {
  constructor(private readonly database: Database) {}

  /** One more than a page, to know whether there are more. `seq` is the last row that was shown. */
  async before(seq: string | null): Promise<OwnAct[]> {
    const rows = await this.database.select<{ line: string }>(sql, [seq]);
    return rows.map(({ line }) => JSON.parse(line) as OwnAct);
  }
}
