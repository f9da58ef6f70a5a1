import fc from 'fast-check';
import { anySpan, day, span } from '../calendar/days.fixture.ts';
import { overlaps } from '../calendar/date-span.ts';
import { staysClash } from './stays-clash.ts';
import { aStay } from './stay.fixture.ts';

const other = { id: 'stay-2', defenderId: 'defender-2' };

describe('two stays', () => {
  test('clash over one place, with the nights they share', () => {
    const later = aStay({
      ...other,
      plannedArrival: day('2027-07-01'),
      plannedDeparture: day('2027-08-01'),
    });
    expect(staysClash(aStay(), later)).toEqual({
      reason: 'SAME_PLACE',
      nights: span('2027-07-01', '2027-07-03'),
    });
  });

  test('clash over one person in two places', () => {
    expect(staysClash(aStay(), aStay({ id: 'stay-2', placeId: 'place-2' }))?.reason).toBe(
      'SAME_DEFENDER',
    );
  });

  test('don’t clash when one leaves on the day the other arrives', () => {
    const next = aStay({
      ...other,
      plannedArrival: day('2027-07-03'),
      plannedDeparture: day('2027-09-01'),
    });
    expect(staysClash(aStay(), next)).toBeNull();
  });

  test('don’t clash when one of them takes no nights', () => {
    expect(staysClash(aStay(), aStay({ ...other, status: 'DRAFT' }))).toBeNull();
  });

  test('don’t clash when both are the same stay', () => {
    expect(staysClash(aStay(), aStay({ plannedArrival: day('2027-04-06') }))).toBeNull();
  });

  test('clash both ways, exactly when their nights overlap', () => {
    fc.assert(
      fc.property(anySpan, anySpan, (a, b) => {
        const first = aStay({ plannedArrival: a.from, plannedDeparture: a.until });
        const second = aStay({ ...other, plannedArrival: b.from, plannedDeparture: b.until });
        expect(staysClash(first, second) !== null).toBe(overlaps(a, b));
        expect(staysClash(second, first)).toEqual(staysClash(first, second));
      }),
    );
  });
});
