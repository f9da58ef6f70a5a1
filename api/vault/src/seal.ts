import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const nonceBytes = 12;
const tagBytes = 16;
const step = 256;

/** A fresh 256-bit data key. */
export const newDataKey = (): Uint8Array => randomBytes(32);

/**
 * Seals bytes with AES-256-GCM: nonce, tag, then the text padded to the next 256 bytes, so that its length says little.
 *
 * `binding` is authenticated and not stored: a sealed value moved to another table, row, column or version doesn't open.
 */
export function sealWith(key: Uint8Array, plain: Uint8Array, binding: string): Uint8Array {
  const padded = Buffer.alloc(Math.ceil((plain.length + 4) / step) * step);
  padded.writeUInt32BE(plain.length, 0);
  padded.set(plain, 4);
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(binding));
  const body = Buffer.concat([cipher.update(padded), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** Opens what {@link sealWith} sealed; throws when key, binding or a single bit differs. */
export function openWith(key: Uint8Array, sealed: Uint8Array, binding: string): Uint8Array {
  if (sealed.length < nonceBytes + tagBytes + step) throw new Error('A sealed value is too short');
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes));
  decipher.setAAD(Buffer.from(binding));
  decipher.setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes));
  const padded = Buffer.concat([
    decipher.update(sealed.subarray(nonceBytes + tagBytes)),
    decipher.final(),
  ]);
  return padded.subarray(4, 4 + padded.readUInt32BE(0));
}

/** Seals a value as JSON. */
export const sealJson = (key: Uint8Array, value: unknown, binding: string): Uint8Array =>
  sealWith(key, Buffer.from(JSON.stringify(value)), binding);

/** Opens a sealed JSON value; the caller checks its shape. */
export const openJson = (key: Uint8Array, sealed: Uint8Array, binding: string): unknown =>
  JSON.parse(Buffer.from(openWith(key, sealed, binding)).toString('utf8'));
