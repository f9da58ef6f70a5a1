import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { board } from '@shelter-city/contract/board';
import { cities } from '@shelter-city/contract/cities';
import { defenders } from '@shelter-city/contract/defenders';
import { matching } from '@shelter-city/contract/matching';
import { reports, type ReportView } from '@shelter-city/contract/reports';
import { stays } from '@shelter-city/contract/stays';
import { today } from '@shelter-city/contract/today';
import { smallestShown } from '@shelter-city/domain/reports/small-counts';
import { neutral } from '../src/reports/csv-file.ts';
import { aCity, aPlace, confirmedCapacity, someBlockedDays } from './factories/city.ts';
import { aCall, aDefender } from './factories/defender.ts';
import type { Values } from './factories/insert.ts';
import { aStay } from './factories/stay.ts';
import { startApp, type SignedIn, type TestApp } from './harness/app.ts';
import { unzip } from './harness/unzip.ts';

let world: TestApp;
let manager: SignedIn;
let coordinator: SignedIn;
let large: Awaited<ReturnType<typeof aHost>>;
let other: Awaited<ReturnType<typeof aHost>>;
let small: Awaited<ReturnType<typeof aHost>>;
const guests: { id: string; code: string; codeName: string; stayId: string }[] = [];

async function aHost(name: string, closesOn = '2027-01-01') {
  const { id: cityId, slug } = await aCity(world.owner, { name });
  const placeId = await aPlace(world.owner, { cityId });
  await confirmedCapacity(world.owner, { cityId, placeId, opensOn: '2025-01-01', closesOn, confirmedById: coordinator.accountId });
  return { cityId, placeId, slug, name };
}
async function guest({ cityId, placeId }: { cityId: string; placeId: string }, arrivesOn: string, departsOn: string, country: string, more: Values = {}) {
  const defender = await aDefender(world.owner, { countryOfWork: country });
  const stayId = await aStay(world.owner, { cityId, placeId, defenderId: defender.id, status: 'CLOSED', arrivesOn, departsOn, ...more });
  guests.push({ ...defender, stayId });
}

beforeAll(async () => {
  world = await startApp();
  world.clock.moveTo('2026-10-20T10:00:00Z');
  manager = await world.signedInAs('MANAGER');
  coordinator = await world.signedInAs('COORDINATOR');
  [large, other, small] = [await aHost('Groot'), await aHost('Ander'), await aHost('Klein')];
  const callId = await aCall(world.owner, { name: 'Spring 2025' });
  // Groot: six in 2025, the last of them across New Year; Ander: seven; Klein: two.
  for (const [from, until] of [['02-01', '02-21'], ['03-01', '03-21'], ['04-01', '04-21'], ['05-01', '05-21'], ['06-01', '06-21']]) {
    await guest(large, `2025-${String(from)}`, `2025-${String(until)}`, 'CO', { callId });
  }
  await guest(large, '2025-12-22', '2026-01-11', 'EG');
  for (const month of ['01', '02', '03', '04', '05', '06', '07']) await guest(other, `2025-${month}-01`, `2025-${month}-11`, month < '04' ? 'KE' : 'NP');
  await guest(small, '2025-01-01', '2025-03-01', 'PS');
  await guest(small, '2025-03-01', '2025-04-01', 'XK', { actualDepartsOn: '2025-03-11', status: 'CUT_SHORT' });
  // None of these is a hosted person of 2025.
  await guest(small, '2025-06-01', '2025-07-01', 'RW', { status: 'DECLINED' });
  await guest(small, '2025-06-01', '2025-07-01', 'RW', { status: 'NO_SHOW' });
  await guest(small, '2025-08-01', '2025-09-01', 'RW', { actualDepartsOn: '2025-08-01', status: 'CUT_SHORT' });
  await someBlockedDays(world.owner, { cityId: large.cityId, placeId: large.placeId, blockedFrom: '2025-07-01', blockedUntil: '2025-07-31' });
  await someBlockedDays(world.owner, { cityId: large.cityId, placeId: large.placeId, blockedFrom: '2025-07-21', blockedUntil: '2025-08-10' });
});
afterAll(async () => {
  await world.stop();
});

