import type { PlacementProfile } from '@shelter-city/contract/defenders';
import { isCountryCode } from '@shelter-city/domain/defenders/country-list';

/** A field of the profile that can't be taken, and the code of the sentence that says why. */
export type FieldRefusal = { readonly pointer: string; readonly code: string };

/** What is wrong with a profile that its shape doesn't show. Pointers go into a body that holds it as `profile`. */
export function refusalsOfProfile(
  profile: PlacementProfile,
  knownCities: ReadonlySet<string>,
): FieldRefusal[] {
  const at = (pointer: string, code: string, isWrong: boolean): FieldRefusal[] =>
    isWrong ? [{ pointer: `/profile/${pointer}`, code }] : [];
  const { countryOfWork, currentCountry, earliestArrival, latestArrival } = profile;
  const languages = profile.languages.map(({ language }) => language);
  const cities = profile.wishes.map(({ cityId }) => cityId);
  return [
    ...at('countryOfWork', 'unknown-country', !isCountryCode(countryOfWork)),
    ...at(
      'currentCountry',
      'unknown-country',
      currentCountry !== null && !isCountryCode(currentCountry),
    ),
    ...at(
      'latestArrival',
      'not-before-the-earliest',
      earliestArrival !== null && latestArrival !== null && latestArrival < earliestArrival,
    ),
    ...languages.flatMap((language, n) =>
      at(`languages/${String(n)}/language`, 'said-twice', languages.indexOf(language) < n),
    ),
    ...cities.flatMap((city, n) => [
      ...at(`wishes/${String(n)}/cityId`, 'unknown-city', !knownCities.has(city.toLowerCase())),
      ...at(`wishes/${String(n)}/cityId`, 'said-twice', cities.indexOf(city) < n),
    ]),
    ...profile.visas.flatMap(({ validFrom, validUntil, countries }, n) => [
      ...at(`visas/${String(n)}/validUntil`, 'not-before-the-earliest', validUntil < validFrom),
      ...countries.flatMap((country, m) =>
        at(`visas/${String(n)}/countries/${String(m)}`, 'unknown-country', !isCountryCode(country)),
      ),
    ]),
    ...profile.presences.flatMap(({ enteredOn, leftOn }, n) =>
      at(`presences/${String(n)}/leftOn`, 'not-left-before-entering', leftOn < enteredOn),
    ),
  ];
}
