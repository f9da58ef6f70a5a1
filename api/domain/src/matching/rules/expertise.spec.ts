import { saysOf, type Case } from '../match.fixture.ts';

const defender = { themes: ['DIGITAL_RIGHTS', 'LABOUR'] } as const;

describe('a city’s expertise', () => {
  test.each<[string, Case, string[]]>([
    [
      'is shared in one theme',
      { defender, city: { themes: ['LABOUR', 'CHILDREN'] } },
      ['FITS THEMES_SHARED'],
    ],
    [
      'is weaker in others',
      { defender, city: { themes: ['CHILDREN'] } },
      ['WEAKER THEMES_NOT_SHARED'],
    ],
    [
      'is asked when not recorded',
      { defender, city: { themes: null } },
      ['UNKNOWN THEMES_NOT_RECORDED ask CITY'],
    ],
    ['is no matter when the person named none', { city: { themes: null } }, []],
  ])('%s', (_, given, says) => {
    expect(saysOf('EXPERTISE', given)).toEqual(says);
  });
});
