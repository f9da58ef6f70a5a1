import { createPrivateKey, createPublicKey, hkdfSync, sign, verify } from 'node:crypto';
import { readRing, stampOf } from './ring-file.ts';
import { openWith, sealWith } from './seal.ts';

/** A data key as the database keeps it: wrapped, with the name of the ring's key that wrapped it. */
export type WrappedKey = { readonly wrapped: Uint8Array; readonly ringKeyId: string };

/** Signs with the installation's Ed25519 key, which stays when the ring turns. */
export type Signer = {
  sign(message: Uint8Array): Uint8Array;
  isSigned(message: Uint8Array, signature: Uint8Array): boolean;
};

/** Wraps and unwraps data keys. A file serves one machine; a key management service fits the same interface. */
export type KeyRing = Signer & {
  /** The name of the key that wraps now. */
  current(): string;
  wrap(dataKey: Uint8Array): WrappedKey;
  /** Throws when the ring doesn't hold the key or the wrapping was touched. */
  unwrap(key: WrappedKey): Uint8Array;
  /** A 256-bit key for another purpose, the same in every process that holds this ring; from the current key when none is named. */
  derive(purpose: string, ringKeyId?: string): Uint8Array;
};

const binding = (ringKeyId: string) => `vault.data_key/${ringKeyId}`;

/** What stands before the seed of an Ed25519 key in its PKCS #8 form. */
const ed25519 = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * The key ring of a file. A missing file is made with one fresh key and mode 600; a file that others may read is refused.
 * The file is read again when it changed, so a ring can turn under processes that run.
 *
 * Errors  throws with what to do when the file is readable by others or isn't a key ring.
 */
export function keyRingOfFile(path: string): KeyRing {
  let ring = readRing(path);
  let stamp = stampOf(path);
  const fresh = (): typeof ring => {
    const now = stampOf(path);
    if (now !== stamp) {
      ring = readRing(path);
      stamp = now;
    }
    return ring;
  };
  const keyOf = (id: string): Uint8Array => {
    const key = ring.keys[id] ?? fresh().keys[id];
    if (key === undefined) throw new Error(`The key ring holds no key named ${id}`);
    return Buffer.from(key, 'base64');
  };
  const signing = createPrivateKey({
    key: Buffer.concat([ed25519, Buffer.from(ring.signing, 'base64')]),
    format: 'der',
    type: 'pkcs8',
  });
  const verifying = createPublicKey(signing);
  return {
    current: () => fresh().current,
    wrap: (dataKey) => {
      const ringKeyId = fresh().current;
      return { wrapped: sealWith(keyOf(ringKeyId), dataKey, binding(ringKeyId)), ringKeyId };
    },
    unwrap: ({ wrapped, ringKeyId }) => openWith(keyOf(ringKeyId), wrapped, binding(ringKeyId)),
    derive: (purpose, ringKeyId = fresh().current) =>
      new Uint8Array(hkdfSync('sha256', keyOf(ringKeyId), '', purpose, 32)),
    sign: (message) => sign(null, message, signing),
    isSigned: (message, signature) => verify(null, message, verifying, signature),
  };
}
