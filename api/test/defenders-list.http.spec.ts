import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { defenders, defenderSorts, type DefenderLine } from '@shelter-city/contract/defenders';
import type { StayStatus } from '@shelter-city/contract/vocabulary';
import { aCityWithAPlace, aPlace, confirmedCapacity } from './factories/city.ts';
import { aCall, aDefender } from './factories/defender.ts';
import type { Values } from './factories/insert.ts';
import { anIdentity, aProfile } from './factories/profile.ts';
import { aStay } from './factories/stay.ts';
import { startApp, type SignedIn, type TestApp } from './harness/app.ts';

let world: TestApp;
let coordinator: SignedIn;
let city: Awaited<ReturnType<typeof aCityWithAPlace>>;
beforeAll(async () => {
  world = await startApp();
  coordinator = await world.signedInAs('COORDINATOR');
  city = await aCityWithAPlace(world.owner);
});
afterAll(async () => {
  await world.stop();
});

/** A new case in a world without others. */
const anew = async () => {
  await world.owner.query('DELETE FROM stay');
  await world.owner.query('DELETE FROM sealed_compartment');
  await world.owner.query('DELETE FROM application');
  await world.owner.query('DELETE FROM defender');
};
const named = (codeName: string, defender: Values = {}) =>
  aDefender(world.owner, { codeName, ...defender });
const withStay = async (
  codeName: string,
  status: StayStatus,
  stay: Values = {},
  defender: Values = {},
) => {
  const { id } = await named(codeName, defender);
  await addStay(id, status, stay);
  return id;
};
const addStay = async (defenderId: string, status: StayStatus, stay: Values = {}) => {
  const placeId = await aPlace(world.owner, { cityId: city.cityId });
  const spot = { cityId: city.cityId, placeId };
  const period = {
    opensOn: '2020-01-01',
    closesOn: '2030-01-01',
    confirmedById: coordinator.accountId,
  };
  await confirmedCapacity(world.owner, { ...spot, ...period });
  return aStay(world.owner, {
    defenderId,
    ...spot,
    status,
    arrivesOn: '2026-02-01',
    departsOn: '2026-04-01',
    ...stay,
  });
};
const list = async (query: Readonly<Record<string, string>> = {}, asker = coordinator) =>
  (await asker.call(defenders.list, { query })).reply;
const names = async (query: Readonly<Record<string, string>> = {}) =>
  (await list(query)).items.map(({ codeName }) => codeName);

