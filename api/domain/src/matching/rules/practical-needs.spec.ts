import { saysOf } from '../match.fixture.ts';

describe('practical needs', () => {
  test('are answered one by one, and never block', () => {
    const defender = { accessNeeds: ['DIET', 'QUIET', 'PRAYER_SPACE'] } as const;
    const place = { quiet: false, prayerSpace: null, dietPossible: true };
    expect(saysOf('PRACTICAL_NEEDS', { defender, place })).toEqual([
      'WEAKER NEED_NOT_MET',
      'UNKNOWN NEED_NOT_RECORDED ask CITY',
      'FITS NEED_MET',
    ]);
    expect(saysOf('PRACTICAL_NEEDS', { place })).toEqual([]);
  });
});
