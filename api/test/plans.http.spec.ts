import { afterAll, describe, expect, test } from '@jest/globals';
import { board } from '@shelter-city/contract/board';
import { plans, type PlanView } from '@shelter-city/contract/plans';
import { riskNotes } from '@shelter-city/contract/risk-notes';
import { stays } from '@shelter-city/contract/stays';
import { withholding } from '@shelter-city/contract/withholding';
import { aCity, aPlace, confirmedCapacity } from './factories/city.ts';
import { aProposal } from './factories/placement.ts';
import { aPlanningWorld } from './factories/planning.ts';
import { aRiskNote } from './factories/sweep-world.ts';

const { app, world, planned } = await aPlanningWorld();
afterAll(() => app.stop());

const seatedIn = (plan: PlanView) => plan.cohort.map(({ defender, seat }) => [defender.code, seat?.place.id ?? null] as const);

describe('a draft', () => {
  test('is made in the background, places as many as there is room for and proves it', async () => {
    const { plan } = await planned.aDraft(3, [100, 110]);
    expect([plan.status, plan.placed, plan.may]).toEqual(['NEW', 0, ['run', 'change', 'copy', 'discard']]);
    const done = await planned.made(plan);
    expect([done.status, done.placed, done.people, done.proof]).toEqual(['DONE', 2, 3, { isBest: true, morePeopleAtMost: 0 }]);
    expect(new Set(done.cohort.flatMap(({ seat }) => (seat ? [seat.place.id] : [])))).toEqual(new Set([world.placeId, world.otherPlaceId]));
    expect(done.cohort.find(({ seat }) => seat === null)?.leftOutBecause).toBe('OTHERS_NEED_IT');
    expect(done.cohort.flatMap(({ brokenBy }) => brokenBy)).toEqual([]);
    expect(done.may).toContain('publish');
    // It takes no nights and no city hears of it.
    const { reply } = await world.coordinator.call(board.show, { query: { from: world.day(90), until: world.day(150) } });
    expect(reply.stays).toEqual([]);
    expect((await world.partner.call(plans.show, { params: { planId: plan.id } })).status).toBe(403);
  });

  test('obeys a rule that its reader may not know, and says only that there is one', async () => {
    const { cohort, plan } = await planned.aDraft(1, [200, 210]);
    const other = await aCity(app.owner);
    const body = aRiskNote({ restricted: true, citiesToAvoid: [world.city.id] });
    await world.cleared.call(riskNotes.add, { params: { code: cohort[0]?.code ?? '' }, body });
    const done = await planned.made(plan);
    expect([done.placed, done.cohort[0]?.leftOutBecause]).toEqual([0, 'NOTHING_FITS']);
    const { reply, text } = await world.coordinator.call(plans.why, { params: { planId: plan.id, code: cohort[0]?.code ?? '' } });
    expect(reply.options.find(({ city }) => city.id === world.city.id)?.findings.filter(({ verdict }) => verdict === 'BLOCKED').map(({ rule }) => rule)).toEqual(['HIDDEN_RULE']);
    expect(text).not.toContain('RISK_CITY_TO_AVOID');
    expect(reply.options.map(({ city }) => city.id)).toContain(other.id);
  });

  test('keeps two apart whom a restricted note keeps apart, whoever plans', async () => {
    const { cohort, plan } = await planned.aDraft(2, [300, 305]);
    const ids = cohort.map(({ id }) => id);
    await world.cleared.call(riskNotes.add, { params: { code: cohort[0]?.code ?? '' }, body: aRiskNote({ restricted: true, notNear: [cohort[1]?.code ?? ''] }) });
    const done = await planned.made(plan);
    expect(done.placed).toBe(1);
    expect(ids).toHaveLength(2);
  });

  test('gets its pins and bans, and tells what became other', async () => {
    const { plan } = await planned.aDraft(2, [400, 410]);
    const done = await planned.made(plan);
    // The pinned one comes some days later than any plan would choose.
    await app.owner.query('UPDATE plan_person SET arrives_on = arrives_on + 4, departs_on = departs_on + 4 WHERE plan_id = $1', [plan.id]);
    const [pinned, banned] = (await world.coordinator.call(plans.show, { params: { planId: plan.id } })).reply.cohort;
    const params = (code = '') => ({ planId: plan.id, code });
    const first = await world.coordinator.call(plans.wish, { params: params(pinned?.defender.code), body: { version: done.version, pinned: true, bannedCityIds: [] } });
    const second = await world.coordinator.call(plans.wish, { params: params(banned?.defender.code), body: { version: first.reply.version, pinned: false, bannedCityIds: [world.city.id] } });
    const again = await planned.made(second.reply);
    expect(seatedIn(again)).toEqual([[pinned?.defender.code, pinned?.seat?.place.id], [banned?.defender.code, null]]);
    expect(again.cohort[0]?.seat).toEqual(pinned?.seat);
    expect(again.cohort[1]?.before?.place.id).toBe(banned?.seat?.place.id);
    const stale = await world.coordinator.call(plans.wish, { params: params(pinned?.defender.code), body: { version: 1, pinned: false, bannedCityIds: [] } });
    expect(stale.problem.type).toBe('/problems/changed-meanwhile');
    const nowhere = await world.coordinator.call(plans.wish, { params: params(banned?.defender.code), body: { version: again.version, pinned: true, bannedCityIds: [] } });
    expect([nowhere.status, nowhere.problem.errors?.[0]?.pointer]).toEqual([422, '/pinned']);
  });

  test('says what would follow elsewhere, and what would let in who has no place', async () => {
    const other = await aCity(app.owner);
    const placeId = await aPlace(app.owner, { cityId: other.id });
    await confirmedCapacity(app.owner, { cityId: other.id, placeId, opensOn: world.day(445), closesOn: world.day(490), confirmedById: world.partner.accountId });
    const { plan } = await planned.aDraft(4, [450, 452]);
    const done = await planned.made(plan);
    expect(done.placed).toBe(3);
    const left = done.cohort.find(({ seat }) => seat === null)!;
    const why = await world.coordinator.call(plans.why, { params: { planId: plan.id, code: left.defender.code } });
    expect(why.reply.neededBy.map(({ people }) => people.length).toSorted()).toEqual([1, 2]);
    expect(why.reply.letsIn?.onePlaceMore.map(({ city }) => city.id).toSorted()).toEqual([world.city.id, other.id].toSorted());
    expect(why.reply.letsIn?.otherDays?.days).toBe(28);
    const seated = done.cohort.find(({ seat }) => seat?.city.id === world.city.id)!;
    const instead = await world.coordinator.call(plans.instead, { params: { planId: plan.id, code: seated.defender.code, cityId: other.id } });
    expect([instead.reply.outcome, instead.reply.seat?.place.id]).toEqual(['POSSIBLE', placeId]);
    // Whoever was there goes elsewhere, or waits while the one who waited comes.
    expect(instead.reply.leftOut).toHaveLength(instead.reply.joins.length);
    expect(instead.reply.moves.length + instead.reply.leftOut.length).toBeGreaterThan(0);
    const forced = await world.coordinator.call(plans.instead, { params: { planId: plan.id, code: left.defender.code, cityId: other.id } });
    expect([forced.reply.outcome, forced.reply.leftOut.length + forced.reply.moves.length]).toEqual(['POSSIBLE', 1]);
  });

  test('is compared with its copy, row by row', async () => {
    const { plan } = await planned.aDraft(2, [500, 510]);
    const done = await planned.made(plan);
    const { reply: copy } = await world.coordinator.call(plans.copy, { params: { planId: plan.id }, body: { name: 'Spring, otherwise' } });
    expect(seatedIn(copy)).toEqual(seatedIn(done));
    const [person] = copy.cohort;
    const { reply: wished } = await world.coordinator.call(plans.wish, { params: { planId: copy.id, code: person?.defender.code ?? '' }, body: { version: copy.version, pinned: false, bannedCityIds: [world.city.id] } });
    await planned.made(wished, true);
    const beside = (ids: readonly string[]) => world.coordinator.call(plans.compare, { params: { planId: plan.id }, query: { beside: ids.join(',') } });
    const { reply } = await beside([copy.id]);
    expect(reply.plans.map(({ placed, leftOut, worse }) => [placed, leftOut, worse])).toEqual([[2, 0, 0], [1, 1, 1]]);
    expect(reply.rows.map(({ differs, seats }) => [differs, seats[1]?.change, seats[1]?.effect]).toSorted()).toEqual([[false, 'SAME', 'SAME'], [true, 'LEFT_OUT', 'WORSE']]);
    expect(reply.cities.map(({ city, nights }) => [city.id, nights])).toEqual([[world.city.id, [60, 30]]]);
    // Three at once, in the order in which they are named; one that isn't there leaves nothing to compare.
    const { reply: third } = await world.coordinator.call(plans.copy, { params: { planId: copy.id }, body: { name: 'Spring, once more' } });
    const three = await beside([third.id, copy.id]);
    expect(three.reply.plans.map((one) => one.plan.id)).toEqual([plan.id, third.id, copy.id]);
    expect(three.reply.rows.every(({ seats }) => seats.length === 3)).toBe(true);
    expect((await beside([copy.id, world.city.id])).status).toBe(404);
  });

  test('bears a name that can be read, without what is hidden in it', async () => {
    const { plan } = await planned.aDraft(1, [100, 110]);
    const named = (name: string) => world.coordinator.call(plans.copy, { params: { planId: plan.id }, body: { name } });
    const { status, problem } = await named('\u200B\u2800\u00AD');
    expect([status, problem.errors?.map(({ pointer }) => pointer)]).toEqual([422, ['/name']]);
    expect((await named('\u202ESpring\u200B 27')).reply.name).toBe('Spring 27');
  });

  test('that a killed server was making is stopped, and can be made anew', async () => {
    const { plan } = await planned.aDraft(1, [560, 565]);
    await app.owner.query("UPDATE plan_draft SET status = 'RUNNING', run_id = gen_random_uuid(), runs_until = now() - interval '1 minute' WHERE id = $1", [plan.id]);
    const { reply } = await world.coordinator.call(plans.show, { params: { planId: plan.id } });
    expect([reply.status, reply.may]).toEqual(['STOPPED', ['run', 'change', 'copy', 'discard']]);
    expect((await planned.made(reply)).placed).toBe(1);
  });

  test('isn’t there for whom one of its people is withheld from', async () => {
    const { cohort, plan } = await planned.aDraft(1, [570, 575]);
    const hidden = await app.signedInAs('COORDINATOR');
    await world.coordinator.call(withholding.add, { params: { code: cohort[0]?.code ?? '' }, body: { from: { kind: 'ACCOUNT', accountId: hidden.accountId }, why: 'They know each other.' } });
    expect((await hidden.call(plans.show, { params: { planId: plan.id } })).status).toBe(404);
    expect((await hidden.call(plans.list)).text).not.toContain(plan.id);
  });

  test('is begun only for those who await a place', async () => {
    const { person, body } = await aProposal(app, world, 20, 50);
    await world.coordinator.call(stays.proposeNew, { body });
    const answer = await world.coordinator.call(plans.create, { body: { name: 'X', from: world.day(1), until: world.day(9), codes: [person.code], placesKeptFree: 0 } });
    expect([answer.status, answer.problem.errors?.[0]?.pointer]).toEqual([422, '/codes/0']);
  });
});
