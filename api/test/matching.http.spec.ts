import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { matching, type MatchOption } from '@shelter-city/contract/matching';
import { visaDays } from '@shelter-city/contract/visa-days';
import { aCity, aPlace, confirmedCapacity, requestedCapacity, someBlockedDays } from './factories/city.ts';
import { aDefender } from './factories/defender.ts';
import { insert, insertId, type Values } from './factories/insert.ts';
import { aStay } from './factories/stay.ts';
import { startApp, type SignedIn, type TestApp } from './harness/app.ts';

let world: TestApp;
let coordinator: SignedIn;
let cleared: SignedIn;
beforeAll(async () => {
  world = await startApp();
  world.clock.moveTo('2027-02-01T10:00:00Z');
  coordinator = await world.signedInAs('COORDINATOR');
  cleared = await world.signedInAs('COORDINATOR', { riskCleared: true });
});
afterAll(async () => {
  await world.stop();
});

/** A city that suits nearly everybody, with one signed place. */
async function aHost(city: Values = {}, place: Values = {}, period: Values = {}) {
  const { id: cityId, name } = await aCity(world.owner, { languages: ['en', 'es'], languagesKnown: true, themes: ['PRESS_FREEDOM'], careNearby: true, publicEvents: 'NONE', ...city });
  const placeId = await aPlace(world.owner, { cityId, stepFree: true, quiet: true, ...place });
  await confirmedCapacity(world.owner, { cityId, placeId, opensOn: '2027-01-01', closesOn: '2028-01-01', confirmedById: coordinator.accountId, ...period });
  return { cityId, placeId, name };
}
async function aPerson(defender: Values = {}) {
  const person = await aDefender(world.owner, { earliestArrival: '2027-03-01', latestArrival: '2027-05-01', nightsWished: 80, visaLeadDays: 20, themes: ['PRESS_FREEDOM'], ...defender });
  await insert(world.owner, 'defender_language', { defenderId: person.id, language: 'es', level: 'NATIVE' });
  return person;
}
const match = async (code: string, query: Record<string, string> = {}, asker = coordinator) => (await asker.call(matching.show, { params: { code }, query })).reply;
const optionOf = async (code: string, cityId: string, asker = coordinator): Promise<MatchOption> => (await match(code, {}, asker)).options.find(({ city }) => city.id === cityId)!;
const rule = (option: MatchOption, name: string) => option.findings.find((finding) => finding.rule === name);

