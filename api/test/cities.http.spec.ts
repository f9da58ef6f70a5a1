import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { cities, type CityView } from '@shelter-city/contract/cities';
import { aCityWithAPlace, confirmedCapacity, requestedCapacity } from './factories/city.ts';
import { aDefender } from './factories/defender.ts';
import { aStay } from './factories/stay.ts';
import { startApp, type SignedIn, type TestApp } from './harness/app.ts';

let world: TestApp;
let coordinator: SignedIn;
let home: Awaited<ReturnType<typeof aCityWithAPlace>>;
let elsewhere: Awaited<ReturnType<typeof aCityWithAPlace>>;
let partner: SignedIn;
beforeAll(async () => {
  world = await startApp();
  world.clock.moveTo('2026-05-04T10:00:00Z');
  coordinator = await world.signedInAs('COORDINATOR');
});
beforeEach(async () => {
  home = await aCityWithAPlace(world.owner);
  elsewhere = await aCityWithAPlace(world.owner);
  partner = await world.signedInAs('CITY_PARTNER', { cityId: home.cityId });
});
afterAll(async () => {
  await world.stop();
});

const facts: CityView['facts'] = {
  languages: ['nl', 'fr'], languagesKnown: true, careNearby: true, themes: ['PRESS_FREEDOM'], courses: ['Dutch for newcomers'],
  screeningDays: 10, publicEvents: 'OPEN', guestsAYearAtMost: 3, guestsAtOnceAtMost: 2, daysBetweenGuests: 7,
};
const house = {
  label: 'house A', kind: 'STUDIO', sleeps: 2, stepFree: true, quiet: null, womenOnly: false, shared: false, petsAllowed: null, prayerSpace: true, dietPossible: true, track: null,
} as const;
const show = async (asker: SignedIn, slug = home.slug) => (await asker.call(cities.show, { params: { slug } })).reply;

describe('the list of host cities', () => {
  test('says of each city what matters now', async () => {
    const { cityId, placeId } = home;
    await world.owner.query("INSERT INTO coordinating_organisation (city_id, name, since, until) VALUES ($1, 'The old one', '2015-01-01', '2020-01-01'), ($1, 'Huis van Vrede', '2020-01-01', NULL)", [cityId]);
    await confirmedCapacity(world.owner, { cityId, placeId, opensOn: '2026-01-01', closesOn: '2026-12-01', confirmedById: partner.accountId });
    await requestedCapacity(world.owner, { cityId, placeId, opensOn: '2026-12-01', closesOn: '2027-03-01' });
    const [here, asked] = [await aDefender(world.owner), await aDefender(world.owner)];
    await aStay(world.owner, { defenderId: here.id, cityId, placeId, status: 'IN_STAY', arrivesOn: '2026-04-01', departsOn: '2026-06-01' });
    await aStay(world.owner, { defenderId: asked.id, cityId, placeId, status: 'PROPOSED', arrivesOn: '2026-06-01', departsOn: '2026-08-01' });
    const { items, asOf } = (await coordinator.call(cities.list)).reply;
    expect(asOf).toBe('2026-05-04');
    expect(items.find(({ id }) => id === cityId)).toMatchObject({
      organisation: 'Huis van Vrede', places: 1, guestsNow: 1, requestsWaiting: 1, confirmedUntil: '2026-12-01', unconfirmedPeriods: 1,
    });
    expect(items.find(({ id }) => id === elsewhere.cityId)).toMatchObject({ organisation: null, guestsNow: 0, confirmedUntil: null });
  });

  test.each(['CITY_PARTNER', 'MANAGER', 'ADMIN'] as const)('is not for a %s', async (role) => {
    const asker = role === 'CITY_PARTNER' ? partner : await world.signedInAs(role);
    expect((await asker.call(cities.list)).status).toBe(403);
  });
});

