import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { defenders } from '@shelter-city/contract/defenders';
import { riskNotes, type NewRiskNote } from '@shelter-city/contract/risk-notes';
import { aCityWithAPlace } from './factories/city.ts';
import { aDefender } from './factories/defender.ts';
import { startApp, type SignedIn, type TestApp } from './harness/app.ts';

let world: TestApp;
let coordinator: SignedIn;
let cleared: SignedIn;
let city: Awaited<ReturnType<typeof aCityWithAPlace>>;
let person: Awaited<ReturnType<typeof aDefender>>;
let other: Awaited<ReturnType<typeof aDefender>>;
beforeAll(async () => {
  world = await startApp();
  coordinator = await world.signedInAs('COORDINATOR');
  cleared = await world.signedInAs('COORDINATOR', { riskCleared: true });
  city = await aCityWithAPlace(world.owner);
});
beforeEach(async () => {
  person = await aDefender(world.owner);
  other = await aDefender(world.owner);
});
afterAll(async () => {
  await world.stop();
});

const aNote = (note: Partial<NewRiskNote> = {}): NewRiskNote => ({
  scope: 'PERSON',
  level: 'HIGH',
  degree: 'DIRECT_RISK',
  reviewBy: '2026-06-01',
  restricted: false,
  content: {
    text: 'Canary Text',
    threatActorKind: 'Canary Actor',
    knownReachAbroad: 'Canary Reach',
    measures: 'Canary Measures',
  },
  instructionForCity: 'No photographs in public.',
  citiesToAvoid: [city.cityId],
  notNear: [other.code],
  ...note,
});
const ofPerson = () => ({ params: { code: person.code } });
const add = (asker: SignedIn, note: unknown = aNote(), headers = {}) =>
  asker.call(riskNotes.add, { ...ofPerson(), body: note, headers });
const added = async (note: Partial<NewRiskNote> = {}, asker = cleared) =>
  (await add(asker, aNote(note))).reply;
const list = async (asker: SignedIn) => (await asker.call(riskNotes.list, ofPerson())).reply.items;
const supersede = (asker: SignedIn, noteId: string, note: Partial<NewRiskNote> = {}) =>
  asker.call(riskNotes.supersede, { params: { noteId }, body: aNote(note) });
const reveal = (asker: SignedIn, noteId: string, reason = 'Before the proposal') =>
  asker.call(riskNotes.reveal, { params: { noteId }, body: { reason } });
const auditRows = async (noteId: string) =>
  (
    await world.owner.query<Record<string, unknown>>(
      "SELECT actor_id, reason, fields FROM audit.log WHERE object_id = $1 AND action = 'risk-note:reveal' AND result = 'DONE'",
      [noteId],
    )
  ).rows;

