import { createHash, type Hash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import type { KeyRing } from '@shelter-city/vault/key-ring';
import { openWith, sealWith } from '@shelter-city/vault/seal';

/** What an archive holds, without a word of its content. */
export type Manifest = {
  readonly kind: 'data' | 'vault';
  /** The same for the two archives of one backup. */
  readonly backup: string;
  readonly takenAt: string;
  /** The key of the ring that the archive's own key is derived from. */
  readonly ringKeyId: string;
  readonly migrations: readonly string[];
  readonly tables: readonly TableContent[];
  /** Where the sequences stood. */
  readonly sequences: Readonly<Record<string, string>>;
};

/** One table of an archive. */
export type TableContent = {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: number;
  /** SHA-256 over the SHA-256 of each of its pieces. */
  readonly sha256: string;
};

/** A column with the type that its texts are read as. */
export type Column = { readonly name: string; readonly type: string };

/** Rows as texts, as PostgreSQL writes and reads every type. */
export type Row = readonly (string | null)[];

const purpose = 'backup';
const hashOf = (text: string): Uint8Array => createHash('sha256').update(text).digest();
const bindingOf = (backup: string, kind: string, frame: number) =>
  `backup/${backup}/${kind}/${String(frame)}`;

/** Writes an archive piece by piece: each is sealed under a key of the ring and bound to its place. */
export class ArchiveWriter {
  private frames = 0;
  private hash: Hash = createHash('sha256');
  private rows = 0;
  private readonly key: Uint8Array;
  private readonly file: FileHandle;
  private readonly head: Pick<Manifest, 'kind' | 'backup' | 'ringKeyId'>;

  private constructor(
    file: FileHandle,
    head: Pick<Manifest, 'kind' | 'backup' | 'ringKeyId'>,
    ring: KeyRing,
  ) {
    this.file = file;
    this.head = head;
    this.key = ring.derive(purpose, head.ringKeyId);
  }

  static async begin(
    path: string,
    head: Pick<Manifest, 'kind' | 'backup' | 'ringKeyId'>,
    ring: KeyRing,
  ): Promise<ArchiveWriter> {
    const file = await open(path, 'wx', 0o600);
    await file.write(`${JSON.stringify(head)}\n`);
    return new ArchiveWriter(file, head, ring);
  }

  /** Adds rows to the table that is being written. */
  async add(rows: readonly Row[]): Promise<void> {
    const text = JSON.stringify(rows);
    this.hash.update(hashOf(text));
    this.rows += rows.length;
    await this.write(text);
  }

  /** Ends a table. */
  endTable(name: string, columns: readonly Column[]): TableContent {
    const content = { name, columns, rows: this.rows, sha256: this.hash.digest('hex') };
    this.hash = createHash('sha256');
    this.rows = 0;
    return content;
  }

  /** The manifest is the last piece: an archive that was cut short has none. */
  async end(manifest: Manifest): Promise<void> {
    await this.write(JSON.stringify(manifest));
    await this.file.sync();
    await this.file.close();
  }

  private async write(text: string): Promise<void> {
    this.frames += 1;
    const { backup, kind } = this.head;
    const sealed = sealWith(this.key, Buffer.from(text), bindingOf(backup, kind, this.frames));
    const length = Buffer.alloc(4);
    length.writeUInt32BE(sealed.length);
    await this.file.write(Buffer.concat([length, sealed]));
  }
}

/** A reader of an archive: its head, then its pieces in order, the last of which is the manifest. */
export async function* readArchive(path: string, ring: KeyRing): AsyncGenerator<string> {
  const file = await open(path, 'r');
  try {
    const { head, at } = await readHead(file);
    const key = ring.derive(purpose, head.ringKeyId);
    let position = at;
    for (let frame = 1; ; frame += 1) {
      const length = Buffer.alloc(4);
      const { bytesRead } = await file.read(length, 0, 4, position);
      if (bytesRead === 0) return;
      const sealed = Buffer.alloc(bytesRead === 4 ? length.readUInt32BE() : 0);
      const read = await file.read(sealed, 0, sealed.length, position + 4);
      if (bytesRead !== 4 || read.bytesRead !== sealed.length)
        throw new Error('The archive is cut short.');
      position += 4 + sealed.length;
      yield Buffer.from(openWith(key, sealed, bindingOf(head.backup, head.kind, frame))).toString();
    }
  } finally {
    await file.close();
  }
}

async function readHead(file: FileHandle): Promise<{
  readonly head: Pick<Manifest, 'kind' | 'backup' | 'ringKeyId'>;
  readonly at: number;
}> {
  const start = Buffer.alloc(1_000);
  await file.read(start, 0, start.length, 0);
  const at = start.indexOf(10) + 1;
  if (at === 0) throw new Error('This is no archive of Shelter City.');
  return {
    head: JSON.parse(start.subarray(0, at).toString()) as Pick<
      Manifest,
      'kind' | 'backup' | 'ringKeyId'
    >,
    at,
  };
}

/** Looks at every piece of an archive: opens it, counts its rows and hashes them. Errors  throws at the first that is wrong. */
export async function checkedManifest(path: string, ring: KeyRing): Promise<Manifest> {
  let manifest: Manifest | undefined;
  const pieces: { readonly rows: number; readonly hash: Uint8Array }[] = [];
  for await (const text of readArchive(path, ring)) {
    const piece = JSON.parse(text) as Manifest | readonly Row[];
    if (isManifest(piece)) manifest = piece;
    else pieces.push({ rows: piece.length, hash: hashOf(text) });
  }
  if (manifest === undefined) throw new Error('The archive is cut short.');
  let next = 0;
  for (const { name, rows, sha256 } of manifest.tables) {
    const hash = createHash('sha256');
    for (let counted = 0; counted < rows; next += 1) {
      const piece = pieces[next];
      if (piece === undefined) throw new Error(`Rows of ${name} are missing.`);
      hash.update(piece.hash);
      counted += piece.rows;
    }
    if (hash.digest('hex') !== sha256)
      throw new Error(`The rows of ${name} aren't those that were written.`);
  }
  if (next !== pieces.length)
    throw new Error('The archive holds rows that its manifest doesn’t know.');
  return manifest;
}

/** Whether a piece is the manifest, the only one that is no list. */
export const isManifest = (piece: Manifest | readonly Row[]): piece is Manifest =>
  !Array.isArray(piece);
