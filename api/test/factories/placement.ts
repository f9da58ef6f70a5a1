import { addDays, type CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import type { SignedIn, TestApp } from '../harness/app.ts';
import { aCity, aPlace, confirmedCapacity } from './city.ts';
import { aDefender } from './defender.ts';
import type { Values } from './insert.ts';

/** A city with places that are confirmed for years, its partner, and a coordinator. */
export type PlacementWorld = {
  readonly city: { readonly id: string; readonly slug: string; readonly name: string };
  readonly placeId: string;
  readonly otherPlaceId: string;
  readonly coordinator: SignedIn;
  readonly cleared: SignedIn;
  readonly partner: SignedIn;
  readonly today: CalendarDate;
  /** The day so many days from today. */
  readonly day: (offset: number) => CalendarDate;
};

/** Everything a proposal needs but the person. */
export async function aPlacementWorld(app: TestApp, city: Values = {}): Promise<PlacementWorld> {
  const found = await aCity(app.owner, city);
  const partner = await app.signedInAs('CITY_PARTNER', { cityId: found.id });
  const today = app.clock.today();
  const day = (offset: number) => addDays(today, offset);
  const place = async () => {
    const placeId = await aPlace(app.owner, { cityId: found.id });
    await confirmedCapacity(app.owner, { cityId: found.id, placeId, opensOn: day(-400), closesOn: day(700), confirmedById: partner.accountId });
    return placeId;
  };
  return {
    city: found,
    placeId: await place(),
    otherPlaceId: await place(),
    coordinator: await app.signedInAs('COORDINATOR'),
    cleared: await app.signedInAs('COORDINATOR', { riskCleared: true }),
    partner,
    today,
    day,
  };
}

/** Why a city is asked, long enough to be one. */
export const why = 'Quiet place, and French is spoken there.';

/** A fresh person and the body that proposes them from `from` to `until` days from today, held for a week. */
export async function aProposal(app: TestApp, { placeId, day }: Pick<PlacementWorld, 'placeId' | 'day'>, from: number, until: number, defender: Values = {}) {
  const person = await aDefender(app.owner, defender);
  return { person, body: { code: person.code, placeId, arrivesOn: day(from), departsOn: day(until), why, holdUntil: day(7) } };
}