describe('one city', () => {
  test('another city, none and a malformed name are one and the same to a partner, byte for byte', async () => {
    const answers = await Promise.all([elsewhere.slug, 'nowhere', '\0', '%2e', 'x'.repeat(90)].map((slug) => partner.call(cities.show, { params: { slug } })));
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect((await show(partner)).id).toBe(home.cityId);
  });

  test('is written by its own partner and by a coordinator, and by nobody else', async () => {
    const { version } = await show(partner);
    const changed = await partner.call(cities.update, { params: { slug: home.slug }, body: { version, facts } });
    expect(changed.reply).toMatchObject({ facts, version: version + 1, may: { write: true } });
    expect((await coordinator.call(cities.update, { params: { slug: home.slug }, body: { version: version + 1, facts } })).status).toBe(200);
    const foreign = { params: { slug: elsewhere.slug }, body: { version: 1, facts } };
    expect((await partner.call(cities.update, foreign)).status).toBe(404);
    for (const role of ['MANAGER', 'ADMIN'] as const) expect((await (await world.signedInAs(role)).call(cities.update, foreign)).status).toBe(403);
    const { rows } = await world.owner.query<{ verb: string; actor_id: string }>("SELECT verb, actor_id FROM event WHERE subject = 'HOST_CITY' AND subject_id = $1 ORDER BY at", [home.cityId]);
    expect(rows).toEqual([{ verb: 'FACTS_CHANGED', actor_id: partner.accountId }, { verb: 'FACTS_CHANGED', actor_id: coordinator.accountId }]);
  });

  test('a stale write is answered with the city as it is now', async () => {
    await coordinator.call(cities.update, { params: { slug: home.slug }, body: { version: 1, facts } });
    const late = await partner.call(cities.update, { params: { slug: home.slug }, body: { version: 1, facts: { ...facts, screeningDays: 99 } } });
    expect(late.status).toBe(409);
    expect(late.problem).toMatchObject({ type: '/problems/changed-meanwhile', current: { version: 2, facts: { screeningDays: 10 } } });
  });

  test('wrong facts are refused with a pointer', async () => {
    const answer = await partner.call(cities.update, { params: { slug: home.slug }, body: { version: 1, facts: { ...facts, screeningDays: -1 } } });
    expect(answer.status).toBe(422);
    expect(answer.problem.errors?.map(({ pointer }) => pointer)).toEqual(['/facts/screeningDays']);
  });
});

describe('the places of a city', () => {
  test('are added and changed by partner and coordinator, each under a name of its own', async () => {
    const added = (await partner.call(cities.addPlace, { params: { slug: home.slug }, body: { facts: house } })).reply;
    const place = added.places.find(({ facts: { label } }) => label === 'house A');
    expect(place).toMatchObject({ facts: house, hasAddress: false, addressVersion: null, version: 1 });
    const again = await coordinator.call(cities.addPlace, { params: { slug: home.slug }, body: { facts: house } });
    expect(again.problem).toMatchObject({ type: '/problems/label-taken', errors: [{ pointer: '/facts/label' }] });
    const update = { params: { placeId: place!.id }, body: { version: 1, facts: { ...house, sleeps: 3 } } };
    expect((await coordinator.call(cities.updatePlace, update)).status).toBe(200);
    const stale = await partner.call(cities.updatePlace, update);
    expect(stale.problem).toMatchObject({ type: '/problems/changed-meanwhile', status: 409 });
    const taken = await partner.call(cities.updatePlace, { params: { placeId: home.placeId }, body: { version: 1, facts: house } });
    expect(taken.problem.type).toBe('/problems/label-taken');
    // A name that only looks the same is the same.
    const alike = await partner.call(cities.addPlace, { params: { slug: home.slug }, body: { facts: { ...house, label: 'house\u00A0A\u200B\u202E' } } });
    expect(alike.problem.type).toBe('/problems/label-taken');
  });

  test.each([
    ['en', 'Nothing of this can be seen. Write at least one letter or digit.'],
    ['nl', 'Hiervan is niets te zien. Schrijf minstens één letter of cijfer.'],
    ['fr', 'Rien de ceci n’est visible. Écrivez au moins une lettre ou un chiffre.'],
  ])('bear a name that can be seen (%s)', async (language, detail) => {
    const body = { facts: { ...house, label: '\u200B\u2800\u00AD' } };
    const { status, problem } = await partner.call(cities.addPlace, { params: { slug: home.slug }, body, headers: { 'accept-language': language } });
    expect([status, problem.errors]).toEqual([422, [{ pointer: '/facts/label', detail }]]);
  });

  test('of another city are nothing to a partner', async () => {
    const unreachable = [elsewhere.placeId, '00000000-0000-4000-8000-000000000000', 'no-id'];
    const answers = await Promise.all(unreachable.map((placeId) => partner.call(cities.updatePlace, { params: { placeId }, body: { version: 1, facts: house } })));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers[0]?.status).toBe(404);
    expect((await partner.call(cities.addPlace, { params: { slug: elsewhere.slug }, body: { facts: house } })).status).toBe(404);
  });
});

