import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { openedPart } from '@shelter-city/contract/city-home';
import { cityParts } from '@shelter-city/domain/disclosure/city-parts';
import { compartmentContent, defenderCompartments } from '@shelter-city/contract/defender-content';
import { riskNoteContent } from '@shelter-city/contract/risk-notes';
import { isCountryCode } from '@shelter-city/domain/defenders/country-list';
import { loadSampleData } from '@shelter-city/prisma/seed/load';
import { samplePassword, sampleSignIns } from '@shelter-city/prisma/seed/sign-ins';
import { cloneDatabase, type TestDatabase } from '@shelter-city/prisma/tools/test-database';
import { bindings } from '@shelter-city/vault/bindings';
import { keyRingOfFile } from '@shelter-city/vault/key-ring';
import { isPassword } from '@shelter-city/vault/password';
import { openJson } from '@shelter-city/vault/seal';
import { openTotp } from '@shelter-city/vault/totp-seal';
import pg from 'pg';

// A load writes a whole programme; the machine may be busy with other specs meanwhile.
jest.setTimeout(60_000);

const today = '2026-11-22';
let folder: string;
let database: TestDatabase;
let client: pg.Client;

const keyFile = () => path.join(folder, 'keys', 'ring.json');
const load = (ownerUrl: string, day = today) => loadSampleData({ ownerUrl, keyFile: keyFile(), today: day, log: () => undefined });
const rowsOf = async <Row extends pg.QueryResultRow>(sql: string, values: readonly unknown[] = []): Promise<Row[]> =>
  (await client.query<Row>(sql, [...values])).rows;
const count = async (fromWhere: string): Promise<number> => (await rowsOf<{ n: number }>(`select count(*)::integer as n from ${fromWhere}`))[0]?.n ?? 0;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'sample-data-'));
  database = await cloneDatabase();
  await load(database.ownerUrl);
  client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

describe('the report says what the programme published', () => {
  const asAt = async (day: string) => (await rowsOf('select persons_so_far, countries_so_far, cities_so_far from counting.years($1) order by year desc limit 1', [day]))[0];
  const ofCall = async (name: string) =>
    (await rowsOf('select persons, countries from counting.calls($1) where call = $2', [today, name]))[0];
  const countriesOf = async (name: string) =>
    (await rowsOf<{ codes: string }>(
      `select string_agg(d.country_of_work, ' ' order by d.country_of_work) as codes
       from (select distinct s.defender_id from stay s join call c on c.id = s.call_id where c.name = $1) x join defender d on d.id = x.defender_id`, [name],
    ))[0]?.codes;

  test('8 people to the end of 2014, in The Hague and Middelburg', async () => {
    expect(await asAt('2014-12-31')).toMatchObject({ persons_so_far: 8, cities_so_far: 2 });
    const cities = await rowsOf(`select distinct city from counting.city_years('2014-12-31') order by city`);
    expect(cities).toEqual([{ city: 'Middelburg' }, { city: 'The Hague' }]);
  });

  test('56 people from 34 countries in 10 cities to November 2017, and the same to the end of that year', async () => {
    const published = { persons_so_far: 56, countries_so_far: 34, cities_so_far: 10 };
    expect(await asAt('2017-11-30')).toEqual(published);
    expect(await asAt('2017-12-31')).toEqual(published);
  });

  test.each([
    ['Autumn 2018', { persons: 11, countries: 11 }, 'CD CO EG KE MK MX NG NP PS SN VE'],
    ['Spring 2019', { persons: 15, countries: 12 }, 'BR CD CO CO GE IN IN KG NI NP PK PK VE ZM ZW'],
    ['Autumn 2019', { persons: 9, countries: 8 }, 'EG ID IN KH MX PK SS UG UG'],
  ])('the cohort of %s', async (name, counts, countries) => {
    expect(await ofCall(name)).toEqual(counts);
    expect(await countriesOf(name)).toBe(countries);
  });

  test('each city’s usual number of guests a year', async () => {
    const rows = await rowsOf(
      `select city, persons from counting.city_years($1) where year = 2019 and city in ('Maastricht', 'Nijmegen', 'Utrecht', 'Groningen', 'Rotterdam') order by city`, [today],
    );
    expect(rows).toEqual([
      { city: 'Groningen', persons: 2 }, { city: 'Maastricht', persons: 2 }, { city: 'Nijmegen', persons: 2 },
      { city: 'Rotterdam', persons: 3 }, { city: 'Utrecht', persons: 3 },
    ]);
  });

  test('a dozen in the five cities in 2015, and nobody travelled in spring 2020', async () => {
    expect(await rowsOf('select persons, cities from counting.years($1) where year = 2015', [today])).toEqual([{ persons: 12, cities: 5 }]);
    expect(await ofCall('Spring 2020')).toBeUndefined();
  });

  test('thirteen cities, each with a joining year before its first guest', async () => {
    expect(await count('host_city')).toBe(13);
    expect(await count(`stay s join host_city c on c.id = s.city_id where extract(year from s.actual_arrives_on) < c.joined_year`)).toBe(0);
  });
});

