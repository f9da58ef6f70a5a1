import fc from 'fast-check';
import { anyDay, anySpan, day, span } from '../calendar/days.fixture.ts';
import { contains, isEmpty, nightsIn } from '../calendar/date-span.ts';
import { isOccupying, occupiedNights, usedNights } from './occupied-nights.ts';
import { stayStatuses } from './stay-status.ts';
import { aStay } from './stay.fixture.ts';

const arrived = { actualArrival: day('2027-04-07') };

describe('the nights a stay takes', () => {
  test('are the planned ones until the actual ones are known', () => {
    expect(occupiedNights(aStay())).toEqual(span('2027-04-05', '2027-07-03'));
    expect(occupiedNights(aStay({ status: 'IN_STAY', ...arrived }))).toEqual(
      span('2027-04-07', '2027-07-03'),
    );
  });

  test('end on the day a stay is cut short, so that the rest is free', () => {
    const cut = aStay({ status: 'CUT_SHORT', ...arrived, actualDeparture: day('2027-05-01') });
    expect(occupiedNights(cut)).toEqual(span('2027-04-07', '2027-05-01'));
  });

  test('are none for a draft, a no, or a guest who never came', () => {
    for (const status of [
      'DRAFT',
      'DECLINED',
      'LAPSED',
      'TURNED_DOWN',
      'CANCELLED',
      'NO_SHOW',
    ] as const) {
      expect(occupiedNights(aStay({ status }))).toBeNull();
    }
  });

  test('are never an empty span, and there are some exactly for occupying states', () => {
    fc.assert(
      fc.property(fc.constantFrom(...stayStatuses), anySpan, (status, planned) => {
        const nights = occupiedNights(
          aStay({ status, plannedArrival: planned.from, plannedDeparture: planned.until }),
        );
        expect(nights !== null).toBe(isOccupying(status));
        expect(nights === null || !isEmpty(nights)).toBe(true);
      }),
    );
  });
});

describe('the nights a guest has used', () => {
  test('are none before arrival', () => {
    expect(usedNights(aStay({ status: 'CONFIRMED' }), day('2027-06-01'))).toBeNull();
    expect(usedNights(aStay({ status: 'NO_SHOW' }), day('2027-06-01'))).toBeNull();
  });

  test('count tonight and no later night', () => {
    const guest = aStay({ status: 'IN_STAY', ...arrived });
    expect(usedNights(guest, day('2027-04-07'))).toEqual(span('2027-04-07', '2027-04-08'));
    expect(usedNights(guest, day('2027-12-01'))).toEqual(span('2027-04-07', '2027-07-03'));
  });

  test('lie within the nights taken', () => {
    fc.assert(
      fc.property(anySpan, anyDay, (actual, today) => {
        const stay = aStay({
          status: 'DEPARTED',
          actualArrival: actual.from,
          actualDeparture: actual.until,
        });
        const used = usedNights(stay, today);
        const taken = occupiedNights(stay);
        expect(used === null || (taken !== null && contains(taken, used))).toBe(true);
        expect(used === null ? 0 : nightsIn(used)).toBeLessThanOrEqual(nightsIn(actual));
      }),
    );
  });
});
