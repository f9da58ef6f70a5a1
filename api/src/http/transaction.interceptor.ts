import {
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { Action } from '@shelter-city/contract/actions';
import type { Endpoint } from '@shelter-city/contract/endpoint';
import { bindings } from '@shelter-city/vault/bindings';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { defer, firstValueFrom, from, type Observable } from 'rxjs';
import { currentActor } from './request-context.ts';
import { AuditLog } from '../audit/audit-log.ts';
import { RevealQuota } from '../audit/reveal-quota.ts';
import { Database } from '../persistence/database.ts';
import { Problem } from '../problems/problem.ts';
import { Vault } from '../vault/vault.ts';
import { worksAtTheGate } from '../access/policy.ts';
import { answeredKeySql, keepAnswerSql, waitForKeySql } from './idempotency-sql.ts';
import { ReadyReply } from './ready-reply.ts';
import { endpointOf } from './route.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** What keys are derived for: the fingerprints of requests, and their answers. */
const requests = 'idempotency/requests';
const answers = 'idempotency/answers';

type KeptAnswer = {
  readonly request_hash: Buffer;
  readonly reply: Buffer;
  readonly ring_key_id: string;
};

/**
 * One transaction for each write, as the asker: what the handler does, the events it leaves and the answer that its
 * `Idempotency-Key` will give again all happen, or nothing does. The answer is checked by the contract before it commits.
 */
@Injectable()
export class TransactionInterceptor implements NestInterceptor {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly vault: Vault,
    private readonly quota: RevealQuota,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const endpoint = endpointOf(context);
    if (!endpoint) return next.handle();
    const answer = async (): Promise<unknown> => {
      const said: unknown = await firstValueFrom(next.handle());
      if (!(said instanceof ReadyReply)) return endpoint.reply.parse(said);
      endpoint.reply.parse(JSON.parse(said.text));
      void context
        .switchToHttp()
        .getResponse<FastifyReply>()
        .type('application/json; charset=utf-8');
      return said.text;
    };
    if (worksAtTheGate(endpoint.action)) return defer(() => from(answer()));
    if (endpoint.method === 'GET') return defer(() => from(this.withWhatWasNoted(answer)));
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const key = request.headers['idempotency-key'];
    // What a reveal opens and a link that is handed over are never kept, so they can't be given again: each is an act of its own.
    const isKept = !/:(reveal|reveal-address|invite|recover)$/.test(endpoint.action);
    const isReveal = /:(reveal|reveal-address)$/.test(endpoint.action);
    const work = () =>
      this.database.writing(async () => {
        this.audit.forget();
        if (isReveal) return this.triedToReveal(endpoint.action, answer);
        return typeof key === 'string' && isKept
          ? this.once(key, endpoint, request, answer)
          : answer();
      });
    return defer(() => from(this.withWhatWasNoted(work)));
  }

  /** That somebody tried to open something stands in the audit log, also when it isn't there for them. */
  private async triedToReveal(action: Action, answer: () => Promise<unknown>): Promise<unknown> {
    await this.quota.demand(action);
    try {
      return await answer();
    } catch (error) {
      if (error instanceof Problem && this.audit.isUnnoted())
        this.audit.note({ action, objectKind: null, objectId: null, defenderId: null, result: 'REFUSED', reason: error.slug });
      throw error;
    }
  }

  /** Reads and refusals that were noted stand in the audit log before anybody hears of them. */
  private async withWhatWasNoted(work: () => Promise<unknown>): Promise<unknown> {
    try {
      return await work();
    } finally {
      await this.audit.writeNoted();
    }
  }

  private async once(
    key: string,
    endpoint: Endpoint,
    request: FastifyRequest,
    answer: () => Promise<unknown>,
  ): Promise<unknown> {
    if (!uuid.test(key)) throw new Problem('invalid-request');
    const { accountId } = currentActor();
    const asked = JSON.stringify([
      endpoint.method,
      endpoint.path,
      request.params,
      request.query,
      request.body ?? null,
    ]);
    const binding = bindings.keptAnswer(accountId, key);
    this.database.tell(waitForKeySql, [`${accountId}/${key}`]);
    const [found] = await this.database.ask<KeptAnswer>(answeredKeySql, [accountId, key]);
    if (found) {
      const { request_hash, reply, ring_key_id: ringKeyId } = found;
      if (!this.vault.fingerprint(requests, asked, ringKeyId).equals(request_hash))
        throw new Problem('key-used-for-something-else');
      return this.vault.openFor(answers, { sealed: reply, ringKeyId }, binding);
    }
    const reply = await answer();
    const { sealed, ringKeyId } = this.vault.sealFor(answers, reply, binding);
    this.database.tell(keepAnswerSql, [
      accountId,
      key,
      this.vault.fingerprint(requests, asked, ringKeyId),
      Buffer.from(sealed),
      ringKeyId,
    ]);
    return reply;
  }
}
