import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { session } from '@shelter-city/contract/session';
import { Database } from '../src/persistence/database.ts';
import { startApp, type TestApp } from './harness/app.ts';

let world: TestApp;
let secure: TestApp;
let webRoot: string;
const origin = 'https://shelter-city.example';

beforeAll(async () => {
  webRoot = mkdtempSync(path.join(tmpdir(), 'shelter-city-web-'));
  mkdirSync(path.join(webRoot, 'assets'));
  writeFileSync(path.join(webRoot, 'index.html'), '<!doctype html><title>the page</title>');
  writeFileSync(path.join(webRoot, 'assets', 'main-a1b2c3.js'), 'export const plain = 1;');
  writeFileSync(
    path.join(webRoot, 'assets', 'main-a1b2c3.js.gz'),
    gzipSync('export const plain = 1;'),
  );
  writeFileSync(path.join(webRoot, 'assets', 'main-a1b2c3.js.map'), '{}');
  world = await startApp({ settings: { WEB_ROOT: webRoot } });
  secure = await startApp({ settings: { PUBLIC_ORIGIN: origin } });
});
afterAll(async () => {
  await world.stop();
  await secure.stop();
  rmSync(webRoot, { recursive: true });
});

describe('a write', () => {
  const write = async (headers: Record<string, string>) => {
    const asker = await secure.signedInAs('COORDINATOR');
    const { status } = await asker.ask('PATCH', '/api/session/preferences', {
      body: { theme: 'dark' },
      headers,
    });
    return status;
  };

  test.each([
    ['from our own page', { 'sec-fetch-site': 'same-origin' }, 200],
    ['from another website', { 'sec-fetch-site': 'cross-site', origin }, 403],
    ['from a sister of our domain', { 'sec-fetch-site': 'same-site', origin }, 403],
    ['from an address bar', { 'sec-fetch-site': 'none' }, 403],
  ])('%s is answered by where the browser says it comes from', async (_, headers, status) => {
    expect(await write(headers)).toBe(status);
  });

  test.each([
    ['our own origin', { origin }, 200],
    ['another origin', { origin: 'https://evil.example' }, 403],
    ['a look-alike', { origin: `${origin}.evil.example` }, 403],
    ['no origin', {}, 403],
  ])('of an old browser needs %s', async (_, headers, status) => {
    const asker = await secure.signedInAs('COORDINATOR');
    const answer = await secure.app.inject({
      method: 'DELETE',
      url: '/api/session',
      headers: { cookie: asker.cookie, ...headers },
    });
    expect(answer.statusCode).toBe(status);
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'as %s is not read',
    async (type) => {
      const answer = await world.app.inject({
        method: 'POST',
        url: '/api/session',
        headers: { 'sec-fetch-site': 'same-origin', 'content-type': type },
        payload: '{}',
      });
      expect(answer.statusCode).toBe(415);
      expect(JSON.parse(answer.payload)).toMatchObject({ type: '/problems/not-json' });
    },
  );

  test('has no other reader than that of JSON, should anything else ever come to be read', () => {
    const fastify = world.app.getHttpAdapter().getInstance();
    const types = ['application/json', 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'];
    expect(types.filter((type) => fastify.hasContentTypeParser(type))).toEqual(['application/json']);
  });

  test.each([
    { 'content-type': 'application/json; charset=utf-16' },
    { 'content-type': 'application/json, text/plain' },
    { 'content-type': 'application/jsonp' },
    { 'content-type': 'application/json', 'content-encoding': 'gzip' },
  ])('as %j is not read', async (headers) => {
    const answer = await world.app.inject({
      method: 'POST',
      url: '/api/session',
      headers: { 'sec-fetch-site': 'same-origin', ...headers },
      payload: '{}',
    });
    expect(answer.statusCode).toBe(415);
  });

  test.each([
    ['21 deep', `${'['.repeat(21)}${']'.repeat(21)}`],
    ['10,000 deep', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`],
    [
      'of 6,000 keys',
      JSON.stringify(Object.fromEntries(Array.from({ length: 6_000 }, (_, at) => [at, 1]))),
    ],
  ])('%s is not even parsed', async (_, payload) => {
    const answer = await world.app.inject({
      method: 'POST',
      url: '/api/session',
      headers: {
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/json; charset=utf-8',
      },
      payload,
    });
    expect(answer.statusCode).toBe(413);
    expect(JSON.parse(answer.payload)).toMatchObject({ type: '/problems/too-large' });
  });

  test.each(['{', '{"__proto__":{"a":1}}', '{"constructor":{"prototype":{"a":1}}}', '[]', '"text"'])(
    'of %s says what is wrong, not what was sent',
    async (payload) => {
      const answer = await world.app.inject({
        method: 'POST',
        url: '/api/session',
        headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' },
        payload,
      });
      expect(answer.statusCode).toBe(422);
      expect(JSON.parse(answer.payload)).toMatchObject({ type: '/problems/invalid-request' });
    },
  );

  test('of more than 64 KB is cut off', async () => {
    const answer = await world.anybody.call(session.start, {
      body: { email: 'x'.repeat(65 * 1024) },
    });
    expect(answer.status).toBe(413);
    expect(answer.problem.type).toBe('/problems/too-large');
  });

  test('with a key that nobody asked for is refused, with a wrong value is explained beside its field', async () => {
    const asker = await world.signedInAs('COORDINATOR');
    expect(
      (await asker.call(session.prefer, { body: { theme: 'dark', role: 'ADMIN' } })).problem,
    ).toMatchObject({ type: '/problems/unknown-field', status: 400 });
    const wrong = await asker.call(session.prefer, {
      body: { theme: 'canary-value' },
      headers: { 'accept-language': 'fr' },
    });
    expect(wrong.problem).toMatchObject({
      type: '/problems/invalid-request',
      status: 422,
      errors: [{ pointer: '/theme', detail: expect.any(String) }],
    });
    expect(wrong.text).not.toContain('canary');
  });
});

describe('a request for', () => {
  test.each([
    ['our own name', 'shelter-city.example', 200],
    ['our own name with a port', 'shelter-city.example:443', 200],
    ['this machine', '127.0.0.1:3000', 200],
    ['this machine by v6', '[::1]:3000', 200],
    ['a name that somebody lets point at us', 'rebound.evil.example', 404],
    ['a look-alike of our name', 'shelter-city.example.evil.example', 404],
    ['a look-alike of this machine', '127.0.0.1.evil.example', 404],
    ['user and password before a name', 'localhost@evil.example', 404],
  ])('%s is answered by its Host', async (_, host, status) => {
    const answer = await secure.anybody.ask('GET', '/api/session/welcome', { headers: { host } });
    expect(answer.status).toBe(status);
    if (status === 404) expect(answer.text).toBe('{"type":"/problems/not-found","status":404,"title":"There is nothing here"}');
  });
});

describe('every answer', () => {
  test('of the API is kept by nobody and carries no mark of what serves it', async () => {
    const { headers } = await world.anybody.call(session.welcome);
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'permissions-policy':
        'camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), accelerometer=(), gyroscope=(), magnetometer=(), display-capture=(), browsing-topics=()',
    });
    expect(String(headers['content-security-policy']).split(';')).toEqual([
      "default-src 'none'",
      ...['script', 'style', 'font', 'img', 'connect', 'manifest'].map((what) => `${what}-src 'self'`),
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ]);
    for (const name of ['etag', 'x-powered-by', 'server', 'strict-transport-security'])
      expect(headers[name]).toBeUndefined();
  });

  test.each(['/%61pi/session/welcome', 'http://localhost/api/session/welcome'])(
    'to %s is kept by nobody either, though it isn’t how an address is written',
    async (address) => {
      const answer = await world.anybody.ask('GET', address);
      expect([answer.status, answer.headers['cache-control']]).toEqual([200, 'no-store']);
    },
  );

  test('over TLS insists on it, and its cookie belongs to this host alone', async () => {
    expect(
      (await secure.anybody.call(session.welcome)).headers['strict-transport-security'],
    ).toContain('max-age=63072000');
    const asker = await secure.signedInAs('ADMIN');
    const out = await secure.app.inject({
      method: 'DELETE',
      url: '/api/session',
      headers: { origin, cookie: asker.cookie },
    });
    expect(out.cookies[0]).toMatchObject({
      name: '__Host-session',
      path: '/',
      secure: true,
      httpOnly: true,
      sameSite: 'Strict',
    });
  });

  test.each([
    ['en', 'There is nothing here'],
    ['nl-BE, en;q=0.5', 'Hier is niets'],
    ['de, fr;q=0.8, nl;q=0.4', 'Il n’y a rien ici'],
    ['de', 'There is nothing here'],
    ['nl;q=0, en', 'There is nothing here'],
    ['*;q=banana,,;', 'There is nothing here'],
  ])('speaks the first of our languages in "%s"', async (language, title) => {
    expect(
      (await world.anybody.ask('GET', '/api/nothing', { headers: { 'accept-language': language } }))
        .problem.title,
    ).toBe(title);
  });

  test('to an address that is no address is short', async () => {
    const answer = await world.anybody.ask('GET', '/%c0%af?canary=1');
    expect(answer.status).toBeLessThan(500);
    expect(answer.text).not.toContain('canary');
  });

  test('is one line in the log: the route, never the address, the body or the cookie', async () => {
    const asker = await world.signedInAs('COORDINATOR');
    await asker.ask('GET', '/api/sessions?canary-query=1');
    await asker.ask('DELETE', '/api/sessions/canary-id', { body: { canary: 'body' } });
    expect(world.log()).toMatch(
      new RegExp(
        `"method":"DELETE","route":"/api/sessions/:sessionId","status":\\d+,"ms":\\d+,"requestId":"[^"]+","actorId":"${asker.accountId}"`,
      ),
    );
    expect(world.log()).not.toContain('canary');
    expect(world.log()).not.toContain(asker.cookie.split('=')[1]);
  });
});

