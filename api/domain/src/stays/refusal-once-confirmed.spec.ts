import { addDays } from '../calendar/calendar-date.ts';
import { day } from '../calendar/days.fixture.ts';
import { refusalToChange } from './refusal-to-change.ts';
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
const inStay = { status: 'IN_STAY', actualArrival: day('2027-04-06') } as const;
const may = day('2027-05-20');

describe('before arrival', () => {
  test('a cancellation gives its reason, and for another reason a note', () => {
    const cancel = { action: 'stay:cancel', reason: 'VISA_REFUSED', note: '' } as const;
    expect(reasonOf({ status: 'CONFIRMED' }, cancel)).toBeNull();
    expect(reasonOf({ status: 'CONFIRMED' }, { ...cancel, reason: 'OTHER' })).toBe('NOTE_REQUIRED');
    expect(reasonOf({ status: 'CONFIRMED' }, { ...cancel, reason: null })).toBe('REASON_REQUIRED');
  });

  test('a journey begins when the blocking items are done or overridden', () => {
    const travel = {
      action: 'stay:start-travel',
      openBlockingItems: 2,
      overrideReason: null,
    } as const;
    expect(refusal({ status: 'CONFIRMED' }, travel)).toEqual({
      reason: 'BLOCKING_ITEMS_OPEN',
      count: 2,
    });
    expect(
      reasonOf({ status: 'CONFIRMED' }, { ...travel, overrideReason: 'Flight was moved' }),
    ).toBeNull();
    expect(reasonOf({ status: 'CONFIRMED' }, { ...travel, openBlockingItems: 0 })).toBeNull();
  });

  test('nobody is a no-show on the day of arrival, or without a welfare check', () => {
    const noShow = { action: 'stay:no-show', welfareCheckNote: 'Family called' } as const;
    expect(reasonOf({ status: 'TRAVELLING' }, noShow, actors.coordinator, day('2027-04-05'))).toBe(
      'NOT_YET_PAST_ARRIVAL',
    );
    expect(
      reasonOf({ status: 'TRAVELLING' }, noShow, actors.coordinator, day('2027-04-06')),
    ).toBeNull();
    expect(
      reasonOf(
        { status: 'TRAVELLING' },
        { ...noShow, welfareCheckNote: '' },
        actors.coordinator,
        may,
      ),
    ).toBe('WELFARE_CHECK_REQUIRED');
  });

  test('an arrival is at most 60 days before the planned one', () => {
    const arrive = (on: string) => ({ action: 'stay:arrive', actualArrival: day(on) }) as const;
    const stay = { status: 'CONFIRMED', plannedArrival: day('2027-06-01') } as const;
    const today = day('2027-05-01');
    expect(reasonOf(stay, arrive('2027-04-01'), actors.coordinator, today)).toBe(
      'ARRIVAL_TOO_EARLY',
    );
    expect(reasonOf(stay, arrive('2027-04-02'), actors.coordinator, today)).toBeNull();
  });

  test('an arrival is never in the future', () => {
    const arrive = { action: 'stay:arrive', actualArrival: day('2027-04-06') } as const;
    expect(reasonOf({ status: 'CONFIRMED' }, arrive, actors.utrecht, day('2027-04-05'))).toBe(
      'ARRIVAL_IN_FUTURE',
    );
    expect(reasonOf({ status: 'CONFIRMED' }, arrive, actors.utrecht, day('2027-04-06'))).toBeNull();
    expect(
      reasonOf(
        { status: 'CONFIRMED' },
        { ...arrive, actualArrival: day('2027-07-03') },
        actors.utrecht,
        day('2027-08-01'),
      ),
    ).toBe('ARRIVAL_AFTER_PLANNED_DEPARTURE');
  });
});

