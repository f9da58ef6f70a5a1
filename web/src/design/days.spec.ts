import { speak } from '../messages/language.ts';
import {
  formatDay,
  formatDays,
  formatDaysAway,
  formatMonth,
  formatNumber,
  formatShare,
  nightsBetween,
} from './days.ts';
import { byName, countryName, languageName } from './names.ts';

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f\u2009]/g, ' ');

it('writes a calendar day as each language does, without moving it by a zone', async () => {
  expect(formatDay('2027-01-01')).toBe('1 Jan 2027');
  expect(plain(formatDays('2027-05-03', '2027-07-31'))).toBe('3 May – 31 Jul 2027');
  await speak('nl');
  expect(formatDay('2027-03-01')).toBe('1 mrt 2027');
  expect(formatMonth('2027-03-31')).toBe('maart 2027');
  await speak('fr');
  expect(formatDay('2027-01-01')).toBe('1 janv. 2027');
});

it('counts nights over a change of the clock', () => {
  expect(nightsBetween('2027-03-27', '2027-03-29')).toBe(2);
  expect(nightsBetween('2027-05-03', '2027-07-31')).toBe(89);
  expect(nightsBetween('2027-12-30', '2028-01-02')).toBe(3);
});

it('says how far a day is, and writes numbers', async () => {
  expect([formatDaysAway(0), formatDaysAway(1), formatDaysAway(-6)]).toEqual([
    'today',
    'tomorrow',
    '6 days ago',
  ]);
  expect([formatNumber(1234), formatShare(0.873)]).toEqual(['1,234', '87%']);
  await speak('nl');
  expect([formatDaysAway(-1), formatNumber(1234.5, 1)]).toEqual(['gisteren', '1.234,5']);
});

it('names countries and languages in the reader’s language, those off the ISO list too', async () => {
  const extra = {
    XSO: { en: 'Somaliland', fr: 'Somaliland' },
    PS: { en: 'Palestine', nl: 'Palestina', fr: 'Palestine' },
  };
  await speak('nl');
  expect([countryName('NP'), countryName('PS', extra), countryName('XSO', extra)]).toEqual([
    'Nepal',
    'Palestina',
    'Somaliland',
  ]);
  expect(languageName('fr')).toBe('Frans');
  expect(countryName('not a code')).toBe('not a code');
  await speak('fr');
  expect(byName(['ZM', 'EG', 'ET'], countryName)).toEqual(['EG', 'ET', 'ZM']);
});
