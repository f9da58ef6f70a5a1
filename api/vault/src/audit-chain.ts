import { createHash } from 'node:crypto';

/** A row of the audit log, as it is chained. */
export type ChainedRow = {
  readonly seq: string;
  readonly at: Date;
  readonly actorId: string | null;
  readonly actorRole: string | null;
  readonly action: string;
  readonly objectKind: string | null;
  readonly objectId: string | null;
  readonly defenderId: string | null;
  readonly result: string;
  readonly reason: string | null;
  readonly fields: readonly string[];
  readonly requestId: string | null;
};

/** A link of the chain with the row it speaks of, if that is still there. */
export type Link = {
  readonly position: number;
  readonly seq: string;
  readonly previous: Uint8Array;
  readonly hash: Uint8Array;
  readonly row: ChainedRow | null;
};

/** What was done to a log. `rewritten` and the last two are seen by the anchors alone. */
export type Tampering =
  'edited' | 'deleted' | 'inserted' | 'reordered' | 'rewritten' | 'cut off' | 'forged anchor';

/** The first place where something is wrong: of the chain, the log's row, or the line of the anchor file. */
export type Fault = {
  readonly kind: Tampering;
  readonly position: number | null;
  readonly seq: string | null;
  readonly anchorLine: number | null;
};

/** What stands before the first link. */
export const beforeTheFirst: Uint8Array = new Uint8Array(32);

/** A value with its length in bytes before it, and `-` for none: no two rows that differ write the same. */
const framed = (value: string | null): string =>
  value === null ? '-' : `${String(Buffer.byteLength(value))}:${value}`;

/** The hash of the row at a position, after `previous`. The database's `audit.link` writes the same; this one doesn't ask it. */
export function linkHash(position: number, previous: Uint8Array, row: ChainedRow): Uint8Array {
  const text = [
    String(position),
    Buffer.from(previous).toString('hex'),
    row.seq,
    row.at.toISOString(),
    row.actorId,
    row.actorRole,
    row.action,
    row.objectKind,
    row.objectId,
    row.defenderId,
    row.result,
    row.reason,
    row.fields.length === 0 ? null : row.fields.map(framed).join(''),
    row.requestId,
  ];
  return createHash('sha256').update(text.map(framed).join('')).digest();
}

const same = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;

/**
 * Follows a chain from its first link on, some links at a time, and stops at the first that doesn't hold.
 *
 * `neighbours` are rows near the broken place: when one of them fits there, rows changed places.
 */
export class ChainCheck {
  private position = 0;
  private hash = beforeTheFirst;

  /** How many links held so far. */
  get length(): number {
    return this.position;
  }

  /** The first fault among the next links, in the order of their positions; null when all hold. */
  accept(links: readonly Link[]): Fault | null {
    for (const link of links) {
      const kind = this.wrongWith(link, links);
      if (kind !== null) return { kind, position: link.position, seq: link.seq, anchorLine: null };
      this.position = link.position;
      this.hash = link.hash;
    }
    return null;
  }

  private wrongWith(link: Link, neighbours: readonly Link[]): Tampering | null {
    const { position, seq, previous, hash, row } = link;
    if (position !== this.position + 1 || row === null) return 'deleted';
    if (!same(previous, this.hash)) return 'reordered';
    if (same(hash, linkHash(position, previous, row))) return null;
    const moved = neighbours.some(
      (other) =>
        other.row !== null &&
        other.row !== row &&
        (same(hash, linkHash(position, previous, other.row)) ||
          same(hash, linkHash(position, previous, { ...other.row, seq }))),
    );
    return moved ? 'reordered' : 'edited';
  }
}
