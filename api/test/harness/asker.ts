import type { Endpoint } from '@shelter-city/contract/endpoint';
import type { ProblemDetails } from '@shelter-city/contract/problem';
import type { z } from 'zod';

/** What answers: the application itself in a spec, a running process over HTTP in the proof. */
export type Answering = {
  inject(request: {
    readonly method: Endpoint['method'];
    readonly url: string;
    readonly query?: Record<string, string>;
    readonly payload?: string;
    readonly headers: Record<string, string>;
  }): Promise<{
    readonly statusCode: number;
    readonly payload: string;
    readonly headers: Readonly<Record<string, number | string | string[] | undefined>>;
    readonly cookies: readonly { readonly name: string; readonly value: string }[];
  }>;
};
type InjectAnswer = Awaited<ReturnType<Answering['inject']>>;

/** What a call is made with; `headers` for what the contract doesn't say (an `Idempotency-Key`, a language). */
export type Input = {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

/** What came back; `reply` and `problem` throw with the whole answer when it was the other one. */
export type Answer<R> = {
  readonly status: number;
  readonly headers: InjectAnswer['headers'];
  readonly text: string;
  readonly cookies: InjectAnswer['cookies'];
  readonly reply: R;
  readonly problem: ProblemDetails;
};

/** Someone who asks: nobody in particular, or one who is signed in. */
export class Asker {
  constructor(
    private readonly app: Answering,
    private readonly standing: Readonly<Record<string, string>> = {},
  ) {}

  /** Calls an endpoint of the contract as the pages do: from the same origin, JSON, parameters put into the path. */
  readonly call = <E extends Endpoint>(
    endpoint: E,
    input: Input = {},
  ): Promise<Answer<z.output<E['reply']>>> => {
    const path = endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) =>
      encodeURIComponent(input.params?.[name] ?? ''),
    );
    return this.ask<z.output<E['reply']>>(endpoint.method, `/api${path}`, input);
  };

  /** Asks for any address. */
  readonly ask = async <R = unknown>(
    method: Endpoint['method'],
    url: string,
    { query, body, headers }: Omit<Input, 'params'> = {},
  ): Promise<Answer<R>> => {
    const answer = await this.app.inject({
      method,
      url,
      ...(query && { query: { ...query } }),
      ...(body !== undefined && { payload: JSON.stringify(body) }),
      headers: {
        ...(method !== 'GET' && { 'sec-fetch-site': 'same-origin' }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...this.standing,
        ...headers,
      },
    });
    const { statusCode: status, payload: text } = answer;
    const parsedWhen = (wanted: boolean): unknown => {
      if (wanted) return JSON.parse(text);
      throw new Error(`${method} ${url} answered ${String(status)}: ${text}`);
    };
    return {
      status,
      headers: answer.headers,
      text,
      cookies: answer.cookies,
      get reply() {
        return parsedWhen(status < 400) as R;
      },
      get problem() {
        return parsedWhen(status >= 400) as ProblemDetails;
      },
    };
  };
}
