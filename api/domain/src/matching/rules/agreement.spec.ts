import { day } from '../../calendar/days.fixture.ts';
import { saysOf } from '../match.fixture.ts';

describe('the agreement with a city', () => {
  test('is a question when it ends before the guest leaves', () => {
    expect(saysOf('AGREEMENT', { city: { agreementUntil: day('2027-04-11') } })).toEqual([
      'FITS AGREEMENT_VALID',
    ]);
    expect(saysOf('AGREEMENT', { city: { agreementUntil: day('2027-04-10') } })).toEqual([
      'UNKNOWN AGREEMENT_ENDS ask CITY',
    ]);
    expect(saysOf('AGREEMENT')).toEqual([]);
  });
});
