import { afterAll, expect, test } from '@jest/globals';
import { board } from '@shelter-city/contract/board';
import { cityHome } from '@shelter-city/contract/city-home';
import { plans } from '@shelter-city/contract/plans';
import { riskNotes } from '@shelter-city/contract/risk-notes';
import { PlanRuns } from '../src/plans/plan-runs.service.ts';
import { aCity, aPlace, confirmedCapacity } from './factories/city.ts';
import { aPlanningWorld } from './factories/planning.ts';
import { aRiskNote } from './factories/sweep-world.ts';

const { app, world, planned } = await aPlanningWorld();
afterAll(() => app.stop());

test('a draft that a cleared coordinator made tells another one that a city is closed by a rule, and no more than that', async () => {
  const other = await aCity(app.owner);
  const placeId = await aPlace(app.owner, { cityId: other.id });
  await confirmedCapacity(app.owner, { cityId: other.id, placeId, opensOn: world.day(90), closesOn: world.day(160), confirmedById: world.partner.accountId });
  const { cohort, plan } = await planned.aDraft(2, [100, 102], world.cleared);
  const params = { planId: plan.id };
  const closed = cohort[0]?.code ?? '';
  await world.cleared.call(riskNotes.add, { params: { code: closed }, body: aRiskNote({ restricted: true, level: 'LOW', citiesToAvoid: [world.city.id] }) });
  await world.cleared.call(plans.run, { params, body: { version: plan.version, keep: false } });
  await app.app.get(PlanRuns).idle();

  const [theirs, ours] = [await world.cleared.call(plans.show, { params }), await world.coordinator.call(plans.show, { params })];
  const seatsIn = ({ reply }: typeof ours) => reply.cohort.map(({ defender, seat, leftOutBecause, urgent }) => [defender.code, seat?.city.id, leftOutBecause, urgent]);
  expect(seatsIn(ours)).toEqual(seatsIn(theirs));
  expect(ours.reply.cohort.find(({ defender }) => defender.code === closed)?.seat?.city.id).toBe(other.id);
  // The seat keeps every rule: that one is hidden is said where it closes something, and nowhere else.
  for (const { findings } of ours.reply.cohort) expect(findings.filter(({ rule, verdict }) => rule === 'HIDDEN_RULE' || verdict === 'BLOCKED')).toEqual([]);
  const { rows } = await app.owner.query<{ facts: string }>('SELECT decided_on_facts::text AS facts FROM plan_person WHERE plan_id = $1', [plan.id]);
  for (const { facts } of rows) expect(facts).not.toMatch(/RISK|HIDDEN|URGENCY/);

  const why = { params: { ...params, code: closed } };
  const [told, hidden] = [await world.cleared.call(plans.why, why), await world.coordinator.call(plans.why, why)];
  const blockedBy = ({ reply }: typeof told, cityId: string) => reply.options.find(({ city }) => city.id === cityId)?.findings.flatMap(({ rule, verdict }) => (verdict === 'BLOCKED' ? [rule] : []));
  expect([blockedBy(told, world.city.id), blockedBy(hidden, world.city.id)]).toEqual([['RISK_CITY'], ['HIDDEN_RULE']]);
  expect([blockedBy(told, other.id), blockedBy(hidden, other.id)]).toEqual([[], []]);
  expect(hidden.text).not.toMatch(/RISK_CITY_TO_AVOID|CITY_WITHHELD/);

  // Side by side with a copy in which the city was forced on the person, the rule decides, and is named only as one.
  const { reply: copy } = await world.cleared.call(plans.copy, { params, body: { name: 'Forced' } });
  const isTaken = ours.reply.cohort.some(({ seat }) => seat?.place.id === world.placeId);
  await app.owner.query('UPDATE plan_person q SET place_id = $3 FROM defender d WHERE q.plan_id = $1 AND d.id = q.defender_id AND d.id = $2', [copy.id, cohort[0]?.id, isTaken ? world.otherPlaceId : world.placeId]);
  const beside = { params, query: { beside: copy.id } };
  const decidedIn = ({ reply }: Awaited<ReturnType<typeof compared>>) => reply.rows.find(({ defender }) => defender.code === closed)?.seats[1]?.decidedBy;
  const compared = (asker: typeof world.coordinator) => asker.call(plans.compare, beside);
  expect([decidedIn(await compared(world.cleared)), decidedIn(await compared(world.coordinator))]).toEqual(['RISK_CITY', 'HIDDEN_RULE']);
});

test('a plan’s name, which anybody could write a person into, leaves the draft nowhere', async () => {
  const { cohort, plan } = await planned.aDraft(1, [200, 202]);
  const params = { planId: plan.id };
  const changed = await world.coordinator.call(plans.change, { params, body: { version: plan.version, name: 'Canary Plan', from: plan.arrivals.from, until: plan.arrivals.until, placesKeptFree: 0 } });
  expect(changed.reply.name).toBe('Canary Plan');
  const done = await planned.made(changed.reply);
  const { reply: copy } = await world.coordinator.call(plans.copy, { params, body: { name: 'Canary Copy' } });
  await world.coordinator.call(plans.compare, { params, query: { beside: copy.id } });
  await world.coordinator.call(plans.discard, { params: { planId: copy.id }, query: { version: String(copy.version) } });
  const stale = await world.coordinator.call(plans.change, { params, body: { version: plan.version, name: 'Canary Late', from: plan.arrivals.from, until: plan.arrivals.until, placesKeptFree: 0 } });
  expect(stale.status).toBe(409);
  expect((await planned.publish(done)).status).toBe(200);

  // Beside the draft itself no table has it: not the audit log, no event, no stay, no kept answer.
  const { rows: tables } = await app.owner.query<{ name: string }>("SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'vault', 'audit')");
  const holding: string[] = [];
  for (const { name } of tables) {
    const { rows } = await app.owner.query<{ text: string | null }>(`SELECT string_agg(t::text, ' ') AS text FROM ${name} t`);
    if (rows[0]?.text?.includes('Canary ') === true) holding.push(name);
  }
  expect(holding).toEqual(['public.plan_draft']);
  expect(app.log()).not.toContain('Canary');
  const partner = await world.partner.call(cityHome.show);
  expect([partner.status, partner.text.includes(cohort[0]?.codeName ?? ''), partner.text.includes('Canary')]).toEqual([200, true, false]);
  expect((await world.coordinator.call(board.show, { query: { from: world.day(190), until: world.day(240) } })).text).not.toContain('Canary');
  for (const role of ['MANAGER', 'ADMIN'] as const) expect((await (await app.signedInAs(role)).call(plans.list)).status).toBe(403);
});
