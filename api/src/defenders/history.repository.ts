import type { HistoryLine } from '@shelter-city/contract/defenders';
import { Injectable } from '@nestjs/common';
import { Database } from '../persistence/database.ts';

/** So many lines at most: a case has a few dozen. */
const linesAtMost = 500;

type Row = Omit<HistoryLine, 'at' | 'actor'> & {
  readonly at: Date;
  readonly actorId: string | null;
  readonly actorName: string | null;
};

/** What happened to a defender's case: their own events, their applications', notes' and stays'. */
@Injectable()
export class HistoryRepository {
  constructor(private readonly database: Database) {}

  /** The newest first. */
  async of(defenderId: string): Promise<HistoryLine[]> {
    const rows = await this.database.client.$queryRaw<Row[]>`
      SELECT e.id, e.at, e.actor_id AS "actorId", a.display_name AS "actorName", e.subject, e.verb,
        e.from_status AS "fromStatus", e.to_status AS "toStatus", e.reason_code AS "reasonCode", e.note
      FROM event e LEFT JOIN account a ON a.id = e.actor_id
      WHERE e.defender_id = ${defenderId}::uuid ORDER BY e.at DESC, e.id LIMIT ${linesAtMost}`;
    return rows.map(({ at, actorId, actorName, ...line }) => ({
      ...line,
      at: at.toISOString(),
      actor: actorId === null ? null : { id: actorId, displayName: actorName ?? '' },
    }));
  }
}
