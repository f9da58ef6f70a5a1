import fc from 'fast-check';
import { clip, dayAt, dayIn, isArrival, monthsOf, monthStart, zooms } from './geometry.ts';
import { plusDays } from '../stays/plus-days.ts';

it('moves by whole months across New Year', () => {
  expect(monthStart('2026-11-22', -2)).toBe('2026-09-01');
  expect(monthStart('2026-11-22', 2)).toBe('2027-01-01');
  expect(monthStart('2027-01-31', -1)).toBe('2026-12-01');
});

it('names every month of a window once', () => {
  expect(monthsOf('2026-11-01', '2027-02-01')).toEqual(['2026-11-01', '2026-12-01', '2027-01-01']);
});

it('draws only what lies in the window', () => {
  expect(clip({ from: '2026-10-20', until: '2026-11-05' }, '2026-11-01', '2026-12-01')).toEqual({
    from: 0,
    until: 4,
  });
  expect(clip({ from: '2026-10-20', until: '2026-11-01' }, '2026-11-01', '2026-12-01')).toBeNull();
});

it('finds the day under the pointer again, wherever the bar was grabbed', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 540 }),
      fc.integer({ min: 0, max: 80 }),
      fc.double({ min: zooms.year, max: 12, noNaN: true }),
      (day, grabbed, width) => {
        const pixels = (day + grabbed) * width;
        expect(dayIn('2026-11-01', dayAt('2026-11-01', pixels, width, grabbed))).toBe(day);
      },
    ),
  );
});

it('counts days over a change of clocks and a leap day', () => {
  expect(dayIn('2028-02-28', '2028-03-01')).toBe(2);
  expect(plusDays('2027-03-27', 2)).toBe('2027-03-29');
});

it('lets one arrive on the first day of a run and not on the day after it', () => {
  const runs = [{ from: '2027-01-04', until: '2027-01-06' }];
  expect(
    ['2027-01-03', '2027-01-04', '2027-01-05', '2027-01-06'].map((day) => isArrival(day, runs)),
  ).toEqual([false, true, true, false]);
});
