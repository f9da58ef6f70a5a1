import { saysOf, type Case } from '../match.fixture.ts';

describe('the language of daily life', () => {
  test.each<[string, Case, string[]]>([
    ['is shared', {}, ['FITS LANGUAGE_SHARED']],
    [
      'is weaker when it isn’t',
      { city: { languages: ['nl', 'en'] } },
      ['WEAKER LANGUAGE_NOT_SHARED'],
    ],
    [
      'needs more than a few words',
      { defender: { languages: [{ code: 'fr', level: 'A2' }] } },
      ['WEAKER LANGUAGE_NOT_SHARED'],
    ],
    [
      'is asked of the city when not recorded',
      { city: { languages: null } },
      ['UNKNOWN LANGUAGE_NOT_RECORDED ask CITY'],
    ],
  ])('%s', (_, given, says) => {
    expect(saysOf('LANGUAGE', given)).toEqual(says);
  });
});