const show = async (year: number, query: Record<string, string> = {}, asker = manager) => (await asker.call(reports.show, { params: { year: String(year) }, query })).reply;
const cityOf = (report: ReportView, { cityId }: { cityId: string }) => report.cities.find((line) => line.cityId === cityId);

describe('the yearly report', () => {
  test('counts persons, stays, nights, countries and cities of a year that is over', async () => {
    const report = await show(2025);
    expect(report).toMatchObject({ year: 2025, asAt: '2025-12-31', years: [2025, 2026], smallestShown: 5, may: { export: true } });
    // 5 × 20 and ten nights to New Year, 7 × 10, 59 and 10.
    expect(report.whole).toEqual({ persons: 15, stays: 15, nights: 249, countries: 6, cities: 3, nightsOffered: 3 * 365 - 40, occupancyPercent: 24 });
    expect(report.soFar).toEqual({ since: 2025, persons: 15, countries: 6, cities: 3 });
    expect(report.calls).toEqual([{ call: 'Spring 2025', persons: 5, countries: 'SMALL' }]);
    expect(cityOf(report, large)?.nightsOffered).toBe(365 - 40);
  });

  test('puts a stay across New Year into both years, each with its own nights', async () => {
    const report = await show(2026);
    expect(report).toMatchObject({ asAt: '2026-10-20', whole: { persons: 'SMALL', stays: 'SMALL', nights: 'WITHHELD', countries: 'SMALL', cities: 1, occupancyPercent: null }, soFar: { persons: 15 } });
    expect(report.byYear.map(({ year, persons, nights, personsSoFar }) => [year, persons, nights, personsSoFar])).toEqual([[2025, 15, 249, 15], [2026, 'SMALL', 'WITHHELD', 15]]);
    // Nights offered run to the day that is asked about.
    expect(cityOf(report, other)?.nightsOffered).toBe(293);
  });

  test('hides a small city, and one more, so that the whole doesn’t give it back', async () => {
    const report = await show(2025);
    expect(cityOf(report, small)).toMatchObject({ persons: 'SMALL', stays: 'SMALL', nights: 'WITHHELD', occupancyPercent: 'WITHHELD' });
    const [one, two] = [cityOf(report, large), cityOf(report, other)];
    expect([one?.persons, two?.persons].filter((figure) => figure === 'WITHHELD')).toHaveLength(1);
    expect([one?.nights, two?.nights].filter((figure) => figure === 'WITHHELD')).toHaveLength(1);
  });

  test('has no figure of 1 to 4 persons or stays anywhere, on any day one may ask for', async () => {
    const days = ['2025-01-31', '2025-02-28', '2025-03-31', '2025-06-30', '2025-11-30', '2025-12-31', '2026-01-31', '2026-10-20'];
    for (const asAt of days) {
      for (const year of [2025, 2026]) {
        const { whole, soFar, cities: lines, byYear, calls } = await show(year, { asAt });
        const figures = [whole, soFar, ...lines, ...byYear, ...calls].flatMap((line) => Object.entries(line).filter(([name]) => /^(persons|stays|countries)/.test(name)));
        for (const [, figure] of figures) expect([1, 2, 3, 4]).not.toContain(figure);
      }
    }
  });

  test('withholds the cities on a day inside a past year: month by month they would tell who came when', async () => {
    const report = await show(2025, { asAt: '2025-11-30' });
    expect(report.whole.persons).toBe(14);
    expect(new Set(report.cities.map(({ persons }) => persons))).toEqual(new Set(['WITHHELD']));
    expect(new Set(report.cities.map(({ nights }) => nights))).toEqual(new Set(['WITHHELD']));
  });

  test('is asked as at a month’s last day or today, of a year that has begun', async () => {
    const ask = (year: string, query: Record<string, string> = {}) => manager.call(reports.show, { params: { year }, query });
    expect((await ask('2025', { asAt: '2025-11-29' })).problem).toMatchObject({ status: 422, errors: [{ pointer: '/asAt', detail: 'Choose the last day of a month, or today.' }] });
    expect((await ask('2026', { asAt: '2026-10-31' })).problem).toMatchObject({ status: 422, errors: [{ detail: 'This day is still to come.' }] });
    expect((await ask('2026', { asAt: '2026-10-20' })).status).toBe(200);
    expect((await ask('2027')).status).toBe(404);
    expect((await ask('1999')).status).toBe(404);
    expect((await ask('last')).status).toBe(404);
    expect(await show(2013)).toMatchObject({ whole: { persons: 0, nights: 0, occupancyPercent: null }, cities: [], byYear: [] });
  });

  test('says the same to a coordinator, who may not export, and nothing to city and administrator', async () => {
    expect(await show(2025, {}, coordinator)).toEqual({ ...(await show(2025)), may: { export: false } });
    expect((await coordinator.call(reports.export, { params: { year: '2025' }, body: { format: 'csv', purpose: 'For the board', language: 'en' } })).status).toBe(403);
    expect((await coordinator.call(reports.exports)).status).toBe(403);
    for (const asker of [await world.signedInAs('CITY_PARTNER', { cityId: large.cityId }), await world.signedInAs('ADMIN')]) {
      expect((await asker.call(reports.show, { params: { year: '2025' } })).status).toBe(403);
      expect((await asker.call(reports.export, { params: { year: '2025' }, body: { format: 'csv', purpose: 'For the board', language: 'en' } })).status).toBe(403);
    }
  });
});

