import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '../persistence/database.ts';

/** Holds that lapse in one go: the next minute takes the rest. */
const atOnce = 200;

/** A stay whose place is free again. */
type LapsedHold = {
  readonly id: string;
  readonly city_id: string;
  readonly defender_id: string;
};

/** What the timed job does to the database, in its own role. Every method works inside the job's transaction. */
@Injectable()
export class TimedWorkRepository {
  constructor(private readonly database: Database) {}

  /** Whether this process may do the work now: of several, one at a time does. Until the transaction ends. */
  async isOurTurn(work: string): Promise<boolean> {
    const [row] = await this.database.client.$queryRaw<{ ours: boolean }[]>`
      SELECT pg_try_advisory_xact_lock(hashtextextended(${`shelter_city.job/${work}`}, 0)) AS ours`;
    return row?.ours === true;
  }

  /** Lets proposals lapse whose hold is over, each with its event; answers which. */
  async lapseHolds(now: Date): Promise<readonly LapsedHold[]> {
    const { client } = this.database;
    // Places first and in order, as whoever changes a stay does: nobody waits for us while we wait for them.
    const places = await client.$queryRaw<{ place_id: string }[]>`
      SELECT DISTINCT place_id FROM (SELECT place_id FROM stay WHERE status = 'PROPOSED' AND hold_expires_at <= ${now}
        ORDER BY hold_expires_at LIMIT ${atOnce}) AS expired ORDER BY place_id`;
    if (places.length === 0) return [];
    const ids = places.map(({ place_id }) => place_id);
    await client.$queryRaw`SELECT id FROM place WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
    const lapsed = await client.$queryRaw<LapsedHold[]>`
      UPDATE stay SET status = 'LAPSED', updated_at = ${now}, version = version + 1
      WHERE place_id = ANY (${ids}::uuid[]) AND status = 'PROPOSED' AND hold_expires_at <= ${now}
      RETURNING id, city_id, defender_id`;
    for (const { id, city_id, defender_id } of lapsed) {
      await client.$executeRaw`
        INSERT INTO event (id, actor_id, subject, subject_id, city_id, defender_id, verb, from_status, to_status)
        VALUES (${randomUUID()}::uuid, NULL, 'STAY', ${id}::uuid, ${city_id}::uuid, ${defender_id}::uuid, 'stay:lapse', 'PROPOSED', 'LAPSED')`;
    }
    return lapsed;
  }

  /** Drops what nobody asks for any more: answers kept for a repeated request, sessions long over, old delays. */
  async dropOld(): Promise<void> {
    const { client } = this.database;
    await client.$executeRaw`DELETE FROM idempotency_key WHERE created_at < now() - interval '1 day'`;
    await client.$executeRaw`DELETE FROM session WHERE least(ended_at, expires_at) < now() - interval '30 days'`;
    await client.$executeRaw`DELETE FROM account_link WHERE expires_at < now() - interval '30 days'`;
    await client.$executeRaw`DELETE FROM spent_challenge WHERE expires_at < now() - interval '1 hour'`;
    await client.$executeRaw`DELETE FROM sign_in_delay WHERE not_before < now() - interval '1 day'`;
    await client.$executeRaw`DELETE FROM plan_draft WHERE changed_at < now() - interval '1 year'`;
  }
}
