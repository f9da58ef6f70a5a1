import type { Kind } from './source-mutants.ts';

/** A source that guards requests, what is changed of it, and the specs that must notice. */
export type Guarded = {
  readonly file: string;
  readonly kinds: readonly Kind[];
  readonly specs: readonly string[];
};

const guards = 'test/guards.http.spec.ts';
const waits = 'test/sign-in-waits.http.spec.ts';
const edges = 'test/edges.http.spec.ts';
const sessions = 'test/sessions.http.spec.ts';
const stepUp = 'test/step-up.http.spec.ts';

/** What guards every request, whatever it asks for. Paths below `api/src` and `api`. */
export const guarded: readonly Guarded[] = [
  { file: 'create-app.ts', kinds: ['steps'], specs: [edges] },
  { file: 'http/known-host.ts', kinds: ['refusals', 'steps', 'conditions'], specs: [edges] },
  { file: 'http/cross-site.ts', kinds: ['refusals', 'steps', 'conditions'], specs: [edges] },
  { file: 'http/limits.ts', kinds: ['refusals', 'steps', 'conditions', 'numbers', 'entries'], specs: [edges] },
  { file: 'http/json-size.ts', kinds: ['conditions', 'numbers'], specs: ['src/http/json-size.spec.ts', edges] },
  { file: 'http/security-headers.ts', kinds: ['steps', 'conditions', 'entries'], specs: [edges] },
  { file: 'http/parse-input.ts', kinds: ['refusals', 'conditions'], specs: [guards, edges] },
  { file: 'http/transaction.interceptor.ts', kinds: ['refusals', 'steps', 'checks'], specs: [guards, 'test/idempotency.http.spec.ts', 'test/audit.http.spec.ts', 'test/integrity.http.spec.ts'] },
  { file: 'access/access.guard.ts', kinds: ['refusals', 'steps', 'conditions'], specs: [guards, stepUp, sessions] },
  { file: 'access/step-up.ts', kinds: ['numbers'], specs: [stepUp] },
  { file: 'access/session-cookie.ts', kinds: ['numbers'], specs: [sessions] },
  { file: 'problems/problem.filter.ts', kinds: ['steps', 'conditions'], specs: [edges, guards, sessions] },
  { file: 'problems/unreadable-address.ts', kinds: ['entries'], specs: [guards] },
  { file: 'sessions/browser-of.ts', kinds: ['steps', 'entries'], specs: [edges, waits, sessions] },
  { file: 'sessions/sign-in-wait.ts', kinds: ['numbers'], specs: ['src/sessions/sign-in-wait.spec.ts'] },
  { file: 'sessions/at-most.ts', kinds: ['refusals', 'conditions'], specs: ['src/sessions/at-most.spec.ts'] },
  { file: 'sessions/sign-in-delays.repository.ts', kinds: ['refusals', 'steps'], specs: [waits, sessions] },
];

/** Specs that count what there is, or make what there can be only one of: each run of them begins on an empty database. */
export const needsItsOwnDatabase: readonly string[] = [sessions, 'test/integrity.http.spec.ts'];
