import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { capacity, type CapacityView } from '@shelter-city/contract/capacity';
import { addDays, type CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import { stays } from '@shelter-city/contract/stays';
import { aCityWithAPlace, confirmedCapacity, requestedCapacity } from './factories/city.ts';
import { aDefender } from './factories/defender.ts';
import { aStay } from './factories/stay.ts';
import { startApp, type SignedIn, type TestApp } from './harness/app.ts';

let world: TestApp;
let coordinator: SignedIn;
let home: Awaited<ReturnType<typeof aCityWithAPlace>>;
let partner: SignedIn;
let stranger: SignedIn;
beforeAll(async () => {
  world = await startApp();
  await world.moveTo('2027-02-10T10:00:00Z');
  coordinator = await world.signedInAs('COORDINATOR');
});
beforeEach(async () => {
  home = await aCityWithAPlace(world.owner);
  partner = await world.signedInAs('CITY_PARTNER', { cityId: home.cityId });
  stranger = await world.signedInAs('CITY_PARTNER', { cityId: (await aCityWithAPlace(world.owner)).cityId });
});
afterAll(async () => {
  await world.stop();
});

const spring = { opensOn: '2027-04-01', closesOn: '2027-07-01', track: null, note: null };
const summer = { ...spring, opensOn: '2027-07-01', closesOn: '2027-10-01' };
const only = (view: CapacityView) => view.periods[0]!;
const ask = async (days = spring) => only((await coordinator.call(capacity.request, { params: { placeId: home.placeId }, body: days })).reply);
const offered = async (days = spring) => {
  const { periods } = (await partner.call(capacity.add, { params: { placeId: home.placeId }, body: days })).reply;
  return periods.find(({ opensOn }) => opensOn === days.opensOn)!;
};
const confirmed = async (days = spring) => {
  const { id, version } = await offered(days);
  const { periods } = (await partner.call(capacity.confirm, { params: { periodId: id }, body: { version } })).reply;
  return periods.find((period) => period.id === id)!;
};
const aGuest = async (status: 'PROPOSED' | 'CONFIRMED' = 'CONFIRMED') =>
  aStay(world.owner, { ...spot(), defenderId: (await aDefender(world.owner)).id, status, arrivesOn: '2027-05-01', departsOn: '2027-06-15' });
const eventsOf = async (id: string) => {
  const { rows } = await world.owner.query<{ verb: string }>('SELECT verb FROM event WHERE subject_id = $1 ORDER BY at', [id]);
  return rows.map(({ verb }) => verb);
};
const unknownId = '00000000-0000-4000-8000-000000000000';

describe('capacity is asked, offered and signed', () => {
  test('by coordinator and city in turn, and says who signed and when', async () => {
    const asked = await ask();
    expect(asked).toMatchObject({ status: 'REQUESTED', confirmedOn: null, staysOnIt: 0, may: { offer: false, confirm: false, change: false, withdraw: true } });
    const offer = only((await partner.call(capacity.offer, { params: { periodId: asked.id }, body: { ...spring, closesOn: '2027-06-20', note: 'Until the works begin', version: 1 } })).reply);
    expect(offer).toMatchObject({ status: 'OFFERED', closesOn: '2027-06-20', note: 'Until the works begin', may: { offer: true, confirm: true, change: false, withdraw: true } });
    const better = only((await partner.call(capacity.offer, { params: { periodId: asked.id }, body: { ...spring, version: 2 } })).reply);
    expect(better).toMatchObject({ status: 'OFFERED', closesOn: '2027-07-01', version: 3 });
    const signed = only((await partner.call(capacity.confirm, { params: { periodId: asked.id }, body: { version: 3 } })).reply);
    expect(signed).toMatchObject({ status: 'CONFIRMED', confirmedOn: '2027-02-10', stillRightOn: '2027-02-10', may: { offer: false, confirm: false, change: true, withdraw: true } });
    const { rows } = await world.owner.query('SELECT confirmed_by_id FROM capacity_period WHERE id = $1', [asked.id]);
    expect(rows).toEqual([{ confirmed_by_id: partner.accountId }]);
    expect(await eventsOf(asked.id)).toEqual(['REQUESTED', 'OFFERED', 'OFFERED', 'CONFIRMED']);
  });

  test('only by whom the table names', async () => {
    const { id } = await ask();
    const body = { ...summer, version: 1 };
    expect((await partner.call(capacity.request, { params: { placeId: home.placeId }, body: summer })).status).toBe(403);
    expect((await coordinator.call(capacity.add, { params: { placeId: home.placeId }, body: summer })).status).toBe(403);
    expect((await coordinator.call(capacity.offer, { params: { periodId: id }, body })).status).toBe(403);
    expect((await coordinator.call(capacity.confirm, { params: { periodId: id }, body: { version: 1 } })).status).toBe(403);
    expect((await coordinator.call(capacity.confirmAll, { params: { slug: home.slug }, body: { periods: [{ id, version: 1 }] } })).status).toBe(403);
    for (const role of ['MANAGER', 'ADMIN'] as const) {
      const asker = await world.signedInAs(role);
      expect((await asker.call(capacity.show, { params: { slug: home.slug } })).status).toBe(403);
      expect((await asker.call(capacity.withdraw, { params: { periodId: id }, body: { version: 1, reason: 'No more' } })).status).toBe(403);
    }
  });

  test('not before it is offered, and not twice on one night', async () => {
    const { id } = await ask();
    const early = await partner.call(capacity.confirm, { params: { periodId: id }, body: { version: 1 } });
    expect(early.problem).toMatchObject({ type: '/problems/capacity-not-in-that-state', current: { periods: [{ status: 'REQUESTED' }] } });
    const again = await partner.call(capacity.add, { params: { placeId: home.placeId }, body: { ...spring, opensOn: '2027-06-30', closesOn: '2027-09-01' } });
    expect(again.problem).toMatchObject({ type: '/problems/capacity-overlaps', status: 409 });
    expect((await partner.call(capacity.add, { params: { placeId: home.placeId }, body: summer })).status).toBe(200);
  });

  test('with days in order', async () => {
    const answer = await coordinator.call(capacity.request, { params: { placeId: home.placeId }, body: { ...spring, closesOn: spring.opensOn } });
    expect(answer.problem).toMatchObject({ status: 422, errors: [{ pointer: '/closesOn', detail: 'The last day must be after the first.' }] });
  });

  test('and a stale signature is refused with what is there now', async () => {
    const { id } = await offered();
    await partner.call(capacity.offer, { params: { periodId: id }, body: { ...spring, closesOn: '2027-06-01', version: 1 } });
    const late = await partner.call(capacity.confirm, { params: { periodId: id }, body: { version: 1 } });
    expect(late.problem).toMatchObject({ type: '/problems/changed-meanwhile', current: { periods: [{ id, closesOn: '2027-06-01', version: 2 }] } });
  });
});

describe('"all of this is right"', () => {
  test('signs what waits and renews what was signed', async () => {
    const standing = await confirmed();
    const asked = await ask(summer).then(async () => (await partner.call(capacity.show, { params: { slug: home.slug } })).reply.periods[1]!);
    world.clock.moveTo('2027-02-12T10:00:00Z');
    const seen = [standing, asked].map(({ id, version }) => ({ id, version }));
    const { periods } = (await partner.call(capacity.confirmAll, { params: { slug: home.slug }, body: { periods: seen } })).reply;
    expect(periods).toMatchObject([
      { id: standing.id, status: 'CONFIRMED', confirmedOn: '2027-02-10', stillRightOn: '2027-02-12' },
      { id: asked.id, status: 'CONFIRMED', confirmedOn: '2027-02-12', stillRightOn: '2027-02-12' },
    ]);
    expect(await eventsOf(asked.id)).toEqual(['REQUESTED', 'OFFERED', 'CONFIRMED']);
    expect((await eventsOf(standing.id)).at(-1)).toBe('STILL_RIGHT');
    const stale = await partner.call(capacity.confirmAll, { params: { slug: home.slug }, body: { periods: seen } });
    expect(stale.problem).toMatchObject({ type: '/problems/changed-meanwhile', current: { periods: [{}, {}] } });
    world.clock.moveTo('2027-02-10T10:00:00Z');
  });

  test('says nothing of periods that are another city’s or withdrawn', async () => {
    const { id } = await offered();
    const all = (asker: SignedIn, slug: string, periods: unknown) => asker.call(capacity.confirmAll, { params: { slug }, body: { periods } });
    expect((await all(stranger, home.slug, [{ id, version: 1 }])).status).toBe(404);
    const { city } = (await stranger.call(capacity.show, { params: { slug: await slugOf(stranger) } })).reply;
    expect((await all(stranger, city.slug, [{ id, version: 1 }])).status).toBe(404);
    expect((await all(partner, home.slug, [{ id, version: 1 }, { id: unknownId, version: 1 }])).status).toBe(404);
    await partner.call(capacity.withdraw, { params: { periodId: id }, body: { version: 1, reason: 'The house is sold' } });
    expect((await all(partner, home.slug, [{ id, version: 2 }])).problem.type).toBe('/problems/capacity-not-in-that-state');
  });
});
const slugOf = async ({ accountId }: SignedIn) => {
  const { rows } = await world.owner.query<{ slug: string }>('SELECT c.slug FROM host_city c JOIN account a ON a.city_id = c.id WHERE a.id = $1', [accountId]);
  return rows[0]!.slug;
};

describe('capacity under a stay', () => {
  test('is neither withdrawn nor shortened, and the refusal tells the city no day of a guest', async () => {
    const period = await confirmed();
    await aGuest('PROPOSED');
    const seenBy = async (asker: SignedIn) => only((await asker.call(capacity.show, { params: { slug: home.slug } })).reply);
    expect(await seenBy(coordinator)).toMatchObject({ staysOnIt: 1, may: { withdraw: false } });
    expect(await seenBy(partner)).toMatchObject({ staysOnIt: 0, may: { withdraw: true, change: true } });
    const withdraw = (asker: SignedIn) => asker.call(capacity.withdraw, { params: { periodId: period.id }, body: { version: period.version, reason: 'The house is sold' } });
    const [toCity, toCoordinator] = [(await withdraw(partner)).problem, (await withdraw(coordinator)).problem];
    expect(toCoordinator).toMatchObject({ type: '/problems/capacity-in-use', status: 409, detail: 'A stay uses 1 May 2027 to 15 June 2027.' });
    expect(toCity).toMatchObject({ type: '/problems/capacity-in-use' });
    expect(toCity.detail).toBeUndefined();
    const shorter = await partner.call(capacity.change, { params: { periodId: period.id }, body: { ...spring, closesOn: '2027-06-14', version: period.version } });
    expect(shorter.problem.type).toBe('/problems/capacity-in-use');
  });

  test('takes from its city, while it is proposed, each night of the month and the length that were told', async () => {
    await confirmed();
    await aGuest('PROPOSED');
    const block = (asker: SignedIn, from: string, until: string) =>
      asker.call(capacity.block, { params: { placeId: home.placeId }, body: { from, until, reason: 'REPAIR', note: null } });
    // 45 nights from some day in May: the last may be that of 14 July.
    for (const day of ['2027-05-01', '2027-05-31', '2027-06-14', '2027-06-20', '2027-06-29']) {
      expect((await block(partner, day, addDays(day as CalendarDate, 1))).problem.type).toBe('/problems/capacity-in-use');
    }
    expect((await block(partner, '2027-04-20', '2027-05-01')).status).toBe(200);
    expect((await block(coordinator, '2027-06-15', '2027-06-20')).status).toBe(200);
  });

  test('may be cut where nobody sleeps, and longer', async () => {
    const period = await confirmed();
    await aGuest();
    const change = (closesOn: string, version: number) => partner.call(capacity.change, { params: { periodId: period.id }, body: { ...spring, closesOn, version } });
    expect(only((await change('2027-06-15', period.version)).reply)).toMatchObject({ status: 'CONFIRMED', closesOn: '2027-06-15', staysOnIt: 1 });
    expect(only((await change('2027-09-01', period.version + 1)).reply)).toMatchObject({ closesOn: '2027-09-01' });
    expect((await eventsOf(period.id)).slice(-2)).toEqual(['CHANGED', 'CHANGED']);
  });

  test('is kept by the database where the rule can’t see the guest any more', async () => {
    const period = await confirmed({ ...spring, opensOn: '2025-01-01', closesOn: '2026-01-01' });
    await aStay(world.owner, { ...spot(), defenderId: (await aDefender(world.owner)).id, status: 'CLOSED', arrivesOn: '2025-05-01', departsOn: '2025-06-15' });
    const answer = await partner.call(capacity.withdraw, { params: { periodId: period.id }, body: { version: period.version, reason: 'The house is sold' } });
    expect(answer.problem).toMatchObject({ type: '/problems/capacity-in-use', status: 409 });
  });

  test('is withdrawn with its reason where nobody sleeps, once', async () => {
    const period = await confirmed();
    const withdraw = (version: number) => coordinator.call(capacity.withdraw, { params: { periodId: period.id }, body: { version, reason: 'The house is sold' } });
    expect(only((await withdraw(period.version)).reply)).toMatchObject({ status: 'WITHDRAWN', withdrawnReason: 'The house is sold', may: { withdraw: false } });
    expect((await withdraw(period.version + 1)).problem.type).toBe('/problems/capacity-not-in-that-state');
    expect((await coordinator.call(capacity.withdraw, { params: { periodId: period.id }, body: { version: 1, reason: ' ' } })).status).toBe(422);
  });
});

test('of a withdrawal and a proposal in the same moment one wins, and the other is told why', async () => {
  for (let round = 0; round < 8; round += 1) {
    home = await aCityWithAPlace(world.owner);
    partner = await world.signedInAs('CITY_PARTNER', { cityId: home.cityId });
    const period = await confirmed();
    const { code } = await aDefender(world.owner, { visaNeeded: false });
    const proposal = { code, placeId: home.placeId, arrivesOn: '2027-05-01', departsOn: '2027-06-15', why: 'The language fits, and the place is quiet.', holdUntil: '2027-02-20' };
    const answers = await Promise.all([
      partner.call(capacity.withdraw, { params: { periodId: period.id }, body: { version: period.version, reason: 'The house is sold' } }),
      coordinator.call(stays.proposeNew, { body: proposal }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const lost = answers.find(({ status }) => status === 409);
    expect(['/problems/capacity-in-use', '/problems/capacity-not-confirmed']).toContain(lost?.problem.type);
  }
});

describe('blocked days', () => {
  const works = { from: '2027-04-10', until: '2027-04-20', reason: 'REPAIR', note: 'New boiler' } as const;

  test('close a place and open it again, by both', async () => {
    for (const asker of [partner, coordinator]) {
      const { blocked } = (await asker.call(capacity.block, { params: { placeId: home.placeId }, body: works })).reply;
      expect(blocked).toMatchObject([{ ...works, place: { id: home.placeId }, version: 1 }]);
      const lift = { params: { blockId: blocked[0]!.id }, body: { version: 1 } };
      expect((await asker.call(capacity.lift, lift)).reply.blocked).toEqual([]);
      expect((await asker.call(capacity.lift, lift)).problem).toMatchObject({ type: '/problems/changed-meanwhile', current: { blocked: [] } });
      expect(await eventsOf(blocked[0]!.id)).toEqual(['BLOCKED', 'LIFTED']);
    }
  });

  test('don’t close a place over a guest, whichever rule sees it first', async () => {
    await confirmed();
    await aGuest();
    const block = (asker: SignedIn, from: string, until: string) => asker.call(capacity.block, { params: { placeId: home.placeId }, body: { ...works, from, until } });
    expect((await block(partner, '2027-06-14', '2027-06-20')).problem.type).toBe('/problems/capacity-in-use');
    expect((await block(coordinator, '2027-04-20', '2027-05-02')).problem.detail).toBe('A stay uses 1 May 2027 to 2 May 2027.');
    expect((await block(partner, '2027-06-15', '2027-06-20')).status).toBe(200);
    expect((await block(partner, '2027-06-20', '2027-06-20')).status).toBe(422);
  });

  test('and stays keep apart in the database as well', async () => {
    await confirmed();
    await aGuest();
    await expect(world.owner.query("INSERT INTO blocked_days (place_id, city_id, blocked_from, blocked_until, reason) VALUES ($1, $2, '2027-05-02', '2027-05-03', 'OTHER')", [home.placeId, home.cityId]))
      .rejects.toMatchObject({ constraint: 'blocked_days_not_under_a_stay' });
  });
});

describe('another city', () => {
  test('is nothing to a partner, byte for byte', async () => {
    const { id } = await offered();
    const blocked = (await partner.call(capacity.block, { params: { placeId: home.placeId }, body: { from: '2027-08-01', until: '2027-08-02', reason: 'OTHER', note: null } })).reply.blocked[0]!;
    const ids = (own: string) => [own, unknownId, 'no-id'];
    const body = { ...summer, version: 1 };
    const answers = await Promise.all([
      stranger.call(capacity.show, { params: { slug: home.slug } }),
      stranger.call(capacity.show, { params: { slug: 'nowhere' } }),
      ...ids(home.placeId).flatMap((placeId) => [
        stranger.call(capacity.add, { params: { placeId }, body: summer }),
        stranger.call(capacity.block, { params: { placeId }, body: { from: '2027-08-01', until: '2027-08-02', reason: 'OTHER', note: null } }),
      ]),
      ...ids(id).flatMap((periodId) => [
        stranger.call(capacity.offer, { params: { periodId }, body }),
        stranger.call(capacity.confirm, { params: { periodId }, body: { version: 1 } }),
        stranger.call(capacity.change, { params: { periodId }, body }),
        stranger.call(capacity.withdraw, { params: { periodId }, body: { version: 1, reason: 'Not ours' } }),
      ]),
      ...ids(blocked.id).map((blockId) => stranger.call(capacity.lift, { params: { blockId }, body: { version: 1 } })),
    ]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(only((await partner.call(capacity.show, { params: { slug: home.slug } })).reply)).toMatchObject({ id, status: 'OFFERED', version: 1 });
  });
});

describe('the window', () => {
  test('is eighteen months from this quarter on, or what was asked for', async () => {
    const usual = (await coordinator.call(capacity.show, { params: { slug: home.slug } })).reply;
    expect(usual).toMatchObject({ asOf: '2027-02-10', from: '2027-01-01', until: '2028-07-01', may: { request: true, offer: false, confirm: false, block: true } });
    const own = (await partner.call(capacity.show, { params: { slug: home.slug } })).reply;
    expect(own.may).toEqual({ request: false, offer: true, confirm: true, block: true });
    await requestedCapacity(world.owner, { ...spot(), opensOn: '2029-01-01', closesOn: '2029-04-01' });
    expect((await coordinator.call(capacity.show, { params: { slug: home.slug }, query: { from: '2029-03-01', until: '2029-06-01' } })).reply.periods).toHaveLength(1);
    expect((await coordinator.call(capacity.show, { params: { slug: home.slug }, query: { from: '2029-03-01', until: '2029-03-01' } })).status).toBe(422);
    expect((await coordinator.call(capacity.show, { params: { slug: home.slug }, query: { from: '2000-01-01', until: '2029-03-01' } })).problem.errors).toMatchObject([{ pointer: '/until' }]);
  });

  test('shows who has confirmed what of each place', async () => {
    await confirmedCapacity(world.owner, { ...spot(), opensOn: '2027-01-01', closesOn: '2027-03-01', confirmedById: partner.accountId });
    expect(only((await coordinator.call(capacity.show, { params: { slug: home.slug } })).reply)).toMatchObject({ status: 'CONFIRMED', confirmedOn: '2026-01-01', place: { id: home.placeId } });
  });
});
const spot = () => ({ cityId: home.cityId, placeId: home.placeId });
