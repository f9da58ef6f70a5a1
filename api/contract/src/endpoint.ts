import { z } from 'zod';
import type { Action } from './actions.ts';

type Shape = z.ZodType;

/** One call the API answers: where, with what, for whom, and what comes back. */
export type Endpoint<P extends Shape = Shape, Q extends Shape = Shape, B extends Shape = Shape, R extends Shape = Shape> = {
  /** What one needs leave for; who has it stands in the API's policy. */
  readonly action: Action;
  /** One sentence for the reference. */
  readonly summary: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api`, parameters as `:name`. */
  readonly path: `/${string}`;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly reply: R;
};

/** The shape of a part that an endpoint doesn't have. */
export const nothing = z.undefined();
/** The answer of a write that has nothing to say but that it is done. */
export const done = z.strictObject({ done: z.literal(true) }).meta({ id: 'Done' });

/** Declares an endpoint; parts left out are {@link nothing}. */
export function endpoint<
  P extends Shape = typeof nothing,
  Q extends Shape = typeof nothing,
  B extends Shape = typeof nothing,
  R extends Shape = typeof nothing,
>(
  spec: Pick<Endpoint, 'action' | 'summary' | 'method' | 'path'> & { params?: P; query?: Q; body?: B; reply: R },
): Endpoint<P, Q, B, R> {
  // The defaults of the type parameters are exactly these values, which TypeScript can't see through `?`.
  return { params: nothing as Shape as P, query: nothing as Shape as Q, body: nothing as Shape as B, ...spec };
}
