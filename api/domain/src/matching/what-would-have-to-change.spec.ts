import { spanOfNights } from '../calendar/date-span.ts';
import { day, span } from '../calendar/days.fixture.ts';
import { matchDefender } from './match-defender.ts';
import { aPlace, guest, inputOf, type Case } from './match.fixture.ts';

const changes = (given: Case) => matchDefender(inputOf(given))[0]?.whatWouldHaveToChange;

describe('what would have to change', () => {
  test('is another arrival, and when the place is free next', () => {
    expect(changes({ place: { occupied: [guest('2027-01-01', '2027-05-01')] } })).toEqual([
      {
        change: 'OTHER_ARRIVAL',
        placement: { placeId: 'place-1', span: span('2027-05-01', '2027-07-29') },
        daysMoved: 31,
        rule: null,
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
      rule: null,
    });
  });

  test('is a shorter stay when that saves the visa days', () => {
    expect(changes({ input: { lengthNights: 91 } })).toEqual([
      {
        change: 'SHORTER_LENGTH',
        placement: { placeId: 'place-1', span: span('2027-01-12', '2027-04-11') },
        nights: 89,
        rule: null,
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

  test('is what lifts each of several rules by itself, where no single change is enough', () => {
    const given = {
      defender: {
        passportValidUntil: day('2027-03-01'),
        visa: { needed: true, held: [], leadTimeDays: 140 },
      },
      city: { screeningDays: 60 },
    };
    expect(changes(given)).toEqual([
      {
        change: 'OTHER_ARRIVAL',
        placement: { placeId: 'place-1', span: spanOfNights(day('2027-04-20'), 89) },
        daysMoved: 20,
        rule: 'VISA_LEAD_TIME',
      },
      { change: 'LONGER_PASSPORT', validUntil: '2027-07-29' },
    ]);
  });

  test('is another place of the city where this one doesn’t suit, and neither is free', () => {
    const asked = inputOf({
      defender: { accessNeeds: ['STEP_FREE'], passportValidUntil: day('2027-03-01') },
    });
    const [city] = asked.cities;
    if (city === undefined) throw new Error('The fixture has a city');
    const places = [
      aPlace({ stepFree: false }),
      aPlace({ placeId: 'place-2', confirmed: [], stepFree: true }),
    ];
    const [option] = matchDefender({ ...asked, cities: [{ ...city, places }] });
    expect(option?.whatWouldHaveToChange).toContainEqual({
      change: 'OTHER_PLACE',
      placeId: 'place-2',
      rule: 'STEP_FREE',
    });
  });

  test('is the person’s own days, when those they named are over and more is wrong', () => {
    const input = { window: { earliest: day('2026-09-01'), latest: day('2026-10-01') } };
    expect(changes({ input, defender: { passportValidUntil: day('2026-12-20') } })).toContainEqual({
      change: 'ANSWER',
      rule: 'ARRIVAL_WINDOW',
      code: 'ARRIVAL_TOO_LATE',
      ask: { whom: 'DEFENDER' },
    });
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
