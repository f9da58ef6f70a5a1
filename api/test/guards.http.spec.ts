import { randomUUID } from 'node:crypto';
import { createConnection, type AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { ExecutionContext } from '@nestjs/common';
import { board } from '@shelter-city/contract/board';
import { cities } from '@shelter-city/contract/cities';
import { defenders } from '@shelter-city/contract/defenders';
import { session } from '@shelter-city/contract/session';
import { addMonths } from '@shelter-city/domain/calendar/calendar-date';
import { z } from 'zod';
import { AccessGuard } from '../src/access/access.guard.ts';
import { AuditLog } from '../src/audit/audit-log.ts';
import { EventLog } from '../src/audit/event-log.ts';
import { Environment } from '../src/config/environment.ts';
import { requestContext } from '../src/http/request-context.ts';
import { Database } from '../src/persistence/database.ts';
import { SessionsController } from '../src/sessions/sessions.controller.ts';
import { aCity } from './factories/city.ts';
import { aDefender } from './factories/defender.ts';
import { startApp, type SignedIn, type TestApp } from './harness/app.ts';

let world: TestApp;
let coordinator: SignedIn;
beforeAll(async () => {
  world = await startApp();
  coordinator = await world.signedInAs('COORDINATOR');
});
afterAll(async () => {
  await world.stop();
});
const undo: (() => void)[] = [];
afterEach(() => {
  for (const step of undo.splice(0).toReversed()) step();
});

/** Puts something else in a place until the test is over. */
function replace<T extends object, K extends keyof T>(target: T, key: K, value: T[K]): void {
  const kept = target[key];
  target[key] = value;
  undo.push(() => {
    target[key] = kept;
  });
}

const askedForBoard = () => {
  const today = world.clock.today();
  return coordinator.call(board.show, { query: { from: today, until: addMonths(today, 12) } });
};

test('a path whose part no name can be is nothing, and a question or a body that nobody asked for is refused', async () => {
  expect((await coordinator.call(defenders.show, { params: { code: 'x'.repeat(81) } })).problem.type).toBe('/problems/not-found');
  expect((await coordinator.ask('GET', '/api/defenders/nobody?more=1')).problem.type).toBe('/problems/unknown-field');
  const remove = async (body: unknown) => (await coordinator.ask('DELETE', `/api/sessions/${randomUUID()}`, { body })).problem.type;
  for (const something of [{ more: 1 }, [1], 'more', 1, true]) expect(await remove(something)).toBe('/problems/unknown-field');
  for (const nothing of [undefined, null, {}, []]) expect(await remove(nothing)).toBe('/problems/not-found');
});

test('a version that no row can have and a day at the end of all days are wrong, and no failure of ours', async () => {
  const { slug } = await aCity(world.owner);
  for (const version of [2 ** 31, 2 ** 53 - 1]) {
    const { status, problem } = await coordinator.call(cities.update, { params: { slug }, body: { version, facts } });
    expect([status, problem.errors?.[0]?.pointer]).toEqual([422, '/version']);
  }
  for (const [from, until] of [['0001-01-01', '0001-01-02'], ['9999-12-30', '9999-12-31']] as const) {
    const { status, problem } = await coordinator.call(board.show, { query: { from, until } });
    expect([status, problem.errors?.[0]]).toEqual([422, { pointer: '/from', detail: 'A day between 1900 and 2199.' }]);
  }
});

test('an answer that the contract doesn’t know never leaves: only that it failed, and where in the log', async () => {
  const nothing = { reply: z.never() };
  for (const [endpoint, ask] of [
    [session.show, () => coordinator.call(session.show)],
    [board.show, askedForBoard],
  ] as const) {
    expect((await ask()).status).toBe(200);
    replace(endpoint as unknown as { reply: z.ZodType }, 'reply', nothing.reply);
    const { status, problem, text } = await ask();
    expect([status, problem.type]).toEqual([500, '/problems/unexpected']);
    expect(Object.keys(problem).toSorted()).toEqual(['detail', 'requestId', 'status', 'title', 'type']);
    expect(text).not.toContain(coordinator.accountId);
    expect(world.log()).toMatch(new RegExp(`"level":50,.*ZodError.*\\(request ${String(problem['requestId'])}\\)`));
  }
});

test('an answer that is written as text is JSON all the same', async () => {
  expect((await askedForBoard()).headers['content-type']).toBe('application/json; charset=utf-8');
});

test('who may not is refused by the policy before anything is looked for', async () => {
  const manager = await world.signedInAs('MANAGER');
  expect((await manager.call(defenders.show, { params: { code: 'nobody' } })).problem.type).toBe('/problems/not-allowed');
});

test('a handler without an endpoint is refused, and so is a request that came past the context of every request', async () => {
  const guard = new AccessGuard(world.app.get(Database), world.app.get(Environment), world.app.get(AuditLog));
  const request = { cookies: { session: coordinator.cookie.split('=')[1] } };
  const asked = (handler: object) =>
    guard.canActivate({ getHandler: () => handler, switchToHttp: () => ({ getRequest: () => request }) } as unknown as ExecutionContext);
  await expect(asked(() => null)).rejects.toMatchObject({ slug: 'not-found' });
  // eslint-disable-next-line @typescript-eslint/unbound-method -- The guard reads what is written on the handler, and doesn't call it.
  await expect(asked(SessionsController.prototype.show)).rejects.toMatchObject({ slug: 'not-signed-in' });
});

const facts = { languages: ['nl'], languagesKnown: true, careNearby: true, themes: [], courses: [], screeningDays: 0, publicEvents: 'SMALL', guestsAYearAtMost: null, guestsAtOnceAtMost: null, daysBetweenGuests: 0 };

test('what goes wrong below is told as what it means, and as nothing where nobody foresaw it', async () => {
  const events = world.app.get(EventLog);
  const failing = async (thrown: unknown) => {
    const { slug } = await aCity(world.owner);
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- A library can throw anything.
    replace(events, 'append', () => Promise.reject(thrown));
    return coordinator.call(cities.update, { params: { slug }, body: { version: 1, facts } });
  };
  const refused = Object.assign(new Error('Canary Row'), { code: '23505', constraint: 'host_city_slug_key' });
  expect((await failing(refused)).problem.type).toBe('/problems/city-name-taken');
  for (const unforeseen of [new Error('Canary Row'), 'Canary Row']) {
    const { status, problem, text } = await failing(unforeseen);
    expect([status, problem.type, text.includes('Canary')]).toEqual([500, '/problems/unexpected', false]);
  }
  expect(world.log()).toContain('A string was thrown');
  expect(world.log()).not.toContain('Canary');
});

test('a try to open what isn’t there stands in the audit log', async () => {
  const eager = await world.signedInAs('COORDINATOR');
  const body = { compartment: 'IDENTITY', reason: 'Invitation letter for the visa' };
  expect((await eager.call(defenders.reveal, { params: { code: 'nobody' }, body })).status).toBe(404);
  const { rows } = await world.owner.query('SELECT action, result, reason FROM audit.log WHERE actor_id = $1', [eager.accountId]);
  expect(rows).toEqual([{ action: 'defender:reveal', result: 'REFUSED', reason: 'not-found' }]);
});

test('work that begins anew forgets what it noted the first time', async () => {
  const { slug, id } = await aCity(world.owner);
  const events = world.app.get(EventLog);
  const plain = events.append.bind(events);
  let times = 0;
  replace(events, 'append', (event) => {
    times += 1;
    world.app.get(AuditLog).note({ action: 'guards:noted', objectKind: 'HOST_CITY', objectId: id, defenderId: null, result: 'DONE' });
    return times === 1 ? Promise.reject(Object.assign(new Error('deadlock detected'), { code: '40P01' })) : plain(event);
  });
  expect((await coordinator.call(cities.update, { params: { slug }, body: { version: 1, facts } })).status).toBe(200);
  const { rows } = await world.owner.query("SELECT object_id FROM audit.log WHERE action = 'guards:noted' AND object_id = $1", [id]);
  expect([times, rows]).toEqual([2, [{ object_id: id }]]);
});

test('a request waits for another one with its key, so that the second finds what the first answered', async () => {
  const { slug } = await aCity(world.owner);
  const key = randomUUID();
  const other = await world.owner.connect();
  try {
    await other.query('BEGIN');
    await other.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`${coordinator.accountId}/${key}`]);
    const seen = { answered: false, waiting: 0 };
    const answer = coordinator
      .call(cities.update, { params: { slug }, body: { version: 1, facts }, headers: { 'idempotency-key': key } })
      .finally(() => {
        seen.answered = true;
      });
    const waiting = async () =>
      (await world.owner.query("SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())")).rowCount;
    while (!seen.answered && seen.waiting === 0) seen.waiting = (await waiting()) ?? 0;
    expect(seen).toEqual({ answered: false, waiting: 1 });
    await other.query('COMMIT');
    expect((await answer).status).toBe(200);
  } finally {
    await other.query('ROLLBACK');
    other.release();
  }
});