describe('the address of a place', () => {
  const address = 'Vredelaan 12, top bell';

  test('is sealed, and opened for a reason that the audit log keeps', async () => {
    const sealed = await partner.call(cities.sealAddress, { params: { placeId: home.placeId }, body: { version: 0, address: 'The first one' } });
    expect(sealed.reply.places[0]).toMatchObject({ hasAddress: true, addressVersion: 1 });
    await coordinator.call(cities.sealAddress, { params: { placeId: home.placeId }, body: { version: 1, address } });
    for (const asker of [partner, coordinator]) {
      const opened = await asker.call(cities.revealAddress, { params: { placeId: home.placeId }, body: { reason: 'Handing over the key' } });
      expect(opened.reply).toEqual({ address, secondsShown: 60 });
    }
    const { rows } = await world.owner.query("SELECT action, actor_id, reason, fields FROM audit.log WHERE object_id = $1 AND action = 'place:reveal-address' ORDER BY seq", [home.placeId]);
    expect(rows).toEqual([partner, coordinator].map(({ accountId }) => ({ action: 'place:reveal-address', actor_id: accountId, reason: 'Handing over the key', fields: ['address'] })));
  });

  test('stands nowhere in the database and in no other answer', async () => {
    const { text } = await partner.call(cities.sealAddress, { params: { placeId: home.placeId }, body: { version: 0, address } });
    expect(text).not.toContain('Vredelaan');
    const { rows } = await world.owner.query<{ sealed: Buffer; kept: string }>("SELECT sealed, (SELECT json_agg(e)::text FROM event e) AS kept FROM sealed_compartment WHERE place_id = $1", [home.placeId]);
    expect(rows[0]?.sealed.toString('latin1')).not.toContain('Vredelaan');
    expect(rows[0]?.kept).not.toContain('Vredelaan');
    expect(world.log()).not.toContain('Vredelaan');
  });

  test('is not written over one that somebody sealed meanwhile', async () => {
    const seal = (asker: SignedIn, version: number, words: string) => asker.call(cities.sealAddress, { params: { placeId: home.placeId }, body: { version, address: words } });
    const [won, lost] = (await Promise.all([seal(partner, 0, address), seal(coordinator, 0, address)])).toSorted((a, b) => a.status - b.status);
    expect([won?.status, lost?.status]).toEqual([200, 409]);
    const late = await seal(coordinator, 0, 'Another street 1');
    expect(late.problem).toMatchObject({ type: '/problems/changed-meanwhile', status: 409, current: { places: [{ id: home.placeId, addressVersion: 1 }] } });
    expect((await seal(coordinator, 1, 'Another street 1')).reply.places[0]?.addressVersion).toBe(2);
  });

  test('is not opened without a reason, by another city, or where nothing is sealed', async () => {
    const open = (asker: SignedIn, placeId: string, reason = 'Handing over the key') => asker.call(cities.revealAddress, { params: { placeId }, body: { reason } });
    expect((await open(partner, home.placeId)).problem).toMatchObject({ type: '/problems/nothing-sealed', status: 404 });
    await coordinator.call(cities.sealAddress, { params: { placeId: elsewhere.placeId }, body: { version: 0, address } });
    expect((await open(partner, elsewhere.placeId)).problem.type).toBe('/problems/not-found');
    expect((await open(coordinator, elsewhere.placeId, ' ')).status).toBe(422);
    expect((await open(await world.signedInAs('MANAGER'), elsewhere.placeId)).status).toBe(403);
    expect((await open(await world.signedInAs('ADMIN'), elsewhere.placeId)).status).toBe(403);
  });
});
