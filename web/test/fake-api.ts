import { jest } from '@jest/globals';

/** What the fake API was asked. */
export type Asked = {
  readonly method: string;
  readonly path: string;
  readonly headers: Headers;
  readonly body: unknown;
};

/** Per request: a body with status 200, a response of one's own making, or a function from the request to either. */
type Answers = Readonly<Record<string, unknown>>;

const json = (status: number, body: unknown, type = 'application/json') =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': type } });

/** A refusal as the API words it. */
export const problem = (
  status: number,
  slug: string,
  more: Readonly<Record<string, unknown>> = {},
) =>
  json(
    status,
    {
      type: `https://shelter-city.example/problems/${slug}`,
      title: slug,
      status,
      requestId: 'req-1',
      ...more,
    },
    'application/problem+json',
  );

/**
 * Answers `fetch` by `METHOD /api/path` (without the query) and remembers what was asked. What isn't listed is a 404, as
 * in life. A value is the reply's body, a function makes one from the request, a `Response` (see `problem`) is sent as it is.
 */
export function fakeApi(answers: Answers): { readonly asked: Asked[] } {
  const asked: Asked[] = [];
  globalThis.fetch = jest.fn(async (input: RequestInfo | URL, init: RequestInit = {}) => {
    const url = new URL(input instanceof Request ? input.url : input, 'http://localhost');
    const method = init.method ?? 'GET';
    const one: Asked = {
      method,
      path: `${url.pathname}${url.search}`,
      headers: new Headers(init.headers),
      body: typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined,
    };
    asked.push(one);
    const answer = answers[`${method} ${url.pathname}`];
    const made: unknown =
      typeof answer === 'function' ? await (answer as (asked: Asked) => unknown)(one) : answer;
    if (made === undefined) return problem(404, 'not-found');
    return made instanceof Response ? made.clone() : json(200, made);
  });
  return { asked };
}
