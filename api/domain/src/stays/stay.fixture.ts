import { day } from '../calendar/days.fixture.ts';
import type { Stay, StayActor } from './stay.ts';

/** A proposed stay of 89 nights in the spring of 2027, or another as the test says. */
export function aStay(over: Partial<Stay> = {}): Stay {
  return {
    id: 'stay-1',
    defenderId: 'defender-1',
    placeId: 'place-1',
    cityId: 'utrecht',
    status: 'PROPOSED',
    plannedArrival: day('2027-04-05'),
    plannedDeparture: day('2027-07-03'),
    actualArrival: null,
    actualDeparture: null,
    holdUntil: day('2027-02-10'),
    ...over,
  };
}

/** Those who may ask for something. */
export const actors = {
  coordinator: { role: 'COORDINATOR', cityId: null },
  utrecht: { role: 'CITY_PARTNER', cityId: 'utrecht' },
  maastricht: { role: 'CITY_PARTNER', cityId: 'maastricht' },
  manager: { role: 'MANAGER', cityId: null },
  admin: { role: 'ADMIN', cityId: null },
  timedJob: { role: 'TIMED_JOB', cityId: null },
} as const satisfies Record<string, StayActor>;
