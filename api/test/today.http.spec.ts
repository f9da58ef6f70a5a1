import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { queueKinds, today, type QueueItem, type QueueKind } from '@shelter-city/contract/today';
import type { StayStatus } from '@shelter-city/contract/vocabulary';
import { aCity, aPlace, confirmedCapacity, requestedCapacity } from './factories/city.ts';
import { aDefender } from './factories/defender.ts';
import { insert, insertId, type Values } from './factories/insert.ts';
import { aStay } from './factories/stay.ts';
import { startApp, type SignedIn, type TestApp } from './harness/app.ts';

// A Wednesday in summer. The database's own clock isn't moved, and nothing here asks it.
const now = '2027-07-14T10:00:00Z';

let world: TestApp;
let coordinator: SignedIn;
let city: Awaited<ReturnType<typeof aCity>>;
let elsewhere: Awaited<ReturnType<typeof aCity>>;
beforeAll(async () => {
  world = await startApp();
  world.clock.moveTo(now);
  coordinator = await world.signedInAs('COORDINATOR');
  city = await aCity(world.owner);
  elsewhere = await aCity(world.owner);
});
afterAll(async () => {
  await world.stop();
});

/** A stay of someone of their own, in a place of its own. */
async function stay(status: StayStatus, arrivesOn: string, departsOn: string, more: Values & { readonly caseLeadId?: string; readonly inCity?: string } = {}) {
  const { caseLeadId, inCity = city.id, ...values } = more;
  const placeId = await aPlace(world.owner, { cityId: inCity });
  await confirmedCapacity(world.owner, { cityId: inCity, placeId, opensOn: '2027-01-01', closesOn: '2028-01-01', confirmedById: coordinator.accountId });
  const defender = await aDefender(world.owner, { caseLeadId, selectedOn: '2027-01-15' });
  return { ...defender, stayId: await aStay(world.owner, { cityId: inCity, placeId, defenderId: defender.id, status, arrivesOn, departsOn, ...values }) };
}
const queue = async (query: { mine?: 'true' | 'false'; city?: string } = {}) => (await coordinator.call(today.show, { query })).reply;
const lineOf = async (key: { stayId?: string; code?: string }): Promise<QueueItem | undefined> =>
  (await queue()).items.find(({ stay: s, defender }) => (key.stayId === undefined ? defender?.code === key.code : s?.id === key.stayId));
const kindOf = async (subject: { stayId?: string; code?: string }): Promise<QueueKind | undefined> => (await lineOf(subject))?.kind;

describe('a proposal', () => {
  const asked = (proposedAt: string, holdExpiresAt: string, more: Values = {}) =>
    stay('PROPOSED', '2027-09-01', '2027-11-01', { proposedAt: new Date(proposedAt), holdExpiresAt: new Date(holdExpiresAt), ...more });

  test('waits quietly for five working days, then the city is asked again', async () => {
    // The fifth working day after Wednesday 7 July is today.
    expect(await lineOf(await asked('2027-07-07T12:00:00Z', '2027-07-24T22:00:00Z'))).toMatchObject({ kind: 'NO_ANSWER', urgent: false, since: '2027-07-07', due: '2027-07-24' });
    expect(await lineOf(await asked('2027-07-08T12:00:00Z', '2027-07-24T22:00:00Z'))).toBeUndefined();
  });

  test('whose hold ends today, tomorrow or the day after is urgent', async () => {
    expect(await lineOf(await asked('2027-07-13T12:00:00Z', '2027-07-16T22:00:00Z'))).toMatchObject({ kind: 'HOLD_LAPSES_SOON', urgent: true, due: '2027-07-16', defender: {}, city: { id: city.id } });
    expect(await lineOf(await asked('2027-07-13T12:00:00Z', '2027-07-17T22:00:00Z'))).toBeUndefined();
  });

  test('with other dates from the city is one line, however long it waits', async () => {
    const other = { offeredArrivesOn: '2027-09-08', offeredDepartsOn: '2027-11-08', answeredAt: new Date('2027-07-12T12:00:00Z') };
    expect(await lineOf(await asked('2027-06-01T12:00:00Z', '2027-07-15T22:00:00Z', other))).toMatchObject({ kind: 'CITY_OFFERS_OTHER_DATES', urgent: true, since: '2027-07-12', due: '2027-07-15' });
  });

  test('that was answered is news for a week', async () => {
    expect(await lineOf(await stay('CONFIRMED', '2027-09-01', '2027-11-01', { answeredAt: new Date('2027-07-07T08:00:00Z') }))).toMatchObject({ kind: 'CITY_CONFIRMED', urgent: false, since: '2027-07-07', due: null });
    expect(await kindOf(await stay('CONFIRMED', '2027-09-01', '2027-11-01', { answeredAt: new Date('2027-07-06T08:00:00Z') }))).toBeUndefined();
    const no = await stay('DECLINED', '2027-09-01', '2027-11-01', { answeredAt: new Date('2027-07-13T08:00:00Z'), reasonCode: 'STAFF_ABSENT' });
    expect(await lineOf(no)).toMatchObject({ kind: 'CITY_DECLINED', urgent: true, reasonCode: 'STAFF_ABSENT' });
    expect((await queue()).items.filter(({ defender }) => defender?.code === no.code)).toHaveLength(1);
    const lapsed = await stay('LAPSED', '2027-09-01', '2027-11-01', { holdExpiresAt: new Date('2027-07-13T22:00:00Z') });
    expect(await lineOf(lapsed)).toMatchObject({ kind: 'HOLD_LAPSED', urgent: true });
  });

  test('that failed is no news any more once the person is proposed again', async () => {
    const { id: defenderId, stayId } = await stay('DECLINED', '2027-09-01', '2027-11-01', { answeredAt: new Date('2027-07-13T08:00:00Z'), reasonCode: 'STAFF_ABSENT' });
    const placeId = await aPlace(world.owner, { cityId: elsewhere.id });
    await aStay(world.owner, { defenderId, placeId, cityId: elsewhere.id, status: 'DRAFT', arrivesOn: '2027-10-01', departsOn: '2027-11-01' });
    expect(await kindOf({ stayId })).toBeUndefined();
  });
});

