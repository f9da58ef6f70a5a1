import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { contact, type ContactChannel, type ContactRuleView } from '@shelter-city/contract/contact';
import { cityHome } from '@shelter-city/contract/city-home';
import { defenders } from '@shelter-city/contract/defenders';
import { disclosure } from '@shelter-city/contract/disclosure';
import { addDays } from '@shelter-city/domain/calendar/calendar-date';
import { aCityWithAPlace, confirmedCapacity } from './factories/city.ts';
import { aDefender } from './factories/defender.ts';
import { aContact } from './factories/profile.ts';
import { aStay } from './factories/stay.ts';
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

const day = (offset: number) => addDays(world.clock.today(), offset);
const aRule = (change: Partial<ContactRuleView> = {}): ContactRuleView => ({
  notDirectly: false, hasGoBetween: false, allowed: ['SIGNAL'], never: ['PHONE_CALL'], hoursFrom: null, hoursUntil: null, ...change,
});
const write = (code: string, version: number, change: Partial<ContactRuleView> = {}) =>
  coordinator.call(contact.write, { params: { code }, body: { version, rule: aRule(change) } });
const attempt = (code: string, version: number, channel: ContactChannel) =>
  coordinator.call(contact.attempt, { params: { code }, body: { version, channel, reached: true } });

async function aGuest(status: 'PROPOSED' | 'CONFIRMED' | 'DEPARTED') {
  const { cityId, placeId } = await aCityWithAPlace(world.owner);
  const partner = await world.signedInAs('CITY_PARTNER', { cityId });
  await confirmedCapacity(world.owner, { cityId, placeId, opensOn: day(-400), closesOn: day(400), confirmedById: partner.accountId });
  const defender = await aDefender(world.owner);
  const nights = status === 'DEPARTED' ? { arrivesOn: day(-60), departsOn: day(-10) } : { arrivesOn: day(10), departsOn: day(40) };
  const stayId = await aStay(world.owner, { defenderId: defender.id, cityId, placeId, status, ...nights });
  return { defender, partner, stayId };
}

