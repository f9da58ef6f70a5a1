import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { contact } from '@shelter-city/contract/contact';
import { defenders } from '@shelter-city/contract/defenders';
import { disclosure } from '@shelter-city/contract/disclosure';
import { riskNotes } from '@shelter-city/contract/risk-notes';
import { today } from '@shelter-city/contract/today';
import { withholding } from '@shelter-city/contract/withholding';
import { aCityWithAPlace, confirmedCapacity } from './factories/city.ts';
import { aDefender } from './factories/defender.ts';
import { anIdentity } from './factories/profile.ts';
import { aStay } from './factories/stay.ts';
import { aRiskNote } from './factories/sweep-world.ts';
import { startApp, type SignedIn, type TestApp } from './harness/app.ts';

let app: TestApp;
let lead: SignedIn;
let cleared: SignedIn;
/** A coordinator of other cases. */
let other: SignedIn;
let person: { readonly id: string; readonly code: string; readonly codeName: string };
const at = '2027-03-01T09:00:00Z';

beforeAll(async () => {
  app = await startApp();
});
beforeEach(async () => {
  await app.moveTo(at);
  await app.owner.query('UPDATE account SET disabled_at = now()');
  lead = await app.signedInAs('COORDINATOR');
  cleared = await app.signedInAs('COORDINATOR', { riskCleared: true });
  other = await app.signedInAs('COORDINATOR');
  person = await aDefender(app.owner, { caseLeadId: lead.accountId });
  await lead.call(defenders.seal, { params: person, body: { version: 0, sealed: { compartment: 'IDENTITY', content: anIdentity() } } });
});
afterAll(async () => {
  await app.stop();
});

const reveal = (asker: SignedIn) => asker.call(defenders.reveal, { params: person, body: { compartment: 'IDENTITY', reason: 'A visa letter' } });
const breakGlass = (asker: SignedIn, reason = 'The lead is away and the border police called') =>
  asker.call(disclosure.breakGlass, { params: person, body: { reason } });
const show = async (asker: SignedIn) => (await asker.call(disclosure.show, { params: person })).reply;
const queueOf = async (asker: SignedIn) => (await asker.call(today.show)).reply.items.map(({ kind, defender }) => [kind, defender?.codeName]);
const addNote = async (restricted: boolean) =>
  (await cleared.call(riskNotes.add, { params: person, body: aRiskNote({ restricted }) })).reply.id;
const openNote = (asker: SignedIn, noteId: string) => asker.call(riskNotes.reveal, { params: { noteId }, body: { reason: 'Before the journey' } });

