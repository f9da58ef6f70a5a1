import fc from 'fast-check';
import { addDays } from '../calendar/calendar-date.ts';
import { intersectAll, nightsOf, overlaps, totalNights } from '../calendar/date-span.ts';
import { anySpan, someSpans, span } from '../calendar/days.fixture.ts';
import { availableSpans, freeNights, freeSpans, occupancy } from './free-spans.ts';

const anyPlace = fc.record({ confirmed: someSpans, blocked: someSpans, occupied: someSpans });

describe('a place’s free nights', () => {
  test('keep the cleaning gap on both sides of a guest', () => {
    const place = {
      confirmed: [span('2027-01-01', '2027-12-31')],
      blocked: [span('2027-06-01', '2027-06-15')],
      occupied: [span('2027-03-01', '2027-05-01')],
    };
    expect(freeSpans(place, 3)).toEqual([
      span('2027-01-01', '2027-02-26'),
      span('2027-05-04', '2027-06-01'),
      span('2027-06-15', '2027-12-31'),
    ]);
    expect(freeNights(place, span('2027-05-01', '2027-06-15'), 3)).toBe(28);
  });

  test('and its occupied nights are together the confirmed ones that aren’t blocked', () => {
    fc.assert(
      fc.property(anyPlace, anySpan, (place, within) => {
        const { availableNights, occupiedNights } = occupancy(place, within);
        expect(freeNights(place, within) + occupiedNights).toBe(availableNights);
        expect(availableNights).toBe(totalNights(intersectAll(availableSpans(place), [within])));
      }),
    );
  });

  test('are each confirmed, not blocked, and far enough from every guest', () => {
    fc.assert(
      fc.property(anyPlace, fc.integer({ min: 0, max: 10 }), (place, gapDays) => {
        const has = (spans: readonly { from: string; until: string }[], night: string): boolean =>
          spans.some(({ from, until }) => from <= night && night < until);
        const near = place.occupied.map(({ from, until }) => ({
          from: addDays(from, -gapDays),
          until: addDays(until, gapDays),
        }));
        const expected = [...new Set(place.confirmed.flatMap(nightsOf))]
          .filter((night) => !has(place.blocked, night) && !has(near, night))
          .sort();
        expect(freeSpans(place, gapDays).flatMap(nightsOf)).toEqual(expected);
      }),
    );
  });

  test('leave the gap whole for whoever takes them', () => {
    fc.assert(
      fc.property(anyPlace, fc.integer({ min: 1, max: 10 }), (place, gapDays) => {
        for (const free of freeSpans(place, gapDays)) {
          const withGap = {
            from: addDays(free.from, -gapDays),
            until: addDays(free.until, gapDays),
          };
          expect(place.occupied.some((stay) => overlaps(stay, withGap))).toBe(false);
        }
      }),
    );
  });
});

describe('occupancy', () => {
  test('is a share of what was offered, and nothing where nothing was', () => {
    const place = {
      confirmed: [span('2027-01-01', '2027-01-11')],
      blocked: [span('2027-01-09', '2027-01-11')],
      occupied: [span('2027-01-01', '2027-01-05')],
    };
    expect(occupancy(place, span('2027-01-01', '2028-01-01'))).toEqual({
      availableNights: 8,
      occupiedNights: 4,
      share: 0.5,
    });
    expect(occupancy(place, span('2028-01-01', '2029-01-01')).share).toBeNull();
  });
});
