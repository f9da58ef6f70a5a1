import type { LoggerService } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { pino, type DestinationStream, type Logger } from 'pino';
import { contextOf } from './request-context.ts';

/** The log: one JSON line each, on standard output unless said otherwise. */
export function openLog(destination?: DestinationStream): Logger {
  const options = { level: 'info', base: null, timestamp: pino.stdTimeFunctions.isoTime };
  return destination ? pino(options, destination) : pino(options);
}

/**
 * One line for each answer, from a list of what may be said: method, the route's template (never the address that was
 * asked for, which can name a case), status, milliseconds, request id and the actor's id.
 */
export function logAnswers(fastify: FastifyInstance, log: Logger): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    const { requestId, actor } = contextOf(request);
    log.info({
      method: request.method,
      route: request.routeOptions.url ?? null,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      requestId,
      actorId: actor?.accountId ?? null,
    });
    done();
  });
}

/** Nest's messages in the same log; its start-up chatter is for debugging only. */
export function nestLog(log: Logger): LoggerService {
  const as =
    (level: 'debug' | 'info' | 'warn' | 'error') =>
    (message: unknown, ...rest: unknown[]) => {
      const context = rest.at(-1);
      log[level](
        { context: typeof context === 'string' ? context : undefined },
        typeof message === 'string' ? message : 'A failure without words',
      );
    };
  return {
    log: as('debug'),
    debug: as('debug'),
    verbose: as('debug'),
    warn: as('warn'),
    error: as('error'),
    fatal: as('error'),
  };
}