describe('a stay', () => {
  test('is announced two weeks before, and missed the day after', async () => {
    expect(await lineOf(await stay('CONFIRMED', '2027-07-28', '2027-09-01', { answeredAt: new Date('2027-06-01T08:00:00Z') }))).toMatchObject({ kind: 'ARRIVES_SOON', urgent: false, since: '2027-07-14', due: '2027-07-28' });
    expect(await kindOf(await stay('TRAVELLING', '2027-07-14', '2027-09-01', { answeredAt: new Date('2027-06-01T08:00:00Z') }))).toBe('ARRIVES_SOON');
    expect(await lineOf(await stay('TRAVELLING', '2027-07-13', '2027-09-01', { answeredAt: new Date('2027-06-01T08:00:00Z') }))).toMatchObject({ kind: 'ARRIVAL_OVERDUE', urgent: true });
    expect(await kindOf(await stay('CONFIRMED', '2027-07-29', '2027-09-01', { answeredAt: new Date('2027-06-01T08:00:00Z') }))).toBeUndefined();
  });

  test('that ends within two weeks wants its return reviewed', async () => {
    expect(await lineOf(await stay('IN_STAY', '2027-05-01', '2027-07-28'))).toMatchObject({ kind: 'RETURN_NOT_REVIEWED', urgent: false, since: '2027-07-14', due: '2027-07-28' });
    expect(await lineOf(await stay('IN_STAY', '2027-05-01', '2027-07-17', { returnReviewedOn: '2027-06-01' }))).toMatchObject({ kind: 'RETURN_NOT_REVIEWED', urgent: true });
    expect(await kindOf(await stay('IN_STAY', '2027-05-01', '2027-07-17', { returnReviewedOn: '2027-07-10' }))).toBeUndefined();
    expect(await lineOf(await stay('IN_STAY', '2027-05-01', '2027-07-13'))).toMatchObject({ kind: 'DEPARTURE_OVERDUE', urgent: true });
  });

  test('whose guest never came is an alarm before everything', async () => {
    const gone = await stay('NO_SHOW', '2027-07-01', '2027-09-01');
    expect(await lineOf(gone)).toMatchObject({ kind: 'NO_SHOW_ALARM', urgent: true, since: '2027-07-01', stay: { span: { from: '2027-07-01', until: '2027-09-01' } } });
  });
});

describe('someone selected', () => {
  test('waits in the queue until a city is asked, urgent when the visa can’t wait', async () => {
    const waiting = await aDefender(world.owner, { selectedOn: '2027-07-01', latestArrival: '2027-12-01', visaLeadDays: 60 });
    expect(await lineOf({ code: waiting.code })).toMatchObject({ kind: 'SELECTED_WITHOUT_PROPOSAL', urgent: false, since: '2027-07-01', due: '2027-10-02', stay: null, city: null });
    const late = await aDefender(world.owner, { selectedOn: '2027-07-01', latestArrival: '2027-09-01', visaLeadDays: 45 });
    expect(await lineOf({ code: late.code })).toMatchObject({ urgent: true, due: '2027-07-18' });
  });

  test('is not asked for by a draft, which no city sees', async () => {
    const drafted = await stay('DRAFT', '2027-09-01', '2027-11-01');
    expect(await kindOf({ code: drafted.code })).toBe('SELECTED_WITHOUT_PROPOSAL');
  });
});

