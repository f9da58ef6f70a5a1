import { Injectable } from '@nestjs/common';
import type { signIn } from '@shelter-city/contract/credentials';
import type { WelcomeView } from '@shelter-city/contract/session';
import { totpCode } from '@shelter-city/vault/totp';
import type { z } from 'zod';
import { AuditLog } from '../audit/audit-log.ts';
import { Clock } from '../config/clock.ts';
import { Database } from '../persistence/database.ts';
import { Problem } from '../problems/problem.ts';
import { PasswordCheck } from './password-check.ts';
import { SessionOpening, type OpenedSession, type Origin } from './session-opening.ts';
import { SessionsRepository } from './sessions.repository.ts';
import { SignInDelaysRepository } from './sign-in-delays.repository.ts';

const codeSeconds = 30;

/** Sign-in with password and authenticator code, before anybody is anybody. */
@Injectable()
export class SignInService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsRepository,
    private readonly delays: SignInDelaysRepository,
    private readonly audit: AuditLog,
    private readonly passwords: PasswordCheck,
    private readonly opening: SessionOpening,
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
    origin: Origin,
  ): Promise<OpenedSession> {
    const buckets = {
      account: { counted: 'account', name: email },
      network: { counted: 'network', name: origin.network },
    } as const;
    const account = await this.database.as('shelter_gate', async () => {
      await this.delays.refuseTooSoon([buckets.account, buckets.network]);
      return this.sessions.account({ email });
    });
    const { wrong, step } = await this.passwords.look(account, { password, code });
    const opened = await this.database.as('shelter_gate', async () => {
      const done = account && step !== null && (await this.sessions.useStep(account.id, step));
      await this.audit.append({
        action: 'session:start',
        objectKind: 'ACCOUNT',
        objectId: account?.id ?? null,
        defenderId: null,
        result: done ? 'DONE' : 'REFUSED',
        ...(!done && { reason: wrong ?? 'code used before' }),
      });
      if (!done) return null;
      await this.delays.forgive(buckets.account, buckets.network);
      return this.opening.open(account.id, origin);
    });
    if (!opened) throw new Problem('sign-in-refused');
    return opened;
  }
}
