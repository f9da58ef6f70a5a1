import { afterAll, expect, test } from '@jest/globals';
import { plans } from '@shelter-city/contract/plans';
import { riskNotes } from '@shelter-city/contract/risk-notes';
import { aCity, aPlace, confirmedCapacity } from './factories/city.ts';
import { aPlanningWorld } from './factories/planning.ts';
import { aRiskNote } from './factories/sweep-world.ts';

const { app, world, planned } = await aPlanningWorld();
afterAll(() => app.stop());

const first = 1300;

/** A city with four places that are open for long enough. */
async function cityWithFour(publicEvents: 'NONE' | 'OPEN') {
  const city = await aCity(app.owner, { publicEvents });
  for (let at = 0; at < 4; at += 1) {
    const placeId = await aPlace(app.owner, { cityId: city.id });
    await confirmedCapacity(app.owner, { cityId: city.id, placeId, opensOn: world.day(first - 10), closesOn: world.day(first + 60), confirmedById: world.partner.accountId });
  }
  return city;
}

test('twelve weeks are told of where a plan has more of them', async () => {
  const city = await cityWithFour('NONE');
  const made = async (until: number) => planned.made((await planned.aDraft(1, [first, until])).plan);
  const weeksOf = ({ load }: Awaited<ReturnType<typeof made>>) => load.find((part) => part.city.id === city.id)?.weeks;
  expect(weeksOf(await made(first + 5))).toBeNull();
  // Four places that are open for sixty nights of the first twelve weeks, and one stay of thirty.
  expect(weeksOf(await made(first + 100))).toMatchObject({ fullest: { from: world.day(first), openNights: 240, plannedNights: 30 }, outside: null });
});

test('what all would like by what is less important than fairness is shared between the cities, and each is told why', async () => {
  await app.owner.query("UPDATE host_city SET status = 'PAUSED'");
  const [quiet, open] = [await cityWithFour('NONE'), await cityWithFour('OPEN')];
  const { plan } = await planned.aDraft(4, [first, first + 5]);
  const done = await planned.made(plan);
  expect([done.placed, done.proof]).toEqual([4, { isBest: true, morePeopleAtMost: 0 }]);
  // All four would rather be where nobody asks for publicity: 120 nights of the 60 that are fair, 30 more or less.
  const load = new Map(done.load.map(({ city, ...part }) => [city.id, part]));
  expect([load.get(quiet.id), load.get(open.id)]).toMatchObject([
    { plannedNights: 90, least: 30, most: 90, side: 'WITHIN' },
    { plannedNights: 30, least: 30, most: 90, side: 'WITHIN' },
  ]);
  const moved = done.cohort.filter(({ evenedFrom }) => evenedFrom !== null);
  expect(moved.map(({ seat, evenedFrom }) => [seat?.city.id, evenedFrom?.id])).toEqual([[open.id, quiet.id]]);
  expect(done.cohort.flatMap(({ brokenBy }) => brokenBy)).toEqual([]);
  // A copy knows it as well, and side by side both are in their band.
  const { reply: copy } = await world.coordinator.call(plans.copy, { params: { planId: plan.id }, body: { name: 'The same' } });
  expect(copy.cohort.filter(({ evenedFrom }) => evenedFrom !== null)).toHaveLength(1);
  const { reply } = await world.coordinator.call(plans.compare, { params: { planId: plan.id }, query: { beside: copy.id } });
  expect(reply.plans.map(({ citiesOutOfBand }) => citiesOutOfBand)).toEqual([0, 0]);
  // Made anew, with as few moved as possible, nobody is moved again.
  const again = await planned.made(done, true);
  expect(again.cohort.map(({ seat }) => seat)).toEqual(done.cohort.map(({ seat }) => seat));
});

test('who is less urgent and has what somebody more urgent would rather have is told', async () => {
  const { cohort, plan } = await planned.aDraft(2, [first, first + 1]);
  const done = await planned.made(plan);
  expect(done.envy).toEqual([]);
  const [one, other] = done.cohort;
  // As if a coordinator had placed one of them, and left the other, who became urgent, without a place.
  await app.owner.query('UPDATE plan_person SET place_id = NULL, arrives_on = NULL, departs_on = NULL WHERE plan_id = $1 AND defender_id = $2', [plan.id, cohort.find(({ code }) => code === one?.defender.code)?.id]);
  await world.cleared.call(riskNotes.add, { params: { code: one?.defender.code ?? '' }, body: aRiskNote({ level: 'HIGH' }) });
  const { reply } = await world.coordinator.call(plans.show, { params: { planId: plan.id } });
  expect(reply.envy).toEqual([{ defender: one?.defender, of: other?.defender, city: other?.seat?.city }]);
});
