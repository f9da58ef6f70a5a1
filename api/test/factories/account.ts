import { randomUUID } from 'node:crypto';
import type { Role } from '@shelter-city/contract/vocabulary';
import type pg from 'pg';
import { fresh, insertId, type Values } from './insert.ts';

type Account = Values & { readonly id?: string; readonly role?: Role; readonly cityId?: string | null; readonly riskCleared?: boolean };

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
