import { nonIsoCountryCodes } from '@shelter-city/domain/defenders/country-list';

const { kosovo, somaliland } = nonIsoCountryCodes;

/** Languages that someone from a country may well speak, by the programme's country code; enough for made-up people. */
const languages: Readonly<Record<string, string>> = {
  AF: 'fa ps', AL: 'sq', AO: 'pt', AZ: 'az ru', BD: 'bn', BI: 'rn fr', BO: 'es qu', BR: 'pt', BY: 'be ru', CD: 'fr sw', CM: 'fr', CO: 'es',
  EC: 'es', EG: 'ar', ET: 'am', GE: 'ka', GH: 'en', GT: 'es', HN: 'es', ID: 'id', IN: 'hi', IQ: 'ar ku', JO: 'ar', KE: 'sw', KG: 'ky ru',
  KH: 'km', KZ: 'kk ru', LB: 'ar fr', LK: 'si ta', MA: 'ar fr', MD: 'ro ru', MG: 'mg fr', MK: 'mk', MW: 'ny', MX: 'es', MZ: 'pt', NG: 'ha',
  NI: 'es', NP: 'ne', PE: 'es', PH: 'tl', PK: 'ur', PS: 'ar', RU: 'ru', RW: 'rw fr', SN: 'fr wo', SS: 'ar', SY: 'ar', TH: 'th', TN: 'ar fr',
  TZ: 'sw', UA: 'uk', UG: 'sw', VE: 'es', [kosovo]: 'sq', [somaliland]: 'so', ZM: 'ny', ZW: 'sn',
};

/** The languages of a country, the one of daily life first. */
export function languagesOf(country: string): readonly string[] {
  const known = languages[country];
  if (known === undefined) throw new Error(`The sample data knows no language of ${country}.`);
  return known.split(' ');
}

/** Countries that the made-up cohorts after 2020 are drawn from. */
export const laterCountries: readonly string[] = Object.keys(languages);
