import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cityCounts } from '@shelter-city/contract/city-counts';
import { reports } from '@shelter-city/contract/reports';
import { aCity, aPlace, confirmedCapacity } from './factories/city.ts';
import { aDefender } from './factories/defender.ts';
import { aStay } from './factories/stay.ts';
import { startApp, type SignedIn, type TestApp } from './harness/app.ts';

let world: TestApp;
let manager: SignedIn;
const hosts: { cityId: string; slug: string; name: string; partner: SignedIn }[] = [];

/** A city with as many guests in 2024, 2025 and 2026, each of ten nights in a month of its own. */
async function aHost(name: string, ...guests: readonly number[]) {
  const { id: cityId, slug } = await aCity(world.owner, { name });
  const placeId = await aPlace(world.owner, { cityId });
  await confirmedCapacity(world.owner, { cityId, placeId, opensOn: '2024-01-01', closesOn: '2027-01-01', confirmedById: manager.accountId });
  for (const [index, count] of guests.entries()) {
    for (let month = 1; month <= count; month += 1) {
      const start = `${String(2024 + index)}-${String(month).padStart(2, '0')}`;
      const { id: defenderId } = await aDefender(world.owner);
      await aStay(world.owner, { cityId, placeId, defenderId, status: 'CLOSED', arrivesOn: `${start}-01`, departsOn: `${start}-11` });
    }
  }
  hosts.push({ cityId, slug, name, partner: await world.signedInAs('CITY_PARTNER', { cityId }) });
}

beforeAll(async () => {
  world = await startApp();
  world.clock.moveTo('2026-10-20T10:00:00Z');
  manager = await world.signedInAs('MANAGER');
  await aHost('Groot', 6, 7, 8);
  await aHost('Ander', 7, 6, 6);
  await aHost('Klein', 0, 2, 6);
});
afterAll(async () => {
  await world.stop();
});

describe('a city’s yearly counts', () => {
  test('are its own lines of the manager’s reports, figure by figure', async () => {
    for (const { cityId, slug, name, partner } of hosts) {
      const { status, reply } = await partner.call(cityCounts.years);
      const lines = [];
      for (const year of [2026, 2025, 2024]) {
        const report = (await manager.call(reports.show, { params: { year: String(year) } })).reply;
        const line = report.cities.find((one) => one.cityId === cityId);
        const { persons, stays, nights, nightsOffered, occupancyPercent } = line ?? {};
        lines.push({ year, persons, stays, nights, nightsOffered, occupancyPercent });
      }
      expect([status, reply]).toEqual([200, { city: { id: cityId, slug, name }, smallestShown: 5, years: lines }]);
    }
  });

  test('hide a city’s large count too where it would give another city’s small one back', async () => {
    const of2025 = await Promise.all(hosts.map(async ({ partner }) => (await partner.call(cityCounts.years)).reply.years.find(({ year }) => year === 2025)?.persons));
    expect(of2025[2]).toBe('SMALL');
    expect(of2025.slice(0, 2).filter((persons) => persons === 'WITHHELD')).toHaveLength(1);
    const of2024 = await Promise.all(hosts.map(async ({ partner }) => (await partner.call(cityCounts.years)).reply.years.find(({ year }) => year === 2024)?.persons));
    expect(of2024).toEqual([6, 7, 0]);
  });

  test('name no other city, and are nobody else’s to ask for', async () => {
    const [{ partner }] = hosts as [(typeof hosts)[number]];
    const { text } = await partner.call(cityCounts.years);
    for (const other of hosts.slice(1)) for (const part of [other.name, other.cityId, other.slug]) expect(text).not.toContain(part);
    for (const role of ['MANAGER', 'COORDINATOR', 'ADMIN'] as const) expect((await (await world.signedInAs(role)).call(cityCounts.years)).status).toBe(403);
  });

  test('are counted without a right of the city’s own: its role in the database may not count', async () => {
    const { rows } = await world.owner.query(
      "SELECT role, has_function_privilege(role, 'counting.city_years(date)', 'EXECUTE') AS counts FROM unnest(ARRAY['shelter_city', 'shelter_manager']) AS role ORDER BY role",
    );
    expect(rows).toEqual([{ role: 'shelter_city', counts: false }, { role: 'shelter_manager', counts: true }]);
  });
});
