import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { stayGrounds } from '@shelter-city/contract/stay-ground';
import { stays } from '@shelter-city/contract/stays';
import { aCity, aPlace, confirmedCapacity } from './factories/city.ts';
import { insert, insertId } from './factories/insert.ts';
import { aPlacementWorld, aProposal, why, type PlacementWorld } from './factories/placement.ts';
import { startApp, type TestApp } from './harness/app.ts';

let app: TestApp;
let world: PlacementWorld;
beforeAll(async () => {
  app = await startApp();
});
beforeEach(async () => {
  world = await aPlacementWorld(app, { languagesKnown: true, languages: ['nl', 'fr'], publicEvents: 'NONE' });
});
afterAll(async () => {
  await app.stop();
});

const french = async () => {
  const { person, body } = await aProposal(app, world, 10, 40, { themes: ['LGBTI'] });
  await insert(app.owner, 'defender_language', { defenderId: person.id, language: 'fr', level: 'C1' });
  return { person, body };
};
const proposed = async (overrules?: { readonly reason: 'PERSON_WISHES' | null }) => {
  const { person, body } = await french();
  const stay = (await world.coordinator.call(stays.proposeNew, { body: { ...body, ...(overrules && { overrules }) } })).reply;
  return { person, params: { stayId: stay.id } };
};
const groundOf = async (params: { readonly stayId: string }, reader = world.coordinator) => (await reader.call(stayGrounds.show, { params })).reply;

describe('what a proposal was decided on', () => {
  test('is kept with the version of the rules, and nothing changed at first', async () => {
    const { kept, now } = await groundOf((await proposed()).params);
    expect(kept).toMatchObject({ on: world.today, rulesVersion: expect.any(Number), weaker: [], passedOver: null, firstCity: null, reason: null });
    expect(kept?.findings).toContainEqual({ rule: 'LANGUAGE', verdict: 'FITS', fact: { code: 'LANGUAGE_SHARED', params: { languages: ['fr'] } } });
    expect(now).toEqual({ rulesVersion: kept?.rulesVersion, asOf: world.today, changes: [] });
  });

  test('is compared with what the rules say now; days that went by are no change', async () => {
    const { params, person } = await proposed();
    app.clock.moveTo(`${world.day(5)}T12:00:00Z`);
    expect((await groundOf(params)).now?.changes).toEqual([]);
    await app.owner.query("UPDATE host_city SET languages = '{nl}' WHERE id = $1", [world.city.id]);
    await app.owner.query("UPDATE defender SET needs = '{STEP_FREE}' WHERE id = $1", [person.id]);
    await app.owner.query('UPDATE place SET step_free = false WHERE id = $1', [world.placeId]);
    expect((await groundOf(params)).now?.changes).toEqual([
      { rule: 'STEP_FREE', before: null, now: { rule: 'STEP_FREE', verdict: 'BLOCKED', fact: { code: 'NEED_NOT_MET', params: { need: 'STEP_FREE' } } } },
      { rule: 'LANGUAGE', before: expect.objectContaining({ verdict: 'FITS' }), now: expect.objectContaining({ verdict: 'WEAKER', fact: { code: 'LANGUAGE_NOT_SHARED', params: { languages: ['fr'] } } }) },
    ]);
    app.clock.moveTo(`${world.today}T12:00:00Z`);
  });

  test('says of a rule that a reader may not read only that there is one, cleared or not', async () => {
    const { params, person } = await proposed();
    const noteId = await insertId(app.owner, 'risk_note', { subject: 'DEFENDER', defenderId: person.id, scope: 'PERSON', level: 'HIGH', degree: 'DIRECT_RISK', reviewBy: '2030-01-01', restricted: true, authorId: world.cleared.accountId });
    await insert(app.owner, 'risk_city_ban', { noteId, defenderId: person.id, cityId: world.city.id });
    for (const reader of [world.coordinator, world.cleared]) {
      const hidden = (await groundOf(params, reader)).now?.changes?.find(({ rule }) => rule === 'HIDDEN_RULE');
      expect(hidden).toEqual({ rule: 'HIDDEN_RULE', before: null, now: { rule: 'HIDDEN_RULE', verdict: 'BLOCKED', fact: { code: 'HIDDEN_RULE' } } });
    }
    expect((await world.coordinator.call(stayGrounds.show, { params })).text).not.toContain('RISK_CITY_TO_AVOID');
  });

  test('keeps neither a passport’s end nor what somebody works on, and no city reads it', async () => {
    const { params } = await proposed();
    const { rows: [row] } = await app.owner.query<{ kept: string }>('SELECT decided_on_facts::text AS kept FROM stay WHERE id = $1', [params.stayId]);
    expect(row?.kept).not.toMatch(/2036|LGBTI/);
    expect((await world.partner.call(stayGrounds.show, { params })).status).toBe(403);
  });

  test('is nothing for a draft, and nothing new once the guest is there', async () => {
    const { body: { code, placeId, arrivesOn, departsOn } } = await french();
    const draft = (await world.coordinator.call(stays.draft, { body: { code, placeId, arrivesOn, departsOn } })).reply;
    expect(await groundOf({ stayId: draft.id })).toEqual({ kept: null, now: null });
    const elsewhere = { ...world, placeId: world.otherPlaceId };
    const { body } = await aProposal(app, elsewhere, 10, 40);
    const params = { stayId: (await world.coordinator.call(stays.proposeNew, { body })).reply.id };
    await app.owner.query("UPDATE stay SET status = 'IN_STAY', actual_arrives_on = arrives_on, hold_expires_at = NULL WHERE id = $1", [params.stayId]);
    expect(await groundOf(params)).toMatchObject({ kept: { on: world.today }, now: null });
  });
});

