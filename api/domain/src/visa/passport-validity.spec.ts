import { day } from '../calendar/days.fixture.ts';
import { passportCheck } from './passport-validity.ts';

describe('a passport', () => {
  const departure = day('2027-04-11');
  test.each([
    ['2027-07-10', { state: 'TOO_SHORT', requiredUntil: '2027-07-11' }],
    ['2027-07-11', { state: 'SHORTER_THAN_WISHED', wishedUntil: '2027-10-11' }],
    ['2027-10-10', { state: 'SHORTER_THAN_WISHED', wishedUntil: '2027-10-11' }],
    ['2027-10-11', { state: 'VALID' }],
  ])('valid until %s for a departure on 11 April 2027', (validUntil, check) => {
    expect(passportCheck(day(validUntil), departure)).toEqual(check);
  });

  test('that nobody asked for is not known', () => {
    expect(passportCheck(null, departure)).toEqual({ state: 'NOT_KNOWN' });
  });
});