describe('the pages', () => {
  test('are asked for anew, their hashed files kept for good and sent as small as the browser takes them', async () => {
    const page = await world.anybody.ask('GET', '/');
    expect(page).toMatchObject({ status: 200, text: expect.stringContaining('the page') });
    expect(page.headers['cache-control']).toBe('no-cache');
    const plain = await world.anybody.ask('GET', '/assets/main-a1b2c3.js');
    expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    const zipped = await world.anybody.ask('GET', '/assets/main-a1b2c3.js', {
      headers: { 'accept-encoding': 'gzip' },
    });
    expect(zipped.headers).toMatchObject({
      'content-encoding': 'gzip',
      'content-type': expect.stringContaining('javascript'),
      vary: expect.stringMatching(/accept-encoding/i),
    });
  });

  test.each(['/board', '/defenders/amber-heron', '/api-docs'])(
    'answer %s with the application, whose router knows it',
    async (address) => {
      expect((await world.anybody.ask('GET', address)).text).toContain('the page');
    },
  );

  test.each([
    '/assets/missing-1.js',
    '/assets/main-a1b2c3.js.map',
    '/favicon.ico',
    '/api',
    '/api/',
    '/api/board/x',
    '/..%2f..%2fpackage.json',
  ])('answer %s as missing', async (address) => {
    const answer = await world.anybody.ask('GET', address);
    expect([403, 404]).toContain(answer.status);
    expect(answer.text).not.toContain('the page');
  });
});

