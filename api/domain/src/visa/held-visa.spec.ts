import { day, span } from '../calendar/days.fixture.ts';
import { coverStay, presencesOfStay, rightsOfStay, type HeldVisa } from './held-visa.ts';

const visa = (over: Partial<HeldVisa> = {}): HeldVisa => ({
  kind: 'SHORT_STAY',
  validFrom: day('2027-01-01'),
  validUntil: day('2027-04-30'),
  countries: [],
  days: 90,
  ...over,
});
const national = (over: Partial<HeldVisa> = {}) =>
  visa({ kind: 'NATIONAL', countries: ['NL'], days: null, ...over });
const stay = span('2027-01-12', '2027-04-11');
const rights = (visas: readonly HeldVisa[]) =>
  rightsOfStay(visas, stay).map(
    ({ firstDay, lastDay, basis, visa: by }) =>
      `${firstDay} ${lastDay} ${basis}${by === null ? ' none' : ''}`,
  );

describe('a visa covers a stay', () => {
  test('that lies inside its days, both ends included', () => {
    expect(coverStay([visa()], stay)).toBe(true);
    expect(coverStay([visa({ validFrom: stay.from, validUntil: stay.until })], stay)).toBe(true);
    expect(coverStay([visa({ validFrom: day('2027-01-13') })], stay)).toBe(false);
    expect(coverStay([visa({ validUntil: day('2027-04-10') })], stay)).toBe(false);
    expect(coverStay([], stay)).toBe(false);
  });

  test('of no more days than it gives: 89 nights are 90 days', () => {
    expect(coverStay([visa({ days: 90 })], stay)).toBe(true);
    expect(coverStay([visa({ days: 89 })], stay)).toBe(false);
    expect(coverStay([visa({ days: null })], stay)).toBe(true);
  });

  test('only where it is good', () => {
    for (const kind of ['LIMITED_TERRITORY', 'SHORT_STAY'] as const) {
      expect(coverStay([visa({ kind, countries: ['BE', 'NL'] })], stay)).toBe(true);
      expect(coverStay([visa({ kind, countries: ['FR'] })], stay)).toBe(false);
    }
    // Of these two kinds no country isn't every country: nobody wrote it down.
    for (const kind of ['LIMITED_TERRITORY', 'NATIONAL'] as const)
      expect(coverStay([visa({ kind, countries: [] })], stay)).toBe(false);
  });

  test('when it is another State’s national one, as a short stay; of a State outside the area it is none', () => {
    expect(rights([national({ countries: ['FR'] })])).toEqual(['2027-01-12 2027-04-11 SHORT_STAY']);
    expect(coverStay([national({ countries: ['FR'] })], stay)).toBe(true);
    expect(coverStay([national({ countries: ['IE'] })], stay)).toBe(false);
  });
});

describe('several visas', () => {
  test('cover each day by the best right, whatever their order', () => {
    const held = [
      visa({ validUntil: day('2027-03-31') }),
      national({ validUntil: day('2027-01-31') }),
      visa({ kind: 'LIMITED_TERRITORY', countries: ['NL'], validFrom: day('2027-04-01') }),
    ];
    const expected = [
      '2027-01-12 2027-01-31 NATIONAL',
      '2027-02-01 2027-03-31 SHORT_STAY',
      '2027-04-01 2027-04-11 LIMITED_TERRITORY',
    ];
    expect(rights(held)).toEqual(expected);
    expect(rights([...held].reverse())).toEqual(expected);
    expect(coverStay(held, stay)).toBe(true);
  });

  test('that ended, or begin later, cover nothing of it', () => {
    expect(
      rights([
        visa({ validUntil: day('2027-01-11') }),
        national({ validFrom: day('2027-04-12'), validUntil: day('2028-04-12') }),
      ]),
    ).toEqual(['2027-01-12 2027-04-11 SHORT_STAY none']);
  });

  test('leave to the next what is over the days of the first', () => {
    const limited = visa({ kind: 'LIMITED_TERRITORY', countries: ['NL'], days: 15 });
    expect(rights([limited, visa({ days: 30 })])).toEqual([
      '2027-01-12 2027-01-26 LIMITED_TERRITORY',
      '2027-01-27 2027-02-25 SHORT_STAY',
      '2027-02-26 2027-04-11 SHORT_STAY none',
    ]);
  });
});

describe('the presences of a stay', () => {
  test('are those of its rights; without a visa the stay is one short one', () => {
    expect(presencesOfStay([], stay)).toEqual([{ firstDay: stay.from, lastDay: stay.until }]);
    expect(presencesOfStay([national({ validUntil: day('2027-02-01') })], stay)).toEqual([
      { firstDay: stay.from, lastDay: '2027-02-01', basis: 'NATIONAL' },
      { firstDay: '2027-02-02', lastDay: stay.until },
    ]);
  });
});