describe('how somebody may be reached', () => {
  test('is not at all until somebody said how', async () => {
    const { code } = await aDefender(world.owner);
    const { reply } = await coordinator.call(contact.show, { params: { code } });
    expect([reply.rule, new Set(reply.ways.map(({ refusal }) => refusal))]).toEqual([null, new Set(['NO_RULE'])]);
    expect((await attempt(code, 1, 'SIGNAL')).problem).toMatchObject({
      type: '/problems/contact-not-allowed',
      errors: [{ pointer: '/channel', detail: 'Nobody has recorded yet how this person may be reached.' }],
    });
  });

  test('is what the rule opens; an attempt is noted with who, how and when, and in the audit log', async () => {
    const { code, id } = await aDefender(world.owner);
    const { reply } = await write(code, 0);
    expect(reply.ways.filter(({ refusal }) => refusal === null)).toEqual([{ channel: 'SIGNAL', refusal: null }]);
    const { attempts } = (await attempt(code, 1, 'SIGNAL')).reply;
    expect(attempts).toMatchObject([{ channel: 'SIGNAL', reached: true, by: { id: coordinator.accountId } }]);
    const { rows } = await world.owner.query<{ action: string }>("SELECT action FROM audit.log WHERE defender_id = $1 AND action LIKE 'contact:%' ORDER BY seq", [id]);
    expect(rows.map(({ action }) => action)).toEqual(['contact:write', 'contact:attempt']);
  });

  test.each([
    ['PHONE_CALL', {}, 'This person must never be reached this way.'],
    ['MAIL', {}, 'This way is not among those the person allows.'],
    ['GO_BETWEEN', {}, 'This person has no go-between.'],
    ['SIGNAL', { notDirectly: true, hasGoBetween: true }, 'Do not contact this person directly.'],
  ] as const)('closes %s with a reason, and nothing is noted', async (channel, rule, detail) => {
    const { code } = await aDefender(world.owner);
    await write(code, 0, rule);
    expect((await attempt(code, 1, channel)).problem.errors).toEqual([{ pointer: '/channel', detail }]);
    expect((await coordinator.call(contact.show, { params: { code } })).reply.attempts).toEqual([]);
  });

  test('keeps to the hours of the Netherlands', async () => {
    const { code } = await aDefender(world.owner);
    const now = Temporal.Instant.fromEpochMilliseconds(world.clock.now().getTime()).toZonedDateTimeISO('Europe/Amsterdam');
    const at = (hours: number) => now.add({ hours }).toPlainTime().toString({ smallestUnit: 'minute' });
    await write(code, 0, { hoursFrom: at(2), hoursUntil: at(4) });
    expect((await attempt(code, 1, 'SIGNAL')).problem.errors?.[0]?.detail).toBe('Not at this hour.');
    await write(code, 1, { hoursFrom: at(-1), hoursUntil: at(1) });
    expect((await attempt(code, 2, 'SIGNAL')).status).toBe(200);
  });

  test('was another when somebody decided: the attempt waits for who decides again', async () => {
    const { code } = await aDefender(world.owner);
    await write(code, 0);
    await write(code, 1);
    expect((await attempt(code, 1, 'SIGNAL')).problem.type).toBe('/problems/changed-meanwhile');
    expect((await write(code, 1)).problem).toMatchObject({ type: '/problems/changed-meanwhile', current: { version: 2 } });
  });

  test('is never both allowed and never, nor half an hour', async () => {
    const { code } = await aDefender(world.owner);
    expect((await write(code, 0, { never: ['SIGNAL'] })).problem.errors?.[0]?.pointer).toBe('/rule/never');
    expect((await write(code, 0, { hoursFrom: '09:00' })).problem.errors?.[0]?.pointer).toBe('/rule/hoursUntil');
  });

  test('is told to the city from its yes to the departure, with its own attempts only', async () => {
    const { defender, partner, stayId } = await aGuest('CONFIRMED');
    await write(defender.code, 0);
    await attempt(defender.code, 1, 'SIGNAL');
    const { reply } = await partner.call(contact.ofGuest, { params: { stayId } });
    expect([reply.rule, reply.attempts]).toEqual([aRule(), []]);
    const own = (channel: ContactChannel) => partner.call(contact.attemptOfGuest, { params: { stayId }, body: { version: 1, channel, reached: false } });
    expect((await own('SIGNAL')).reply.attempts).toMatchObject([{ by: { id: partner.accountId } }]);
    expect((await own('PHONE_CALL')).status).toBe(409);
    expect((await coordinator.call(contact.show, { params: defender })).reply.attempts).toHaveLength(2);
    for (const status of ['PROPOSED', 'DEPARTED'] as const) {
      const other = await aGuest(status);
      await write(other.defender.code, 0);
      expect((await other.partner.call(contact.ofGuest, { params: { stayId: other.stayId } })).status).toBe(404);
    }
  });

  test('opens its channel to a city only where a rule lets it, whatever the person agreed to before', async () => {
    const { defender, partner, stayId } = await aGuest('CONFIRMED');
    const sealed = { compartment: 'CONTACT', content: { ...aContact(), doNotContactDirectly: false } };
    await coordinator.call(defenders.seal, { params: defender, body: { version: 0, sealed } });
    await coordinator.call(disclosure.agree, { params: defender, body: { name: false, contact: true } });
    const open = async () => {
      const params = { stayId };
      const answer = await partner.call(cityHome.reveal, { params, body: { part: 'CONTACT_CHANNEL', reason: 'The train is late' } });
      const { reply } = await partner.call(cityHome.stay, { params });
      return [answer.status, reply.phase === 'CONFIRMED' && reply.reveals.includes('CONTACT_CHANNEL')];
    };
    expect(await open()).toEqual([403, false]);
    await write(defender.code, 0, { notDirectly: true });
    expect(await open()).toEqual([403, false]);
    await write(defender.code, 1);
    expect(await open()).toEqual([200, true]);
    await write(defender.code, 2, { notDirectly: true });
    expect(await open()).toEqual([403, false]);
  });
});