describe('a decision against the rules', () => {
  test('keeps by which rule the placement is weaker, and the reason if there is one', async () => {
    await app.owner.query("UPDATE host_city SET languages = '{nl}' WHERE id = $1", [world.city.id]);
    expect((await groundOf((await proposed()).params)).kept).toMatchObject({ weaker: ['LANGUAGE'], reason: null });
  });

  test('keeps which city came first and by which rule, with a reason or without', async () => {
    const better = await aCity(app.owner, { languagesKnown: true, languages: ['fr'], publicEvents: 'NONE' });
    const placeId = await aPlace(app.owner, { cityId: better.id });
    await confirmedCapacity(app.owner, { cityId: better.id, placeId, opensOn: world.day(-10), closesOn: world.day(700), confirmedById: world.partner.accountId });
    await app.owner.query("UPDATE host_city SET languages = '{nl}' WHERE id = $1", [world.city.id]);
    await app.owner.query("UPDATE host_city SET status = 'PAUSED' WHERE id <> ALL ($1)", [[better.id, world.city.id]]);
    const first = { weaker: ['LANGUAGE'], passedOver: 'LANGUAGE', firstCity: { id: better.id, slug: better.slug, name: better.name } };
    const { params, person } = await proposed();
    expect((await groundOf(params)).kept).toMatchObject({ ...first, reason: null });
    // A proposal that is moved is decided on anew, and so is a draft that is proposed.
    const moved = { version: 1, placeId: world.otherPlaceId, arrivesOn: world.day(11), departsOn: world.day(41), overrules: { reason: 'PERSON_WISHES' as const } };
    await world.coordinator.call(stays.move, { params, body: moved });
    expect((await groundOf(params)).kept).toMatchObject({ ...first, reason: 'PERSON_WISHES' });
    await world.coordinator.call(stays.turnDown, { params, body: { version: 2, note: null } });
    const draft = (await world.coordinator.call(stays.draft, { body: { code: person.code, placeId: world.placeId, arrivesOn: world.day(10), departsOn: world.day(40) } })).reply;
    const ofDraft = { stayId: draft.id };
    await world.coordinator.call(stays.propose, { params: ofDraft, body: { version: 1, why, holdUntil: world.day(7) } });
    expect((await groundOf(ofDraft)).kept).toMatchObject(first);
  });
});
