import type { CityHomeView, GuestCard, RequestCard } from '@shelter-city/contract/city-home';
import type { CalendarDate } from '@shelter-city/contract/vocabulary';

/** A calendar day of a spec. */
const day = (text: string) => text as CalendarDate;

const guest = {
  id: '1d7b86ee-7957-4cea-9bfd-78717f6946f6', codeName: 'Amber Heron', place: { id: '7885b216-d6c5-45bc-bfaf-c022887a0337', label: 'House A' }, householdSize: 2, companions: [],
  languages: [{ language: 'fr', level: 'NATIVE' as const }], interpreter: null, needs: ['QUIET' as const], track: null, why: 'A quiet flat.', nights: 85, version: 5,
};

/** A request of the specs. */
export const aRequest = (more: Partial<RequestCard> = {}): RequestCard => ({
  phase: 'PROPOSED', ...guest, arrivalMonth: '2027-05', proposedOn: day('2026-11-19'), answerBy: day('2026-11-30'), otherDates: null, mayConfirm: true, ...more,
});

/** The same person once the city said yes. */
export const aGuest = (more: Partial<GuestCard> = {}): GuestCard => ({
  phase: 'CONFIRMED', ...guest, version: 6, status: 'CONFIRMED', arrivesOn: day('2027-05-03'), departsOn: day('2027-07-27'), actualArrivesOn: null,
  returnReviewed: false, instructions: [], reveals: [], may: [], ...more,
});

/** A partner's home with one request. */
export const aHome = (more: Partial<CityHomeView> = {}): CityHomeView => ({
  city: { id: 'a8db3b58-fe55-4f32-b6e9-fa40421bd185', slug: 'utrecht', name: 'Utrecht' }, asOf: day('2026-11-22'), requests: [aRequest()], guests: [], past: [],
  capacity: { unanswered: 0, unconfirmed: 0, confirmedUntil: day('2028-01-01'), missing: [] }, ...more,
});
