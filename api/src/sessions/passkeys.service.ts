import { Injectable } from '@nestjs/common';
import type { OwnPasskey, passkeyMade } from '@shelter-city/contract/passkeys';
import type { z } from 'zod';
import type { Actor } from '../access/actor.ts';
import { AuditLog } from '../audit/audit-log.ts';
import { namesAnId } from '../http/names-an-id.ts';
import { Database } from '../persistence/database.ts';
import { Problem } from '../problems/problem.ts';
import { PasskeyCheck } from './passkey-check.ts';
import { PasskeysRepository } from './passkeys.repository.ts';
import { SessionsRepository } from './sessions.repository.ts';

/** The own passkeys of whoever is signed in. */
@Injectable()
export class PasskeysService {
  constructor(
    private readonly database: Database,
    private readonly passkeys: PasskeysRepository,
    private readonly sessions: SessionsRepository,
    private readonly check: PasskeyCheck,
    private readonly audit: AuditLog,
  ) {}

  /** The own passkeys, the oldest first. */
  list(actor: Actor): Promise<{ items: OwnPasskey[] }> {
    return this.database.reading(() => this.own(actor.accountId));
  }

  /** What a browser needs to make one more. */
  addOptions({ accountId }: Actor) {
    return this.database.as('shelter_gate', async () => {
      const account = await this.sessions.nameOf(accountId);
      return this.check.creationOptions(account, await this.passkeys.credentialsOf(accountId));
    });
  }

  /**
   * Registers one more.
   *
   * Errors  `passkey-refused` whatever was wrong with it.
   */
  async add({ accountId }: Actor, made: z.output<typeof passkeyMade>) {
    const items = await this.database.as('shelter_gate', async () => {
      const credential = await this.check.made(accountId, made);
      const passkeyId = credential && (await this.passkeys.add(accountId, made.name, credential));
      await this.audit.append({
        action: 'passkey:add',
        objectKind: 'ACCOUNT',
        objectId: accountId,
        defenderId: null,
        result: passkeyId ? 'DONE' : 'REFUSED',
      });
      return passkeyId ? this.own(accountId) : null;
    });
    if (!items) throw new Problem('passkey-refused');
    return items;
  }

  /** Gives one another name. */
  async rename(passkeyId: string, name: string): Promise<void> {
    if (!namesAnId(passkeyId) || !(await this.passkeys.rename(passkeyId, name)))
      throw new Problem('not-found');
    await this.note('passkey:rename', passkeyId);
  }

  /**
   * Removes one.
   *
   * Errors  `last-way-in` when nothing else would open the account.
   */
  async remove(passkeyId: string): Promise<void> {
    if (!namesAnId(passkeyId) || !(await this.passkeys.remove(passkeyId)))
      throw new Problem('not-found');
    await this.note('passkey:remove', passkeyId);
  }

  private note(action: string, objectId: string): Promise<void> {
    return this.audit.append({
      action,
      objectKind: 'PASSKEY',
      objectId,
      defenderId: null,
      result: 'DONE',
    });
  }

  private async own(accountId: string): Promise<{ items: OwnPasskey[] }> {
    return {
      items: (await this.passkeys.of(accountId)).map(({ id, name, createdAt, lastUsedAt }) => ({
        id,
        name,
        createdAt: createdAt.toISOString(),
        lastUsedAt: lastUsedAt?.toISOString() ?? null,
      })),
    };
  }
}
