import { Injectable } from '@nestjs/common';
import type { stepUp } from '@shelter-city/contract/credentials';
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

/** Showing again who is there, in a session that is open already. It works at the gate, as a sign-in does. */
@Injectable()
export class StepUpService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsRepository,
    private readonly delays: SignInDelaysRepository,
    private readonly passwords: PasswordCheck,
    private readonly opening: SessionOpening,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Proves by password and code; the session goes on under a new token.
   *
   * Errors  `step-up-refused` whatever was wrong; `sign-in-too-soon` after several failures, those of sign-ins counted.
   */
  async byPassword(
    { accountId }: Actor,
    proof: z.output<typeof stepUp>,
    network: string,
  ): Promise<OpenedSession> {
    const { account, buckets } = await this.database.as('shelter_gate', async () => {
      const found = await this.sessions.account({ id: accountId });
      const counted = [
        { counted: 'account', name: found?.email ?? accountId },
        { counted: 'network', name: network },
      ] as const;
      await this.delays.refuseTooSoon(counted);
      return { account: found, buckets: counted };
    });
    const { wrong, step } = await this.passwords.look(account, proof);
    const sessionId = currentSessionId();
    const opened = await this.database.as('shelter_gate', async () => {
      const proved =
        step !== null && (await this.sessions.useStep(accountId, step))
          ? await this.opening.prove(accountId, sessionId)
          : null;
      await this.audit.append({
        action: 'session:prove',
        objectKind: 'ACCOUNT',
        objectId: accountId,
        defenderId: null,
        result: proved ? 'DONE' : 'REFUSED',
        reason: proved ? 'by password and code' : (wrong ?? 'code used before'),
      });
      if (proved) await this.delays.forgive(...buckets);
      return proved;
    });
    if (!opened) throw new Problem('step-up-refused');
    return opened;
  }
}