describe('the views', () => {
  beforeAll(async () => {
    await anew();
    for (const status of [
      'DRAFT',
      'PROPOSED',
      'CONFIRMED',
      'TRAVELLING',
      'IN_STAY',
      'DEPARTED',
      'CUT_SHORT',
      'CLOSED',
    ] as const) {
      await withStay(
        `Amber ${status.charAt(0)}${status.slice(1).toLowerCase().replace('_', '')}`,
        status,
      );
    }
    for (const status of ['DECLINED', 'LAPSED', 'TURNED_DOWN', 'CANCELLED', 'NO_SHOW'] as const) {
      await withStay(
        `Blue ${status.charAt(0)}${status.slice(1).toLowerCase().replace('_', '')}`,
        status,
      );
    }
    await named('Coral Free');
    await named('Coral Received', { selection: 'RECEIVED', selectedOn: null });
    const again = await withStay('Coral Twice', 'CLOSED', {
      arrivesOn: '2024-02-01',
      departsOn: '2024-04-01',
    });
    await addStay(again, 'CLOSED', { arrivesOn: '2025-02-01', departsOn: '2025-04-01' });
  });

  test('unplaced are the selected without a stay since: a no of any kind leaves them there, a used stay does not', async () => {
    expect(await names({ view: 'unplaced' })).toEqual([
      'Blue Cancelled',
      'Blue Declined',
      'Blue Lapsed',
      'Blue Noshow',
      'Blue Turneddown',
      'Coral Free',
      'Coral Twice',
    ]);
  });

  test('coming, here and past go by the stay', async () => {
    expect(await names({ view: 'coming' })).toEqual(['Amber Confirmed', 'Amber Travelling']);
    expect(await names({ view: 'here' })).toEqual(['Amber Instay']);
    expect(await names({ view: 'past' })).toEqual([
      'Amber Closed',
      'Amber Cutshort',
      'Amber Departed',
      'Coral Twice',
    ]);
    expect(await names()).toHaveLength(16);
  });

  test('a line shows the stay that counts now, and none that is over', async () => {
    const { items } = await list();
    const stayOf = (codeName: string) => items.find((line) => line.codeName === codeName)?.stay;
    expect(stayOf('Amber Instay')).toMatchObject({
      status: 'IN_STAY',
      city: { slug: city.slug },
      span: { from: '2026-02-01', until: '2026-04-01' },
      version: 1,
    });
    expect(stayOf('Amber Draft')).toMatchObject({ status: 'DRAFT' });
    expect(stayOf('Amber Closed')).toBeNull();
    expect(stayOf('Blue Declined')).toBeNull();
  });

  test('who is here and drafted for later is here', async () => {
    const id = await withStay('Dusk Both', 'IN_STAY');
    await addStay(id, 'DRAFT', { arrivesOn: '2027-01-01', departsOn: '2027-02-01' });
    const { items } = await list({ search: 'dusk' });
    expect(items.map(({ stay }) => stay?.status)).toEqual(['IN_STAY']);
  });

  test('selected again after a stay, they await a place again; a stay that changes changes that', async () => {
    const id = await withStay(
      'Ebony Again',
      'CLOSED',
      { arrivesOn: '2025-02-01', departsOn: '2025-04-01' },
      { selectedOn: '2025-01-01' },
    );
    const isUnplaced = async () =>
      (await names({ view: 'unplaced', search: 'ebony' })).length === 1;
    expect(await isUnplaced()).toBe(false);
    await world.owner.query("UPDATE defender SET selected_on = '2026-01-01' WHERE id = $1", [id]);
    expect(await isUnplaced()).toBe(true);
    const draft = await addStay(id, 'DRAFT');
    expect(await isUnplaced()).toBe(false);
    await world.owner.query('DELETE FROM stay WHERE id = $1', [draft]);
    expect(await isUnplaced()).toBe(true);
    const asked = await addStay(id, 'PROPOSED');
    expect(await isUnplaced()).toBe(false);
    await world.owner.query(
      "UPDATE stay SET status = 'DECLINED', reason_code = 'OTHER' WHERE id = $1",
      [asked],
    );
    expect(await isUnplaced()).toBe(true);
    await world.owner.query(
      "UPDATE defender SET selection = 'WITHDRAWN', selected_on = NULL WHERE id = $1",
      [id],
    );
    expect(await isUnplaced()).toBe(false);
  });
});

describe('filters', () => {
  beforeAll(async () => {
    await anew();
    await named('Amber Heron', { caseLeadId: coordinator.accountId });
    await named('Amber Hen', { selection: 'RECEIVED', selectedOn: null });
    await named('Amberly Owl');
    await named('Blue Heron', { selection: 'RESERVE', selectedOn: null });
  });

  test.each([
    ['amber', ['Amber Hen', 'Amber Heron', 'Amberly Owl']],
    ['amber h', ['Amber Hen', 'Amber Heron']],
    ['  AMBER-her', ['Amber Heron']],
    ['heron', []],
    ['%', ['Amber Hen', 'Amber Heron', 'Amberly Owl', 'Blue Heron']],
    ['\u0000b', ['Blue Heron']],
    ['', ['Amber Hen', 'Amber Heron', 'Amberly Owl', 'Blue Heron']],
  ])('search %j finds code names that begin so', async (search, found) => {
    expect(await names({ search })).toEqual(found);
  });

  test('selection, and one’s own cases', async () => {
    expect(await names({ selection: 'RECEIVED' })).toEqual(['Amber Hen']);
    expect(await names({ selection: 'SELECTED' })).toEqual(['Amber Heron', 'Amberly Owl']);
    expect(await names({ mine: 'true' })).toEqual(['Amber Heron']);
    expect(await names({ mine: 'false' })).toHaveLength(4);
    expect(
      await names({ mine: 'true', selection: 'RECEIVED', search: 'amber', view: 'unplaced' }),
    ).toEqual([]);
  });

  test('what the contract does not know is refused', async () => {
    const ask = async (query: Readonly<Record<string, string>>) =>
      (await coordinator.call(defenders.list, { query })).status;
    expect(await ask({ name: 'x' })).toBe(400);
    expect(await ask({ view: 'lost' })).toBe(422);
    expect(await ask({ limit: '0' })).toBe(422);
    expect(await ask({ limit: '101' })).toBe(422);
  });
});

