import { day, span } from '../calendar/days.fixture.ts';
import { matchDefender } from './match-defender.ts';
import { guest, inputOf, type Case } from './match.fixture.ts';

const changes = (given: Case) => matchDefender(inputOf(given))[0]?.whatWouldHaveToChange;

describe('what would have to change', () => {
  test('is another arrival, and when the place is free next', () => {
    expect(changes({ place: { occupied: [guest('2027-01-01', '2027-05-01')] } })).toEqual([
      {
        change: 'OTHER_ARRIVAL',
        placement: { placeId: 'place-1', span: span('2027-05-01', '2027-07-29') },
        daysMoved: 31,
      },
      { change: 'NEXT_FREE_DATE', placeId: 'place-1', freeFrom: '2027-05-01' },
    ]);
  });

  test('is an earlier arrival when that is nearer', () => {
    const given = {
      input: {
        lengthNights: 30,
        window: { earliest: day('2027-03-01'), latest: day('2027-03-10') },
      },
      place: { occupied: [guest('2027-03-25', '2027-12-01')] },
    };
    expect(changes(given)?.[0]).toEqual({
      change: 'OTHER_ARRIVAL',
      placement: { placeId: 'place-1', span: span('2027-02-23', '2027-03-25') },
      daysMoved: -6,
    });
  });

  test('is a shorter stay when that saves the visa days', () => {
    expect(changes({ input: { lengthNights: 91 } })).toEqual([
      {
        change: 'SHORTER_LENGTH',
        placement: { placeId: 'place-1', span: span('2027-01-12', '2027-04-11') },
        nights: 89,
      },
    ]);
  });

  test('is a signature where the city only offered', () => {
    const place = { confirmed: [], unconfirmed: [span('2027-01-01', '2028-01-01')] };
    expect(changes({ place })).toEqual([
      {
        change: 'CONFIRM_CAPACITY',
        placement: { placeId: 'place-1', span: span('2027-01-12', '2027-04-11') },
      },
    ]);
  });

  test('is an answer to what isn’t known', () => {
    expect(
      changes({ defender: { accessNeeds: ['STEP_FREE'] }, place: { stepFree: null } }),
    ).toEqual([
      { change: 'ANSWER', rule: 'STEP_FREE', code: 'NEED_NOT_RECORDED', ask: { whom: 'CITY' } },
    ]);
  });

  test('is nothing about dates when the place itself doesn’t suit', () => {
    expect(
      changes({ defender: { accessNeeds: ['STEP_FREE'] }, place: { stepFree: false } }),
    ).toEqual([]);
  });

  test('is nothing at all where safety forbids', () => {
    for (const hidden of [true, false]) {
      const citiesToAvoid = [{ cityId: 'nijmegen', hidden, asOf: day('2026-11-01') }];
      expect(
        changes({ defender: { risk: { level: 'HIGH', citiesToAvoid, notNear: [] } } }),
      ).toEqual([]);
    }
  });

  test('is nothing when it fits and all is known', () => {
    expect(changes({})).toEqual([]);
  });
});
