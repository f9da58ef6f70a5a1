import { bindings } from './bindings.ts';
import type { KeyRing } from './key-ring.ts';
import { newDataKey, openWith, sealWith } from './seal.ts';

type Envelope = { readonly wrapped: string; readonly ringKeyId: string; readonly body: string };

/** Seals an account's TOTP secret in one self-contained value: a wrapped key of its own, and the secret under it. */
export function sealTotp(ring: KeyRing, accountId: string, secret: string): Uint8Array {
  const key = newDataKey();
  const { wrapped, ringKeyId } = ring.wrap(key);
  const body = sealWith(key, Buffer.from(secret), bindings.totp(accountId));
  const envelope: Envelope = {
    wrapped: Buffer.from(wrapped).toString('base64'),
    ringKeyId,
    body: Buffer.from(body).toString('base64'),
  };
  return Buffer.from(JSON.stringify(envelope));
}

/** Opens what {@link sealTotp} sealed; throws when it belongs to another account or was touched. */
export function openTotp(ring: KeyRing, accountId: string, sealed: Uint8Array): string {
  const { wrapped, ringKeyId, body } = envelopeOf(sealed);
  const key = ring.unwrap({ wrapped: Buffer.from(wrapped, 'base64'), ringKeyId });
  return Buffer.from(openWith(key, Buffer.from(body, 'base64'), bindings.totp(accountId))).toString(
    'utf8',
  );
}

const envelopeOf = (sealed: Uint8Array): Envelope =>
  JSON.parse(Buffer.from(sealed).toString('utf8')) as Envelope;

/** Which key of the ring wrapped the key of a sealed TOTP secret; null for what no key opens. */
export function ringKeyOfTotp(sealed: Uint8Array): string | null {
  try {
    return envelopeOf(sealed).ringKeyId;
  } catch {
    return null;
  }
}

/** The same sealed TOTP secret with its key wrapped by the ring's current one. */
export function rewrapTotp(ring: KeyRing, sealed: Uint8Array): Uint8Array {
  const { wrapped: old, ringKeyId: by, body } = envelopeOf(sealed);
  const { wrapped, ringKeyId } = ring.wrap(
    ring.unwrap({ wrapped: Buffer.from(old, 'base64'), ringKeyId: by }),
  );
  const envelope: Envelope = { wrapped: Buffer.from(wrapped).toString('base64'), ringKeyId, body };
  return Buffer.from(JSON.stringify(envelope));
}