describe('during a stay', () => {
  test('an extension is later and approved', () => {
    const extend = {
      action: 'stay:extend',
      departure: day('2027-07-05'),
      managerApproved: true,
    } as const;
    expect(reasonOf(inStay, extend)).toBeNull();
    expect(reasonOf(inStay, { ...extend, managerApproved: false })).toBe(
      'MANAGER_APPROVAL_REQUIRED',
    );
    expect(reasonOf(inStay, { ...extend, departure: day('2027-07-03') })).toBe(
      'NOT_LATER_THAN_NOW',
    );
  });

  test('a transfer waits for the new city', () => {
    const transfer = {
      action: 'stay:transfer',
      transferDay: may,
      newPlaceConfirmed: true,
    } as const;
    expect(reasonOf(inStay, transfer, actors.coordinator, may)).toBeNull();
    expect(
      reasonOf(inStay, { ...transfer, newPlaceConfirmed: false }, actors.coordinator, may),
    ).toBe('NEW_PLACE_NOT_CONFIRMED');
  });

  test('a stay is cut short with a reason, on a day between arrival and the planned departure', () => {
    const cut = {
      action: 'stay:cut-short',
      actualDeparture: may,
      reason: 'FAMILY',
      note: '',
    } as const;
    expect(reasonOf(inStay, cut, actors.coordinator, may)).toBeNull();
    expect(reasonOf(inStay, { ...cut, reason: null }, actors.coordinator, may)).toBe(
      'REASON_REQUIRED',
    );
    expect(reasonOf(inStay, { ...cut, reason: 'OTHER' }, actors.coordinator, may)).toBe(
      'NOTE_REQUIRED',
    );
    expect(
      reasonOf(inStay, { ...cut, actualDeparture: day('2027-04-06') }, actors.coordinator, may),
    ).toBe('DEPARTURE_BEFORE_ARRIVAL');
    expect(
      reasonOf(
        inStay,
        { ...cut, actualDeparture: day('2027-07-03') },
        actors.coordinator,
        day('2027-08-01'),
      ),
    ).toBe('NOT_SHORTER');
  });

  test('nobody departs in the future or without a review of the return', () => {
    const depart = {
      action: 'stay:depart',
      actualDeparture: may,
      returnReviewedOn: addDays(may, -14),
      withoutReviewBecause: null,
    } as const;
    expect(reasonOf(inStay, depart, actors.utrecht, may)).toBeNull();
    expect(reasonOf(inStay, depart, actors.utrecht, addDays(may, -1))).toBe('DEPARTURE_IN_FUTURE');
    expect(
      reasonOf(inStay, { ...depart, returnReviewedOn: addDays(may, -15) }, actors.utrecht, may),
    ).toBe('RETURN_NOT_REVIEWED');
    expect(reasonOf(inStay, { ...depart, returnReviewedOn: null }, actors.utrecht, may)).toBe(
      'RETURN_NOT_REVIEWED',
    );
    expect(
      reasonOf(
        inStay,
        { ...depart, returnReviewedOn: null, withoutReviewBecause: 'Left at night' },
        actors.utrecht,
        may,
      ),
    ).toBeNull();
  });

  test('only someone cleared reviews a return', () => {
    expect(reasonOf(inStay, { action: 'stay:review-return', reviewerIsCleared: false })).toBe(
      'CLEARANCE_REQUIRED',
    );
    expect(reasonOf(inStay, { action: 'stay:review-return', reviewerIsCleared: true })).toBeNull();
  });

  test('a file is closed when all is done, or with a reason', () => {
    const close = {
      action: 'stay:close',
      followUpsDone: true,
      evaluationDone: false,
      reason: null,
    } as const;
    expect(reasonOf({ status: 'DEPARTED' }, close)).toBe('FOLLOW_UPS_OPEN');
    expect(reasonOf({ status: 'DEPARTED' }, { ...close, evaluationDone: true })).toBeNull();
    expect(
      reasonOf({ status: 'CUT_SHORT' }, { ...close, reason: 'No contact possible' }),
    ).toBeNull();
  });
});
