import type { FastifyInstance } from 'fastify';
import { Problem } from '../problems/problem.ts';

const safe = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Refuses a write that another website's page sends with our reader's cookie. A browser says where a request comes from
 * in `Sec-Fetch-Site`, which no page can forge; one that is too old for that says it in `Origin`.
 */
export function refuseCrossSite(fastify: FastifyInstance, publicOrigin: string): void {
  const ours = new URL(publicOrigin).origin;
  fastify.addHook('onRequest', (request, _reply, done) => {
    const { 'sec-fetch-site': site, origin } = request.headers;
    const isOurs = site === undefined ? origin === ours : site === 'same-origin';
    if (safe.includes(request.method) || isOurs) done();
    else done(new Problem('cross-site-request'));
  });
}
