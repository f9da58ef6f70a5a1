import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { publicity, type SaidView } from '@shelter-city/contract/publicity';
import { matching } from '@shelter-city/contract/matching';
import { addDays } from '@shelter-city/domain/calendar/calendar-date';
import { nothingPublic, type PublicityMatrix } from '@shelter-city/domain/publicity/publicity-matrix';
import { aCityWithAPlace, confirmedCapacity } from './factories/city.ts';
import { aDefender } from './factories/defender.ts';
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
const given = () => ({ givenOn: day(-1), givenHow: 'IN_PERSON' as const });
const matrix = (change: Partial<PublicityMatrix> = {}): PublicityMatrix => ({ ...nothingPublic, ...change });
const answers = (said: readonly SaidView[]) =>
  Object.fromEntries(said.filter(({ answer }) => answer !== 'NO').map(({ aspect, answer }) => [aspect, answer]));
const record = (code: string, number: number, change: Partial<PublicityMatrix>) =>
  coordinator.call(publicity.record, { params: { code }, body: { number, matrix: matrix(change), ...given() } });
const withdraw = (code: string, number: number) =>
  coordinator.call(publicity.withdraw, { params: { code }, body: { number, ...given() } });

async function aGuest(status: 'PROPOSED' | 'CONFIRMED' | 'IN_STAY' | 'DEPARTED' = 'CONFIRMED') {
  const { cityId, placeId } = await aCityWithAPlace(world.owner);
  const partner = await world.signedInAs('CITY_PARTNER', { cityId });
  await confirmedCapacity(world.owner, { cityId, placeId, opensOn: day(-400), closesOn: day(400), confirmedById: partner.accountId });
  const defender = await aDefender(world.owner);
  const nights = status === 'DEPARTED' ? { arrivesOn: day(-60), departsOn: day(-10) } : { arrivesOn: day(-10), departsOn: day(40) };
  const stayId = await aStay(world.owner, { defenderId: defender.id, cityId, placeId, status, ...nights });
  return { defender, partner, stayId, cityId };
}

describe('what a person agreed to', () => {
  test('is nothing until it is recorded, then a version that is never changed', async () => {
    const { code, id } = await aDefender(world.owner);
    const none = (await coordinator.call(publicity.show, { params: { code } })).reply;
    expect([none.versions, answers(none.said), none.atEvents]).toEqual([[], {}, 'NEVER']);
    await record(code, 0, { face: 'FREE' });
    const { reply } = await record(code, 1, { voice: 'OFFLINE_ONLY', country: 'FREE', dates: 'AFTER_RETURN' });
    expect(reply.versions.map(({ number, matrix: levels }) => [number, levels.face])).toEqual([[2, 'NEVER'], [1, 'FREE']]);
    expect(reply.versions[0]).toMatchObject({ givenHow: 'IN_PERSON', givenOn: day(-1), recordedBy: { id: coordinator.accountId } });
    expect(answers(reply.said)).toEqual({ voice: 'OFFLINE', country: 'YES' });
    const { rows } = await world.owner.query<{ action: string }>("SELECT action FROM audit.log WHERE defender_id = $1 AND action LIKE 'publicity:%' ORDER BY seq", [id]);
    expect(rows.map(({ action }) => action)).toEqual(['publicity:read', 'publicity:record', 'publicity:record']);
  });

  test('gives matching its one level, at once and from the newest version only', async () => {
    const { defender, cityId } = await aGuest('DEPARTED');
    await world.owner.query("UPDATE host_city SET public_events = 'OPEN' WHERE id = $1", [cityId]);
    const consent = async () => {
      const { options } = (await coordinator.call(matching.show, { params: defender, query: { earliest: day(100), latest: day(120), nights: '20' } })).reply;
      const found = options.find(({ city }) => city.id === cityId)?.findings.find(({ rule }) => rule === 'PUBLICITY');
      return found?.fact;
    };
    expect(await consent()).toMatchObject({ params: { consent: 'NEVER' } });
    const { reply } = await record(defender.code, 0, { name: 'FREE', face: 'OFFLINE_ONLY', voice: 'EACH_TIME' });
    expect(reply.atEvents).toBe('EACH_TIME');
    expect(await consent()).toMatchObject({ params: { consent: 'EACH_TIME' } });
    await withdraw(defender.code, 1);
    expect(await consent()).toMatchObject({ params: { consent: 'NEVER' } });
  });

  test('that was withdrawn counts no more at once, approvals included', async () => {
    const { code } = await aDefender(world.owner);
    await record(code, 0, { face: 'EACH_TIME', theme: 'FREE' });
    const approve = (number: number, aspect: 'face' | 'theme' = 'face', validUntil = day(3)) =>
      coordinator.call(publicity.approve, { params: { code }, body: { number, aspects: [aspect], occasion: 'An evening', validUntil, givenHow: 'BY_CALL' } });
    expect((await approve(1, 'theme')).problem.errors?.[0]?.pointer).toBe('/aspects');
    expect((await approve(1, 'face', day(-1))).problem.errors?.[0]?.pointer).toBe('/validUntil');
    expect(answers((await approve(1)).reply.said)).toEqual({ face: 'APPROVED', theme: 'YES' });
    const { reply } = await withdraw(code, 1);
    expect([answers(reply.said), reply.approvals.map(({ counts }) => counts)]).toEqual([{}, [false]]);
    expect((await approve(1)).problem.type).toBe('/problems/changed-meanwhile');
    expect((await record(code, 1, { face: 'FREE' })).problem).toMatchObject({
      type: '/problems/changed-meanwhile',
      current: { versions: [{ number: 2, withdrawn: true }, { number: 1 }] },
    });
  });

  test('after the return is asked of all stays', async () => {
    const { defender } = await aGuest('DEPARTED');
    expect(answers((await record(defender.code, 0, { country: 'AFTER_RETURN' })).reply.said)).toEqual({ country: 'YES' });
    const { defender: here } = await aGuest('IN_STAY');
    expect(answers((await record(here.code, 0, { country: 'AFTER_RETURN' })).reply.said)).toEqual({});
  });
});

