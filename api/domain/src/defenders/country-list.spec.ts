import {
  countriesNamedByProgramme,
  countryCodes,
  isCountryCode,
  nonIsoCountryCodes,
  regionOf,
  regions,
} from './country-list.ts';

describe('the list of countries', () => {
  test('has the 249 codes of ISO 3166 and the programme’s two', () => {
    expect(countryCodes).toHaveLength(251);
    expect(new Set(countryCodes).size).toBe(251);
    expect(countryCodes.every((code) => /^[A-Z]{2}$/.test(code))).toBe(true);
  });

  test('has every country that the operating system has a name for', () => {
    const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
    const unnamed = countryCodes.filter((code) => names.of(code) === undefined);
    expect(unnamed).toEqual([nonIsoCountryCodes.somaliland]);
  });

  test('names Palestine, Western Sahara, Taiwan, Kosovo and Somaliland in the programme’s words', () => {
    expect(countriesNamedByProgramme.map(regionOf)).toEqual([
      'WESTERN_ASIA',
      'NORTHERN_AFRICA',
      'EASTERN_ASIA',
      'SOUTHERN_EUROPE',
      'EASTERN_AFRICA',
    ]);
  });

  test('puts each in one region and knows no other', () => {
    expect(countryCodes.every((code) => regions.some((region) => region === regionOf(code)))).toBe(
      true,
    );
    expect(regionOf('ZZ')).toBeNull();
    expect(isCountryCode('nl')).toBe(false);
    expect(isCountryCode('NL')).toBe(true);
  });

  test('knows the countries of the published cohorts', () => {
    const cohorts = 'MK NP VE MX NG CO SN EG KE PS CD BR GE IN KG NI PK ZM ZW KH ID UG SS'.split(
      ' ',
    );
    expect(cohorts.filter((code) => !isCountryCode(code))).toEqual([]);
  });
});