describe('the explained list', () => {
  test('names the best place and the earliest nights of each city, with facts', async () => {
    const host = await aHost({}, { label: 'house A' });
    await aStay(world.owner, { cityId: host.cityId, placeId: host.placeId, defenderId: (await aDefender(world.owner)).id, status: 'CONFIRMED', arrivesOn: '2027-02-10', departsOn: '2027-03-20' });
    const person = await aPerson();
    const view = await match(person.code);
    expect(view).toMatchObject({ defender: { code: person.code, codeName: person.codeName }, asOf: '2027-02-01', window: { earliest: '2027-03-01', latest: '2027-05-01' }, lengthNights: 80, hiddenRules: 0, passportValidUntil: '2036-01-01' });
    const option = view.options.find(({ city }) => city.id === host.cityId)!;
    expect(option).toMatchObject({ city: { name: host.name }, verdict: 'FITS', best: { place: { id: host.placeId, label: 'house A' }, span: { from: '2027-03-20', until: '2027-06-08' } } });
    expect(rule(option, 'CAPACITY')).toMatchObject({ verdict: 'FITS', source: 'CAPACITY', asOf: '2026-01-01', fact: { code: 'PLACE_FREE', params: { from: '2027-03-20' } } });
    expect(rule(option, 'LANGUAGE')).toMatchObject({ verdict: 'FITS', fact: { code: 'LANGUAGE_SHARED', params: { languages: ['es'] } } });
    expect(rule(option, 'EXPERTISE')).toMatchObject({ verdict: 'FITS' });
    expect(option.counts['FITS']).toBe(option.findings.filter(({ verdict }) => verdict === 'FITS').length);
  });

  test('puts what fits before what is open, full or closed, each with its reason', async () => {
    const fits = await aHost();
    const unsigned = await aHost({}, {}, { closesOn: '2027-02-10' });
    await requestedCapacity(world.owner, { cityId: unsigned.cityId, placeId: unsigned.placeId, opensOn: '2027-02-10', closesOn: '2028-01-01' });
    const full = await aHost();
    await aStay(world.owner, { cityId: full.cityId, placeId: full.placeId, defenderId: (await aDefender(world.owner)).id, status: 'CONFIRMED', arrivesOn: '2027-02-20', departsOn: '2027-06-01' });
    const closed = await aHost();
    await someBlockedDays(world.owner, { cityId: closed.cityId, placeId: closed.placeId, blockedFrom: '2027-02-01', blockedUntil: '2027-12-01' });
    const paused = await aHost({ status: 'PAUSED' });
    const { code } = await aPerson();
    const { options } = await match(code);
    const at = (cityId: string) => options.findIndex(({ city }) => city.id === cityId);
    expect([fits, unsigned, full, closed].map(({ cityId }) => options[at(cityId)]?.verdict)).toEqual(['FITS', 'UNKNOWN', 'FULL', 'BLOCKED']);
    expect(at(fits.cityId)).toBeLessThan(at(unsigned.cityId));
    expect(at(unsigned.cityId)).toBeLessThan(at(full.cityId));
    expect(at(full.cityId)).toBeLessThan(at(closed.cityId));
    expect(at(paused.cityId)).toBe(-1);
    expect(rule(options[at(unsigned.cityId)]!, 'CAPACITY')).toMatchObject({ fact: { code: 'CAPACITY_UNCONFIRMED' }, ask: { whom: 'CITY' } });
    expect(options[at(unsigned.cityId)]?.whatWouldHaveToChange).toContainEqual(expect.objectContaining({ change: 'CONFIRM_CAPACITY' }));
    expect(options[at(full.cityId)]?.whatWouldHaveToChange).toContainEqual({ change: 'NEXT_FREE_DATE', place: expect.objectContaining({ id: full.placeId }), freeFrom: '2027-06-01' });
    expect(rule(options[at(closed.cityId)]!, 'CAPACITY')).toMatchObject({ fact: { code: 'PLACE_BLOCKED', params: { reason: 'REPAIR' } } });
  });

  test('obeys what a place and a city can do for the person', async () => {
    const stairs = await aHost({ screeningDays: 120 }, { stepFree: false, track: 'JOURNALIST' });
    const option = await optionOf((await aPerson({ needs: ['STEP_FREE'], householdSize: 2 })).code, stairs.cityId);
    expect(option.verdict).toBe('BLOCKED');
    for (const name of ['STEP_FREE', 'HOUSEHOLD', 'TRACK', 'SCREENING']) expect(rule(option, name)).toMatchObject({ verdict: 'BLOCKED' });
    const unasked = await aHost({ languagesKnown: false, themes: [] }, { stepFree: null });
    const open = await optionOf((await aPerson({ needs: ['STEP_FREE'] })).code, unasked.cityId);
    expect(open.verdict).toBe('UNKNOWN');
    for (const name of ['STEP_FREE', 'LANGUAGE', 'EXPERTISE']) expect(rule(open, name)).toMatchObject({ verdict: 'UNKNOWN', ask: { whom: 'CITY' } });
  });

  test('keeps to ninety visa days, the rest a place needs, and the guests a city asked for', async () => {
    const host = await aHost({ daysBetweenGuests: 7, guestsAYearAtMost: 1 });
    await aStay(world.owner, { cityId: host.cityId, placeId: host.placeId, defenderId: (await aDefender(world.owner)).id, status: 'CLOSED', arrivesOn: '2027-01-01', departsOn: '2027-01-20' });
    await aStay(world.owner, { cityId: host.cityId, placeId: host.placeId, defenderId: (await aDefender(world.owner)).id, status: 'IN_STAY', arrivesOn: '2027-01-27', departsOn: '2027-03-10' });
    const person = await aPerson();
    const option = await optionOf(person.code, host.cityId);
    expect(option.best?.span.from).toBe('2027-03-17');
    expect(rule(option, 'CITY_LOAD')).toMatchObject({ verdict: 'WEAKER', fact: { code: 'GUESTS_A_YEAR_REACHED', params: { year: 2027, guests: 2, atMost: 1 } } });
    await insert(world.owner, 'schengen_presence', { defenderId: person.id, enteredOn: '2027-01-01', leftOn: '2027-01-31', source: 'training' });
    const view = await match(person.code);
    expect(view.visa).toEqual({ needed: true, asOf: '2027-02-01', daysUsed: 31, daysLeft: 59, presences: [{ enteredOn: '2027-01-01', leftOn: '2027-01-31', source: 'training' }] });
    const strip = (await coordinator.call(visaDays.show, { params: { code: person.code }, query: { from: '2027-03-17', until: '2027-05-20' } })).reply;
    expect(strip).toMatchObject({ from: '2027-03-17', until: '2027-05-20', isOver: true, firstDayOver: '2027-05-15', latestDeparture: '2027-05-14', presences: [{ source: 'training', isStay: false, basis: 'SHORT_STAY' }] });
    expect([strip.used[0], strip.used.at(-1), strip.used.length]).toEqual([32, 96, 65]);
    expect((await coordinator.call(visaDays.show, { params: { code: person.code } })).reply).toMatchObject({ planned: null, latestDeparture: null, from: '2027-02-01' });
    expect((await coordinator.call(visaDays.show, { params: { code: person.code }, query: { from: '2027-03-17' } })).status).toBe(422);
    // Eighty nights are 81 days: with January they are too many, even for the last arrival that is possible.
    expect(rule(view.options.find(({ city }) => city.id === host.cityId)!, 'VISA_DAYS')).toMatchObject({ verdict: 'BLOCKED', fact: { code: 'VISA_DAYS_OVER' } });
  });

  test('knows how much of what a city offered was asked of it', async () => {
    const host = await aHost({}, {}, { opensOn: '2026-02-01' });
    await aStay(world.owner, { cityId: host.cityId, placeId: host.placeId, defenderId: (await aDefender(world.owner)).id, status: 'CLOSED', arrivesOn: '2026-02-01', departsOn: '2026-05-01', actualDepartsOn: '2026-04-02' });
    expect(rule(await optionOf((await aPerson()).code, host.cityId), 'FAIRNESS')).toMatchObject({ fact: { params: { usedNights: 60, offeredNights: 365 } } });
  });
});

