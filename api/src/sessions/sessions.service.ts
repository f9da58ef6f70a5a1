import { Injectable } from '@nestjs/common';
import type { ownSession, preferences, SessionView } from '@shelter-city/contract/session';
import type { z } from 'zod';
import type { Actor } from '../access/actor.ts';
import { AuditLog } from '../audit/audit-log.ts';
import { currentSessionId } from '../http/request-context.ts';
import { Database } from '../persistence/database.ts';
import { Problem } from '../problems/problem.ts';
import { presentSession } from './session.presenter.ts';
import { SessionsRepository } from './sessions.repository.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The own sessions and preferences of whoever is signed in. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsRepository,
    private readonly audit: AuditLog,
  ) {}

  /** Who is signed in. */
  show(actor: Actor): Promise<SessionView> {
    return this.database.reading(async () =>
      presentSession(await this.sessions.forView(actor.accountId, currentSessionId())),
    );
  }

  /** The open sessions of the one who asks. */
  list(actor: Actor): Promise<{ items: z.output<typeof ownSession>[] }> {
    return this.database.reading(async () => ({
      items: (await this.sessions.ownOpen(actor.accountId)).map(
        ({ id, device, created_at, last_seen_at }) => ({
          id,
          device,
          createdAt: created_at.toISOString(),
          lastSeenAt: last_seen_at.toISOString(),
          current: id === currentSessionId(),
        }),
      ),
    }));
  }

  /** Ends one of the own sessions; true when it was the one that asks. */
  async end(sessionId: string): Promise<boolean> {
    if (!uuid.test(sessionId) || !(await this.sessions.end(sessionId)))
      throw new Problem('not-found');
    await this.audit.append({
      action: 'session:end',
      objectKind: 'SESSION',
      objectId: sessionId,
      defenderId: null,
      result: 'DONE',
    });
    return sessionId === currentSessionId();
  }

  /** Sets preferences; those left out stay. */
  async prefer(actor: Actor, wishes: z.output<typeof preferences>): Promise<SessionView> {
    await this.sessions.prefer(actor.accountId, wishes);
    await this.audit.append({
      action: 'session:prefer',
      objectKind: 'ACCOUNT',
      objectId: actor.accountId,
      defenderId: null,
      result: 'DONE',
      fields: Object.keys(wishes),
    });
    return presentSession(await this.sessions.forView(actor.accountId, currentSessionId()));
  }
}
