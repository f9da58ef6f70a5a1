import { Injectable } from '@nestjs/common';
import type { passkeyUsed } from '@shelter-city/contract/passkeys';
import type { z } from 'zod';
import type { Actor } from '../access/actor.ts';
import { AuditLog } from '../audit/audit-log.ts';
import { currentSessionId } from '../http/request-context.ts';
import { Database } from '../persistence/database.ts';
import { Problem } from '../problems/problem.ts';
import type { ChallengeUse } from './challenges.ts';
import { PasskeyCheck } from './passkey-check.ts';
import { PasskeysRepository } from './passkeys.repository.ts';
import { SessionOpening, type OpenedSession, type Origin } from './session-opening.ts';
import { SignInDelaysRepository, type Bucket } from './sign-in-delays.repository.ts';

type Used = z.output<typeof passkeyUsed>;
type Found = NonNullable<Awaited<ReturnType<PasskeysRepository['byCredential']>>>;
type Verdict = { readonly wrong: string } | { readonly wrong: null; readonly found: Found };
const toSignIn: ChallengeUse = { purpose: 'sign in', about: '' };
const toProve = ({ accountId }: Actor): ChallengeUse => ({ purpose: 'prove', about: accountId });

/** Signing in and proving it again with a passkey. */
@Injectable()
export class PasskeySignInService {
  constructor(
    private readonly database: Database,
    private readonly passkeys: PasskeysRepository,
    private readonly check: PasskeyCheck,
    private readonly delays: SignInDelaysRepository,
    private readonly opening: SessionOpening,
    private readonly audit: AuditLog,
  ) {}

  /** What a browser needs to sign in: the same for everybody, since nobody has said who they are. */
  startOptions() {
    return this.check.requestOptions(toSignIn);
  }

  /** What a browser needs to prove it again. */
  proofOptions(actor: Actor) {
    return this.check.requestOptions(toProve(actor));
  }

  /**
   * Opens a session for whoever holds the passkey.
   *
   * Errors  `passkey-refused` in the same words whatever was wrong; `sign-in-too-soon` after several failures.
   */
  async start(used: Used, origin: Origin): Promise<OpenedSession> {
    return this.attempt(origin.network, async () => {
      const verdict = await this.look(used, toSignIn);
      await this.note('session:start', verdict);
      return verdict.wrong === null ? this.opening.open(verdict.found.accountId, origin) : null;
    });
  }

  /**
   * Proves it again with one of the own passkeys; the session goes on under a new token.
   *
   * Errors  as {@link start}.
   */
  async prove(actor: Actor, used: Used, network: string): Promise<OpenedSession> {
    const sessionId = currentSessionId();
    return this.attempt(network, async () => {
      const verdict = await this.look(used, toProve(actor), actor.accountId);
      await this.note('session:prove', verdict);
      return verdict.wrong === null ? this.opening.prove(actor.accountId, sessionId) : null;
    });
  }

  private async look(used: Used, use: ChallengeUse, owner?: string): Promise<Verdict> {
    const found = await this.passkeys.byCredential(used.credentialId);
    if (!found || (owner !== undefined && found.accountId !== owner))
      return { wrong: 'unknown passkey' };
    const counter = await this.check.used(found, used, use);
    if (found.account.disabledAt) return { wrong: 'disabled' };
    if (counter === null) return { wrong: 'wrong passkey' };
    return (await this.passkeys.use(found.id, counter))
      ? { wrong: null, found }
      : { wrong: 'passkey copied' };
  }

  private note(action: string, verdict: Verdict): Promise<void> {
    return this.audit.append({
      action,
      objectKind: 'ACCOUNT',
      objectId: verdict.wrong === null ? verdict.found.accountId : null,
      defenderId: null,
      ...(verdict.wrong === null
        ? { result: 'DONE' as const, reason: 'by passkey' }
        : { result: 'REFUSED' as const, reason: verdict.wrong }),
    });
  }

  /** An attempt counts as failed before it is looked at, as with a password. */
  private async attempt(
    network: string,
    work: () => Promise<OpenedSession | null>,
  ): Promise<OpenedSession> {
    const bucket: Bucket = { counted: 'network', name: network };
    await this.database.as('shelter_gate', () => this.delays.refuseTooSoon([bucket]));
    const opened = await this.database.as('shelter_gate', async () => {
      const session = await work();
      if (session) await this.delays.forgiveOne(bucket);
      return session;
    });
    if (!opened) throw new Problem('passkey-refused');
    return opened;
  }
}