describe('each edge is there', () => {
  test.each([
    ['a stay across New Year', `stay where status = 'CLOSED' and extract(year from actual_arrives_on) < extract(year from actual_departs_on)`],
    ['a stay cut short', `stay where status = 'CUT_SHORT' and actual_departs_on < departs_on`],
    ['a deferred cohort', `stay s join application a on a.call_id = s.call_id and a.defender_id = s.defender_id where s.status = 'CANCELLED' and s.reason_code = 'COHORT_POSTPONED' and a.status = 'DEFERRED'`],
    ['a declined proposal', `stay where status = 'DECLINED'`],
    ['a lapsed hold', `stay where status = 'LAPSED'`],
    ['a transfer', `stay s join stay n on n.continues_id = s.id where s.status = 'TRANSFERRED' and n.city_id <> s.city_id and n.arrives_on = s.actual_departs_on`],
    ['one person with stays of two years', `stay a join stay b on a.defender_id = b.defender_id and a.id <> b.id where b.actual_arrives_on > a.actual_arrives_on + 365`],
    ['a short stay', `stay where track = 'SHORT_STAY' and actual_departs_on - actual_arrives_on = 28`],
    ['a wish for 1 July to 30 September', `defender where selection = 'SELECTED' and extract(month from earliest_arrival) = 7 and extract(day from earliest_arrival) = 1 and (earliest_arrival + nights_wished)::text like '%-09-30'`],
    ['visa days used up elsewhere', `schengen_presence p join defender d on d.id = p.defender_id where left_on - entered_on + 1 > 60 and d.selection = 'SELECTED'`],
    ['a country that ISO doesn’t know', `defender where country_of_work = 'XS' and selection = 'SELECTED'`],
    ['a city with more places than guests it accompanies at once', `host_city c where c.guests_at_once_at_most < (select count(*) from place p where p.city_id = c.id)`],
    ['a place where a diet is possible', `place where diet_possible`],
    ['a no-show', `stay where status = 'NO_SHOW' and reason_note is not null`],
  ])('%s', async (_, where) => {
    expect(await count(where)).toBeGreaterThan(0);
  });

  test('whoever must sleep alone, or needs a step-free place, has one, of all who are asked for or under way', async () => {
    const lying = (need: string, unmet: string) =>
      count(`stay s join defender d on d.id = s.defender_id join place p on p.id = s.place_id where s.status in ('PROPOSED', 'CONFIRMED', 'TRAVELLING', 'IN_STAY') and '${need}' = any (d.needs) and ${unmet}`);
    expect(await lying('SLEEPS_ALONE', 'p.shared')).toBe(0);
    expect(await lying('STEP_FREE', 'p.step_free is false')).toBe(0);
  });

  test('every country is in the programme’s list', async () => {
    const used = await rowsOf<{ code: string }>('select distinct country_of_work as code from defender union select current_country from defender where current_country is not null');
    expect(used.map(({ code }) => code).filter((code) => !isCountryCode(code))).toEqual([]);
  });
});

