import { createHash } from 'node:crypto';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Action } from '@shelter-city/contract/actions';
import type { ProblemSlug } from '@shelter-city/contract/problem';
import type { Role } from '@shelter-city/contract/vocabulary';
import type { FastifyRequest } from 'fastify';
import { endpointOf } from '../http/route.ts';
import { requestContext } from '../http/request-context.ts';
import { AuditLog } from '../audit/audit-log.ts';
import { Environment } from '../config/environment.ts';
import { Database } from '../persistence/database.ts';
import { Problem } from '../problems/problem.ts';
import { isOpen, reachOf } from './policy.ts';
import { idleMinutes, sessionCookie } from './session-cookie.ts';
import { needsStepUp, proofMinutes } from './step-up.ts';

type SessionRow = {
  readonly session_id: string;
  readonly account_id: string;
  readonly role: Role;
  readonly city_id: string | null;
  readonly risk_cleared: boolean;
  /** Whether who is there was shown within the last minutes. */
  readonly proved: boolean;
};

/** Shut by default: a route that the contract and the policy don't name is refused, whoever asks. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly database: Database,
    private readonly environment: Environment,
    private readonly audit: AuditLog,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const endpoint = endpointOf(context);
    if (!endpoint) throw new Problem('not-found');
    if (isOpen(endpoint.action)) return true;
    const { role, proved } = await this.admit(context.switchToHttp().getRequest<FastifyRequest>());
    if (reachOf(role, endpoint.action) === null)
      return this.refuse(endpoint.action, 'not-allowed', 'not for this role');
    if (needsStepUp.has(endpoint.action) && !proved)
      return this.refuse(endpoint.action, 'step-up-needed', 'not proved of late');
    return true;
  }

  private async refuse(action: Action, slug: ProblemSlug, reason: string): Promise<never> {
    await this.database.writing(() =>
      this.audit.append({
        action,
        objectKind: null,
        objectId: null,
        defenderId: null,
        result: 'REFUSED',
        reason,
      }),
    );
    throw new Problem(slug);
  }

  /** Finds the session of the request's cookie and writes down who asks. Role and grants are read anew every time. */
  private async admit(request: FastifyRequest): Promise<SessionRow> {
    const token = request.cookies[sessionCookie(this.environment.secure)];
    const store = requestContext.getStore();
    if (token === undefined || !store) throw new Problem('not-signed-in');
    const hash = createHash('sha256').update(token).digest();
    const [row] = await this.database.atTheGate<SessionRow>(
      'SELECT session_id, account_id, role, city_id, risk_cleared, proved FROM gate.whose_session($1, make_interval(mins => $2), make_interval(mins => $3))',
      [hash, idleMinutes, proofMinutes],
    );
    if (!row) throw new Problem('not-signed-in');
    store.actor = {
      accountId: row.account_id,
      role: row.role,
      cityId: row.city_id,
      riskCleared: row.risk_cleared,
    };
    store.sessionId = row.session_id;
    return row;
  }
}
