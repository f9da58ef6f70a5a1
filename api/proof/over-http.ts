import type { Answering } from '../test/harness/asker.ts';

type Origin = { readonly origin: string };
type Asked = Parameters<Answering['inject']>[0];
type Answer = Awaited<ReturnType<Answering['inject']>>;

/** Asks running processes in turn, so that whatever one of them keeps to itself shows. */
export class OverHttp implements Answering {
  private turn = 0;
  /** Hears every answer that came, headers and all, and to which address. */
  onAnswer: (url: string, answer: Answer) => void = () => undefined;

  constructor(private readonly origins: readonly Origin[]) {}

  async inject({ method, url, query, payload, headers }: Asked): Promise<Answer> {
    this.turn += 1;
    const { origin } = this.origins[this.turn % this.origins.length] ?? { origin: '' };
    const address = `${origin}${url}${query ? `?${new URLSearchParams(query).toString()}` : ''}`;
    // fetch sets Sec-Fetch-* itself and wrongly for us: the origin says it, as an old browser would.
    const { 'sec-fetch-site': site, ...others } = headers;
    const reply = await fetch(address, {
      method,
      headers: { ...others, ...(site === 'same-origin' && { origin }) },
      ...(payload !== undefined && { body: payload }),
      redirect: 'manual',
      signal: AbortSignal.timeout(30_000),
    });
    const answer = {
      statusCode: reply.status,
      payload: await reply.text(),
      headers: Object.fromEntries(reply.headers),
      cookies: reply.headers.getSetCookie().map((line) => {
        const [pair = ''] = line.split(';');
        const at = pair.indexOf('=');
        return { name: pair.slice(0, at), value: pair.slice(at + 1) };
      }),
    };
    this.onAnswer(address, answer);
    return answer;
  }
}
