import { createHash, randomBytes } from 'node:crypto';

/** A fresh secret of 256 bits, as it travels: in a cookie, or in a link that is handed over. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is kept of a token. It holds 256 bits, so nothing slower is needed against guessing. */
export const hashOfToken = (token: string): Buffer<ArrayBuffer> =>
  Buffer.from(createHash('sha256').update(token).digest());
