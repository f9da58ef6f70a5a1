import { saysOf, type Case } from '../match.fixture.ts';

const forWomen = { womenOnly: true, alone: false };

describe('a place for women', () => {
  test.each<[string, Case, string[]]>([
    ['takes a woman', { place: forWomen, defender: { gender: 'WOMAN' } }, ['FITS PLACE_FOR_WOMEN']],
    [
      'takes nobody else',
      { place: forWomen, defender: { gender: 'MAN' } },
      ['BLOCKED PLACE_FOR_WOMEN_ONLY'],
    ],
    [
      'asks when nothing was said',
      { place: forWomen, defender: { gender: 'NOT_SAID' } },
      ['UNKNOWN GENDER_NOT_SAID ask DEFENDER'],
    ],
    [
      'meets the need of one',
      { place: forWomen, defender: { gender: 'WOMAN', accessNeeds: ['WOMEN_ONLY'] } },
      ['FITS PLACE_FOR_WOMEN', 'FITS NEED_MET'],
    ],
  ])('%s', (_, given, says) => {
    expect(saysOf('WOMEN_ONLY', given)).toEqual(says);
  });

  test('is as good as a place of one’s own, and better than a shared one', () => {
    const defender = { accessNeeds: ['WOMEN_ONLY'] } as const;
    expect(saysOf('WOMEN_ONLY', { defender, place: { alone: true } })).toEqual(['FITS NEED_MET']);
    expect(saysOf('WOMEN_ONLY', { defender, place: { alone: false } })).toEqual([
      'BLOCKED NEED_NOT_MET',
    ]);
    expect(saysOf('WOMEN_ONLY', { defender, place: { alone: null } })).toEqual([
      'UNKNOWN NEED_NOT_RECORDED ask CITY',
    ]);
  });

  test('is the only reason to read anyone’s gender', () => {
    const genders = ['WOMAN', 'MAN', 'NON_BINARY', null] as const;
    expect(genders.map((gender) => saysOf('WOMEN_ONLY', { defender: { gender } }))).toEqual([
      [],
      [],
      [],
      [],
    ]);
  });
});
