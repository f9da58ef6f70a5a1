import { saysOf } from '../match.fixture.ts';

describe('a wish', () => {
  test('makes a city better or weaker and never blocks it', () => {
    expect(saysOf('WISHES', { defender: { citiesPreferred: ['nijmegen'] } })).toEqual([
      'FITS CITY_PREFERRED',
    ]);
    expect(saysOf('WISHES', { defender: { citiesToAvoid: ['nijmegen'] } })).toEqual([
      'WEAKER CITY_NOT_WISHED',
    ]);
    expect(saysOf('WISHES', { defender: { citiesPreferred: ['utrecht'] } })).toEqual([]);
  });
});