test('an address that can’t be decoded is told nothing, as every answer is', async () => {
  await world.app.listen(0, '127.0.0.1');
  const server: Server = world.app.getHttpServer();
  const { port } = server.address() as AddressInfo;
  const answer = await new Promise<string>((resolve, reject) => {
    let said = '';
    createConnection(port, '127.0.0.1')
      .on('data', (data) => (said += data.toString()))
      .once('error', reject)
      .once('close', () => {
        resolve(said);
      })
      .write('GET /api/%c0%af HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n');
  });
  expect(answer).toMatch(/^HTTP\/1\.1 404 /);
  expect(answer.toLowerCase()).toContain('content-type: application/problem+json; charset=utf-8\r\n');
  expect(answer.toLowerCase()).toContain('cache-control: no-store\r\n');
});

test('what is read runs in a transaction that can’t write, whatever it asks', async () => {
  const database = world.app.get(Database, { strict: false });
  const { id } = await aDefender(world.owner);
  const actor = { accountId: coordinator.accountId, role: 'COORDINATOR', cityId: null, riskCleared: false } as const;
  const asking = { requestId: randomUUID(), language: 'en', actor, sessionId: null } as const;
  const change = 'UPDATE defender SET household_size = household_size + 1 WHERE id = $1 RETURNING household_size';
  const refused = { code: '25006' };
  await requestContext.run({ ...asking }, async () => {
    await expect(database.reading(() => database.ask(change, [id]))).rejects.toMatchObject(refused);
    await expect(database.select(change, [id])).rejects.toMatchObject(refused);
    await expect(database.reading(() => database.writing(() => database.ask(change, [id])))).rejects.toMatchObject(refused);
    expect(await database.writing(() => database.ask(change, [id]))).toHaveLength(1);
  });
});
