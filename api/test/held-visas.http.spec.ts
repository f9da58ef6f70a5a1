import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { defenders } from '@shelter-city/contract/defenders';
import { matching } from '@shelter-city/contract/matching';
import { visaDays } from '@shelter-city/contract/visa-days';
import type { CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import { aCityWithAPlace, confirmedCapacity } from './factories/city.ts';
import { aDefender } from './factories/defender.ts';
import { aProfile } from './factories/profile.ts';
import { startApp, type SignedIn, type TestApp } from './harness/app.ts';

let app: TestApp;
let coordinator: SignedIn;
beforeAll(async () => {
  app = await startApp();
  app.clock.moveTo('2027-02-01T12:00:00Z');
  coordinator = await app.signedInAs('COORDINATOR');
});
afterAll(async () => {
  await app.stop();
});

const day = (text: string) => text as CalendarDate;
const limited = { kind: 'LIMITED_TERRITORY', validFrom: day('2027-04-01'), validUntil: day('2027-05-30'), countries: ['NL', 'NL'], days: 45 } as const;
const national = { kind: 'NATIONAL', validFrom: day('2027-01-01'), validUntil: day('2027-03-31'), countries: ['NL'], days: null } as const;
const ended = { kind: 'SHORT_STAY', validFrom: day('2024-01-01'), validUntil: day('2024-12-31'), countries: [], days: 90 } as const;
const body = (version: number, visas: readonly unknown[]) => ({ version, profile: { ...aProfile({ earliestArrival: null, latestArrival: null }), visas: visas as (typeof national)[] } });

describe('the visas that somebody holds', () => {
  test('are a list, the first to be valid first, and each is written over with the profile', async () => {
    const { code } = await aDefender(app.owner);
    const write = (version: number, visas: readonly unknown[]) => coordinator.call(defenders.update, { params: { code }, body: body(version, visas) });
    expect((await write(1, [limited, ended, national])).reply.profile.visas).toEqual([ended, national, { ...limited, countries: ['NL'] }]);
    expect((await write(2, [national])).reply.profile.visas).toEqual([national]);
    const backwards = { ...national, validUntil: day('2026-12-31'), countries: ['NL', 'QQ'] };
    expect((await write(3, [national, backwards])).problem.errors?.map(({ pointer }) => pointer)).toEqual(['/profile/visas/1/validUntil', '/profile/visas/1/countries/1']);
    expect((await write(3, Array.from({ length: 11 }, () => national))).status).toBe(422);
  });

  test('cover a stay each for its days: on the strip, and in what the rules say', async () => {
    const { cityId, placeId } = await aCityWithAPlace(app.owner);
    const partner = await app.signedInAs('CITY_PARTNER', { cityId });
    await confirmedCapacity(app.owner, { cityId, placeId, opensOn: '2027-01-01', closesOn: '2028-01-01', confirmedById: partner.accountId });
    const { code } = await aDefender(app.owner);
    await coordinator.call(defenders.update, { params: { code }, body: body(1, [limited, ended, national]) });
    const query = { from: '2027-03-10', until: '2027-05-20' };
    const strip = (await coordinator.call(visaDays.show, { params: { code }, query })).reply;
    expect(strip.rights).toEqual([
      { firstDay: '2027-03-10', lastDay: '2027-03-31', basis: 'NATIONAL', isHeld: true },
      { firstDay: '2027-04-01', lastDay: '2027-05-15', basis: 'LIMITED_TERRITORY', isHeld: true },
      { firstDay: '2027-05-16', lastDay: '2027-05-20', basis: 'SHORT_STAY', isHeld: false },
    ]);
    expect([strip.used[0], strip.used[21], strip.used[22], strip.used.at(-1), strip.latestDeparture]).toEqual([0, 0, 1, 50, '2027-05-15']);
    const view = (await coordinator.call(matching.show, { params: { code }, query: { earliest: '2027-03-10', latest: '2027-03-10', nights: '71' } })).reply;
    const facts = view.options.find(({ city }) => city.id === cityId)?.findings.map(({ fact }) => fact);
    expect(facts).toContainEqual({ code: 'VISA_DAYS_UNDER_SEVERAL', params: { notCounted: 22, limited: 45, daysUsed: 50, daysLeft: 40 } });
    expect((await partner.call(visaDays.show, { params: { code }, query })).status).toBe(403);
  });
});