describe('a file of the report', () => {
  const make = (format: 'csv' | 'xlsx', language: 'en' | 'nl' | 'fr' = 'en', purpose = 'Annual report to the ministry') => manager.call(reports.export, { params: { year: '2025' }, body: { format, purpose, language } });
  const bytesOf = async (answer: ReturnType<typeof make>) => Buffer.from((await answer).reply.contentBase64, 'base64');

  test('as CSV has one quoted row per figure, headings and words in the reader’s language', async () => {
    const text = (await bytesOf(make('csv', 'nl'))).toString('utf8');
    expect(text.startsWith('\uFEFF"Shelter City, jaarcijfers 2025, stand van 31 december 2025"\r\n"Onderdeel";"Naam";"Personen"')).toBe(true);
    expect(text).toContain('"Hele jaar";"2025";"15";"15";"249";"1055";"24";"6";"3"');
    expect(text).toContain('"Gaststad";"Klein";"< 5";"< 5";"niet getoond";"365";"niet getoond";"";""');
    expect(text).toContain('"Hoe is dit geteld?"');
    expect(text).toContain('"Gemaakt voor: Annual report to the ministry"');
    expect((await bytesOf(make('csv', 'fr'))).toString('utf8')).toContain('"Comment est-ce compté ?"');
  });

  test('as CSV holds nothing that a spreadsheet would run', async () => {
    const text = (await bytesOf(make('csv', 'en', '=HYPERLINK("x");@SUM(1)\n-2'))).toString('utf8');
    expect(text).toContain(`"Made for: =HYPERLINK(""x"");'@SUM(1)\n'-2"`);
    expect(neutral('=1')).toBe("'=1");
    expect(neutral('a;=1,+2|-3\t@4\0')).toBe("a;'=1,'+2|'-3\t'@4");
    expect(neutral('well-known: a=b')).toBe('well-known: a=b');
  });

  test('as a workbook has typed cells and a sheet that explains them', async () => {
    const files = unzip(await bytesOf(make('xlsx', 'en', '=1+1 for the board')));
    const sheets = [...files.entries()].filter(([name]) => /worksheets\/sheet\d+\.xml$/.test(name)).map(([, text]) => text);
    expect(sheets).toHaveLength(2);
    expect(sheets.join('')).not.toContain('<f>');
    expect(sheets[0]).toContain('<v>249</v>');
    const texts = [...files.values()].join('');
    for (const part of ['How is this counted', 'Made for: =1+1 for the board', 'withheld', '&lt; 5', 'Klein']) expect(texts).toContain(part);
  });

  test('is written down with who, what for, which figures and its hash', async () => {
    const answer = (await make('csv')).reply;
    expect(answer).toMatchObject({ fileName: 'shelter-city-2025.csv', mediaType: 'text/csv; charset=utf-8' });
    expect(createHash('sha256').update(Buffer.from(answer.contentBase64, 'base64')).digest('hex')).toBe(answer.sha256);
    const { items } = (await manager.call(reports.exports)).reply;
    expect(items[0]).toMatchObject({ by: { id: manager.accountId }, format: 'csv', purpose: 'Annual report to the ministry', year: 2025, rows: 8, sha256: answer.sha256 });
    const { rows } = await world.owner.query("SELECT actor_id, action, reason, fields FROM audit.log WHERE object_kind = 'EXPORT' ORDER BY seq DESC LIMIT 1");
    expect(rows).toEqual([{ actor_id: manager.accountId, action: 'report:export', reason: 'Annual report to the ministry', fields: ['part', 'name', 'persons', 'stays', 'nights', 'nightsOffered', 'occupancyPercent', 'countries', 'cities'] }]);
    const colleague = await world.signedInAs('MANAGER');
    expect((await colleague.call(reports.exports)).reply.items[0]).toMatchObject({ by: null, sha256: answer.sha256 });
  });

  test('isn’t made without a purpose, and is made once for one key', async () => {
    expect((await make('csv', 'en', ' no ')).problem).toMatchObject({ status: 422, errors: [{ pointer: '/purpose' }] });
    const key = { 'idempotency-key': '3f0f5a86-6c57-4e0b-9b61-0d9e6f6d1a10' };
    const again = () => manager.call(reports.export, { params: { year: '2025' }, body: { format: 'xlsx', purpose: 'Sent twice by a bad line', language: 'en' }, headers: key });
    expect((await again()).reply).toEqual((await again()).reply);
    const { items } = (await manager.call(reports.exports)).reply;
    expect(items.filter(({ purpose }) => purpose === 'Sent twice by a bad line')).toHaveLength(1);
  });
});