describe('today has work for everybody', () => {
  const fiveCities = ['maastricht', 'middelburg', 'nijmegen', 'the-hague', 'utrecht'];

  test('a proposal waits in each of the five cities', async () => {
    const waiting = await rowsOf<{ slug: string }>(`select distinct c.slug from stay s join host_city c on c.id = s.city_id where s.status = 'PROPOSED' and s.offered_arrives_on is null order by 1`);
    expect(waiting.map(({ slug }) => slug)).toEqual(fiveCities);
  });

  test.each([
    ['a hold that lapses within two days', `stay where status = 'PROPOSED' and hold_expires_at between date '${today}' and date '${today}' + 2`],
    ['no answer for five working days', `stay where status = 'PROPOSED' and proposed_at < date '${today}' - 7`],
    ['a yes of yesterday', `stay where status = 'CONFIRMED' and answered_at >= date '${today}' - 1`],
    ['a no of yesterday', `stay where status = 'DECLINED' and answered_at >= date '${today}' - 1`],
    ['other dates', `stay where status = 'PROPOSED' and offered_arrives_on is not null`],
    ['a guest in Utrecht', `stay s join host_city c on c.id = s.city_id where c.slug = 'utrecht' and s.status = 'IN_STAY'`],
    ['a guest in Maastricht', `stay s join host_city c on c.id = s.city_id where c.slug = 'maastricht' and s.status = 'IN_STAY'`],
    ['an end without a return review', `stay where status = 'IN_STAY' and departs_on - date '${today}' between 0 and 14 and return_reviewed_on is null`],
    ['an overdue departure', `stay where status = 'IN_STAY' and departs_on < date '${today}'`],
    ['an arrival within two weeks', `stay where status = 'CONFIRMED' and arrives_on - date '${today}' between 0 and 14`],
    ['an overdue arrival', `stay where status = 'TRAVELLING' and arrives_on < date '${today}'`],
    ['capacity asked for', `capacity_period where status = 'REQUESTED' and opens_on > '${today}'`],
    ['capacity offered for the next quarter', `capacity_period where status = 'OFFERED' and opens_on = '2027-01-01'`],
    ['closed days ahead', `blocked_days where blocked_from > '${today}'`],
    ['an overdue risk review', `risk_note n where review_by < '${today}' and not exists (select from risk_note s where s.supersedes_id = n.id)`],
    ['a restricted note that supersedes one', `risk_note where restricted and supersedes_id is not null`],
    ['a city banned', 'risk_city_ban'],
    ['a pair to keep apart', 'risk_apart'],
    ['a draft', `stay where status = 'DRAFT'`],
    ['an application in triage', `application where status = 'TRIAGE'`],
  ])('%s', async (_, where) => {
    expect(await count(where)).toBeGreaterThan(0);
  });

  test('at least six people are selected and have no place', async () => {
    expect(await count(
      `defender d where selection = 'SELECTED' and not exists (select from stay s where s.defender_id = d.id and s.status not in ('DRAFT', 'DECLINED', 'LAPSED', 'TURNED_DOWN', 'CANCELLED'))`,
    )).toBeGreaterThanOrEqual(6);
  });

  test('a rule was written about exactly one stay that stands', async () => {
    const standing = "s.status in ('PROPOSED', 'CONFIRMED', 'TRAVELLING', 'IN_STAY')";
    const current = 'not exists (select from risk_note newer where newer.supersedes_id = r.note_id)';
    expect(await count(`stay s join risk_city_ban r on r.defender_id = s.defender_id and r.city_id = s.city_id where ${standing} and ${current}`)).toBe(1);
    expect(await count(`risk_apart r join stay s on s.defender_id = r.defender_id join stay o on o.defender_id = r.other_defender_id and o.city_id = s.city_id
      and o.occupies && s.occupies where ${standing} and ${current}`)).toBe(0);
  });

  test('nobody of the past awaits a place', async () => {
    expect(await count(
      `defender d join stay s on s.defender_id = d.id where s.actual_departs_on is not null and d.selection = 'SELECTED'
       and not exists (select from stay o where o.defender_id = d.id and o.arrives_on >= d.selected_on and (o.actual_arrives_on is not null))`,
    )).toBe(0);
  });

  test('everybody stands where the newest application does', async () => {
    expect(await count(
      `defender d join lateral (select status from application a join call c on c.id = a.call_id where a.defender_id = d.id order by c.stays_from desc limit 1) newest on true where newest.status <> d.selection`,
    )).toBe(0);
  });

  test('nothing has happened yet that lies in the future', async () => {
    expect(await count(`event where at >= date '${today}'`)).toBe(0);
    expect(await count(`stay s where not exists (select from event e where e.subject_id = s.id and e.to_status = s.status::text)`)).toBe(0);
  });
});

