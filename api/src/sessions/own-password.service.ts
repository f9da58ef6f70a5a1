import { Injectable } from '@nestjs/common';
import type { passwordChange } from '@shelter-city/contract/credentials';
import { hashPassword } from '@shelter-city/vault/password';
import type { z } from 'zod';
import type { Actor } from '../access/actor.ts';
import { AuditLog } from '../audit/audit-log.ts';
import { currentSessionId } from '../http/request-context.ts';
import { Database } from '../persistence/database.ts';
import { Problem } from '../problems/problem.ts';
import { PasswordCheck } from './password-check.ts';
import { SessionOpening, type OpenedSession } from './session-opening.ts';
import { SessionsRepository } from './sessions.repository.ts';
import { SignInDelaysRepository } from './sign-in-delays.repository.ts';
import { isWeakPassword } from './weak-password.ts';

type Change = z.output<typeof passwordChange>;

/** Putting another password in place of the own one. It works at the gate, as a sign-in does. */
@Injectable()
export class OwnPasswordService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsRepository,
    private readonly delays: SignInDelaysRepository,
    private readonly passwords: PasswordCheck,
    private readonly opening: SessionOpening,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Changes it; every other session ends, this one goes on under a new token. The authenticator stays.
   *
   * Errors  `invalid-request` for a new one that is easy to guess or is the old one, and for an old one that isn't right;
   * `sign-in-too-soon` after several of the latter, those of sign-ins counted.
   */
  async change(
    { accountId }: Actor,
    { password, newPassword }: Change,
    network: string,
  ): Promise<OpenedSession> {
    const account = await this.database.as('shelter_gate', () =>
      this.sessions.account({ id: accountId }),
    );
    if (!account) throw new Problem('not-signed-in');
    if (newPassword === password) throw wrong('newPassword', 'password-as-before');
    if (isWeakPassword(newPassword, [account.email, account.displayName]))
      throw wrong('newPassword', 'password-too-common');
    const buckets = [
      { counted: 'account', name: account.email },
      { counted: 'network', name: network },
    ] as const;
    await this.database.as('shelter_gate', () => this.delays.refuseTooSoon(buckets));
    const isRight = await this.passwords.knows(account, password);
    const before = isRight ? account.passwordHash : null;
    const after = before && (await this.passwords.atATime(() => hashPassword(newPassword)));
    const sessionId = currentSessionId();
    const opened = await this.database.as('shelter_gate', async () => {
      const changed = before && after && (await this.sessions.changePassword(accountId, before, after));
      await this.audit.append({
        action: 'password:change',
        objectKind: 'ACCOUNT',
        objectId: accountId,
        defenderId: null,
        result: changed ? 'DONE' : 'REFUSED',
        ...(!changed && { reason: before ? 'changed meanwhile' : 'wrong password' }),
      });
      if (!changed) return null;
      await this.delays.forgive(...buckets);
      await this.sessions.endOthers(accountId, sessionId);
      const renewed = await this.opening.renew(accountId, sessionId);
      // Ended meanwhile: whoever asked is nobody any more, and nothing is changed.
      if (!renewed) throw new Problem('not-signed-in');
      return renewed;
    });
    if (!opened) throw wrong('password', 'password-not-right');
    return opened;
  }
}

const wrong = (field: keyof Change, code: string): Problem =>
  new Problem('invalid-request', { errors: [{ pointer: `/${field}`, code }] });
