import type { FastifyReply, FastifyRequest } from 'fastify';
import { contextOf } from '../http/request-context.ts';
import { problemDetailsOf } from './problem-details.ts';
import { Problem } from './problem.ts';

/** An address that can't be decoded names nothing. Fastify's own answer would repeat it, and comes before every hook. */
export function answerUnreadable(
  _error: Error,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const { language, requestId } = contextOf(request);
  void reply
    .status(404)
    .headers({
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
    })
    .send(JSON.stringify(problemDetailsOf(new Problem('not-found'), language, requestId)));
}
