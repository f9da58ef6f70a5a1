import { randomBytes, randomUUID } from 'node:crypto';
import type { Role } from '@shelter-city/contract/vocabulary';
import { keyRingOfFile } from '@shelter-city/vault/key-ring';
import { hashPassword } from '@shelter-city/vault/password';
import { newTotpSecret } from '@shelter-city/vault/totp';
import { sealTotp } from '@shelter-city/vault/totp-seal';
import type pg from 'pg';
import { fresh, insertId, type Values } from './insert.ts';

type Account = Values & {
  readonly id?: string;
  readonly role?: Role;
  readonly cityId?: string | null;
  readonly riskCleared?: boolean;
};

/** An account that nobody can sign in to: its password's hash is none. */
export function anAccount(owner: pg.Pool, account: Account = {}): Promise<string> {
  const number = String(fresh());
  return insertId(owner, 'account', {
    id: randomUUID(),
    email: `account-${number}@example.org`,
    displayName: `Account ${number}`,
    role: 'COORDINATOR',
    passwordHash: 'none',
    totpSealed: Buffer.alloc(1),
    ...account,
  });
}

/** The password of accounts that can sign in: the same, so that it is hashed once. */
export const password = 'a long password for specs';
let hashed: Promise<string> | undefined;

/** An account that can sign in, with its address and the secret of its authenticator. */
export async function anAccountThatSignsIn(
  { owner, keyFile }: { readonly owner: pg.Pool; readonly keyFile: string },
  account: Account = {},
): Promise<{ readonly id: string; readonly email: string; readonly secret: string }> {
  const id = randomUUID();
  const email = `signs-in-${String(fresh())}@example.org`;
  const secret = newTotpSecret();
  hashed ??= hashPassword(password);
  const totpSealed = sealTotp(keyRingOfFile(keyFile), id, secret);
  await anAccount(owner, { id, email, passwordHash: await hashed, totpSealed, ...account });
  return { id, email, secret };
}

/** A passkey that nobody holds. */
export const aPasskey = (owner: pg.Pool, accountId: string): Promise<string> =>
  insertId(owner, 'passkey', {
    accountId,
    credentialId: randomBytes(16),
    publicKey: Buffer.alloc(1),
    counter: 0,
    transports: [],
    name: 'A key',
  });
