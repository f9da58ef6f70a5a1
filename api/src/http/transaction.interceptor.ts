import { createHash } from 'node:crypto';
import {
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { Endpoint } from '@shelter-city/contract/endpoint';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { defer, firstValueFrom, from, type Observable } from 'rxjs';
import { currentActor } from './request-context.ts';
import { Database } from '../persistence/database.ts';
import { Problem } from '../problems/problem.ts';
import { worksAtTheGate } from '../access/policy.ts';
import { answeredKeySql, keepAnswerSql, waitForKeySql } from './idempotency-sql.ts';
import { ReadyReply } from './ready-reply.ts';
import { endpointOf } from './route.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

type KeptAnswer = { readonly request_hash: Buffer; readonly reply: string };

/**
 * One transaction for each write, as the asker: what the handler does, the events it leaves and the answer that its
 * `Idempotency-Key` will give again all happen, or nothing does. The answer is checked by the contract before it commits.
 */
@Injectable()
export class TransactionInterceptor implements NestInterceptor {
  constructor(private readonly database: Database) {}

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
    if (endpoint.method === 'GET' || worksAtTheGate(endpoint.action))
      return defer(() => from(answer()));
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const key = request.headers['idempotency-key'];
    return defer(() =>
      from(
        this.database.writing(() =>
          // What a reveal opens is never kept, so it can't be given again: each is an act of its own.
          typeof key === 'string' &&
          !endpoint.action.endsWith(':reveal') &&
          !endpoint.action.endsWith(':reveal-address')
            ? this.once(key, endpoint, request, answer)
            : answer(),
        ),
      ),
    );
  }

  private async once(
    key: string,
    endpoint: Endpoint,
    request: FastifyRequest,
    answer: () => Promise<unknown>,
  ): Promise<unknown> {
    if (!uuid.test(key)) throw new Problem('invalid-request');
    const { accountId } = currentActor();
    const requestHash = createHash('sha256')
      .update(
        JSON.stringify([
          endpoint.method,
          endpoint.path,
          request.params,
          request.query,
          request.body ?? null,
        ]),
      )
      .digest();
    this.database.tell(waitForKeySql, [`${accountId}/${key}`]);
    const [found] = await this.database.ask<KeptAnswer>(answeredKeySql, [accountId, key]);
    if (found) {
      if (!requestHash.equals(found.request_hash)) throw new Problem('key-used-for-something-else');
      return JSON.parse(found.reply);
    }
    const reply = await answer();
    this.database.tell(keepAnswerSql, [accountId, key, requestHash, JSON.stringify(reply)]);
    return reply;
  }
}
