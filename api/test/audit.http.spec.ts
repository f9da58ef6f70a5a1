import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { cityHome } from '@shelter-city/contract/city-home';
import { defenders } from '@shelter-city/contract/defenders';
import { aCityWithAPlace } from './factories/city.ts';
import { aCall } from './factories/defender.ts';
import { aProfile, anIdentity } from './factories/profile.ts';
import { aStay } from './factories/stay.ts';
import { startApp, type SignedIn, type TestApp } from './harness/app.ts';

let world: TestApp;
let coordinator: SignedIn;
let person: { readonly id: string; readonly code: string };
beforeAll(async () => {
  world = await startApp();
  coordinator = await world.signedInAs('COORDINATOR');
  const body = {
    callId: await aCall(world.owner),
    profile: aProfile(),
    identity: anIdentity(),
    contact: null,
    dependants: null,
  };
  person = (await coordinator.call(defenders.create, { body })).reply;
});
afterAll(async () => {
  await world.stop();
});

/** Who did what with the case, in order. */
const ofTheCase = async () =>
  (
    await world.owner.query<{ actor_id: string; action: string; fields: string[] }>(
      'SELECT actor_id, action, fields FROM audit.log WHERE defender_id = $1 ORDER BY seq',
      [person.id],
    )
  ).rows;

test('each write to a case is a row of its audit log, each event has one', async () => {
  expect((await ofTheCase()).map(({ action }) => action)).toEqual([
    'defender:created',
    'application:received',
    'defender:sealed',
  ]);
});

test('so is each read, and each reveal with the names of its fields', async () => {
  const before = (await ofTheCase()).length;
  await coordinator.call(defenders.show, { params: { code: person.code } });
  await coordinator.call(defenders.reveal, {
    params: { code: person.code },
    body: { compartment: 'IDENTITY', reason: 'Invitation letter for the visa' },
  });
  expect((await ofTheCase()).slice(before)).toEqual([
    { actor_id: coordinator.accountId, action: 'defender:read', fields: ['profile'] },
    {
      actor_id: coordinator.accountId,
      action: 'defender:reveal',
      fields: Object.keys(anIdentity()),
    },
  ]);
});

test('a city’s look at its guest is one as well; what it doesn’t find is none', async () => {
  const { cityId, placeId } = await aCityWithAPlace(world.owner);
  const partner = await world.signedInAs('CITY_PARTNER', { cityId });
  const stranger = await world.signedInAs('CITY_PARTNER', {
    cityId: (await aCityWithAPlace(world.owner)).cityId,
  });
  await world.owner.query(
    "INSERT INTO capacity_period (place_id, city_id, opens_on, closes_on, status, confirmed_at, confirmed_by_id) VALUES ($1, $2, '2026-01-01', '2027-06-01', 'CONFIRMED', now(), $3)",
    [placeId, cityId, partner.accountId],
  );
  const stayId = await aStay(world.owner, {
    defenderId: person.id,
    placeId,
    cityId,
    status: 'PROPOSED',
    arrivesOn: '2027-02-01',
    departsOn: '2027-04-01',
  });
  const before = (await ofTheCase()).length;
  expect((await stranger.call(cityHome.stay, { params: { stayId } })).status).toBe(404);
  await partner.call(cityHome.stay, { params: { stayId } });
  expect((await ofTheCase()).slice(before)).toEqual([
    { actor_id: partner.accountId, action: 'city-stay:read', fields: ['card'] },
  ]);
});

test('a read that can’t be written down isn’t answered', async () => {
  await world.owner.query('REVOKE EXECUTE ON FUNCTION audit.append FROM shelter_coordinator');
  try {
    const answer = await coordinator.call(defenders.show, { params: { code: person.code } });
    expect(answer.status).toBe(500);
    expect(answer.text).not.toContain(person.id);
  } finally {
    await world.owner.query('GRANT EXECUTE ON FUNCTION audit.append TO shelter_coordinator');
  }
});
