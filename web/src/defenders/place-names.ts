import { countryCodes } from '@shelter-city/contract/countries';
import { byName, countryName, languageName, type ExtraNames } from '../design/names.ts';

/** Names of countries that the browser's list lacks: the programme's own entries. */
const ownNames: ExtraNames = { XS: { en: 'Somaliland', nl: 'Somaliland', fr: 'Somaliland' } };

/** A country's name in the reader's language, the programme's own entries included. */
export const nameOfCountry = (code: string): string => countryName(code, ownNames);

/** Every country as a choice, in the order of the reader's alphabet. */
export const countryChoices = () => byName(countryCodes.map((value) => ({ value, label: nameOfCountry(value) })), ({ label }) => label);

/** Languages that guests speak and cities offer, BCP 47; any other can still come from the API. */
const languageCodes = [
  'en', 'fr', 'es', 'ar', 'pt', 'ru', 'nl', 'de', 'uk', 'be', 'ka', 'hy', 'az', 'kk', 'ky', 'uz', 'tg', 'tr', 'ku', 'fa', 'ps', 'ur', 'hi',
  'bn', 'ne', 'ta', 'si', 'my', 'km', 'th', 'vi', 'id', 'ms', 'tl', 'zh', 'ko', 'ja', 'sw', 'am', 'ti', 'om', 'so', 'ha', 'yo', 'ig', 'wo',
  'ln', 'rw', 'rn', 'sn', 'ny', 'mk', 'sq', 'sr', 'he', 'qu', 'ay', 'gn', 'ht',
] as const;

/** Languages as choices, in the order of the reader's alphabet. */
export const languageChoices = () => byName(languageCodes.map((value) => ({ value, label: languageName(value) })), ({ label }) => label);
