import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { LinkView, newPassword } from '@shelter-city/contract/accounts';
import type { passkeyMade } from '@shelter-city/contract/passkeys';
import { hashPassword } from '@shelter-city/vault/password';
import { stepOfCode, totpAddress, totpSecretOf } from '@shelter-city/vault/totp';
import type { z } from 'zod';
import { AuditLog } from '../audit/audit-log.ts';
import { Clock } from '../config/clock.ts';
import { Database } from '../persistence/database.ts';
import { Problem } from '../problems/problem.ts';
import { PasskeyCheck } from '../sessions/passkey-check.ts';
import { PasskeysRepository } from '../sessions/passkeys.repository.ts';
import { PasswordCheck } from '../sessions/password-check.ts';
import { SessionOpening, type OpenedSession, type Origin } from '../sessions/session-opening.ts';
import { hashOfToken } from '../sessions/session-token.ts';
import { SignInDelaysRepository } from '../sessions/sign-in-delays.repository.ts';
import { Vault } from '../vault/vault.ts';
import { AccountLinksRepository, type OpenLink } from './account-links.repository.ts';
import { isWeakPassword } from '../sessions/weak-password.ts';

/** What the holder of a link does: sees what it opens, sets a way in, and is in. Works at the gate. */
@Injectable()
export class AccountLinksService {
  constructor(
    private readonly database: Database,
    private readonly links: AccountLinksRepository,
    private readonly passkeys: PasskeysRepository,
    private readonly passkeyCheck: PasskeyCheck,
    private readonly passwords: PasswordCheck,
    private readonly delays: SignInDelaysRepository,
    private readonly opening: SessionOpening,
    private readonly audit: AuditLog,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /**
   * What a link opens.
   *
   * Errors  `link-over` for every token that opens nothing; `sign-in-too-soon` after several of those from one network.
   */
  async look(token: string, network: string): Promise<LinkView> {
    const { purpose, email, display_name: displayName } = await this.linkOf(token, network);
    const totpSecret = this.totpSecret(token);
    return { purpose, email, displayName, totpSecret, totpAddress: totpAddress(totpSecret, email) };
  }

  /**
   * Sets a password with an authenticator, uses the link up and opens a session.
   *
   * Errors  as {@link look}; `invalid-request` for a common password or a code that isn't the authenticator's.
   */
  async usePassword(
    token: string,
    { password, code }: z.output<typeof newPassword>,
    origin: Origin,
  ): Promise<OpenedSession> {
    const { account_id: accountId, ...link } = await this.linkOf(token, origin.network);
    if (isWeakPassword(password, [link.email, link.display_name, 'shelter city']))
      throw wrong('password', 'password-too-common');
    const secret = this.totpSecret(token);
    const step = stepOfCode(secret, code, this.clock.seconds(), 0);
    if (step === null) throw wrong('code', 'code-not-right');
    const hash = await this.passwords.atATime(() => hashPassword(password));
    const totpSealed = this.vault.sealTotp(accountId, secret);
    return this.enter(token, accountId, origin, async () => {
      await this.links.setPassword(accountId, { hash, totpSealed, step });
      await this.links.forgetOldWays(accountId, { passkeyId: null });
      return true;
    });
  }

  /** What a browser needs to make the first passkey. */
  async passkeyOptions(token: string, network: string) {
    const { account_id: id, email, display_name: displayName } = await this.linkOf(token, network);
    return this.passkeyCheck.creationOptions({ id, email, displayName }, []);
  }

  /**
   * Registers the first passkey, uses the link up and opens a session.
   *
   * Errors  as {@link look}; `passkey-refused` whatever was wrong with it.
   */
  async usePasskey(
    token: string,
    made: z.output<typeof passkeyMade>,
    origin: Origin,
  ): Promise<OpenedSession> {
    const { account_id: accountId } = await this.linkOf(token, origin.network);
    return this.enter(token, accountId, origin, async () => {
      const credential = await this.passkeyCheck.made(accountId, made);
      if (!credential) return false;
      const passkeyId = await this.passkeys.add(accountId, made.name, credential);
      await this.links.forgetOldWays(accountId, { passkeyId });
      return true;
    });
  }

  private async enter(
    token: string,
    accountId: string,
    origin: Origin,
    setWayIn: () => Promise<boolean>,
  ): Promise<OpenedSession> {
    return this.database.as('shelter_gate', async () => {
      // First of all, and in one transaction with the rest: of many at once, one uses it.
      if (!(await this.links.use(hashOfToken(token)))) throw new Problem('link-over');
      if (!(await setWayIn())) throw new Problem('passkey-refused');
      await this.audit.append({
        action: 'account-link:use',
        objectKind: 'ACCOUNT',
        objectId: accountId,
        defenderId: null,
        result: 'DONE',
      });
      return this.opening.open(accountId, origin);
    });
  }

  private async linkOf(token: string, network: string): Promise<OpenLink> {
    const bucket = { counted: 'network', name: network } as const;
    await this.database.as('shelter_gate', () => this.delays.refuseTooSoon([bucket]));
    const link = await this.database.as('shelter_gate', async () => {
      const found = await this.links.open(hashOfToken(token));
      if (found) await this.delays.forgiveOne(bucket);
      else
        await this.audit.append({
          action: 'account-link:use',
          objectKind: null,
          objectId: null,
          defenderId: null,
          result: 'REFUSED',
        });
      return found;
    });
    if (!link) throw new Problem('link-over');
    return link;
  }

  /** The same each time the link is looked at, and nowhere kept until it is used. */
  private totpSecret(token: string): string {
    const key = this.vault.derive('authenticator-of-link');
    return totpSecretOf(createHmac('sha1', key).update(hashOfToken(token)).digest());
  }
}

const wrong = (field: string, code: string): Problem =>
  new Problem('invalid-request', { errors: [{ pointer: `/${field}`, code }] });