describe('the event card', () => {
  test('tells the city of a confirmed stay what may be said, by the code name, and nothing before or after', async () => {
    const { defender, partner, stayId } = await aGuest('CONFIRMED');
    await record(defender.code, 0, { theme: 'FREE', voice: 'OFFLINE_ONLY' });
    const show = () => partner.call(publicity.cityCard, { params: { stayId } });
    expect((await show()).reply).toMatchObject({ codeName: defender.codeName, number: 1, versionOf: day(0), withdrawnOn: null, printed: null, outdated: false });
    expect(answers((await show()).reply.said)).toEqual({ theme: 'YES', voice: 'OFFLINE' });
    expect((await coordinator.call(publicity.card, { params: { stayId } })).reply.said).toEqual((await show()).reply.said);
    const stranger = await world.signedInAs('CITY_PARTNER', { cityId: (await aCityWithAPlace(world.owner)).cityId });
    expect((await stranger.call(publicity.cityCard, { params: { stayId } })).status).toBe(404);
    for (const status of ['PROPOSED', 'DEPARTED'] as const) {
      const other = await aGuest(status);
      await record(other.defender.code, 0, { theme: 'FREE' });
      expect((await other.partner.call(publicity.cityCard, { params: { stayId: other.stayId } })).status).toBe(404);
    }
  });

  test('that a city printed is outdated with the next version, and says so', async () => {
    const { defender, partner, stayId } = await aGuest('IN_STAY');
    await record(defender.code, 0, { theme: 'FREE' });
    const print = (number: number) => partner.call(publicity.printed, { params: { stayId }, body: { number } });
    expect((await print(1)).reply).toMatchObject({ printed: { number: 1, on: day(0) }, outdated: false });
    await withdraw(defender.code, 1);
    const { reply } = await partner.call(publicity.cityCard, { params: { stayId } });
    expect(reply).toMatchObject({ number: 2, withdrawnOn: day(0), printed: { number: 1 }, outdated: true });
    expect(answers(reply.said)).toEqual({});
    expect((await print(1)).problem.type).toBe('/problems/changed-meanwhile');
    expect((await print(2)).reply.outdated).toBe(false);
  });
});