describe('a note', () => {
  test('is added without clearance when it is not restricted, and shown without its text', async () => {
    const answer = await add(coordinator);
    expect(answer.reply).toMatchObject({
      subject: 'DEFENDER',
      scope: 'PERSON',
      level: 'HIGH',
      degree: 'DIRECT_RISK',
      reviewBy: '2026-06-01',
      restricted: false,
      author: { id: coordinator.accountId },
      supersededById: null,
      supersedesId: null,
      citiesToAvoid: [{ id: city.cityId, slug: city.slug }],
      notNear: [{ code: other.code, codeName: other.codeName }],
      instructionForCity: 'No photographs in public.',
      may: { reveal: true, supersede: true },
    });
    expect(answer.text).not.toContain('Canary');
    expect(await list(coordinator)).toEqual([answer.reply]);
  });

  test('waits for a proposal under way for one of the people it names, so that neither misses the other', async () => {
    const proposing = await world.owner.connect();
    try {
      await proposing.query('BEGIN');
      await proposing.query('SELECT FROM defender WHERE id = $1 FOR NO KEY UPDATE', [other.id]);
      const answer = add(coordinator);
      const waits = "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
      while ((await world.owner.query(waits)).rowCount === 0) await pause(20);
      expect(await list(cleared)).toEqual([]);
      await proposing.query('COMMIT');
      expect((await answer).reply.notNear).toEqual([{ code: other.code, codeName: other.codeName }]);
    } finally {
      proposing.release();
    }
  });

  test('counts in the summary of the case, and leaves an event', async () => {
    await added({ level: 'CRITICAL', reviewBy: '2026-05-01', restricted: true });
    await added({ level: 'LOW' });
    const { reply } = await coordinator.call(defenders.show, ofPerson());
    expect(reply.risk).toEqual({
      notes: 2,
      restricted: 1,
      level: 'CRITICAL',
      reviewBy: '2026-05-01',
    });
    const history = await coordinator.call(defenders.history, ofPerson());
    expect(history.reply.items.map(({ subject, verb }) => [subject, verb])).toEqual([
      ['RISK_NOTE', 'NOTE_ADDED'],
      ['RISK_NOTE', 'NOTE_ADDED'],
    ]);
    expect(history.text).not.toContain('Canary');
  });

  test('says its constraints once each, and may have none', async () => {
    const twice = await added({
      citiesToAvoid: [city.cityId, city.cityId],
      notNear: [other.code, other.code],
    });
    expect([twice.citiesToAvoid.length, twice.notNear.length]).toEqual([1, 1]);
    const none = await added({ citiesToAvoid: [], notNear: [], instructionForCity: '' });
    expect(none).toMatchObject({ citiesToAvoid: [], notNear: [], instructionForCity: null });
  });

  test('refuses cities and people that are not there, and the person it is about', async () => {
    const answer = await add(
      coordinator,
      aNote({ notNear: ['no-such-bird', person.code, other.code] }),
    );
    expect(answer.problem.errors).toEqual([
      { pointer: '/notNear/0', detail: 'Nobody has this code name.' },
      { pointer: '/notNear/1', detail: 'This is the person the note is about.' },
    ]);
    const nowhere = await add(coordinator, aNote({ citiesToAvoid: [city.cityId, randomUUID()] }));
    expect(nowhere.problem.errors?.map(({ pointer }) => pointer)).toEqual(['/citiesToAvoid/1']);
    expect((await add(coordinator, { ...aNote(), source: 'Canary' })).status).toBe(400);
    expect(await list(coordinator)).toEqual([]);
  });

  test('sent twice with one Idempotency-Key is one note', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const first = await add(coordinator, aNote(), headers);
    expect((await add(coordinator, aNote(), headers)).reply).toEqual(first.reply);
    expect(await list(coordinator)).toHaveLength(1);
  });

  test('about nobody is not there', async () => {
    for (const code of ['no-such-bird', '%00', 'x']) {
      expect((await coordinator.call(riskNotes.list, { params: { code } })).status).toBe(404);
      expect(
        (await coordinator.call(riskNotes.add, { params: { code }, body: aNote() })).status,
      ).toBe(404);
    }
  });

  test('is never changed, not even by the owner of the database', async () => {
    const { id } = await added();
    await expect(
      world.owner.query("UPDATE risk_note SET level = 'LOW' WHERE id = $1", [id]),
    ).rejects.toThrow('append-only');
    await expect(
      world.owner.query('DELETE FROM risk_note_body WHERE note_id = $1', [id]),
    ).rejects.toThrow('append-only');
  });
});