test('a city’s unsigned capacity up to the end of the next quarter is one line with its number', async () => {
  const { id: cityId, slug } = await aCity(world.owner);
  const placeId = await aPlace(world.owner, { cityId });
  const soon = await requestedCapacity(world.owner, { cityId, placeId, opensOn: '2027-08-01', closesOn: '2027-10-01' });
  await requestedCapacity(world.owner, { cityId, placeId, opensOn: '2027-12-31', closesOn: '2028-03-01', status: 'OFFERED' });
  await requestedCapacity(world.owner, { cityId, placeId, opensOn: '2028-03-01', closesOn: '2028-06-01' });
  await insert(world.owner, 'event', { at: new Date('2027-06-02T09:00:00Z'), subject: 'CAPACITY_PERIOD', subjectId: soon, cityId, verb: 'REQUESTED' });
  const { items } = await queue({ city: slug });
  expect(items).toMatchObject([{ key: `CAPACITY_UNCONFIRMED/${cityId}`, kind: 'CAPACITY_UNCONFIRMED', count: 2, urgent: true, since: '2027-06-02', due: '2027-08-01', city: { id: cityId }, defender: null, stay: null }]);
});

describe('a rule written after the proposal', () => {
  const note = (defenderId: string, more: Values = {}) =>
    insertId(world.owner, 'risk_note', { subject: 'DEFENDER', defenderId, scope: 'PERSON', level: 'HIGH', degree: 'DIRECT_RISK', reviewBy: '2028-01-10', authorId: coordinator.accountId, ...more });
  const ban = async (defenderId: string, cityId: string, more: Values = {}) => {
    const noteId = await note(defenderId, more);
    await insert(world.owner, 'risk_city_ban', { noteId, defenderId, cityId });
    return noteId;
  };
  const broken = async (asker = coordinator) => (await asker.call(today.show)).reply.items.filter(({ kind }) => kind === 'RISK_RULE_BROKEN');
  const brokenStays = async () => (await broken()).map(({ stay: s }) => s?.id);
  const standing = (status: StayStatus, more = {}) => stay(status, '2027-09-01', '2027-11-01', { proposedAt: new Date('2027-07-13T08:00:00Z'), answeredAt: new Date('2027-06-01T08:00:00Z'), ...more });

  test('that bans the city is urgent for whoever reads the queue, and says nothing of the rule', async () => {
    const { id, code, codeName, stayId } = await standing('CONFIRMED');
    const noteId = await ban(id, city.id, { restricted: true });
    for (const asker of [coordinator, await world.signedInAs('COORDINATOR', { riskCleared: true })]) {
      const line = (await broken(asker)).find(({ stay: s }) => s?.id === stayId);
      expect(line).toEqual({
        key: `RISK_RULE_BROKEN/${stayId}`, kind: 'RISK_RULE_BROKEN', urgent: true, since: '2027-07-13', due: '2027-09-01', count: 1, reasonCode: null,
        defender: { code, codeName }, city: expect.objectContaining({ id: city.id }), stay: expect.objectContaining({ id: stayId }),
      });
    }
    await note(id, { supersedesId: noteId });
    expect(await brokenStays()).not.toContain(stayId);
  });

  test.each(['PROPOSED', 'TRAVELLING', 'IN_STAY'] as const)('counts for a stay that is %s', async (status) => {
    const { id, stayId } = await standing(status, status === 'IN_STAY' ? { actualArrivesOn: '2027-07-01', arrivesOn: '2027-07-01' } : {});
    await ban(id, elsewhere.id);
    expect(await brokenStays()).not.toContain(stayId);
    await ban(id, city.id);
    expect(await brokenStays()).toContain(stayId);
  });

  test('has nothing to say of a stay that doesn’t stand', async () => {
    const { id, stayId } = await standing('DEPARTED', { actualArrivesOn: '2027-09-01', actualDepartsOn: '2027-11-01' });
    await ban(id, city.id);
    expect(await brokenStays()).not.toContain(stayId);
  });

  test('that keeps two apart stands at the one whom it is about, and doesn’t name the other', async () => {
    const one = await standing('CONFIRMED');
    const other = await standing('PROPOSED');
    const away = await standing('CONFIRMED', { inCity: elsewhere.id });
    const noteId = await note(one.id, { restricted: true });
    await insert(world.owner, 'risk_apart', { noteId, defenderId: one.id, otherDefenderId: away.id });
    expect(await brokenStays()).not.toContain(one.stayId);
    await insert(world.owner, 'risk_apart', { noteId, defenderId: one.id, otherDefenderId: other.id });
    const lines = await broken();
    expect(lines.filter(({ stay: s }) => s?.id === one.stayId)).toHaveLength(1);
    expect(JSON.stringify(lines)).not.toContain(other.codeName);
    await world.owner.query("UPDATE stay SET arrives_on = '2027-11-01', departs_on = '2027-12-15' WHERE id = $1", [other.stayId]);
    expect(await brokenStays()).not.toContain(one.stayId);
  });
});