describe('a risk note', () => {
  async function withNote(restricted: boolean) {
    const [host, person, other] = [await aHost(), await aPerson(), await aDefender(world.owner)];
    const noteId = await insertId(world.owner, 'risk_note', { subject: 'DEFENDER', defenderId: person.id, scope: 'PERSON', level: 'HIGH', degree: 'DIRECT_RISK', reviewBy: '2027-12-01', restricted, authorId: cleared.accountId });
    await insert(world.owner, 'risk_city_ban', { noteId, defenderId: person.id, cityId: host.cityId });
    return { host, person, other };
  }

  test('closes a city, and its reason shows only to whom may read it', async () => {
    const open = await withNote(false);
    expect(rule(await optionOf(open.person.code, open.host.cityId), 'RISK_CITY')).toMatchObject({ verdict: 'BLOCKED', fact: { code: 'RISK_CITY_TO_AVOID' } });
    const { host, person } = await withNote(true);
    const hidden = await optionOf(person.code, host.cityId);
    expect(hidden).toMatchObject({ verdict: 'BLOCKED', whatWouldHaveToChange: [] });
    expect(rule(hidden, 'HIDDEN_RULE')).toEqual({ rule: 'HIDDEN_RULE', verdict: 'BLOCKED', fact: { code: 'HIDDEN_RULE' }, source: 'RISK_NOTE', asOf: null });
    expect(rule(hidden, 'RISK_CITY')).toBeUndefined();
    expect((await match(person.code)).hiddenRules).toBe(1);
    expect(rule(await optionOf(person.code, host.cityId, cleared), 'RISK_CITY')).toMatchObject({ verdict: 'BLOCKED' });
    expect((await match(person.code, {}, cleared)).hiddenRules).toBe(0);
  });
});

describe('what is asked', () => {
  test('may be another window and length than the profile’s; without any it is half a year from today', async () => {
    const { code } = await aPerson();
    expect(await match(code, { earliest: '2027-06-01', latest: '2027-07-01', nights: '30' })).toMatchObject({ window: { earliest: '2027-06-01', latest: '2027-07-01' }, lengthNights: 30 });
    const free = await aPerson({ earliestArrival: null, latestArrival: null });
    expect((await match(free.code)).window).toEqual({ earliest: '2027-02-01', latest: '2027-07-31' });
    const past = await aPerson({ earliestArrival: '2026-01-01', latestArrival: '2026-03-01' });
    expect((await match(past.code)).options.every(({ verdict }) => verdict === 'BLOCKED')).toBe(true);
  });

  test('wants days in order and a person that is there', async () => {
    const { code } = await aPerson();
    const ask = (of: string, query: Record<string, string>) => coordinator.call(matching.show, { params: { code: of }, query });
    expect((await ask(code, { earliest: '2027-06-01', latest: '2027-05-01' })).problem).toMatchObject({ status: 422, errors: [{ pointer: '/latest' }] });
    expect((await ask(code, { earliest: '2027-06-01', latest: '2030-05-01' })).status).toBe(422);
    expect((await ask(code, { nights: '181' })).status).toBe(422);
    const nobody = await Promise.all(['quiet-nobody', 'x', '12345'].map((of) => ask(of, {})));
    expect(nobody.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(new Set(nobody.map(({ text }) => text)).size).toBe(1);
  });

  test.each(['CITY_PARTNER', 'MANAGER', 'ADMIN'] as const)('is nothing a %s may ask', async (role) => {
    const asker = await world.signedInAs(role, role === 'CITY_PARTNER' ? { cityId: (await aHost()).cityId } : {});
    expect((await asker.call(matching.show, { params: { code: (await aPerson()).code } })).status).toBe(403);
  });
});
