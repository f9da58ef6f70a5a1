import { afterAll, expect, test } from '@jest/globals';
import { plans, type PlanView } from '@shelter-city/contract/plans';
import { aPlanningWorld } from './factories/planning.ts';
import { statementsOf } from './harness/statements.ts';

const { app, world, planned } = await aPlanningWorld();
afterAll(() => app.stop());

const copyOf = async ({ id }: PlanView, name: string) => (await world.coordinator.call(plans.copy, { params: { planId: id }, body: { name } })).reply.id;
const show = ({ id }: PlanView) => async () => {
  expect((await world.coordinator.call(plans.show, { params: { planId: id } })).reply.cohort.length).toBeGreaterThan(0);
};
const compare = ({ id }: PlanView, beside: readonly string[]) => async () => {
  const { reply } = await world.coordinator.call(plans.compare, { params: { planId: id }, query: { beside: beside.join(',') } });
  expect(reply.plans).toHaveLength(beside.length + 1);
};

test('a plan’s page and drafts side by side ask the database as often for many people and drafts as for few', async () => {
  const [few, many] = [await planned.made((await planned.aDraft(2, [100, 110])).plan), await planned.made((await planned.aDraft(12, [100, 110])).plan)];
  const [ofFew, ofMany] = [await statementsOf(show(few)), await statementsOf(show(many))];
  expect(ofMany).toBe(ofFew);

  const copies = [await copyOf(many, 'Two'), await copyOf(many, 'Three'), await copyOf(many, 'Four')];
  const beside = (count: number) => statementsOf(compare(many, copies.slice(0, count)));
  const [two, four] = [await beside(1), await beside(3)];
  expect(four).toBe(two);
  // Of other people in the second draft no more is asked than of the same.
  expect(await statementsOf(compare(many, [few.id]))).toBe(two);
});
