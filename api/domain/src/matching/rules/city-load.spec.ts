import { aPlace, guest, saysOf } from '../match.fixture.ts';

const places = [
  aPlace(),
  aPlace({
    placeId: 'place-2',
    occupied: [guest('2026-11-01', '2027-01-05'), guest('2027-05-01', '2027-07-01', 'cy')],
  }),
];

describe('guests a year', () => {
  test('are those who arrive in the year, and more than the city asked for is weaker', () => {
    expect(saysOf('CITY_LOAD', { city: { places, guestsAYearAtMost: 2 } })).toEqual([
      'FITS GUESTS_A_YEAR_OK',
    ]);
    expect(saysOf('CITY_LOAD', { city: { places, guestsAYearAtMost: 1 } })).toEqual([
      'WEAKER GUESTS_A_YEAR_REACHED',
    ]);
    expect(saysOf('CITY_LOAD', { city: { places } })).toEqual([]);
  });
});
