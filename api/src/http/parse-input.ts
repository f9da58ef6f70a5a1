import type { Endpoint } from '@shelter-city/contract/endpoint';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Problem } from '../problems/problem.ts';
import { requestContext } from './request-context.ts';
import { sentenceFor } from './field-sentences.ts';

type Parts = { readonly params: unknown; readonly query: unknown; readonly body: unknown };

/**
 * The parts of a request as the endpoint wants them.
 *
 * Errors  a path that names nothing is 404, like everything that isn't there; a key that the contract doesn't know is
 *         400; anything else that is wrong is 422 with a pointer and a sentence for each field.
 */
export function parseInput(
  endpoint: Endpoint,
  request: Pick<FastifyRequest, 'params' | 'query' | 'body'>,
): Parts {
  const params = endpoint.params.safeParse(isNothing(endpoint.params) ? undefined : request.params);
  if (!params.success) throw new Problem('not-found');
  return {
    params: params.data,
    query: parsePart(endpoint.query, request.query, ''),
    body: parsePart(endpoint.body, request.body, ''),
  };
}

const isNothing = (shape: z.ZodType) => shape instanceof z.ZodUndefined;

function parsePart(shape: z.ZodType, given: unknown, prefix: string): unknown {
  if (isNothing(shape)) {
    const isEmpty =
      given === undefined ||
      given === null ||
      (typeof given === 'object' && Object.keys(given).length === 0);
    if (!isEmpty) throw new Problem('unknown-field');
    return undefined;
  }
  const parsed = shape.safeParse(given ?? {});
  if (parsed.success) return parsed.data;
  const language = requestContext.getStore()?.language ?? 'en';
  const sentences = parsed.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? []
      : [
          {
            pointer: prefix + issue.path.map((part) => `/${String(part)}`).join(''),
            detail: sentenceFor(issue, language),
          },
        ],
  );
  const unknown = parsed.error.issues.some(({ code }) => code === 'unrecognized_keys');
  throw new Problem(unknown ? 'unknown-field' : 'invalid-request', { sentences });
}
