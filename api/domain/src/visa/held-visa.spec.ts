import { day, span } from '../calendar/days.fixture.ts';
import { carriesStay, presenceOfStay, stayDaysCheck, type HeldVisa } from './held-visa.ts';
import { schengenDaysUsed } from './ninety-in-one-eighty.ts';

const visa = (over: Partial<HeldVisa> = {}): HeldVisa => ({
  kind: 'SHORT_STAY',
  validFrom: day('2027-01-01'),
  validUntil: day('2027-04-30'),
  countries: [],
  days: 90,
  ...over,
});
const stay = span('2027-01-12', '2027-04-11');

describe('a visa carries a stay', () => {
  test('that lies inside its days, both ends included', () => {
    expect(carriesStay(visa(), stay)).toBe(true);
    expect(carriesStay(visa({ validFrom: stay.from, validUntil: stay.until }), stay)).toBe(true);
    expect(carriesStay(visa({ validFrom: day('2027-01-13') }), stay)).toBe(false);
    expect(carriesStay(visa({ validUntil: day('2027-04-10') }), stay)).toBe(false);
    expect(carriesStay(null, stay)).toBe(false);
  });

  test('of no more days than it gives: 89 nights are 90 days', () => {
    expect(carriesStay(visa({ days: 90 }), stay)).toBe(true);
    expect(carriesStay(visa({ days: 89 }), stay)).toBe(false);
    expect(carriesStay(visa({ days: null }), stay)).toBe(true);
  });

  test('only where it is good', () => {
    for (const kind of ['LIMITED_TERRITORY', 'NATIONAL'] as const) {
      expect(carriesStay(visa({ kind, countries: ['NL'] }), stay)).toBe(true);
      expect(carriesStay(visa({ kind, countries: ['FR'] }), stay)).toBe(false);
      // Of these two kinds no country isn't every country: nobody wrote it down.
      expect(carriesStay(visa({ kind, countries: [] }), stay)).toBe(false);
    }
  });
});

describe('the days of a stay', () => {
  const used = [{ firstDay: day('2026-10-01'), lastDay: day('2026-12-20') }];

  test('don’t count under a national visa, and count under any other', () => {
    const national = visa({ kind: 'NATIONAL', countries: ['NL'] });
    expect(schengenDaysUsed([presenceOfStay(national, stay)], stay.until)).toBe(0);
    for (const other of [null, visa(), visa({ kind: 'LIMITED_TERRITORY', countries: ['NL'] })])
      expect(schengenDaysUsed([presenceOfStay(other, stay)], stay.until)).toBe(90);
  });

  test('are counted for a short stay, and are the visa’s own for the two other kinds', () => {
    expect(stayDaysCheck(visa(), used, stay).ok).toBe(false);
    for (const kind of ['LIMITED_TERRITORY', 'NATIONAL'] as const) {
      const held = visa({ kind, countries: ['NL'] });
      expect(stayDaysCheck(held, used, stay)).toEqual({ ok: true, by: held });
      expect(stayDaysCheck(visa({ kind, countries: ['BE'] }), used, stay).ok).toBe(false);
    }
  });
});
