import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { defenders, type DefenderView } from '@shelter-city/contract/defenders';
import type { ApplicationStatus } from '@shelter-city/contract/vocabulary';
import { aCall, aDefender, anApplication } from './factories/defender.ts';
import { startApp, type SignedIn, type TestApp } from './harness/app.ts';

let world: TestApp;
let coordinator: SignedIn;
let colleague: SignedIn;
let callId: string;
beforeAll(async () => {
  world = await startApp();
  world.clock.moveTo('2026-03-02T09:00:00Z');
  coordinator = await world.signedInAs('COORDINATOR');
  colleague = await world.signedInAs('COORDINATOR');
  callId = await aCall(world.owner, { publishedOn: '2026-02-01', closesOn: '2026-03-02' });
});
afterAll(async () => {
  await world.stop();
});

let code: string;
let applicationId: string;
const applied = async (status: ApplicationStatus, receivedOn = '2026-02-10') => {
  const defender = await aDefender(world.owner, { selection: status, selectedOn: null });
  code = defender.code;
  applicationId = await anApplication(world.owner, {
    callId,
    defenderId: defender.id,
    status,
    receivedOn,
  });
  return defender;
};
const decide = (
  asker: SignedIn,
  version: number,
  to: ApplicationStatus,
  reason: string | null = null,
) => asker.call(defenders.decide, { params: { applicationId }, body: { version, to, reason } });
const show = async (): Promise<DefenderView> =>
  (await coordinator.call(defenders.show, { params: { code } })).reply;
beforeEach(async () => {
  await applied('RECEIVED');
});

describe('moving an application on', () => {
  test('keeps the defender’s selection equal to it', async () => {
    const { reply } = await decide(coordinator, 1, 'TRIAGE');
    expect(reply).toMatchObject({
      code,
      selection: 'TRIAGE',
      selectedOn: null,
      applications: [{ id: applicationId, status: 'TRIAGE', decidedOn: null, version: 2 }],
      version: 2,
    });
    expect(reply.applications[0]?.next).toEqual([
      'VETTING',
      'INELIGIBLE',
      'REJECTED',
      'WITHDRAWN',
      'DEFERRED',
    ]);
  });

  test('says what happened in the history', async () => {
    await decide(coordinator, 1, 'TRIAGE', 'All papers are there');
    const { items } = (await coordinator.call(defenders.history, { params: { code } })).reply;
    expect(items[0]).toMatchObject({
      subject: 'APPLICATION',
      verb: 'APPLICATION_MOVED',
      fromStatus: 'RECEIVED',
      toStatus: 'TRIAGE',
      note: 'All papers are there',
    });
  });

  test('refuses a step that the table does not have', async () => {
    const answer = await decide(coordinator, 1, 'SHORTLISTED');
    expect([answer.status, answer.problem.type]).toEqual([
      409,
      '/problems/application-not-in-that-state',
    ]);
    expect(answer.problem.current).toMatchObject({ selection: 'RECEIVED' });
    expect((await decide(coordinator, 1, 'RECEIVED')).status).toBe(409);
  });

  test('a decision against a person says why', async () => {
    const answer = await decide(coordinator, 1, 'INELIGIBLE', '  ');
    expect([answer.status, answer.problem.errors?.[0]?.pointer]).toEqual([422, '/reason']);
    const { reply } = await decide(coordinator, 1, 'INELIGIBLE', 'Will not return');
    expect(reply.applications[0]).toMatchObject({
      status: 'INELIGIBLE',
      decidedOn: '2026-03-02',
      decisionReason: 'Will not return',
      next: [],
    });
  });

  test('a stale version is answered with how it is now', async () => {
    await decide(coordinator, 1, 'TRIAGE');
    const answer = await decide(colleague, 1, 'WITHDRAWN');
    expect([answer.status, answer.problem.type]).toEqual([409, '/problems/changed-meanwhile']);
    expect(answer.problem.current).toEqual(await show());
  });

  test('an application that is not there, or not an id, is not there', async () => {
    for (applicationId of [randomUUID(), 'x', '%00']) {
      const answer = await decide(coordinator, 1, 'TRIAGE');
      expect([answer.status, answer.problem.type]).toEqual([404, '/problems/not-found']);
    }
  });

  test.each(['MANAGER', 'ADMIN'] as const)('is not for a %s', async (role) => {
    expect((await decide(await world.signedInAs(role), 1, 'TRIAGE')).status).toBe(403);
  });
});

describe('a selection', () => {
  beforeEach(async () => {
    await applied('SHORTLISTED');
  });

  test('needs two people', async () => {
    const first = await decide(coordinator, 1, 'SELECTED');
    expect(first.reply).toMatchObject({ selection: 'SHORTLISTED', applications: [{ version: 2 }] });
    const again = await decide(coordinator, 2, 'SELECTED');
    expect([again.status, again.problem.type]).toEqual([409, '/problems/second-person-needed']);
    const second = await decide(colleague, 2, 'SELECTED');
    expect(second.reply).toMatchObject({
      selection: 'SELECTED',
      selectedOn: '2026-03-02',
      applications: [{ status: 'SELECTED', decidedOn: '2026-03-02' }],
    });
    const { items } = (await coordinator.call(defenders.list, { query: { view: 'unplaced' } }))
      .reply;
    expect(items.map((line) => line.code)).toContain(code);
  });

  test('two who say yes in the same moment: one is asked to look again, nobody is selected by one', async () => {
    const answers = await Promise.all([
      decide(coordinator, 1, 'SELECTED'),
      decide(colleague, 1, 'SELECTED'),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await show()).selection).toBe('SHORTLISTED');
  });

  test('a yes from before it was put on the reserve list no longer counts', async () => {
    await decide(coordinator, 1, 'SELECTED');
    await decide(colleague, 2, 'RESERVE');
    const { reply } = await decide(colleague, 3, 'SELECTED');
    expect(reply.selection).toBe('RESERVE');
  });

  test('that is withdrawn takes the day of selection with it', async () => {
    await decide(coordinator, 1, 'SELECTED');
    await decide(colleague, 2, 'SELECTED');
    expect((await decide(coordinator, 3, 'WITHDRAWN')).reply).toMatchObject({
      selection: 'WITHDRAWN',
      selectedOn: null,
    });
  });
});

test('an older application moves on alone: the newest one counts', async () => {
  const { id } = await applied('RECEIVED', '2026-02-10');
  const newer = await aCall(world.owner);
  await anApplication(world.owner, {
    callId: newer,
    defenderId: id,
    status: 'VETTING',
    receivedOn: '2026-02-20',
  });
  await world.owner.query("UPDATE defender SET selection = 'VETTING' WHERE id = $1", [id]);
  const { reply } = await decide(coordinator, 1, 'WITHDRAWN');
  expect(reply.selection).toBe('VETTING');
  expect(reply.applications.map(({ status }) => status)).toEqual(['VETTING', 'WITHDRAWN']);
});

test('calls come newest first and say whether they are open, the last day included', async () => {
  await aCall(world.owner, { name: 'Autumn', publishedOn: '2026-08-01', closesOn: '2026-09-01' });
  const { items } = (await coordinator.call(defenders.calls)).reply;
  expect(items.map(({ publishedOn }) => publishedOn)).toEqual(
    items
      .map(({ publishedOn }) => publishedOn)
      .toSorted()
      .toReversed(),
  );
  expect(items.find(({ id }) => id === callId)).toMatchObject({ open: true });
  expect(items.find(({ name }) => name === 'Autumn')).toMatchObject({ open: false });
});
