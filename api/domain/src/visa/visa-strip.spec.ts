import { day, span } from '../calendar/days.fixture.ts';
import type { HeldVisa } from './held-visa.ts';
import { visaStrip } from './visa-strip.ts';

const today = day('2026-12-01');
const stay = span('2027-01-12', '2027-04-11');
const autumn = { firstDay: day('2026-10-01'), lastDay: day('2026-10-26') };
const national = {
  kind: 'NATIONAL',
  validFrom: day('2027-01-01'),
  validUntil: day('2027-06-30'),
  countries: ['NL'],
  days: null,
} as const;

const holding = (...held: readonly HeldVisa[]) => ({ needed: true, held });
const none = holding();

describe('the strip of visa days', () => {
  test('grows by a day each day of a stay, the day of departure included', () => {
    const strip = visaStrip(none, [], stay, today);
    expect(strip).toMatchObject({
      from: stay.from,
      until: stay.until,
      isOver: false,
      firstDayOver: null,
      latestDeparture: '2027-04-11',
    });
    expect(strip.used).toHaveLength(90);
    expect([strip.used[0], strip.used.at(-1)]).toEqual([1, 90]);
  });

  test('says from when on it is too much, and the latest safe departure', () => {
    const strip = visaStrip(none, [autumn], stay, today);
    expect(strip).toMatchObject({
      isOver: true,
      firstDayOver: '2027-03-17',
      latestDeparture: '2027-03-16',
    });
    expect(strip.used[0]).toBe(27);
  });

  test('without a plan says how used days come back', () => {
    const { used, from, latestDeparture } = visaStrip(none, [autumn], null, today);
    expect(from).toBe(today);
    expect([used[0], used.at(-1), used.length]).toEqual([26, 0, 181]);
    expect(latestDeparture).toBeNull();
  });

  test('counts no day under a national visa, whose end is the latest departure', () => {
    const strip = visaStrip(holding(national), [autumn], stay, today);
    expect(strip).toMatchObject({
      isOver: false,
      latestDeparture: '2027-06-30',
      rights: [{ firstDay: stay.from, lastDay: stay.until, basis: 'NATIONAL', visa: national }],
    });
    expect(strip.used.at(-1)).toBe(13);
    const limited = { ...national, kind: 'LIMITED_TERRITORY', days: 90 } as const;
    expect(visaStrip(holding(limited), [autumn], stay, today)).toMatchObject({
      isOver: false,
      latestDeparture: '2027-04-11',
      rights: [{ basis: 'LIMITED_TERRITORY' }],
    });
  });
});
