import { generateSecret, generateSync, generateURI, ScureBase32Plugin, verifySync } from 'otplib';

const periodSeconds = 30;

/** A fresh TOTP secret, Base32. */
export const newTotpSecret = (): string => generateSecret();

/** The secret that these twenty bytes are, Base32. */
export const totpSecretOf = (bytes: Uint8Array): string =>
  new ScureBase32Plugin().encode(new Uint8Array(bytes), { padding: false });

/** What an authenticator reads from a QR code. */
export const totpAddress = (secret: string, label: string): string =>
  generateURI({ issuer: 'Shelter City', label, secret, period: periodSeconds });

/** The code of a moment. Units: `atSeconds` since 1970. */
export const totpCode = (secret: string, atSeconds: number): string =>
  generateSync({ secret, epoch: atSeconds, period: periodSeconds });

/**
 * The time step whose code this is, or null. One step before and after is allowed for clocks that differ; a step at or
 * before `lastStep` never fits again, so that a code works once.
 */
export function stepOfCode(
  secret: string,
  code: string,
  atSeconds: number,
  lastStep: number,
): number | null {
  const now = Math.floor(atSeconds / periodSeconds);
  for (const step of [now, now - 1, now + 1]) {
    if (step <= lastStep) continue;
    const result = verifySync({
      secret,
      token: code,
      epoch: step * periodSeconds,
      period: periodSeconds,
    });
    if (result.valid) return step;
  }
  return null;
}
