import fc from 'fast-check';
import { day } from '../calendar/days.fixture.ts';
import { isOccupying, occupiedNights } from './occupied-nights.ts';
import { stayStatuses, type StayStatus } from './stay-status.ts';
import {
  actionsOpenTo,
  isFinal,
  statusAfter,
  stayActions,
  stayTransitions,
  type StayAction,
} from './stay-transitions.ts';
import { aStay } from './stay.fixture.ts';

const finals: readonly StayStatus[] = [
  'TRANSFERRED',
  'CLOSED',
  'DECLINED',
  'LAPSED',
  'TURNED_DOWN',
  'CANCELLED',
  'NO_SHOW',
];

describe('the state table of a stay', () => {
  test('has exactly these ends', () => {
    expect(stayStatuses.filter(isFinal)).toEqual(finals);
  });

  test('reaches every state from nothing', () => {
    const reached = new Set<StayStatus | 'NONE'>(['NONE']);
    for (const status of reached) {
      for (const action of stayActions) {
        const next = statusAfter(status, action);
        if (next !== null) reached.add(next);
      }
    }
    expect([...reached].sort()).toEqual(['NONE', ...stayStatuses].sort());
  });

  test('lets no path out of an end', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom<StayAction>(...stayActions), { maxLength: 60 }),
        (path) => {
          let status: StayStatus | 'NONE' = 'NONE';
          let ended: StayStatus | null = null;
          for (const action of path) {
            const next = statusAfter(status, action);
            if (ended !== null) expect(next).toBeNull();
            if (next === null) continue;
            status = next;
            if (isFinal(next)) ended = next;
          }
        },
      ),
    );
  });

  test('lets a place be taken only by the states that occupy', () => {
    const occupying = stayStatuses.filter((status) => occupiedNights(aStay({ status })) !== null);
    expect(occupying).toEqual([
      'PROPOSED',
      'CONFIRMED',
      'TRAVELLING',
      'IN_STAY',
      'DEPARTED',
      'CUT_SHORT',
      'TRANSFERRED',
      'CLOSED',
    ]);
    expect(stayStatuses.filter(isOccupying)).toEqual(occupying);
  });

  test('frees the place by every no before arrival', () => {
    const noes: StayAction[] = [
      'stay:decline',
      'stay:lapse',
      'stay:turn-down',
      'stay:cancel',
      'stay:no-show',
    ];
    for (const action of noes) {
      const { to } = stayTransitions[action];
      expect(to !== 'SAME' && isOccupying(to)).toBe(false);
    }
  });

  test('never lets someone who arrived be cancelled, declined or turned down', () => {
    for (const status of ['IN_STAY', 'DEPARTED', 'CUT_SHORT', 'CLOSED'] as const) {
      for (const action of [
        'stay:cancel',
        'stay:decline',
        'stay:turn-down',
        'stay:lapse',
      ] as const) {
        expect(statusAfter(status, action)).toBeNull();
      }
    }
  });

  test('gives managers and administrators nothing to do', () => {
    for (const status of [...stayStatuses, 'NONE'] as const) {
      expect(actionsOpenTo(status, 'MANAGER')).toEqual([]);
      expect(actionsOpenTo(status, 'ADMIN')).toEqual([]);
    }
  });

  test('gives a city its answers, an arrival and a departure, and nothing else', () => {
    const open = Object.fromEntries(
      stayStatuses.map((status) => [status, actionsOpenTo(status, 'CITY_PARTNER')]),
    );
    expect(Object.entries(open).filter(([, actions]) => actions.length > 0)).toEqual([
      ['PROPOSED', ['stay:offer-other-dates', 'stay:confirm', 'stay:decline']],
      ['CONFIRMED', ['stay:arrive']],
      ['TRAVELLING', ['stay:arrive']],
      ['IN_STAY', ['stay:depart']],
    ]);
  });

  test('changes nothing on the stay by asking', () => {
    const stay = Object.freeze(aStay({ actualArrival: day('2027-04-05') }));
    expect(occupiedNights(stay)).not.toBeNull();
  });
});