/** Data keys of the person's that a coordinator's own role reads in the database itself. */
async function keysFor({ accountId }: SignedIn, riskCleared = '') {
  const client = await app.owner.connect();
  try {
    await client.query('BEGIN');
    await client.query("SELECT set_config('app.account_id', $1, true), set_config('app.risk_cleared', $2, true), set_config('role', 'shelter_coordinator', true)", [accountId, riskCleared]);
    const { rowCount } = await client.query('SELECT FROM vault.data_key k WHERE k.id IN (SELECT c.data_key_id FROM sealed_compartment c WHERE c.defender_id = $1)', [person.id]);
    return rowCount;
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

/** What one statement does by somebody's own role in the database: how many rows, or why not. */
async function byHand({ accountId }: SignedIn, statement: string) {
  const client = await app.owner.connect();
  try {
    await client.query('BEGIN');
    const riskCleared = accountId === cleared.accountId ? 'yes' : '';
    await client.query("SELECT set_config('app.account_id', $1, true), set_config('app.risk_cleared', $2, true), set_config('role', 'shelter_coordinator', true)", [accountId, riskCleared]);
    return (await client.query(statement)).rowCount;
  } catch (error) {
    return error instanceof Error ? error.message : '';
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

describe('a coordinator of another case', () => {
  test('opens nothing sealed of this one, in the database neither, and the try is logged', async () => {
    const noteId = await addNote(false);
    expect((await reveal(other)).problem).toMatchObject({ status: 403, type: '/problems/break-glass-needed' });
    expect((await openNote(other, noteId)).problem.type).toBe('/problems/break-glass-needed');
    const content = anIdentity();
    expect((await other.call(defenders.seal, { params: person, body: { version: 1, sealed: { compartment: 'IDENTITY', content } } })).problem.type).toBe('/problems/break-glass-needed');
    expect([await keysFor(lead), await keysFor(other), await keysFor(cleared, 'yes')]).toEqual([5, 0, 0]);
    const { rows } = await app.owner.query("SELECT action, reason, fields FROM audit.log WHERE actor_id = $1 AND result = 'REFUSED' ORDER BY seq", [other.accountId]);
    expect(rows).toEqual([
      { action: 'defender:reveal', reason: 'A visa letter', fields: Object.keys(anIdentity()) },
      { action: 'risk-note:reveal', reason: 'Before the journey', fields: expect.any(Array) },
    ]);
  });

  test('breaks glass with a reason, for an hour, and everybody on the case is told until they have seen it', async () => {
    expect((await breakGlass(other, 'too short')).problem.status).toBe(422);
    expect((await show(other)).standing).toEqual({ onCase: false, openUntil: null });
    const broken = await breakGlass(other);
    expect(broken.reply.standing).toEqual({ onCase: false, openUntil: '2027-03-01T10:00:00.000Z' });
    expect((await breakGlass(other)).problem.type).toBe('/problems/nothing-to-break');
    expect((await reveal(other)).status).toBe(200);
    expect(await keysFor(other)).toBe(5);
    for (const told of [lead, cleared]) {
      expect(await queueOf(told)).toContainEqual(['GLASS_BROKEN', person.codeName]);
      const { alerts } = await show(told);
      expect(alerts).toMatchObject([{ kind: 'GLASS_BROKEN', by: { id: other.accountId }, reason: 'The lead is away and the border police called' }]);
      const seen = await told.call(disclosure.acknowledge, { params: person, body: { alerts: [alerts[0]?.id] } });
      expect(seen.reply.alerts).toEqual([]);
      expect(await queueOf(told)).not.toContainEqual(['GLASS_BROKEN', person.codeName]);
    }
    expect(await queueOf(other)).not.toContainEqual(['GLASS_BROKEN', person.codeName]);
    await app.moveTo('2027-03-01T10:00:01Z');
    expect((await reveal(other)).problem.type).toBe('/problems/break-glass-needed');
    expect(await keysFor(other)).toBe(0);
  });

  test('doesn’t begin an hour, a grant or a question in another time than now, in the database', async () => {
    const { cityId, placeId } = await aCityWithAPlace(app.owner);
    await confirmedCapacity(app.owner, { cityId, placeId, opensOn: '2027-01-01', closesOn: '2028-01-01', confirmedById: lead.accountId });
    const stayId = await aStay(app.owner, { defenderId: person.id, cityId, placeId, status: 'CONFIRMED', arrivesOn: '2027-04-01', departsOn: '2027-06-01' });
    const noteId = await addNote(true);
    const own = `'${person.id}', '${lead.accountId}', 'why'`;
    const begun = (moment: string) => [
      `INSERT INTO break_glass (defender_id, account_id, reason, opened_at, expires_at) VALUES (${own}, '${moment}', timestamptz '${moment}' + interval '1 hour')`,
      `INSERT INTO disclosure_grant (defender_id, granted_by_id, reason, stay_id, city_id, part, granted_at, expires_at)
        VALUES (${own}, '${stayId}', '${cityId}', 'LEGAL_NAME', '${moment}', timestamptz '${moment}' + interval '1 day')`,
      `INSERT INTO note_grant (defender_id, asked_by_id, reason, note_id, asked_at, expires_at) VALUES (${own}, '${noteId}', '${moment}', timestamptz '${moment}' + interval '1 day')`,
    ];
    for (const statement of begun(at)) expect(await byHand(lead, statement)).toBe(1);
    for (const moment of ['2027-03-01T09:06:00Z', '2099-01-01T00:00:00Z', '2027-03-01T08:54:00Z'])
      for (const statement of begun(moment)) expect(await byHand(lead, statement)).toContain('row-level security');
  });

  test('can’t take another’s alert off, nor lengthen the hour', async () => {
    await breakGlass(other);
    const { alerts } = await show(lead);
    await other.call(disclosure.acknowledge, { params: person, body: { alerts: [alerts[0]?.id] } });
    expect((await show(lead)).alerts).toHaveLength(1);
    const { rows } = await app.owner.query<{ may: boolean }>("SELECT has_table_privilege('shelter_coordinator', 'break_glass', 'UPDATE, DELETE') AS may");
    expect(rows[0]?.may).toBe(false);
  });

  test('who takes the case over from its lead is told of in the same way', async () => {
    expect((await other.call(defenders.takeOver, { params: person, body: { version: 1 } })).status).toBe(200);
    expect((await reveal(other)).status).toBe(200);
    expect(await queueOf(lead)).toContainEqual(['LEAD_TAKEN', person.codeName]);
    expect(await queueOf(cleared)).toContainEqual(['LEAD_TAKEN', person.codeName]);
  });

  test('opens nothing of it to others either, in the database neither, until glass is broken; closing is everybody’s', async () => {
    const { cityId, placeId } = await aCityWithAPlace(app.owner);
    const spot = { cityId, placeId };
    await confirmedCapacity(app.owner, { ...spot, opensOn: '2027-01-01', closesOn: '2028-01-01', confirmedById: lead.accountId });
    const stayId = await aStay(app.owner, { defenderId: person.id, ...spot, status: 'CONFIRMED', arrivesOn: '2027-04-01', departsOn: '2027-06-01' });
    const agree = (asker: SignedIn, sharing: { name: boolean; contact: boolean }) => asker.call(disclosure.agree, { params: person, body: sharing });
    const grant = (asker: SignedIn) =>
      asker.call(disclosure.grant, { params: person, body: { stayId, part: 'LEGAL_NAME', until: '2027-03-20', reason: 'The town hall asks for it' } });
    for (const tried of [await agree(other, { name: true, contact: false }), await agree(other, { name: false, contact: true }), await grant(other)])
      expect(tried.problem.type).toBe('/problems/break-glass-needed');
    expect(await byHand(other, `INSERT INTO disclosure_grant (defender_id, stay_id, city_id, part, reason, granted_by_id, expires_at)
      VALUES ('${person.id}', '${stayId}', '${cityId}', 'LEGAL_NAME', 'x', '${other.accountId}', now() + interval '1 day')`)).toContain('row-level security');
    for (const column of ['shares_name', 'shares_contact'])
      expect(await byHand(other, `UPDATE defender SET ${column} = true WHERE id = '${person.id}'`)).toContain('sharing_is_for_the_case');
    const { rows } = await app.owner.query("SELECT action, fields FROM audit.log WHERE defender_id = $1 AND actor_id = $2 AND result = 'REFUSED' ORDER BY seq", [person.id, other.accountId]);
    expect(rows).toEqual([{ action: 'disclosure:agree', fields: [] }, { action: 'disclosure:agree', fields: [] }, { action: 'disclosure:grant', fields: ['LEGAL_NAME'] }]);
    expect((await agree(lead, { name: true, contact: true })).status).toBe(200);
    expect((await agree(other, { name: true, contact: false })).reply.sharing).toEqual({ name: true, contact: false });
    await breakGlass(other);
    expect((await agree(other, { name: true, contact: true })).status).toBe(200);
    expect((await grant(other)).reply.grants).toMatchObject([{ part: 'LEGAL_NAME', isOpen: true }]);
  });

  test('doesn’t take "not directly" off its contact rule, nor write the first rule without it; closing is everybody’s', async () => {
    const write = (asker: SignedIn, version: number, notDirectly: boolean) =>
      asker.call(contact.write, {
        params: person,
        body: { version, rule: { notDirectly, hasGoBetween: false, allowed: ['SIGNAL'], never: [], hoursFrom: null, hoursUntil: null } },
      });
    expect((await write(other, 0, false)).problem.type).toBe('/problems/break-glass-needed');
    expect((await write(other, 0, true)).status).toBe(200);
    expect((await write(other, 1, false)).problem.type).toBe('/problems/break-glass-needed');
    expect((await write(lead, 1, false)).status).toBe(200);
    expect((await write(other, 2, false)).status).toBe(200);
    expect((await write(other, 3, true)).status).toBe(200);
    const { rows } = await app.owner.query("SELECT action FROM audit.log WHERE defender_id = $1 AND actor_id = $2 AND result = 'REFUSED' ORDER BY seq", [person.id, other.accountId]);
    expect(rows).toEqual([{ action: 'contact:write' }, { action: 'contact:write' }]);
    await breakGlass(other);
    expect((await write(other, 4, false)).status).toBe(200);
  });

  test('reads why somebody is kept from it only through glass, cleared or not', async () => {
    const from = { kind: 'ACCOUNT', accountId: (await app.signedInAs('COORDINATOR')).accountId } as const;
    await lead.call(withholding.add, { params: person, body: { from, why: 'Canary Why' } });
    const why = () => cleared.call(withholding.reveal, { params: person, body: { reason: 'The city asks who it is' } });
    expect((await why()).problem.type).toBe('/problems/break-glass-needed');
    expect(await byHand(cleared, 'SELECT FROM withheld_reason')).toBe(0);
    await breakGlass(cleared);
    expect((await why()).reply.items).toMatchObject([{ why: 'Canary Why' }]);
    expect(await byHand(cleared, 'SELECT FROM withheld_reason')).toBe(1);
    const { rows } = await app.owner.query("SELECT result, reason FROM audit.log WHERE defender_id = $1 AND action = 'withholding:reveal' ORDER BY seq", [person.id]);
    expect(rows).toEqual([{ result: 'REFUSED', reason: 'The city asks who it is' }, { result: 'DONE', reason: 'The city asks who it is' }]);
  });

  test('works on a case that nobody leads', async () => {
    await app.owner.query('UPDATE defender SET case_lead_id = NULL WHERE id = $1', [person.id]);
    expect((await reveal(other)).status).toBe(200);
    expect((await breakGlass(other)).problem.type).toBe('/problems/nothing-to-break');
  });
});

describe('a restricted note', () => {
  const until = '2027-03-10';
  const ask = async (noteId: string) => (await lead.call(disclosure.askNote, { params: person, body: { noteId, until, reason: 'I meet the person tomorrow' } })).reply.noteGrants[0]!;
  const answer = (asker: SignedIn, act: 'approveNote' | 'withdrawNote', noteGrantId: string) => asker.call(disclosure[act], { params: { code: person.code, noteGrantId } });

  test('opens to who isn’t cleared only when one asks and another, who is cleared, agrees; and closes by itself', async () => {
    const noteId = await addNote(true);
    expect((await openNote(lead, noteId)).problem.type).toBe('/problems/not-allowed');
    const asked = await ask(noteId);
    expect(asked).toMatchObject({ isOpen: false, may: { approve: false, withdraw: true } });
    expect((await openNote(lead, noteId)).problem.type).toBe('/problems/not-allowed');
    expect(await queueOf(cleared)).toContainEqual(['NOTE_ASKED', person.codeName]);
    expect((await answer(lead, 'approveNote', asked.id)).problem.type).toBe('/problems/another-must-agree');
    expect((await answer(other, 'approveNote', asked.id)).status).toBe(404);
    expect((await answer(cleared, 'approveNote', asked.id)).reply.noteGrants).toMatchObject([{ isOpen: true, approvedBy: { id: cleared.accountId } }]);
    expect((await openNote(lead, noteId)).reply.content.text).toBe('Canary Open Note');
    expect((await openNote(other, noteId)).problem.type).toBe('/problems/break-glass-needed');
    await app.moveTo('2027-03-10T23:00:00Z');
    expect((await openNote(lead, noteId)).problem.type).toBe('/problems/not-allowed');
    expect((await show(lead)).noteGrants).toMatchObject([{ isOpen: false, may: { approve: false, withdraw: false } }]);
  });

  test('closes when either takes it back, and a yes is given once', async () => {
    const noteId = await addNote(true);
    const { id } = await ask(noteId);
    await answer(cleared, 'approveNote', id);
    expect((await answer(cleared, 'approveNote', id)).problem.type).toBe('/problems/changed-meanwhile');
    expect((await answer(cleared, 'withdrawNote', id)).status).toBe(200);
    expect((await openNote(lead, noteId)).problem.type).toBe('/problems/not-allowed');
  });

  test('is never agreed to by the hand that asked, cleared or not, whatever it sets in the database', async () => {
    const noteId = await addNote(true);
    const asked = (await cleared.call(disclosure.askNote, { params: person, body: { noteId, until, reason: 'To see it refused' } })).reply.noteGrants[0]!;
    expect((await answer(cleared, 'approveNote', asked.id)).problem.type).toBe('/problems/another-must-agree');
    const approve = (accountId: string, by: string, riskCleared: string) =>
      app.owner.connect().then(async (client) => {
        try {
          await client.query('BEGIN');
          await client.query("SELECT set_config('app.account_id', $1, true), set_config('app.risk_cleared', $2, true), set_config('role', 'shelter_coordinator', true)", [accountId, riskCleared]);
          const { rowCount } = await client.query('UPDATE note_grant SET approved_by_id = $2, approved_at = now() WHERE id = $1', [asked.id, by]);
          return rowCount;
        } catch (error) {
          return error instanceof Error ? error.message : '';
        } finally {
          await client.query('ROLLBACK');
          client.release();
        }
      });
    expect(await approve(cleared.accountId, cleared.accountId, 'yes')).toContain('note_grant_takes_two');
    expect(await approve(cleared.accountId, lead.accountId, 'yes')).toContain('row-level security');
    expect(await approve(other.accountId, other.accountId, '')).toBe(0);
  });
});
