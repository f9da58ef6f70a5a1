import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { signIn, SessionView, WelcomeView } from '@shelter-city/contract/session';
import { isPassword } from '@shelter-city/vault/password';
import { newTotpSecret, stepOfCode, totpCode } from '@shelter-city/vault/totp';
import type { z } from 'zod';
import { AuditLog } from '../audit/audit-log.ts';
import { Clock } from '../config/clock.ts';
import { Database } from '../persistence/database.ts';
import { Problem } from '../problems/problem.ts';
import { Vault } from '../vault/vault.ts';
import { atMost } from './at-most.ts';
import { presentSession } from './session.presenter.ts';
import { SessionsRepository } from './sessions.repository.ts';
import { SignInDelaysRepository, type Bucket } from './sign-in-delays.repository.ts';

/** Nobody's password, at the cost of everybody's: an account that isn't there is looked at for just as long. */
export const nobodysHash =
  '$argon2id$v=19$m=65536,t=3,p=1$np2Jhs6ywo/iBscZb+b/0Q$sRIGETys79a9aBMWfxdrYfwWMh4niWaDhIQFHJzLPh4';
const codeSeconds = 30;

/** From where somebody signs in. */
export type Origin = {
  readonly network: string;
  readonly device: string;
  readonly oldToken: string | undefined;
};

/** Sign-in with password and authenticator code, before anybody is anybody. */
@Injectable()
export class SignInService {
  /** Argon2 takes 64 MiB each time: two at once leave room for everything else. */
  private readonly limited = atMost(2, 30);
  private readonly nobodysSecret = newTotpSecret();

  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsRepository,
    private readonly delays: SignInDelaysRepository,
    private readonly audit: AuditLog,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** What the sign-in page may show: how to sign in, where the data is sample data and nowhere else. */
  async welcome(): Promise<WelcomeView> {
    return this.database.as('shelter_gate', async () => {
      if (!(await this.sessions.holdsSampleData())) return { sampleData: false, signIns: [] };
      const now = Math.floor(this.clock.seconds() / codeSeconds);
      const signIns = (await this.sessions.sampleSignIns()).map(
        ({ role, riskCleared, city, email, password, totpSecret, lastStep }) => ({
          role,
          riskCleared,
          cityName: city,
          email,
          password,
          totpSecret,
          // A code works once: after a sign-in the next one is shown, which is good already for clocks that differ.
          code: totpCode(totpSecret, (lastStep === now ? now + 1 : now) * codeSeconds),
        }),
      );
      return { sampleData: true, signIns };
    });
  }

  /**
   * Opens a session for whoever knows address, password and code.
   *
   * Errors  `sign-in-refused` in the same words and time whatever was wrong; `sign-in-too-soon` after several failures.
   */
  async start(
    { email, password, code }: z.output<typeof signIn>,
    { network, device, oldToken }: Origin,
  ): Promise<{ readonly token: string; readonly view: SessionView }> {
    const buckets = {
      account: { counted: 'account', name: email },
      network: { counted: 'network', name: network },
    } as const;
    const account = await this.database.as('shelter_gate', async () => {
      await this.refuseTooSoon([buckets.account, buckets.network]);
      return this.sessions.account(email);
    });
    // Everything is looked at for everyone, so that the time says nothing about which part was wrong.
    const isRight = await this.limited(() =>
      isPassword(account?.passwordHash ?? nobodysHash, password),
    );
    const secret = account
      ? this.vault.openTotp(account.id, account.totpSealed)
      : this.nobodysSecret;
    const step = stepOfCode(secret, code, this.clock.seconds(), Number(account?.totpLastStep ?? 0));
    const wrong = !account
      ? 'unknown account'
      : account.disabledAt
        ? 'disabled'
        : !isRight
          ? 'wrong password'
          : step === null
            ? 'wrong code'
            : null;
    const opened = await this.database.as('shelter_gate', async () => {
      const done =
        account &&
        wrong === null &&
        step !== null &&
        (await this.sessions.useStep(account.id, step));
      await this.audit.append({
        action: 'session:start',
        objectKind: 'ACCOUNT',
        objectId: account?.id ?? null,
        result: done ? 'DONE' : 'REFUSED',
        ...(!done && { reason: wrong ?? 'code used before' }),
      });
      if (!done) return null;
      await this.delays.forgive(buckets.account, buckets.network);
      if (oldToken !== undefined) await this.sessions.endByToken(hashOf(oldToken));
      const token = randomBytes(32).toString('base64url');
      const sessionId = await this.sessions.open(account.id, hashOf(token), device);
      return { token, view: presentSession(await this.sessions.forView(account.id, sessionId)) };
    });
    if (!opened) throw new Problem('sign-in-refused');
    return opened;
  }

  private async refuseTooSoon(buckets: readonly Bucket[]): Promise<void> {
    for (const bucket of buckets) {
      const seconds = await this.delays.begin(bucket);
      if (seconds > 0) throw new Problem('sign-in-too-soon', { params: { seconds } });
    }
  }
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