describe('what is sealed opens for the API', () => {
  const dataKey = (row: { wrapped: Buffer; ring_key_id: string }) => keyRingOfFile(keyFile()).unwrap({ wrapped: row.wrapped, ringKeyId: row.ring_key_id });

  test('every compartment of a person has the contract’s shape, and says that it is a sample', async () => {
    const rows = await rowsOf<{ owner: string; compartment: string; version: number; sealed: Buffer; wrapped: Buffer; ring_key_id: string }>(
      `select defender_id as owner, compartment, c.version, sealed, k.wrapped, k.ring_key_id from sealed_compartment c join vault.data_key k on k.id = c.data_key_id where defender_id is not null`,
    );
    const contentOf = (row: (typeof rows)[number]) => openJson(dataKey(row), row.sealed, bindings.compartment(row.owner, row.compartment, row.version));
    const parts = new Set<string>(cityParts);
    const opened = rows.filter(({ compartment }) => !parts.has(compartment)).map((row) => compartmentContent.parse({ compartment: row.compartment, content: contentOf(row) }));
    const ofCities = rows.filter(({ compartment }) => parts.has(compartment)).map((row) => openedPart.parse({ part: row.compartment, content: contentOf(row) }));
    expect(new Set(ofCities.map(({ part }) => part))).toEqual(new Set(cityParts));
    expect(new Set(opened.map(({ compartment }) => compartment))).toEqual(new Set(defenderCompartments));
    const names = opened.flatMap((one) => (one.compartment === 'IDENTITY' ? [one.content.legalName] : []));
    expect(names.filter((name) => !name.includes('sample'))).toEqual([]);
    expect(names.some((name) => !name.includes(' '))).toBe(true);
    expect(opened.some((one) => one.compartment === 'DEPENDANTS' && one.content.people.some((person) => person.staysBehindAtRisk))).toBe(true);
  });

  test('risk notes and addresses', async () => {
    const notes = await rowsOf<{ note_id: string; sealed: Buffer; wrapped: Buffer; ring_key_id: string }>('select note_id, sealed, wrapped, ring_key_id from risk_note_body join vault.data_key k on k.id = data_key_id');
    for (const note of notes) riskNoteContent.parse(openJson(dataKey(note), note.sealed, bindings.riskNote(note.note_id)));
    const places = await rowsOf<{ place_id: string; sealed: Buffer; wrapped: Buffer; ring_key_id: string }>('select place_id, sealed, wrapped, ring_key_id from sealed_compartment c join vault.data_key k on k.id = c.data_key_id where place_id is not null');
    for (const place of places) expect(openJson(dataKey(place), place.sealed, bindings.compartment(place.place_id, 'ADDRESS', 1))).toContain('no such address');
    expect([notes.length, places.length].every((n) => n > 5)).toBe(true);
  });

  test('every sample account signs in with its password and its code', async () => {
    const accounts = await rowsOf<{ id: string; email: string; password_hash: string; totp_sealed: Buffer }>('select id, email, password_hash, totp_sealed from account where disabled_at is null');
    expect(accounts.map(({ email }) => email).sort()).toEqual(sampleSignIns.map(({ email }) => email).sort());
    for (const { id, email, password_hash: hash, totp_sealed: sealed } of accounts) {
      expect(openTotp(keyRingOfFile(keyFile()), id, sealed)).toBe(sampleSignIns.find((one) => one.email === email)?.totpSecret);
      expect(await isPassword(hash, samplePassword)).toBe(true);
    }
    expect(samplePassword.length).toBeGreaterThanOrEqual(15);
    expect((await stat(keyFile())).mode & 0o077).toBe(0);
  });
});
