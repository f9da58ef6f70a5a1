import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { proposeBare } from '../bench/bare-proposal.ts';
import { signInBare } from '../bench/bare-sign-in.ts';
import { anAccountThatSignsIn, password } from './factories/account.ts';
import { aPlacementWorld, aProposal } from './factories/placement.ts';
import { startApp, type TestApp } from './harness/app.ts';

// The bench measures the API against these: when the database or the API's statements change, they have to follow.

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(async () => {
  await app.stop();
});

test('the bare proposal leaves a stay, its event and the kept answer', async () => {
  const world = await aPlacementWorld(app);
  const { person, body } = await aProposal(app, world, 20, 60);
  const { code: _, ...asked } = body;
  const key = randomUUID();
  await proposeBare(app.owner, { ...asked, codeName: person.codeName, account: world.coordinator.accountId, key }, world.today);
  const { rows } = await app.owner.query(
    `SELECT s.status, (SELECT count(*)::integer FROM event e WHERE e.subject_id = s.id) AS events,
      (SELECT count(*)::integer FROM idempotency_key k WHERE k.key = $2) AS kept
     FROM stay s WHERE s.defender_id = $1`,
    [person.id, key],
  );
  expect(rows).toEqual([{ status: 'PROPOSED', events: 1, kept: 1 }]);
});

test('the bare sign-in leaves a session', async () => {
  const { id, email } = await anAccountThatSignsIn(app);
  await signInBare(app.owner, { email, password, network: '198.51.100.7' });
  const { rows } = await app.owner.query('SELECT device FROM session WHERE account_id = $1', [id]);
  expect(rows).toEqual([{ device: 'bench' }]);
});
