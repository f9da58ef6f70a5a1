import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { board } from '@shelter-city/contract/board';
import { cityHome } from '@shelter-city/contract/city-home';
import { contact } from '@shelter-city/contract/contact';
import { defenders } from '@shelter-city/contract/defenders';
import { erasure } from '@shelter-city/contract/erasure';
import { matching } from '@shelter-city/contract/matching';
import { publicity } from '@shelter-city/contract/publicity';
import { riskNotes } from '@shelter-city/contract/risk-notes';
import { stays } from '@shelter-city/contract/stays';
import { today } from '@shelter-city/contract/today';
import { withholding } from '@shelter-city/contract/withholding';
import type { StayStatus } from '@shelter-city/contract/vocabulary';
import { addDays } from '@shelter-city/domain/calendar/calendar-date';
import { aCityWithAPlace, aPlace, confirmedCapacity } from './factories/city.ts';
import { aDefender } from './factories/defender.ts';
import { aStay } from './factories/stay.ts';
import { aRiskNote } from './factories/sweep-world.ts';
import { startApp, type SignedIn, type TestApp } from './harness/app.ts';

let world: TestApp;
let coordinator: SignedIn;
let cleared: SignedIn;
beforeAll(async () => {
  world = await startApp();
  coordinator = await world.signedInAs('COORDINATOR');
  cleared = await world.signedInAs('COORDINATOR', { riskCleared: true });
});
afterAll(async () => {
  await world.stop();
});

const day = (offset: number) => addDays(world.clock.today(), offset);
const why = 'A cousin of an official works there.';

/** A person, a city that could host them, and a stay between the two when a state is given. */
async function aCase(status?: StayStatus) {
  const { cityId, placeId } = await aCityWithAPlace(world.owner);
  const spot = { cityId, placeId };
  const partner = await world.signedInAs('CITY_PARTNER', { cityId: spot.cityId });
  await confirmedCapacity(world.owner, { ...spot, opensOn: day(-400), closesOn: day(400), confirmedById: partner.accountId });
  const defender = await aDefender(world.owner, { visaNeeded: false, visaLeadDays: 0, passportValidUntil: '2040-01-01' });
  const nights = { arrivesOn: day(60), departsOn: day(100) };
  const stayId = status && (await aStay(world.owner, { defenderId: defender.id, ...spot, status, ...nights }));
  return { ...spot, partner, defender, nights, stayId: stayId ?? '' };
}
const keepFrom = (code: string, from: { kind: 'CITY'; cityId: string } | { kind: 'ACCOUNT'; accountId: string }) =>
  coordinator.call(withholding.add, { params: { code }, body: { from, why } });
const city = (cityId: string) => ({ kind: 'CITY', cityId }) as const;
const person = (accountId: string) => ({ kind: 'ACCOUNT', accountId }) as const;