test('a risk note is due for review while its person’s case is open, and until a newer one replaces it', async () => {
  const note = (defenderId: string, more: Values = {}) =>
    insertId(world.owner, 'risk_note', { subject: 'DEFENDER', defenderId, scope: 'PERSON', level: 'HIGH', degree: 'DIRECT_RISK', reviewBy: '2027-07-10', authorId: coordinator.accountId, ...more });
  const open = await aDefender(world.owner, { selection: 'SHORTLISTED' });
  await note(open.id);
  expect(await lineOf({ code: open.code })).toMatchObject({ kind: 'RISK_NOTE_REVIEW_DUE', urgent: true, due: '2027-07-10', count: 1 });
  const renewed = await aDefender(world.owner, { selection: 'SHORTLISTED' });
  await note(renewed.id, { supersedesId: await note(renewed.id), reviewBy: '2027-09-01' });
  expect(await kindOf({ code: renewed.code })).toBeUndefined();
  const over = await aDefender(world.owner, { selection: 'NOT_SELECTED' });
  await note(over.id);
  expect(await kindOf({ code: over.code })).toBeUndefined();
});

describe('the whole queue', () => {
  test('begins with what is urgent, then by day, and by now has every kind', async () => {
    const told = await aDefender(world.owner);
    for (const kind of ['GLASS_BROKEN', 'LEAD_TAKEN', 'NOTE_ASKED'])
      await insertId(world.owner, 'case_alert', { defenderId: told.id, accountId: coordinator.accountId, kind, byId: coordinator.accountId, reason: 'why', at: new Date('2027-05-01T10:00:00Z') });
    const { items, more, asOf } = await queue();
    expect(asOf).toBe('2027-07-14');
    expect(more).toBe(false);
    const order = items.map(({ urgent, due, since }) => `${urgent ? '0' : '1'} ${due ?? since}`);
    expect(order).toEqual([...order].sort());
    expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(queueKinds));
    expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
    await world.owner.query('UPDATE case_alert SET acknowledged_at = now()');
    expect((await queue()).items).toHaveLength(items.length - 3);
  });

  test('can be of one city or of one’s own cases', async () => {
    const mine = await stay('TRAVELLING', '2027-07-20', '2027-09-01', { caseLeadId: coordinator.accountId, inCity: elsewhere.id, answeredAt: new Date('2027-06-01T08:00:00Z') });
    expect((await queue({ mine: 'true' })).items.map(({ stay: s }) => s?.id)).toEqual([mine.stayId]);
    expect((await queue({ city: elsewhere.slug })).items.map(({ stay: s }) => s?.id)).toEqual([mine.stayId]);
    expect((await queue({ city: city.slug })).items.map(({ stay: s }) => s?.id)).not.toContain(mine.stayId);
    expect((await coordinator.call(today.show, { query: { city: 'nowhere' } })).status).toBe(404);
    expect((await coordinator.ask('GET', '/api/today?mine=perhaps')).status).toBe(422);
  });

  test('says when there is more of a kind than it shows', async () => {
    await world.owner.query(`INSERT INTO defender (code_name, selection, selected_on, country_of_work)
      SELECT 'Grey Goose ' || n, 'SELECTED', '2027-07-01', 'XK' FROM generate_series(1, 120) n`);
    const { items, more } = await queue();
    expect(more).toBe(true);
    expect(items.filter(({ kind }) => kind === 'SELECTED_WITHOUT_PROPOSAL')).toHaveLength(100);
  });

  test.each(['CITY_PARTNER', 'MANAGER', 'ADMIN'] as const)('is not for a %s', async (role) => {
    const asker = await world.signedInAs(role, role === 'CITY_PARTNER' ? { cityId: city.id } : {});
    expect((await asker.call(today.show)).status).toBe(403);
  });
});
