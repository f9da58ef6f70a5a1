import fc from 'fast-check';
import { span } from '../calendar/days.fixture.ts';
import { capacityStatuses, type CapacityStatus } from './capacity-status.ts';
import {
  capacityActions,
  capacityTransitions,
  refusalToChangeCapacity,
  refusalToTakeNights,
  type CapacityAction,
} from './capacity-transitions.ts';

const period = {
  id: 'period-1',
  placeId: 'place-1',
  cityId: 'utrecht',
  status: 'NONE' as CapacityStatus | 'NONE',
  span: span('2027-01-01', '2027-04-01'),
};
const utrecht = { role: 'CITY_PARTNER', cityId: 'utrecht' } as const;
const coordinator = { role: 'COORDINATOR', cityId: null } as const;
const facts = { standingPeriods: [], occupied: [], reason: null };

function reason(
  over: Partial<typeof period>,
  action: CapacityAction,
  actor: typeof utrecht | typeof coordinator | { role: 'CITY_PARTNER'; cityId: string },
  known: Partial<Parameters<typeof refusalToChangeCapacity>[3]> = {},
): string | null {
  const refusal = refusalToChangeCapacity({ ...period, ...over }, action, actor, {
    ...facts,
    ...known,
  });
  return refusal?.reason ?? null;
}

describe('capacity', () => {
  test('is asked by a coordinator, offered and signed by the city', () => {
    expect(reason({}, 'capacity:request', coordinator)).toBeNull();
    expect(reason({ status: 'REQUESTED' }, 'capacity:offer', utrecht)).toBeNull();
    expect(reason({}, 'capacity:offer', utrecht)).toBeNull();
    expect(reason({ status: 'OFFERED' }, 'capacity:offer', utrecht)).toBeNull();
    expect(reason({ status: 'OFFERED' }, 'capacity:confirm', utrecht)).toBeNull();
    expect(reason({ status: 'CONFIRMED' }, 'capacity:change', utrecht)).toBeNull();
    expect(reason({ status: 'OFFERED' }, 'capacity:change', utrecht)).toBe('WRONG_STATE');
    expect(reason({ status: 'OFFERED' }, 'capacity:confirm', coordinator)).toBe('NOT_YOUR_ROLE');
    expect(
      reason({ status: 'OFFERED' }, 'capacity:confirm', { role: 'CITY_PARTNER', cityId: 'x' }),
    ).toBe('NOT_YOUR_CITY');
    expect(reason({ status: 'REQUESTED' }, 'capacity:confirm', utrecht)).toBe('WRONG_STATE');
  });

  test('is withdrawn with a reason, and never under a stay', () => {
    const withdraw = (known: Parameters<typeof reason>[3]) =>
      reason({ status: 'CONFIRMED' }, 'capacity:withdraw', utrecht, known);
    expect(withdraw({ reason: 'The house is sold' })).toBeNull();
    expect(withdraw({ reason: ' ' })).toBe('REASON_REQUIRED');
    expect(
      withdraw({ reason: 'The house is sold', occupied: [span('2027-03-30', '2027-05-01')] }),
    ).toBe('STAY_LIES_ON_IT');
    expect(
      withdraw({ reason: 'The house is sold', occupied: [span('2027-04-01', '2027-05-01')] }),
    ).toBeNull();
  });

  test('has no two standing periods of a place on one night', () => {
    const standing = {
      ...period,
      id: 'period-2',
      status: 'OFFERED' as const,
      span: span('2027-03-01', '2027-06-01'),
    };
    expect(reason({}, 'capacity:offer', utrecht, { standingPeriods: [standing] })).toBe(
      'PERIOD_OVERLAPS',
    );
    expect(
      reason({}, 'capacity:offer', utrecht, {
        standingPeriods: [{ ...standing, status: 'WITHDRAWN' }],
      }),
    ).toBeNull();
    expect(
      reason({}, 'capacity:offer', utrecht, { standingPeriods: [{ ...standing, id: 'period-1' }] }),
    ).toBeNull();
  });

  test('has at least a night', () => {
    expect(
      reason({ span: span('2027-01-01', '2027-01-01') }, 'capacity:request', coordinator),
    ).toBe('UNTIL_NOT_AFTER_FROM');
  });

  test('that was withdrawn stays withdrawn, and none is confirmed that was not offered', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...capacityActions), { maxLength: 20 }), (path) => {
        let status: CapacityStatus | 'NONE' = 'NONE';
        for (const action of path) {
          const before: CapacityStatus | 'NONE' = status;
          if (capacityTransitions[action].from.includes(status))
            status = capacityTransitions[action].to;
          if (before === 'WITHDRAWN') expect(status).toBe('WITHDRAWN');
          if (status === 'CONFIRMED') expect(['OFFERED', 'CONFIRMED']).toContain(before);
        }
        expect([...capacityStatuses, 'NONE']).toContain(status);
      }),
    );
  });

  test('that is blocked or shortened names the nights a guest has', () => {
    expect(
      refusalToTakeNights([span('2027-01-01', '2027-02-01')], [span('2027-01-20', '2027-03-01')]),
    ).toEqual({
      reason: 'STAY_LIES_ON_IT',
      nights: span('2027-01-20', '2027-02-01'),
    });
  });
});
