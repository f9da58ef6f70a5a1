import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ruleBook, type RuleBookView } from '@shelter-city/contract/rule-book';
import { stays } from '@shelter-city/contract/stays';
import { addDays } from '@shelter-city/domain/calendar/calendar-date';
import { matchRules } from '@shelter-city/domain/matching/finding';
import { insert } from './factories/insert.ts';
import { aPlacementWorld, aProposal, type PlacementWorld } from './factories/placement.ts';
import { startApp, type TestApp } from './harness/app.ts';

let app: TestApp;
let world: PlacementWorld;
beforeAll(async () => {
  app = await startApp();
  app.clock.moveTo('2027-02-10T12:00:00Z');
  world = await aPlacementWorld(app, { languagesKnown: true, languages: ['nl'], publicEvents: 'NONE' });
});
afterAll(async () => {
  await app.stop();
});

const book = async (reader = world.coordinator) => (await reader.call(ruleBook.show, {})).reply;
const countOf = ({ overrules }: RuleBookView, rule: string) => overrules.rules.find((row) => row.rule === rule);

test('the book lists every rule of the domain, hard before soft, and what is never used', async () => {
  const { rules, neverUsed, rulesVersion } = await book();
  expect(rules.map(({ rule }) => rule).sort()).toEqual([...matchRules].sort());
  expect(rules.find(({ rule }) => rule === 'LANGUAGE')).toEqual({ rule: 'LANGUAGE', kind: 'SOFT', rank: 2, safety: false, overrulable: false });
  expect(neverUsed).toContain('NATIONALITY');
  expect(rulesVersion).toBeGreaterThan(0);
});

test('it is everybody’s who is signed in, and nobody else’s', async () => {
  for (const reader of [world.coordinator, world.partner, await app.signedInAs('MANAGER'), await app.signedInAs('ADMIN')])
    expect((await reader.call(ruleBook.show, {})).status).toBe(200);
  expect((await app.anybody.call(ruleBook.show, {})).status).toBe(401);
});

test('it counts what went against a rule in whole months, and shows no small number', async () => {
  const propose = async (at: number) => {
    const { person, body } = await aProposal(app, world, at, at + 20);
    const holdUntil = addDays(app.clock.today(), 7);
    await insert(app.owner, 'defender_language', { defenderId: person.id, language: 'fr', level: 'C1' });
    expect((await world.coordinator.call(stays.proposeNew, { body: { ...body, holdUntil } })).status).toBe(200);
  };
  for (let n = 0; n < 4; n += 1) await propose(30 + 20 * n);
  expect(countOf(await book(), 'LANGUAGE')).toEqual({ rule: 'LANGUAGE', weaker: 0, passedOver: 0 });
  app.clock.moveTo('2027-03-01T12:00:00Z');
  expect(countOf(await book(), 'LANGUAGE')).toEqual({ rule: 'LANGUAGE', weaker: 'SMALL', passedOver: 0 });
  expect((await book(world.partner)).overrules.decisions).toBe('SMALL');
  app.clock.moveTo('2027-03-20T12:00:00Z');
  for (let n = 4; n < 6; n += 1) await propose(30 + 20 * n);
  app.clock.moveTo('2027-04-01T12:00:00Z');
  const { overrules } = await book();
  expect(overrules).toMatchObject({ before: '2027-04-01', decisions: 6 });
  expect(overrules.rules.find(({ rule }) => rule === 'LANGUAGE')).toMatchObject({ weaker: 6 });
  expect(overrules.rules.find(({ rule }) => rule === 'WISHES')).toMatchObject({ weaker: 0 });
});
