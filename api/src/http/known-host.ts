import type { FastifyInstance } from 'fastify';
import { isThisMachine } from '../config/dangerous-settings.ts';
import { Problem } from '../problems/problem.ts';

/**
 * Answers only to the name that browsers know us by, and to names of this machine. Another website could let its own name
 * point at us: its page would then be of our origin to the browser, and only the `Host` tells.
 */
export function answerOwnName(fastify: FastifyInstance, publicOrigin: string): void {
  const ours = new URL(publicOrigin).hostname;
  fastify.addHook('onRequest', (request, _reply, done) => {
    const name = hostnameIn(request.headers.host ?? '');
    if (name === ours || isThisMachine(name)) done();
    else done(new Problem('not-found'));
  });
}

/** The name in a `Host` header, without its port; an empty one where it is none. */
const hostnameIn = (host: string): string => URL.parse(`http://${host}`)?.hostname ?? '';
