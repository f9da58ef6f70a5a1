import type { Server } from 'node:http';
import type { FastifyHttpOptions, FastifyInstance } from 'fastify';

/** How much and how slowly a client may send before it is cut off; the others don't notice. */
export const limits = {
  bodyLimit: 64 * 1024,
  requestTimeout: 15_000,
  // At the end, connections that wait are closed and answers under way are finished.
  forceCloseConnections: 'idle',
  http: { maxHeaderSize: 8 * 1024, headersTimeout: 8_000, connectionsCheckingInterval: 1_000 },
} as const satisfies FastifyHttpOptions<Server>;

/** Only JSON is read; an empty body is no body. A key such as `__proto__` is an error. */
export function acceptJsonOnly(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined);
    else void parse(request, String(body), done);
  });
}