describe('a manager', () => {
  test('reads no defender, no stay, no board, no city', async () => {
    const [{ code, stayId }] = guests as [(typeof guests)[number]];
    const answers = await Promise.all([
      manager.call(defenders.list), manager.call(defenders.show, { params: { code } }), manager.call(stays.show, { params: { stayId } }),
      manager.call(matching.show, { params: { code } }), manager.call(board.show, { query: { from: '2025-01-01', until: '2025-06-01' } }),
      manager.call(today.show), manager.call(cities.list), manager.call(cities.show, { params: { slug: large.slug } }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 403));
    for (const { text } of answers) for (const { codeName } of guests) expect(text).not.toContain(codeName);
  });

  test('has no right on the tables themselves', async () => {
    const tables = ['defender', 'stay', 'risk_note', 'sealed_compartment', 'place', 'capacity_period', 'event'];
    const { rows } = await world.owner.query<{ allowed: boolean }>("SELECT bool_or(has_any_column_privilege('shelter_manager', t::regclass, 'SELECT')) AS allowed FROM unnest($1::text[]) t", [tables]);
    expect(rows).toEqual([{ allowed: false }]);
  });

  test('is protected by one threshold, the database’s and the rule’s', async () => {
    const { rows } = await world.owner.query<{ k: number }>('SELECT counting.smallest_shown() AS k');
    expect(rows[0]?.k).toBe(smallestShown);
  });
});
