import fc from 'fast-check';
import {
  clampToYear,
  contains,
  containsNight,
  intersect,
  intersectAll,
  isEmpty,
  mergeSpans,
  nightsIn,
  nightsOf,
  overlaps,
  spanOfNights,
  subtract,
  subtractAll,
  totalNights,
  type DateSpan,
} from './date-span.ts';
import { anyDay, anySpan, day, someSpans, span } from './days.fixture.ts';

const nightsOfAll = (spans: readonly DateSpan[]): string[] =>
  [...new Set(spans.flatMap(nightsOf))].sort();
const inOrderAndApart = (spans: readonly DateSpan[]): boolean =>
  spans.every(
    (each, at) => !isEmpty(each) && (at === 0 || (spans[at - 1]?.until ?? '') < each.from),
  );

describe('a span of nights', () => {
  test('holds the night of arrival and not the night of departure', () => {
    expect(nightsOf(span('2026-12-30', '2027-01-02'))).toEqual([
      '2026-12-30',
      '2026-12-31',
      '2027-01-01',
    ]);
    expect(nightsIn(span('2026-12-30', '2027-01-02'))).toBe(3);
  });

  test('may be empty or backwards, and then holds nothing', () => {
    const backwards = span('2027-01-05', '2027-01-01');
    expect(isEmpty(backwards)).toBe(true);
    expect(nightsOf(backwards)).toEqual([]);
    expect(overlaps(backwards, span('2026-01-01', '2028-01-01'))).toBe(false);
  });

  test('lets one guest leave on the day the next arrives', () => {
    expect(overlaps(span('2027-01-01', '2027-01-05'), span('2027-01-05', '2027-01-09'))).toBe(
      false,
    );
  });

  test('counts Temporal’s nights', () => {
    fc.assert(
      fc.property(anySpan, (each) => {
        expect(nightsIn(each)).toBe(Temporal.PlainDate.from(each.from).until(each.until).days);
        expect(spanOfNights(each.from, nightsIn(each))).toEqual(each);
        expect(nightsOf(each)).toHaveLength(nightsIn(each));
      }),
    );
  });

  test('is compared night by night', () => {
    fc.assert(
      fc.property(anySpan, anySpan, anyDay, (a, b, night) => {
        const shared = nightsOf(a).filter((each) => nightsOf(b).includes(each));
        expect(overlaps(a, b)).toBe(shared.length > 0);
        expect(intersect(a, b)).toEqual(
          shared.length > 0 ? spanOfNights(shared[0] ?? a.from, shared.length) : null,
        );
        expect(contains(a, b)).toBe(shared.length === nightsIn(b));
        expect(containsNight(a, night)).toBe(nightsOf(a).includes(night));
      }),
    );
  });

  test('is divided by New Year’s Eve', () => {
    const stay = span('2026-12-20', '2027-02-01');
    expect(clampToYear(stay, 2026)).toEqual(span('2026-12-20', '2027-01-01'));
    expect(clampToYear(stay, 2027)).toEqual(span('2027-01-01', '2027-02-01'));
    expect(clampToYear(stay, 2028)).toBeNull();
  });
});

describe('lists of spans', () => {
  test('merge into the same nights, in order and apart', () => {
    fc.assert(
      fc.property(someSpans, (spans) => {
        const merged = mergeSpans(spans);
        expect(nightsOfAll(merged)).toEqual(nightsOfAll(spans));
        expect(inOrderAndApart(merged)).toBe(true);
        expect(totalNights(spans)).toBe(nightsOfAll(spans).length);
      }),
    );
  });

  test('join neighbours', () => {
    expect(
      mergeSpans([span('2027-01-05', '2027-01-09'), span('2027-01-01', '2027-01-05')]),
    ).toEqual([span('2027-01-01', '2027-01-09')]);
  });

  test('subtract and intersect night by night', () => {
    fc.assert(
      fc.property(someSpans, someSpans, anySpan, (a, b, one) => {
        const holes = new Set(nightsOfAll(b));
        expect(nightsOfAll(subtractAll(a, b))).toEqual(
          nightsOfAll(a).filter((night) => !holes.has(night)),
        );
        expect(nightsOfAll(intersectAll(a, b))).toEqual(
          nightsOfAll(a).filter((night) => holes.has(night)),
        );
        expect(subtract(one, b)).toEqual(subtractAll([one], b));
        expect(inOrderAndApart(subtract(one, b))).toBe(true);
      }),
    );
  });

  test('leave their arguments as they were', () => {
    const spans = Object.freeze([
      span('2027-02-01', '2027-02-03'),
      span('2027-01-01', '2027-01-03'),
    ]);
    mergeSpans(spans);
    expect(spans[0]?.from).toBe(day('2027-02-01'));
  });
});
