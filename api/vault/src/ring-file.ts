import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** A key ring as its file holds it: which key wraps now, all keys that still open, and the seed of the signing key. */
export type RingFile = {
  readonly current: string;
  readonly keys: Readonly<Record<string, string>>;
  readonly signing: string;
  /** When another key last became the current one. */
  readonly turnedAt?: string;
};

const newKey = (): string => randomBytes(32).toString('base64');

/** A key that no ring holds yet, with a name. */
export const freshKey = (): { readonly id: string; readonly key: string } => ({
  id: `k-${randomBytes(4).toString('hex')}`,
  key: newKey(),
});

/** What changes whenever the file does: asked before each wrapping, so it is no more than a look at the folder. */
export function stampOf(path: string): string {
  const { ino, mtimeMs, size } = statSync(path);
  return `${String(ino)}/${String(mtimeMs)}/${String(size)}`;
}

/**
 * Reads the ring; a missing file is made with one fresh key and mode 600, a file that others may read is refused.
 *
 * Errors  throws with what to do when the file is readable by others or isn't a key ring.
 */
export function readRing(path: string): RingFile {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return makeRing(path);
  }
  if ((statSync(path).mode & 0o077) !== 0)
    throw new Error(`Others can read the key file. Run: chmod 600 "${path}"`);
  const ring = JSON.parse(text) as Partial<RingFile>;
  if (typeof ring.current !== 'string' || typeof ring.keys !== 'object')
    throw new Error(`${path} is not a key ring`);
  // A ring of before there were anchors gets its signing key now: a change gives it one.
  if (typeof ring.signing !== 'string') return changeRing(path, (ring) => ring);
  return ring as RingFile;
}

/** Changes the ring in one step: whoever reads sees the old one or the new one, and of two who change it both do. */
export function changeRing(path: string, change: (before: RingFile) => RingFile): RingFile {
  const lock = `${path}.changing`;
  closeSync(openLock(lock));
  try {
    const before = JSON.parse(readFileSync(path, 'utf8')) as Omit<RingFile, 'signing'> &
      Partial<Pick<RingFile, 'signing'>>;
    const after = change({ ...before, signing: before.signing ?? newKey() });
    const whole = writeWhole(path, after);
    renameSync(whole, path);
    return after;
  } finally {
    unlinkSync(lock);
  }
}

/** Waits for whoever changes the ring now; one that was killed while it did so is waited for ten seconds. */
function openLock(lock: string): number {
  for (const end = performance.now() + 10_000; ;) {
    try {
      return openSync(lock, 'wx', 0o600);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      if (performance.now() < end) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
      else
        throw new Error(`Somebody changes the key ring. If nobody does, remove "${lock}"`, {
          cause: error,
        });
    }
  }
}

function makeRing(path: string): RingFile {
  const { id, key } = freshKey();
  const ring = { current: id, keys: { [id]: key }, signing: newKey() };
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  // Written whole under another name, then linked: of several first starts at once one makes the ring, and none reads half of it.
  const whole = writeWhole(path, ring);
  try {
    linkSync(whole, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return readRing(path);
  } finally {
    unlinkSync(whole);
  }
  return ring;
}

/** The ring under another name beside its file, on the disk before anybody looks for it. */
function writeWhole(path: string, ring: RingFile): string {
  const whole = `${path}.${randomBytes(4).toString('hex')}`;
  const file = openSync(whole, 'wx', 0o600);
  try {
    writeFileSync(file, `${JSON.stringify(ring, null, 2)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return whole;
}
