import { hkdfSync, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { openWith, sealWith } from './seal.ts';

/** A data key as the database keeps it: wrapped, with the name of the ring's key that wrapped it. */
export type WrappedKey = { readonly wrapped: Uint8Array; readonly ringKeyId: string };

/** Wraps and unwraps data keys. A file serves one machine; a key management service fits the same interface. */
export type KeyRing = {
  wrap(dataKey: Uint8Array): WrappedKey;
  /** Throws when the ring doesn't hold the key or the wrapping was touched. */
  unwrap(key: WrappedKey): Uint8Array;
  /** A 256-bit key for another purpose, the same in every process that holds this ring; another one when the ring turns. */
  derive(purpose: string): Uint8Array;
};

type RingFile = { readonly current: string; readonly keys: Readonly<Record<string, string>> };

const binding = (ringKeyId: string) => `vault.data_key/${ringKeyId}`;

/**
 * The key ring of a file. A missing file is made with one fresh key and mode 600; a file that others may read is refused.
 *
 * Errors  throws with what to do when the file is readable by others or isn't a key ring.
 */
export function keyRingOfFile(path: string): KeyRing {
  const ring = readRing(path);
  const keyOf = (id: string): Uint8Array => {
    const key = ring.keys[id];
    if (key === undefined) throw new Error(`The key ring holds no key named ${id}`);
    return Buffer.from(key, 'base64');
  };
  return {
    wrap: (dataKey) => ({
      wrapped: sealWith(keyOf(ring.current), dataKey, binding(ring.current)),
      ringKeyId: ring.current,
    }),
    unwrap: ({ wrapped, ringKeyId }) => openWith(keyOf(ringKeyId), wrapped, binding(ringKeyId)),
    derive: (purpose) => new Uint8Array(hkdfSync('sha256', keyOf(ring.current), '', purpose, 32)),
  };
}

function readRing(path: string): RingFile {
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
  return ring as RingFile;
}

function makeRing(path: string): RingFile {
  const id = `k-${randomBytes(4).toString('hex')}`;
  const ring = { current: id, keys: { [id]: randomBytes(32).toString('base64') } };
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  // Written whole under another name, then linked: of several first starts at once one makes the ring, and none reads half of it.
  const whole = `${path}.${id}`;
  writeFileSync(whole, `${JSON.stringify(ring, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
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
