import type { Server } from 'node:http';
import type { FastifyHttpOptions, FastifyInstance } from 'fastify';
import { Problem } from '../problems/problem.ts';
import { isTooComplex } from './json-size.ts';

/** How much and how slowly a client may send before it is cut off; the others don't notice. */
export const limits = {
  bodyLimit: 64 * 1024,
  requestTimeout: 15_000,
  /** A connection on which nothing moves for so long is closed, whatever it waits for. */
  connectionTimeout: 30_000,
  keepAliveTimeout: 60_000,
  /** After so many a client connects anew, so that no connection is somebody's for good. */
  maxRequestsPerSocket: 10_000,
  http: { maxHeaderSize: 8 * 1024, headersTimeout: 8_000, connectionsCheckingInterval: 1_000 },
} as const satisfies FastifyHttpOptions<Server>;

/** More connections at once than a proxy and every browser in use need; the next one is closed at once. */
export const connectionsAtOnce = 1_000;
const headersAtMost = 100;

/** What can only be said to the server itself. */
export function limitConnections(server: Server): void {
  server.maxConnections = connectionsAtOnce;
  server.maxHeadersCount = headersAtMost;
}

/**
 * Only JSON in UTF-8 is read, as it is: nothing packed, no other charset, nothing deeper or with more values than any
 * form of ours. An empty body is no body. A key such as `__proto__` is an error.
 */
export function acceptJsonOnly(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.addHook('onRequest', (request, _reply, done) => {
    const { 'content-type': type, 'content-encoding': packed } = request.headers;
    const plain =
      type === undefined || /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type);
    if (plain && packed === undefined) done();
    else done(new Problem('not-json'));
  });
  fastify.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined);
    else if (isTooComplex(String(body))) done(new Problem('too-large'));
    else void parse(request, String(body), done);
  });
}
