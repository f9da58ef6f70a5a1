import { randomUUID } from 'node:crypto';

/** What one request says. */
export type Asked = {
  readonly path: string;
  /** With a body it is a POST. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

/** A request as it goes over the line, with the headers that a browser sends from our own pages. */
export function written({ path, body, headers = {} }: Asked): string {
  const text = body === undefined ? '' : JSON.stringify(body);
  const all: Readonly<Record<string, string>> = {
    host: '127.0.0.1',
    accept: 'application/json',
    'accept-language': 'nl-NL,nl;q=0.9,en;q=0.8',
    'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
    'sec-fetch-site': 'same-origin',
    'sec-fetch-mode': 'cors',
    ...(body !== undefined && { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)) }),
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${body === undefined ? 'GET' : 'POST'} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${text}`;
}

/** A fresh key, as a page makes one for each act. */
export const freshKey = (): string => randomUUID();