describe('the process', () => {
  test('says that it lives and that it can serve, to anybody and nothing more', async () => {
    expect((await world.anybody.ask('GET', '/livez')).text).toBe('{"live":true}');
    expect((await world.anybody.ask('GET', '/readyz')).text).toBe('{"ready":true}');
  });

  test('gives slow clients seconds, and big headers nothing', async () => {
    const server: Server = world.app.getHttpServer();
    expect([server.headersTimeout, server.requestTimeout, server.timeout]).toEqual([
      8_000, 15_000, 30_000,
    ]);
    expect([server.keepAliveTimeout, Reflect.get(server, 'connectionsCheckingInterval')]).toEqual([
      60_000, 1_000,
    ]);
    expect([server.maxHeadersCount, server.maxConnections, server.maxRequestsPerSocket]).toEqual([
      100, 1_000, 10_000,
    ]);
    await world.app.listen(0, '127.0.0.1');
    const { port } = server.address() as AddressInfo;
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = createConnection(port, '127.0.0.1', () =>
        socket.write(`GET /livez HTTP/1.1\r\nHost: x\r\nX-Big: ${'x'.repeat(9_000)}\r\n\r\n`),
      );
      socket
        .once('data', (data) => {
          resolve(data.toString());
          socket.destroy();
        })
        .once('error', reject);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
    expect((await fetch(`http://127.0.0.1:${String(port)}/livez`)).status).toBe(200);
  });

  test('lets no statement run, wait or idle for long', async () => {
    const { rows } = await world.app.get(Database).as('shelter_gate', async () => ({
      rows: await world.app
        .get(Database)
        .ask<{ name: string; setting: string }>(
          "SELECT name, setting FROM pg_settings WHERE name IN ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout') ORDER BY 1",
          [],
        ),
    }));
    expect(rows.map(({ name, setting }) => [name, setting])).toEqual([
      ['idle_in_transaction_session_timeout', '10000'],
      ['lock_timeout', '3000'],
      ['statement_timeout', '5000'],
    ]);
  });

  test('serves its description and a reference of its own', async () => {
    expect(
      (await world.anybody.ask<{ openapi: string }>('GET', '/api/openapi.json')).reply.openapi,
    ).toBe('3.1.1');
    const page = await world.anybody.ask('GET', '/api/docs');
    expect(page.status).toBe(200);
    expect(page.text).not.toMatch(/(src|href)="https?:/);
    expect(page.headers['content-security-policy']).toMatch(/script-src 'self' 'sha256-[^']+';/);
    expect((await world.anybody.ask('GET', '/api/docs/js/scalar.js')).status).toBe(200);
  });
});
