import { readFile } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { firstBadAnchor } from '@shelter-city/vault/audit-anchor';
import type { Fault } from '@shelter-city/vault/audit-chain';
import { Environment } from '../config/environment.ts';
import { Database } from '../persistence/database.ts';
import { Vault } from '../vault/vault.ts';

/** Links looked at in one statement: far within its time limit. */
const atOnce = 20_000;

/** What the database and the anchor file say about the audit log, without showing a row of it. */
@Injectable()
export class IntegrityRepository {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly environment: Environment,
  ) {}

  async length(): Promise<number> {
    const [head] = await this.database.select<{ place: string }>(
      'SELECT place::text AS place FROM audit.head()',
      [],
    );
    return Number(head?.place ?? 0);
  }

  async firstBad(
    length: number,
  ): Promise<{ readonly position: number; readonly row: string } | null> {
    for (let from = 1; from <= length; from += atOnce) {
      const [bad] = await this.database.select<{ place: string; seq: string }>(
        'SELECT place::text AS place, seq::text AS seq FROM audit.first_bad($1::bigint, $2::bigint)',
        [from, from + atOnce - 1],
      );
      if (bad) return { position: Number(bad.place), row: bad.seq };
    }
    return null;
  }

  async firstUnchained(): Promise<string | null> {
    const [row] = await this.database.select<{ seq: string | null }>(
      'SELECT audit.first_unchained()::text AS seq',
      [],
    );
    return row?.seq ?? null;
  }

  async anchors(): Promise<{ readonly count: number; readonly bad: Fault | null }> {
    const file = await readFile(this.environment.anchorFile, 'utf8').catch(() => '');
    const bad = await firstBadAnchor(file, this.vault.signer, async (position) => {
      const [row] = await this.database.select<{ hash: Buffer | null }>(
        'SELECT audit.hash_at($1::bigint) AS hash',
        [position],
      );
      return row?.hash ?? null;
    });
    return { count: file.split('\n').length - 1, bad };
  }

  quotaReached(since: Date) {
    return this.database.select<{
      id: string;
      display_name: string;
      times: number;
      last_at: Date;
    }>(
      `SELECT a.id, a.display_name, q.times, q.last_at FROM audit.quota_reached($1::timestamptz) q
       JOIN account a ON a.id = q.account_id ORDER BY q.last_at DESC LIMIT 50`,
      [since.toISOString()],
    );
  }
}
