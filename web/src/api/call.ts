import { i18n } from '@lingui/core';
import type { Endpoint } from '@shelter-city/contract/endpoint';
import type { z } from 'zod';
import { idempotencyKey, settle } from './idempotency.ts';
import { ApiProblem, isSignedOut, NetworkFailure, problemIn } from './problems.ts';
import { noteReachable } from './reachability.ts';
import { proofsSoFar, proveAgain } from './step-up.ts';

type Parts = 'params' | 'query' | 'body';

/** What a call must be given: the parts that its endpoint asks for, and a way to break it off. */
export type Input<E extends Endpoint> = {
  readonly [K in Parts as z.input<E[K]> extends undefined ? never : K]: z.input<E[K]>;
} & { readonly signal?: AbortSignal };

type Loose = {
  readonly params?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
};

function search(query: Readonly<Record<string, unknown>> = {}): string {
  const pairs = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === '') continue;
    for (const one of Array.isArray(value) ? value : [value]) pairs.append(name, String(one));
  }
  const text = pairs.toString();
  return text && `?${text}`;
}

/** The address of an endpoint on our own origin. */
export function addressOf(endpoint: Endpoint, { params = {}, query }: Loose): string {
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? ''),
  );
  return `/api${path}${search(query)}`;
}

/**
 * Sends a request of the contract and answers the raw response; a refusal is thrown as {@link ApiProblem}. Where the
 * reader must first show again that it is them, they are asked, and the same request is sent once more: nothing typed is
 * lost.
 */
export async function send(endpoint: Endpoint, input: Loose): Promise<Response> {
  const proofsBefore = proofsSoFar();
  try {
    return await sendOnce(endpoint, input);
  } catch (failure) {
    if (!(failure instanceof ApiProblem)) throw failure;
    const mayRepeat =
      failure.slug === 'step-up-needed'
        ? await proveAgain()
        : isSignedOut(failure) && proofsSoFar() !== proofsBefore;
    if (!mayRepeat) throw failure;
    return sendOnce(endpoint, input);
  }
}

async function sendOnce(endpoint: Endpoint, input: Loose): Promise<Response> {
  const writes = endpoint.method !== 'GET';
  const address = addressOf(endpoint, input);
  const body = input.body === undefined ? undefined : JSON.stringify(input.body);
  const act = `${endpoint.method} ${address} ${body ?? ''}`;
  if (writes && !navigator.onLine) throw new NetworkFailure(false);

  let response: Response;
  try {
    response = await fetch(address, {
      method: endpoint.method,
      credentials: 'same-origin',
      cache: 'no-store',
      headers: {
        accept: 'application/json, application/problem+json',
        'accept-language': i18n.locale || 'en',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(writes && { 'idempotency-key': idempotencyKey(act) }),
      },
      ...(body !== undefined && { body }),
      ...(input.signal && { signal: input.signal }),
    });
  } catch (failure) {
    if (input.signal?.aborted) throw failure;
    noteReachable(false);
    throw new NetworkFailure(true, { cause: failure });
  }
  noteReachable(true);
  if (writes && response.status < 500) settle(act);
  if (!response.ok) throw new ApiProblem(await problemIn(response));
  return response;
}

/**
 * Calls an endpoint of the contract and answers its reply. The API has checked and stripped it by the contract's schema,
 * and pages and API are one build on one origin: it isn't checked again here.
 */
export async function call<E extends Endpoint>(
  endpoint: E,
  input: Input<E>,
): Promise<z.output<E['reply']>> {
  const response = await send(endpoint, input);
  const text = await response.text();
  // What the API sends is what the schema lets out; TypeScript can't see through JSON.
  return (text === '' ? undefined : JSON.parse(text)) as z.output<E['reply']>;
}
