import { readFile } from 'node:fs/promises';
import { firstBadAnchor } from '@shelter-city/vault/audit-anchor';
import { ChainCheck, type Fault, type Link } from '@shelter-city/vault/audit-chain';
import type { Signer } from '@shelter-city/vault/key-ring';
import type pg from 'pg';
import { withClient } from '../tools/query.ts';

/** What a look at the whole audit log found; no fault when it is whole. */
export type AuditFindings = {
  readonly rows: number;
  readonly anchors: number;
  readonly faults: readonly Fault[];
};

type LinkRow = {
  readonly position: string;
  readonly link_seq: string;
  readonly previous: Buffer;
  readonly hash: Buffer;
  readonly seq: string | null;
  readonly at: Date;
  readonly actor_id: string | null;
  readonly actor_role: string | null;
  readonly action: string;
  readonly object_kind: string | null;
  readonly object_id: string | null;
  readonly defender_id: string | null;
  readonly result: string;
  readonly reason: string | null;
  readonly fields: string[];
  readonly request_id: string | null;
};

const atOnce = 5_000;

/**
 * Looks at every row of the audit log and every anchor, and trusts nothing that the database says about itself: the
 * hashes are made here, the anchors come from a file outside of it.
 */
export async function checkAuditLog(
  ownerUrl: string,
  signer: Signer,
  anchorFile: string,
): Promise<AuditFindings> {
  return withClient(ownerUrl, async (client) => {
    // The owner of a table sees no rows of it by itself: its policies are forced.
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await client.query('SET LOCAL ROLE shelter_auditor');
    const chain = new ChainCheck();
    const broken = await follow(client, chain);
    const stray = await client.query<{ seq: string | null }>(
      'SELECT min(l.seq) AS seq FROM audit.log l WHERE NOT EXISTS (SELECT FROM audit.chain c WHERE c.seq = l.seq)',
    );
    const seq = stray.rows[0]?.seq ?? null;
    const anchors = await readFile(anchorFile, 'utf8').catch(() => '');
    const unanchored = await firstBadAnchor(anchors, signer, async (position) => {
      const { rows } = await client.query<{ hash: Buffer }>(
        'SELECT hash FROM audit.chain WHERE position = $1',
        [position],
      );
      return rows[0]?.hash ?? null;
    });
    const faults = [
      broken,
      seq === null ? null : ({ kind: 'inserted', position: null, seq, anchorLine: null } as const),
      unanchored,
    ].filter((fault) => fault !== null);
    return { rows: chain.length, anchors: anchors.split('\n').length - 1, faults };
  });
}

async function follow(client: pg.Client, chain: ChainCheck): Promise<Fault | null> {
  for (let after = '0'; ;) {
    const { rows } = await client.query<LinkRow>(
      `SELECT c.position, c.seq AS link_seq, c.previous, c.hash, l.*
       FROM audit.chain c LEFT JOIN audit.log l ON l.seq = c.seq
       WHERE c.position > $1 ORDER BY c.position LIMIT ${String(atOnce)}`,
      [after],
    );
    const fault = chain.accept(rows.map(asLink));
    const last = rows.at(-1);
    if (fault !== null || last === undefined) return fault;
    after = last.position;
  }
}

const asLink = (row: LinkRow): Link => ({
  position: Number(row.position),
  seq: row.link_seq,
  previous: row.previous,
  hash: row.hash,
  row:
    row.seq === null
      ? null
      : {
          seq: row.seq,
          at: row.at,
          actorId: row.actor_id,
          actorRole: row.actor_role,
          action: row.action,
          objectKind: row.object_kind,
          objectId: row.object_id,
          defenderId: row.defender_id,
          result: row.result,
          reason: row.reason,
          fields: row.fields,
          requestId: row.request_id,
        },
});