describe('pages', () => {
  const total = 23;
  beforeAll(async () => {
    await anew();
    for (let n = 0; n < total; n += 1) {
      const day = n % 4 === 0 ? null : `2026-0${String(1 + (n % 3))}-01`;
      await aDefender(world.owner, { earliestArrival: day, selectedOn: day });
    }
  });

  const allPages = async (query: Readonly<Record<string, string>>): Promise<DefenderLine[]> => {
    const lines: DefenderLine[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list({
        ...query,
        limit: '5',
        ...(cursor !== null && { cursor }),
      });
      expect(page.items.length).toBeLessThanOrEqual(5);
      lines.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== null);
    return lines;
  };

  test.each(defenderSorts)('in the order %s skip nobody and repeat nobody', async (sort) => {
    const lines = await allPages({ sort });
    expect(new Set(lines.map(({ id }) => id)).size).toBe(total);
    expect(lines).toHaveLength(total);
    expect(lines.map(({ id }) => id)).toEqual((await list({ sort })).items.map(({ id }) => id));
  });

  test('are in the order asked for, a missing day last, code names breaking ties', async () => {
    const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
    const byName = (a: DefenderLine, b: DefenderLine) => compare(a.codeName, b.codeName);
    const lines = await allPages({ sort: 'codeName' });
    expect(lines).toEqual(lines.toSorted(byName));
    expect(await allPages({ sort: '-codeName' })).toEqual(lines.toReversed());
    expect(await allPages({ sort: 'earliestArrival' })).toEqual(
      lines.toSorted(
        (a, b) => compare(a.earliestArrival ?? '9', b.earliestArrival ?? '9') || byName(a, b),
      ),
    );
    expect(await allPages({ sort: '-selectedOn' })).toEqual(
      lines.toSorted((a, b) => compare(b.selectedOn ?? '', a.selectedOn ?? '') || byName(a, b)),
    );
  });

  test('someone who is taken in meanwhile moves no line across a page', async () => {
    const first = await list({ limit: '5' });
    await named('Aaa Aab');
    const second = await list({ limit: '5', cursor: first.nextCursor ?? '' });
    const seen = new Set(first.items.map(({ id }) => id));
    expect(second.items.some(({ id }) => seen.has(id))).toBe(false);
    expect(second.items[0]!.codeName > first.items[4]!.codeName).toBe(true);
  });

  test('a last page that is just full has no next one', async () => {
    expect((await list({ limit: '100' })).nextCursor).toBeNull();
    const { items } = await list({ limit: '100' });
    expect((await list({ limit: String(items.length) })).nextCursor).toBeNull();
  });

  test.each([
    '',
    'x',
    Buffer.from('[]').toString('base64url'),
    Buffer.from('["-codeName",null,"Amber"]').toString('base64url'),
    Buffer.from('["codeName",null,"\u0000"]').toString('base64url'),
  ])('a cursor that is none of this order is refused (%s)', async (cursor) => {
    const answer = await coordinator.call(defenders.list, { query: { cursor } });
    expect([answer.status, answer.problem.errors?.[0]?.pointer]).toEqual([422, '/cursor']);
  });
});

test('no line holds anything that is sealed', async () => {
  const callId = await aCall(world.owner);
  const body = {
    callId,
    profile: aProfile(),
    identity: anIdentity(),
    contact: null,
    dependants: null,
  };
  const { code } = (await coordinator.call(defenders.create, { body })).reply;
  const answer = await coordinator.call(defenders.list, { query: { limit: '100' } });
  const line = answer.reply.items.find((one) => one.code === code);
  expect(line).toMatchObject({
    languages: aProfile().languages,
    needs: ['QUIET'],
    caseLead: { id: coordinator.accountId },
  });
  expect(answer.text).not.toContain('Canary');
});
