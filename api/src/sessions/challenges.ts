import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../config/clock.ts';
import { Database } from '../persistence/database.ts';
import { Vault } from '../vault/vault.ts';

/** What a challenge is for; one for signing in proves nothing else. `about` is an account's id, or nothing yet. */
export type ChallengeUse = {
  readonly purpose: 'sign in' | 'prove' | 'register';
  readonly about: string;
};

/** Long enough to find the key that lies in the other room. */
export const challengeSeconds = 300;
const nonceBytes = 16;
const expiryBytes = 8;

/**
 * Challenges for passkeys. Each carries its expiry and our own signature, so that giving them out leaves nothing behind
 * that a flood could fill; only a used one is written down, which is what makes it work once.
 */
@Injectable()
export class Challenges {
  private readonly key: Uint8Array;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    vault: Vault,
  ) {
    this.key = vault.derive('passkey-challenge');
  }

  /** A fresh challenge. */
  give(use: ChallengeUse): Uint8Array<ArrayBuffer> {
    const expiry = Buffer.alloc(expiryBytes);
    expiry.writeBigUInt64BE(BigInt(Math.floor(this.clock.seconds()) + challengeSeconds));
    const body = Buffer.concat([randomBytes(nonceBytes), expiry]);
    return new Uint8Array(Buffer.concat([body, this.sign(body, use)]));
  }

  /** Uses the challenge up that a browser signed; null when it is none of ours, too old, or used before. */
  async spend(clientDataJson: string, use: ChallengeUse): Promise<string | null> {
    const challenge = challengeIn(clientDataJson);
    const bytes = Buffer.from(challenge ?? '', 'base64url');
    const body = bytes.subarray(0, nonceBytes + expiryBytes);
    const signature = this.sign(body, use);
    if (challenge === null || bytes.length !== body.length + signature.length) return null;
    if (!timingSafeEqual(bytes.subarray(body.length), signature)) return null;
    const expiry = Number(body.readBigUInt64BE(nonceBytes));
    if (expiry < this.clock.seconds()) return null;
    const hash = createHash('sha256').update(bytes).digest();
    const spent = await this.database.client.$executeRaw`
      INSERT INTO spent_challenge (hash, expires_at) VALUES (${hash}, to_timestamp(${expiry}::float8)) ON CONFLICT DO NOTHING`;
    return spent === 1 ? challenge : null;
  }

  private sign(body: Uint8Array, { purpose, about }: ChallengeUse): Buffer {
    return createHmac('sha256', this.key).update(`${purpose}/${about}/`).update(body).digest();
  }
}

function challengeIn(clientDataJson: string): string | null {
  try {
    const data: unknown = JSON.parse(Buffer.from(clientDataJson, 'base64url').toString('utf8'));
    const challenge =
      typeof data === 'object' && data !== null && 'challenge' in data ? data.challenge : null;
    return typeof challenge === 'string' ? challenge : null;
  } catch {
    return null;
  }
}
