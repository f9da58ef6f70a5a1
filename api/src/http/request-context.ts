import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { languages, type Language } from '@shelter-city/contract/vocabulary';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Actor } from '../access/actor.ts';

/** What everything that happens for one request knows. */
export type RequestContext = {
  readonly requestId: string;
  readonly language: Language;
  /** Set by the guard once the session is known. */
  actor: Actor | null;
  /** Set by the guard: the session that asked. */
  sessionId: string | null;
};

export const requestContext = new AsyncLocalStorage<RequestContext>();

/** The actor of this request; throws when there is none, which a guarded route never meets. */
export function currentActor(): Actor {
  const actor = requestContext.getStore()?.actor;
  if (!actor) throw new Error('Nobody is signed in here');
  return actor;
}

/** The session that asks; throws when there is none, which a guarded route never meets. */
export function currentSessionId(): string {
  const sessionId = requestContext.getStore()?.sessionId;
  if (!sessionId) throw new Error('Nobody is signed in here');
  return sessionId;
}

const contexts = new WeakMap<FastifyRequest['raw'], RequestContext>();

/** What is known of a request, made when first asked for. */
export function contextOf(request: Pick<FastifyRequest, 'raw'>): RequestContext {
  const known = contexts.get(request.raw);
  if (known) return known;
  const fresh: RequestContext = {
    requestId: randomUUID(),
    language: preferredLanguage(request.raw.headers['accept-language'] ?? ''),
    actor: null,
    sessionId: null,
  };
  contexts.set(request.raw, fresh);
  return fresh;
}

/** Opens the context of each request, before anything else looks at it. */
export function openRequestContexts(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    const context = contextOf(request);
    void reply.header('x-request-id', context.requestId);
    requestContext.run(context, done);
  });
  // A body is read in the socket's own context, so what comes after it enters anew.
  fastify.addHook('preValidation', (request, _reply, done) => {
    requestContext.run(contextOf(request), done);
  });
}

/** The first of our languages that the reader's browser asks for, by its weights; English otherwise. */
export function preferredLanguage(header: string): Language {
  const wishes = header.split(',').map((part) => {
    const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
    const weight = parameters.find((parameter) => parameter.startsWith('q='));
    return { tag: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight.slice(2)) };
  });
  const known = wishes.filter(({ weight }) => weight > 0).toSorted((a, b) => b.weight - a.weight);
  for (const { tag } of known) {
    const language = languages.find((one) => one === tag);
    if (language) return language;
  }
  return 'en';
}
