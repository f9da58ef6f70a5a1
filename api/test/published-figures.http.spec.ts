import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { reports } from '@shelter-city/contract/reports';
import { loadSampleData } from '@shelter-city/prisma/seed/load';
import { startApp, type SignedIn, type TestApp } from './harness/app.ts';

// A load writes a whole programme.
jest.setTimeout(60_000);

let world: TestApp;
let manager: SignedIn;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'published-figures-'));
  world = await startApp();
  await loadSampleData({ ownerUrl: world.ownerUrl, keyFile: path.join(folder, 'ring.json'), today: '2026-11-22', log: () => undefined });
  world.clock.moveTo('2026-11-22T10:00:00Z');
  manager = await world.signedInAs('MANAGER');
});
afterAll(async () => {
  await world.stop();
  await rm(folder, { recursive: true, force: true });
});

const report = async (year: number, asAt?: string) => (await manager.call(reports.show, { params: { year: String(year) }, query: asAt === undefined ? {} : { asAt } })).reply;

describe('what the programme published, as a manager reads it', () => {
  test('8 people were hosted to the end of 2014, in two cities', async () => {
    expect((await report(2014)).soFar).toMatchObject({ since: 2012, persons: 8, cities: 2 });
  });

  test('56 people from 34 countries in 10 cities to the end of November 2017', async () => {
    expect((await report(2017, '2017-11-30')).soFar).toEqual({ since: 2012, persons: 56, countries: 34, cities: 10 });
  });

  test.each([
    ['Autumn 2018', 11],
    ['Spring 2019', 15],
    ['Autumn 2019', 9],
  ])('the guests of %s were %d', async (call, persons) => {
    expect((await report(2020)).calls.find((line) => line.call === call)).toMatchObject({ persons });
  });

  test('and every year’s figures still keep small ones to themselves', async () => {
    const { years } = await report(2026);
    expect(years[0]).toBe(2012);
    for (const year of years) {
      const { whole, soFar, cities, byYear, calls } = await report(year);
      const lines: Record<string, unknown>[] = [whole, soFar, ...cities, ...byYear, ...calls];
      for (const line of lines) for (const name of ['persons', 'stays', 'countries', 'personsSoFar', 'countriesSoFar']) expect([1, 2, 3, 4]).not.toContain(line[name]);
      const hidden = cities.filter(({ persons }) => typeof persons !== 'number');
      if (typeof whole.persons === 'number') expect(hidden).not.toHaveLength(1);
    }
  });
});
