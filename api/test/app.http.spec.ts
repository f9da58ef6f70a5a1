import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type TestApp, startApp } from './harness/app.ts';

let world: TestApp;
beforeAll(async () => {
  world = await startApp();
});
afterAll(async () => {
  await world.stop();
});

test('an address that nothing answers says so in the reader’s language, as a problem', async () => {
  const answer = await world.anybody.ask('GET', '/api/nothing', {
    headers: { 'accept-language': 'nl-NL,nl;q=0.9' },
  });
  expect(answer.status).toBe(404);
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(answer.problem).toEqual({
    type: '/problems/not-found',
    status: 404,
    title: 'Hier is niets',
  });
});

test('one who is signed in is an account and a session', async () => {
  const coordinator = await world.signedInAs('COORDINATOR');
  const { rows } = await world.owner.query('SELECT role FROM account WHERE id = $1', [
    coordinator.accountId,
  ]);
  expect(rows).toEqual([{ role: 'COORDINATOR' }]);
});
