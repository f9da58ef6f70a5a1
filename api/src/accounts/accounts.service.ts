import { Injectable } from '@nestjs/common';
import type {
  accountDuties,
  AccountView,
  newAccount,
  OneTimeLink,
} from '@shelter-city/contract/accounts';
import type { z } from 'zod';
import type { Actor } from '../access/actor.ts';
import { AuditLog } from '../audit/audit-log.ts';
import { Environment } from '../config/environment.ts';
import { namesAnId } from '../http/names-an-id.ts';
import { Database } from '../persistence/database.ts';
import { Problem } from '../problems/problem.ts';
import { hashOfToken, newToken } from '../sessions/session-token.ts';
import { AccountsRepository } from './accounts.repository.ts';

/** Hours for which a link opens: long enough to hand an invitation over, and no longer. */
const hours = { INVITE: 72, RESET: 1 } as const;
type WithLink = { readonly account: AccountView; readonly link: OneTimeLink };

/** What administrators do with accounts. Every act is audited; the database keeps them from their own. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsRepository,
    private readonly audit: AuditLog,
    private readonly environment: Environment,
  ) {}

  /** Every account. */
  async list(): Promise<{ items: AccountView[] }> {
    return { items: await this.database.reading(() => this.accounts.all()) };
  }

  /**
   * Invites somebody.
   *
   * Errors  `email-taken` when an account with the address exists.
   */
  async invite(actor: Actor, account: z.output<typeof newAccount>): Promise<WithLink> {
    const accountId = await this.accounts.invite(account);
    await this.note('account:invite', accountId, Object.keys(account));
    return this.withLink(actor, accountId, 'INVITE');
  }

  /** A new link for somebody who has not come yet; the one before opens nothing any more. */
  async inviteAgain(actor: Actor, accountId: string): Promise<WithLink> {
    await this.inState(accountId, 'INVITED');
    await this.note('account:invite', accountId);
    return this.withLink(actor, accountId, 'INVITE');
  }

  /** Changes role, city or clearance; their sessions end. */
  async change(
    accountId: string,
    { version, ...duties }: z.output<typeof accountDuties>,
  ): Promise<AccountView> {
    const before = await this.found(accountId);
    if (!(await this.accounts.change(accountId, version, duties)))
      throw new Problem('changed-meanwhile', { current: before });
    await this.note('account:change', accountId, Object.keys(duties));
    return this.found(accountId);
  }

  /** Lets somebody in no more, at once, or again. */
  async setDisabled(accountId: string, version: number, disabled: boolean): Promise<AccountView> {
    const before = await this.found(accountId);
    if (!(await this.accounts.setDisabled(accountId, version, disabled)))
      throw new Problem('changed-meanwhile', { current: before });
    if (disabled) await this.accounts.endLinks(accountId);
    await this.note('account:change', accountId, [disabled ? 'disabled' : 'enabled']);
    return this.found(accountId);
  }

  /** Ends every session of somebody, at once. They may sign in again: what opens the account stays. */
  async endSessions(accountId: string, reason: string): Promise<void> {
    const { id } = await this.found(accountId);
    await this.accounts.endSessions(id);
    await this.note('account:end-sessions', id, [], reason);
  }

  /** Asks to let somebody back in; another administrator decides. */
  async askRecovery(actor: Actor, accountId: string, reason: string): Promise<AccountView> {
    await this.inState(accountId, 'ACTIVE');
    await this.accounts.askRecovery(accountId, actor.accountId, reason);
    await this.note('account:recover', accountId, ['asked']);
    return this.found(accountId);
  }

  /**
   * Approves what another administrator asked.
   *
   * Errors  `recovery-needs-two` for the one who asked.
   */
  async approveRecovery(actor: Actor, recoveryId: string): Promise<WithLink> {
    const accountId = await this.decide(actor, recoveryId, true);
    return this.withLink(actor, accountId, 'RESET');
  }

  /** Refuses it, or takes it back. */
  async refuseRecovery(actor: Actor, recoveryId: string): Promise<AccountView> {
    return this.found(await this.decide(actor, recoveryId, false));
  }

  private async decide(actor: Actor, recoveryId: string, approved: boolean): Promise<string> {
    if (!namesAnId(recoveryId) || !(await this.accounts.knowsRecovery(recoveryId)))
      throw new Problem('not-found');
    const accountId = await this.accounts.decideRecovery(recoveryId, actor.accountId, approved);
    if (accountId === null) throw new Problem('account-not-in-that-state');
    await this.note('account:recover', accountId, [approved ? 'approved' : 'refused']);
    return accountId;
  }

  private async withLink(
    actor: Actor,
    accountId: string,
    purpose: keyof typeof hours,
  ): Promise<WithLink> {
    const token = newToken();
    const expiresAt = await this.accounts.addLink(accountId, actor.accountId, {
      purpose,
      tokenHash: hashOfToken(token),
      hours: hours[purpose],
    });
    return {
      account: await this.found(accountId),
      link: {
        address: new URL(`/invite#${token}`, this.environment.publicOrigin).href,
        expiresAt: expiresAt.toISOString(),
      },
    };
  }

  private async found(accountId: string): Promise<AccountView> {
    const account = namesAnId(accountId) ? await this.accounts.one(accountId) : null;
    if (!account) throw new Problem('not-found');
    return account;
  }

  private async inState(accountId: string, state: AccountView['state']): Promise<void> {
    const account = await this.found(accountId);
    if (account.state !== state)
      throw new Problem('account-not-in-that-state', { current: account });
  }

  private note(
    action: string,
    objectId: string,
    fields: readonly string[] = [],
    reason?: string,
  ): Promise<void> {
    return this.audit.append({
      action,
      objectKind: 'ACCOUNT',
      objectId,
      defenderId: null,
      result: 'DONE',
      fields,
      ...(reason !== undefined && { reason }),
    });
  }
}
