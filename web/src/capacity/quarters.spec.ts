import { quarterStart, quartersOf, shareOf, touchesYear, yearsOf } from './quarters.ts';

it('moves by whole quarters, over New Year too', () => {
  expect(quarterStart('2026-11-22')).toBe('2026-10-01');
  expect(quarterStart('2026-11-22', 1)).toBe('2027-01-01');
  expect(quarterStart('2026-11-22', -6)).toBe('2025-04-01');
});

it('cuts a window into quarters that fill it', () => {
  const quarters = quartersOf('2026-10-01', '2028-04-01');
  expect(quarters.map(({ name }) => name)).toEqual(['4', '1', '2', '3', '4', '1']);
  expect(quarters.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
});

it('cuts a window that begins or ends inside a quarter', () => {
  expect(quartersOf('2026-11-15', '2027-02-01').map(({ from }) => from)).toEqual(['2026-11-15', '2027-01-01']);
});

it('says where days lie in a window, and that others lie outside', () => {
  expect(shareOf({ from: '2025-01-01', until: '2026-10-11' }, '2026-10-01', '2026-10-21')).toEqual({ from: 0, length: 0.5 });
  expect(shareOf({ from: '2027-01-01', until: '2027-02-01' }, '2026-10-01', '2027-01-01')).toBeNull();
});

it('counts a year only where a night lies in it', () => {
  const toNewYear = { opensOn: '2026-04-01', closesOn: '2028-01-01' };
  expect(yearsOf([toNewYear], '2026-11-22')).toEqual([2026, 2027]);
  expect(touchesYear(toNewYear, 2028)).toBe(false);
  expect(touchesYear(toNewYear, 2027)).toBe(true);
});