describe('a restricted note', () => {
  test('is written by the cleared only', async () => {
    const answer = await add(coordinator, aNote({ restricted: true }));
    expect([answer.status, answer.problem.type]).toEqual([403, '/problems/not-allowed']);
    expect((await added({ restricted: true })).may).toEqual({ reveal: true, supersede: true });
  });

  test('shows who is not cleared that it is there and how grave it is, and nothing of its rules', async () => {
    const note = await added({ restricted: true });
    const answer = await coordinator.call(riskNotes.list, ofPerson());
    expect(answer.reply.items).toMatchObject([
      {
        id: note.id,
        restricted: true,
        level: 'HIGH',
        citiesToAvoid: [],
        notNear: [],
        instructionForCity: null,
        may: { reveal: false, supersede: false },
      },
    ]);
    for (const secret of ['Canary', city.cityId, other.code, 'photographs'])
      expect(answer.text).not.toContain(secret);
  });

  test('is neither opened nor replaced by who is not cleared: that would lift rules unseen', async () => {
    const { id } = await added({ restricted: true });
    expect((await reveal(coordinator, id)).status).toBe(403);
    expect(
      (await supersede(coordinator, id, { restricted: false, citiesToAvoid: [] })).status,
    ).toBe(403);
    expect((await list(cleared)).map(({ supersededById }) => supersededById)).toEqual([null]);
    expect(await auditRows(id)).toEqual([]);
  });

  test('is kept from who is not cleared by the database as well', async () => {
    const { id } = await added({ restricted: true });
    const client = await world.owner.connect();
    try {
      await client.query(
        `BEGIN; SELECT set_config('app.account_id', '${coordinator.accountId}', true), set_config('app.risk_cleared', '', true), set_config('role', 'shelter_coordinator', true)`,
      );
      expect(
        (await client.query('SELECT 1 FROM risk_note_body WHERE note_id = $1', [id])).rows,
      ).toEqual([]);
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  });
});

describe('a newer note', () => {
  test('takes the place of an older one, whose rules no longer hold', async () => {
    const older = await added({ level: 'CRITICAL' });
    const { reply } = await supersede(coordinator, older.id, { level: 'LOW', citiesToAvoid: [] });
    expect(reply).toMatchObject({ supersedesId: older.id, supersededById: null, level: 'LOW' });
    const items = await list(coordinator);
    expect(items.map(({ id }) => id)).toEqual([reply.id, older.id]);
    expect(items[1]).toMatchObject({
      supersededById: reply.id,
      may: { reveal: true, supersede: false },
    });
    const shown = await coordinator.call(defenders.show, ofPerson());
    expect(shown.reply.risk).toMatchObject({ notes: 1, level: 'LOW' });
  });

  test('replaces only the newest', async () => {
    const older = await added();
    await supersede(coordinator, older.id);
    const answer = await supersede(coordinator, older.id);
    expect([answer.status, answer.problem.type]).toEqual([409, '/problems/note-superseded']);
    expect(answer.problem.current).toEqual({ items: await list(coordinator) });
  });

  test('of two who replace it at once, one wins', async () => {
    const older = await added();
    const answers = await Promise.all([1, 2, 3].map(() => supersede(coordinator, older.id)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(await list(coordinator)).toHaveLength(2);
  });

  test('of a note that is not there is not there', async () => {
    for (const noteId of [randomUUID(), 'x', '%00']) {
      expect((await supersede(coordinator, noteId)).status).toBe(404);
      expect((await reveal(coordinator, noteId)).status).toBe(404);
    }
  });
});

describe('opening a note', () => {
  test('shows its text for a minute, and stands in the audit log with the reason and the fields', async () => {
    const { id } = await added({}, coordinator);
    const { reply } = await reveal(coordinator, id);
    expect(reply).toEqual({ content: aNote().content, secondsShown: 60 });
    expect(await auditRows(id)).toEqual([
      {
        actor_id: coordinator.accountId,
        reason: 'Before the proposal',
        fields: ['text', 'threatActorKind', 'knownReachAbroad', 'measures'],
      },
    ]);
  });

  test('works for a restricted one with clearance, and for one that was replaced', async () => {
    const { id } = await added({ restricted: true });
    await supersede(cleared, id, { restricted: true });
    expect((await reveal(cleared, id)).reply.content.text).toBe('Canary Text');
  });

  test('without an audit row opens nothing', async () => {
    const { id } = await added();
    await world.owner.query('REVOKE EXECUTE ON FUNCTION audit.append FROM shelter_coordinator');
    try {
      const answer = await reveal(cleared, id);
      expect(answer.status).toBe(500);
      expect(answer.text).not.toContain('Canary');
    } finally {
      await world.owner.query('GRANT EXECUTE ON FUNCTION audit.append TO shelter_coordinator');
    }
  });

  test('each note lies under a key of its own', async () => {
    await added();
    await added();
    const { rows } = await world.owner.query<{ notes: string; keys: string }>(
      'SELECT count(*) AS notes, count(DISTINCT data_key_id) AS keys FROM risk_note_body',
    );
    expect(rows[0]?.keys).toBe(rows[0]?.notes);
  });
});

test.each(['CITY_PARTNER', 'MANAGER', 'ADMIN'] as const)(
  'a %s has nothing to do with risk notes',
  async (role) => {
    const { id } = await added();
    const asker = await world.signedInAs(
      role,
      role === 'CITY_PARTNER' ? { cityId: city.cityId } : {},
    );
    const answers = [
      await asker.call(riskNotes.list, ofPerson()),
      await add(asker),
      await supersede(asker, id),
      await reveal(asker, id),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
  },
);

test('nothing of it reaches the log', () => {
  expect(world.log()).not.toContain('Canary');
});
