import type { CapacityPeriodView, CapacityView } from '@shelter-city/contract/capacity';
import type { CalendarDate } from '@shelter-city/contract/vocabulary';

/** A calendar day of a spec. */
const day = (text: string) => text as CalendarDate;

/** A house of the specs. */
export const house = { id: '7885b216-d6c5-45bc-bfaf-c022887a0337', label: 'House A' };

/** A period of the specs; what isn't said is an offer that its city may confirm. */
export const aPeriod = (more: Partial<CapacityPeriodView> = {}): CapacityPeriodView => ({
  id: 'c38e1b4f-6483-4ea1-8470-7984f48d8e1a', place: house, opensOn: day('2027-04-01'), closesOn: day('2027-07-01'), status: 'OFFERED', track: null,
  note: null, confirmedOn: null, stillRightOn: null, withdrawnReason: null, staysOnIt: 0,
  may: { offer: true, confirm: true, change: false, withdraw: true }, version: 3, ...more,
});

/** What a city offers, as its own partner sees it. */
export const aCapacity = (more: Partial<CapacityView> = {}): CapacityView => ({
  city: { id: 'a8db3b58-fe55-4f32-b6e9-fa40421bd185', slug: 'utrecht', name: 'Utrecht' }, asOf: day('2026-11-22'), from: day('2026-10-01'), until: day('2028-04-01'),
  places: [house], periods: [aPeriod()], blocked: [], may: { request: false, offer: true, confirm: true, block: true }, ...more,
});

/** The same, as a coordinator sees it. */
export const coordinatorMay: CapacityView['may'] = { request: true, offer: false, confirm: false, block: true };
