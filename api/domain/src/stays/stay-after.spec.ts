import { day } from '../calendar/days.fixture.ts';
import { stayAfter } from './stay-after.ts';
import { aStay } from './stay.fixture.ts';

const inStay = { status: 'IN_STAY', actualArrival: day('2027-04-06') } as const;
const may = day('2027-05-20');

describe('a stay after a change', () => {
  test('keeps the planned days beside the actual ones', () => {
    const arrived = stayAfter(aStay({ status: 'CONFIRMED' }), {
      action: 'stay:arrive',
      actualArrival: day('2027-04-06'),
    });
    const left = stayAfter(arrived, {
      action: 'stay:cut-short',
      actualDeparture: may,
      reason: 'HEALTH',
      note: '',
    });
    expect(left).toEqual(
      aStay({ status: 'CUT_SHORT', actualArrival: day('2027-04-06'), actualDeparture: may }),
    );
  });

  test('has new days or a new hold when moved or held longer', () => {
    const moved = stayAfter(aStay(), {
      action: 'stay:move',
      arrival: day('2027-05-01'),
      departure: day('2027-06-01'),
    });
    expect(moved).toEqual(
      aStay({ plannedArrival: day('2027-05-01'), plannedDeparture: day('2027-06-01') }),
    );
    expect(stayAfter(aStay(), { action: 'stay:extend-hold', holdUntil: may }).holdUntil).toBe(may);
    expect(
      stayAfter(aStay(inStay), {
        action: 'stay:extend',
        departure: day('2027-07-05'),
        managerApproved: true,
      }).plannedDeparture,
    ).toBe('2027-07-05');
  });

  test('can’t be asked for against the state table', () => {
    expect(() => stayAfter(aStay({ status: 'LAPSED' }), { action: 'stay:confirm' })).toThrow(
      RangeError,
    );
  });
});