describe('a city on the list', () => {
  test('can’t be proposed, and who isn’t cleared learns no more than that there is a rule', async () => {
    const { defender, cityId, placeId, nights } = await aCase();
    expect((await keepFrom(defender.code, city(cityId))).reply).toMatchObject({ cities: 1, people: 0 });
    const propose = (who: SignedIn) =>
      who.call(stays.proposeNew, { body: { code: defender.code, placeId, ...nights, why: 'The language fits.', holdUntil: day(7) } });
    const blind = (await propose(coordinator)).problem;
    expect(blind).toMatchObject({ type: '/problems/risk-rule' });
    expect(blind.errors).toBeUndefined();
    expect((await propose(cleared)).problem.errors).toEqual([
      { pointer: '/placeId', detail: 'Nothing of this person may be shared with this city.' },
    ]);
    const verdict = async (who: SignedIn) => {
      const { options, hiddenRules } = (await who.call(matching.show, { params: { code: defender.code }, query: { earliest: day(60), latest: day(70), nights: '30' } })).reply;
      const option = options.find((one) => one.city.id === cityId);
      return [option?.verdict, hiddenRules, option?.findings.filter((one) => one.verdict === 'BLOCKED').map(({ fact }) => fact.code)];
    };
    expect(await verdict(coordinator)).toEqual(['BLOCKED', 1, ['HIDDEN_RULE']]);
    expect(await verdict(cleared)).toEqual(['BLOCKED', 0, ['CITY_WITHHELD']]);
  });

  test('is refused by the database as well, when a draft is proposed behind the rule’s back', async () => {
    const { defender, cityId, stayId } = await aCase('DRAFT');
    await keepFrom(defender.code, city(cityId));
    await expect(
      world.owner.query("UPDATE stay SET status = 'PROPOSED', why_this_city = 'x', hold_expires_at = now() WHERE id = $1", [stayId]),
    ).rejects.toMatchObject({ constraint: 'stay_not_in_a_withheld_city' });
  });

  test('isn’t let in by a table that somebody puts before the real list, in the database', async () => {
    const { defender, cityId, stayId } = await aCase('DRAFT');
    await keepFrom(defender.code, city(cityId));
    const client = await world.owner.connect();
    try {
      await client.query("DO $$ BEGIN EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO PUBLIC', current_database()); END $$; BEGIN");
      await client.query("SELECT set_config('app.account_id', $1, true), set_config('role', 'shelter_coordinator', true)", [coordinator.accountId]);
      await client.query('CREATE TEMPORARY TABLE withheld_from (LIKE public.withheld_from) ON COMMIT DROP; GRANT SELECT ON withheld_from TO PUBLIC');
      await expect(
        client.query("UPDATE stay SET status = 'PROPOSED', why_this_city = 'x', hold_expires_at = now() WHERE id = $1", [stayId]),
      ).rejects.toMatchObject({ constraint: 'stay_not_in_a_withheld_city' });
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  });

  test.each(['PROPOSED', 'CONFIRMED', 'TRAVELLING', 'IN_STAY'] as const)(
    'isn’t put there while a %s stay stands in it, and the stay is named',
    async (status) => {
      const { defender, cityId, nights } = await aCase(status);
      const { problem } = await coordinator.call(withholding.add, {
        params: { code: defender.code },
        body: { from: city(cityId), why },
      });
      expect(problem.type).toBe('/problems/withheld-city-has-a-stay');
      expect(problem.detail).toContain(nights.arrivesOn.slice(0, 4));
      const { reply } = await coordinator.call(withholding.show, { params: defender });
      expect(reply.cities).toBe(0);
    },
  );

  test('no longer sees a stay that was there', async () => {
    const { defender, cityId, stayId, partner } = await aCase('DECLINED');
    await world.owner.query('UPDATE stay SET answered_at = now() WHERE id = $1', [stayId]);
    const seen = async () => (await partner.call(cityHome.stay, { params: { stayId } })).status;
    expect(await seen()).toBe(200);
    await keepFrom(defender.code, city(cityId));
    expect(await seen()).toBe(404);
  });
});

describe('a person on the list', () => {
  test('finds nothing of the defender: not in lists, not by name, not in a history', async () => {
    const { defender, stayId } = await aCase('CONFIRMED');
    const named = await world.signedInAs('COORDINATOR', { riskCleared: true });
    await keepFrom(defender.code, person(named.accountId));
    for (const [endpoint, params] of [
      [defenders.show, defender],
      [defenders.history, defender],
      [matching.show, defender],
      [withholding.show, defender],
      [stays.show, { stayId }],
      [stays.history, { stayId }],
    ] as const) {
      expect((await coordinator.call(endpoint, { params })).status).toBe(200);
      expect((await named.call(endpoint, { params })).status).toBe(404);
    }
    for (const ask of [
      (who: SignedIn) => who.call(defenders.list, { query: { search: defender.codeName } }),
      (who: SignedIn) => who.call(today.show),
      (who: SignedIn) => who.call(board.show, { query: { from: day(0), until: day(120) } }),
    ])
      expect((await ask(named)).text).not.toContain(defender.codeName);
    expect((await coordinator.call(defenders.list, { query: { search: defender.codeName } })).text).toContain(defender.codeName);
  });

  test('sees on the board that the nights are taken, not by whom, and can’t plan over them', async () => {
    const { defender, placeId, nights } = await aCase('CONFIRMED');
    const named = await world.signedInAs('COORDINATOR');
    const query = { from: day(0), until: day(120) };
    const own = (await coordinator.call(board.show, { query })).reply;
    expect(own.stays.filter((one) => one.placeId === placeId)).toHaveLength(1);
    expect(own.taken).toEqual([]);
    await keepFrom(defender.code, person(named.accountId));
    const { stays: seen, taken } = (await named.call(board.show, { query })).reply;
    expect(seen.filter((one) => one.placeId === placeId)).toEqual([]);
    expect(taken).toEqual([{ placeId, from: nights.arrivesOn, until: nights.departsOn }]);
    const somebody = await aDefender(world.owner, { visaNeeded: false, visaLeadDays: 0, passportValidUntil: '2040-01-01' });
    const { reply } = await named.call(board.placeability, {
      params: somebody,
      query: { from: day(0), until: day(120), nights: '20' },
    });
    const open = reply.places.find((one) => one.placeId === placeId)?.arrivals ?? [];
    expect(open.some(({ from, until }) => from <= nights.arrivesOn && until > nights.arrivesOn)).toBe(false);
    const { problem } = await named.call(stays.proposeNew, {
      body: { code: somebody.code, placeId, ...nights, why: 'The language fits.', holdUntil: day(7) },
    });
    expect(problem.type).toBe('/problems/place-taken');
  });

  test('obeys the rules that have to do with the hidden one, without learning of them', async () => {
    const { defender: hidden, cityId } = await aCase('CONFIRMED');
    const named = await world.signedInAs('COORDINATOR', { riskCleared: true });
    const somebody = await aDefender(world.owner, { visaNeeded: false, visaLeadDays: 0, passportValidUntil: '2040-01-01' });
    const placeId = await aPlace(world.owner, { cityId });
    await confirmedCapacity(world.owner, { cityId, placeId, opensOn: day(-400), closesOn: day(400), confirmedById: named.accountId });
    const notes = { params: somebody, body: aRiskNote({ notNear: [hidden.code] }) };
    expect((await coordinator.call(riskNotes.add, notes)).status).toBe(200);
    await keepFrom(hidden.code, person(named.accountId));
    expect((await named.call(riskNotes.list, { params: somebody })).reply.items[0]?.notNear).toEqual([]);
    const { problem } = await named.call(stays.proposeNew, {
      body: { code: somebody.code, placeId, arrivesOn: day(70), departsOn: day(90), why: 'The language fits.', holdUntil: day(7) },
    });
    expect(problem).toMatchObject({ type: '/problems/risk-rule' });
    expect(problem.errors).toBeUndefined();
  });

  test('who partners in the city of the stay doesn’t find it, a colleague of that city does', async () => {
    const { defender, cityId, partner, stayId } = await aCase('CONFIRMED');
    const colleague = await world.signedInAs('CITY_PARTNER', { cityId });
    await keepFrom(defender.code, person(partner.accountId));
    expect((await partner.call(cityHome.stay, { params: { stayId } })).status).toBe(404);
    expect((await partner.call(cityHome.show)).text).not.toContain(defender.codeName);
    expect((await colleague.call(cityHome.stay, { params: { stayId } })).status).toBe(200);
  });

  test('no longer leads the case: who put them there does', async () => {
    const named = await world.signedInAs('COORDINATOR');
    const defender = await aDefender(world.owner, { caseLeadId: named.accountId });
    await keepFrom(defender.code, person(named.accountId));
    const { reply } = await coordinator.call(defenders.show, { params: defender });
    expect(reply.caseLead?.id).toBe(coordinator.accountId);
  });

  test('is somebody else who works with cases', async () => {
    const { defender } = await aCase();
    const manager = await world.signedInAs('MANAGER');
    for (const { accountId } of [coordinator, manager])
      expect((await keepFrom(defender.code, person(accountId))).problem.errors?.[0]?.pointer).toBe('/from/accountId');
  });
});

describe('an erasure', () => {
  test('takes everything of contact, publicity and sharing with it', async () => {
    const { defender } = await aCase();
    const named = await world.signedInAs('COORDINATOR');
    const matrix = { name: 'NEVER', face: 'EACH_TIME', voice: 'NEVER', country: 'NEVER', city: 'NEVER', theme: 'NEVER', organisation: 'NEVER', dates: 'NEVER' } as const;
    const given = { givenOn: day(0), givenHow: 'IN_PERSON' as const };
    const rule = { notDirectly: false, hasGoBetween: false, allowed: ['SIGNAL' as const], never: [], hoursFrom: null, hoursUntil: null };
    const done = [
      await keepFrom(defender.code, person(named.accountId)),
      await coordinator.call(publicity.record, { params: defender, body: { number: 0, matrix, ...given } }),
      await coordinator.call(publicity.approve, { params: defender, body: { number: 1, aspects: ['face'], occasion: 'An evening', validUntil: day(3), givenHow: 'IN_PERSON' } }),
      await coordinator.call(contact.write, { params: defender, body: { version: 0, rule } }),
      await coordinator.call(contact.attempt, { params: defender, body: { version: 1, channel: 'SIGNAL', reached: true } }),
      await cleared.call(erasure.erase, { params: defender, body: { confirm: defender.codeName } }),
    ];
    expect(done.map(({ status }) => status)).toEqual(done.map(() => 200));
    for (const table of ['withheld_from', 'publicity_consent', 'publicity_approval', 'contact_rule', 'contact_attempt'])
      expect([table, (await world.owner.query(`SELECT FROM ${table} WHERE defender_id = $1`, [defender.id])).rowCount]).toEqual([table, 0]);
  });
});

describe('the list', () => {
  test('is opened and shortened by the cleared alone, with a reason, and neither log says whom it names', async () => {
    const { defender } = await aCase();
    const named = await world.signedInAs('COORDINATOR');
    await keepFrom(defender.code, person(named.accountId));
    await keepFrom(defender.code, person(named.accountId));
    const reveal = (who: SignedIn) => who.call(withholding.reveal, { params: defender, body: { reason: 'review of the list' } });
    expect((await reveal(coordinator)).status).toBe(403);
    const { items } = (await reveal(cleared)).reply;
    expect(items).toMatchObject([{ account: { id: named.accountId }, city: null, why, addedBy: { id: coordinator.accountId } }]);
    const lift = (who: SignedIn) => who.call(withholding.lift, { params: { entryId: items[0]!.id }, body: { reason: 'no longer at risk' } });
    expect((await lift(coordinator)).status).toBe(403);
    expect((await lift(cleared)).status).toBe(200);
    expect((await named.call(defenders.show, { params: defender })).status).toBe(200);
    const { rows } = await world.owner.query<{ action: string; reason: string | null }>(
      "SELECT action, reason FROM audit.log WHERE object_id = $1 AND action LIKE 'withholding:%' AND result = 'DONE' ORDER BY seq",
      [defender.id],
    );
    expect(rows).toEqual([
      { action: 'withholding:add', reason: null },
      { action: 'withholding:reveal', reason: 'review of the list' },
      { action: 'withholding:lift', reason: 'no longer at risk' },
    ]);
    const { rows: told } = await world.owner.query<{ text: string }>('SELECT event::text AS text FROM event WHERE defender_id = $1', [defender.id]);
    expect(told).toHaveLength(2);
    expect(told.some(({ text }) => text.includes(named.accountId) || text.includes(why))).toBe(false);
  });

  test('hides who looked at the case from whoever it names, by the hand of their own role in the database as well', async () => {
    const { defender } = await aCase();
    const named = await world.signedInAs('COORDINATOR', { riskCleared: true });
    const nobody = { accountId: '' };
    await keepFrom(defender.code, person(named.accountId));
    const seen = async ({ accountId }: { readonly accountId: string }) => {
      const client = await world.owner.connect();
      try {
        await client.query('BEGIN');
        await client.query("SELECT set_config('app.account_id', $1, true), set_config('app.risk_cleared', 'yes', true), set_config('role', 'shelter_coordinator', true)", [accountId]);
        return (await client.query('SELECT FROM audit.of_case($1, NULL, 50)', [defender.id])).rowCount;
      } finally {
        await client.query('ROLLBACK');
        client.release();
      }
    };
    expect(await seen(coordinator)).toBeGreaterThan(0);
    expect([await seen(named), await seen(nobody)]).toEqual([0, 0]);
  });

  test('hides from whoever it names in every table that knows whose row it is', async () => {
    const { rows } = await world.owner.query<{ name: string }>(
      `SELECT c.relname AS name FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
       WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND a.attname = 'defender_id' AND NOT a.attisdropped
         AND has_any_column_privilege('shelter_coordinator', c.oid, 'SELECT')
         AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'not_withheld' AND NOT p.polpermissive)`,
    );
    expect(rows).toEqual([]);
  });
});
