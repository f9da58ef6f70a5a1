import { addDays } from '../calendar/calendar-date.ts';
import { day } from '../calendar/days.fixture.ts';
import { longestHoldDays, refusalToChange, refusalToDraft } from './refusal-to-change.ts';
import { stayAfter } from './stay-after.ts';
import type { StayChange } from './stay-changes.ts';
import type { Stay, StayActor } from './stay.ts';
import { actors, aStay } from './stay.fixture.ts';

const today = day('2027-02-01');
const refusal = (
  stay: Partial<Stay>,
  change: StayChange,
  actor: StayActor = actors.coordinator,
  on = today,
) => refusalToChange(aStay(stay), change, actor, on);
const reasonOf = (...asked: Parameters<typeof refusal>) => refusal(...asked)?.reason ?? null;

describe('a draft', () => {
  const wish = {
    cityId: 'utrecht',
    arrival: day('2027-04-05'),
    departure: day('2027-07-03'),
    defenderSelected: true,
  };
  test.each([
    ['is made by a coordinator', {}, actors.coordinator, null],
    ['is not made by a city', {}, actors.utrecht, 'NOT_YOUR_ROLE'],
    [
      'needs a selected defender',
      { defenderSelected: false },
      actors.coordinator,
      'DEFENDER_NOT_SELECTED',
    ],
    [
      'has a night',
      { departure: day('2027-04-05') },
      actors.coordinator,
      'DEPARTURE_NOT_AFTER_ARRIVAL',
    ],
    [
      'begins today at the earliest',
      { arrival: day('2027-01-31') },
      actors.coordinator,
      'ARRIVAL_IN_PAST',
    ],
    [
      'lasts three months at most',
      { departure: day('2027-07-06') },
      actors.coordinator,
      'LONGER_THAN_PROGRAMME',
    ],
    ['may last three whole months', { departure: day('2027-07-05') }, actors.coordinator, null],
  ] as const)('%s', (_, over, actor, reason) => {
    expect(refusalToDraft({ ...wish, ...over }, actor, today)?.reason ?? null).toBe(reason);
  });
});

describe('a proposal', () => {
  const propose = {
    action: 'stay:propose',
    note: 'French spoken at home',
    holdUntil: addDays(today, 7),
  } as const;
  test('takes a note and a hold of at most 14 days', () => {
    expect(reasonOf({ status: 'DRAFT' }, propose)).toBeNull();
    expect(reasonOf({ status: 'DRAFT' }, { ...propose, note: '  ' })).toBe('NOTE_REQUIRED');
    expect(reasonOf({ status: 'DRAFT' }, { ...propose, holdUntil: today })).toBe(
      'HOLD_NOT_IN_FUTURE',
    );
    expect(
      reasonOf({ status: 'DRAFT' }, { ...propose, holdUntil: addDays(today, longestHoldDays) }),
    ).toBeNull();
    expect(
      refusal({ status: 'DRAFT' }, { ...propose, holdUntil: addDays(today, longestHoldDays + 1) }),
    ).toEqual({
      reason: 'HOLD_TOO_LONG',
      latestHoldUntil: '2027-02-15',
    });
  });

  test('is not made of a draft whose arrival has passed', () => {
    expect(
      reasonOf(
        { status: 'DRAFT' },
        { ...propose, holdUntil: day('2027-05-02') },
        actors.coordinator,
        day('2027-05-01'),
      ),
    ).toBe('ARRIVAL_IN_PAST');
  });

  test('is answered by its own city alone', () => {
    expect(reasonOf({}, { action: 'stay:confirm' }, actors.utrecht)).toBeNull();
    expect(reasonOf({}, { action: 'stay:confirm' }, actors.maastricht)).toBe('NOT_YOUR_CITY');
    expect(reasonOf({}, { action: 'stay:confirm' }, actors.coordinator)).toBe('NOT_YOUR_ROLE');
    expect(reasonOf({}, { action: 'stay:confirm' }, actors.manager)).toBe('NOT_YOUR_ROLE');
  });

  test('tells a foreign city nothing of its state', () => {
    expect(refusal({ status: 'CLOSED' }, { action: 'stay:confirm' }, actors.maastricht)).toEqual({
      reason: 'NOT_YOUR_CITY',
    });
  });

  test('is declined with a reason and a note', () => {
    const decline = {
      action: 'stay:decline',
      reason: 'STAFF_ABSENT',
      note: 'Two of us are ill',
    } as const;
    expect(reasonOf({}, decline, actors.utrecht)).toBeNull();
    expect(reasonOf({}, { ...decline, reason: null }, actors.utrecht)).toBe('REASON_REQUIRED');
    expect(reasonOf({}, { ...decline, note: '' }, actors.utrecht)).toBe('NOTE_REQUIRED');
  });

  test('stands through the last day of its hold and lapses the next', () => {
    const last = day('2027-02-10');
    expect(reasonOf({}, { action: 'stay:confirm' }, actors.utrecht, last)).toBeNull();
    expect(reasonOf({}, { action: 'stay:lapse' }, actors.timedJob, last)).toBe('HOLD_STILL_RUNS');
    expect(reasonOf({}, { action: 'stay:confirm' }, actors.utrecht, addDays(last, 1))).toBe(
      'HOLD_EXPIRED',
    );
    const offer = {
      action: 'stay:offer-other-dates',
      arrival: day('2027-05-03'),
      departure: day('2027-07-01'),
    } as const;
    expect(reasonOf({}, offer, actors.utrecht, last)).toBeNull();
    expect(reasonOf({}, offer, actors.utrecht, addDays(last, 1))).toBe('HOLD_EXPIRED');
    expect(reasonOf({}, { action: 'stay:lapse' }, actors.timedJob, addDays(last, 1))).toBeNull();
    expect(reasonOf({}, { action: 'stay:lapse' }, actors.coordinator, addDays(last, 1))).toBe(
      'NOT_YOUR_ROLE',
    );
  });

  test('is moved and held longer by a coordinator, and a confirmed stay is not moved', () => {
    const move = {
      action: 'stay:move',
      arrival: day('2027-04-12'),
      departure: day('2027-07-10'),
    } as const;
    expect(reasonOf({}, move)).toBeNull();
    expect(reasonOf({ status: 'CONFIRMED' }, move)).toBe('WRONG_STATE');
    expect(reasonOf({}, { action: 'stay:extend-hold', holdUntil: addDays(today, 14) })).toBeNull();
  });

  test('takes the dates that the city offered, and no others', () => {
    const offered = { from: day('2027-05-03'), until: day('2027-07-31') };
    const accept = { action: 'stay:accept-other-dates', offered } as const;
    expect(reasonOf({}, accept)).toBeNull();
    expect(stayAfter(aStay(), accept)).toMatchObject({
      status: 'CONFIRMED',
      plannedArrival: offered.from,
      plannedDeparture: offered.until,
    });
    expect(reasonOf({}, accept, actors.utrecht)).toBe('NOT_YOUR_ROLE');
    expect(reasonOf({}, { ...accept, offered: null })).toBe('NOTHING_OFFERED');
    expect(reasonOf({}, accept, actors.coordinator, day('2027-02-11'))).toBe('HOLD_EXPIRED');
    expect(reasonOf({ holdUntil: null }, accept, actors.coordinator, day('2027-05-04'))).toBe(
      'ARRIVAL_IN_PAST',
    );
    expect(reasonOf({ status: 'CONFIRMED' }, accept)).toBe('WRONG_STATE');
  });
});
