import { span } from '../../calendar/days.fixture.ts';
import { saysOf } from '../match.fixture.ts';

describe('another stay of the person', () => {
  test('blocks the nights it takes, and not the day it ends', () => {
    expect(
      saysOf('OTHER_STAY', { defender: { otherStays: [span('2027-01-01', '2027-01-13')] } }),
    ).toEqual(['BLOCKED OTHER_STAY_THEN']);
    expect(
      saysOf('OTHER_STAY', { defender: { otherStays: [span('2027-01-01', '2027-01-12')] } }),
    ).toEqual(['FITS NO_OTHER_STAY']);
  });
});
