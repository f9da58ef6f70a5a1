import { AsyncLocalStorage } from 'node:async_hooks';
import type { Language } from '@shelter-city/contract/vocabulary';
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
