import { nonIsoCountryCodes } from '@shelter-city/domain/defenders/country-list';
import { laterCountries } from './countries.ts';
import { diceOf } from './stable-random.ts';

/** A guest of a cohort: where from, where to, and what was unlike the others. */
export type CohortGuest = {
  readonly country: string;
  readonly place: string;
  /** Nights really used, when the stay was cut short. */
  readonly cutShortAfter?: number;
  /** A short stay of so many nights. */
  readonly shortStay?: number;
  /** Moved to another place after so many nights. */
  readonly transfer?: { readonly afterNights: number; readonly to: string };
  /** Someone who is already known, by the key of an earlier stay. */
  readonly again?: string;
};

/** The guests of one call. */
export type Cohort = { readonly call: string; readonly guests: readonly CohortGuest[]; readonly postponed: boolean };

/** `utrecht A` as the other tables write it. */
export function placeKeyOf(short: string): string {
  return `${short.slice(0, -2)}/House ${short.slice(-1)}`;
}

/** Reads `UG the-hague A`, with what was unlike the others by place. */
function cohort(call: string, guests: string, unlike: Readonly<Record<string, Partial<CohortGuest>>> = {}, postponed = false): Cohort {
  const read = guests.split(',').map((text): CohortGuest => {
    const [country = '', ...where] = text.trim().split(' ');
    const short = where.join(' ');
    return { country, place: placeKeyOf(short), ...unlike[short] };
  });
  return { call, guests: read, postponed };
}

/**
 * The cohorts up to 2020. Public figures: 56 people from 34 countries in 10 cities to November 2017; the countries of
 * autumn 2018, spring and autumn 2019; a whole cohort postponed in 2020. Who went where is made up.
 */
export const publishedCohorts: readonly Cohort[] = [
  cohort('Spring 2016', 'BY the-hague A, NP middelburg A, ET nijmegen A, ID maastricht A, BR utrecht A, CO utrecht B, PH amsterdam A'),
  cohort(
    'Autumn 2016',
    'RW the-hague A, AF the-hague B, NG middelburg A, KZ nijmegen A, VE maastricht A, BD utrecht A, CD amsterdam A, NI groningen A, GE tilburg A',
    { 'nijmegen A': { cutShortAfter: 45 } },
  ),
  cohort(
    'Spring 2017',
    `IN the-hague A, KE the-hague B, MX middelburg A, ${nonIsoCountryCodes.somaliland} nijmegen A, PK maastricht A, UG utrecht A, EG amsterdam A, BI groningen A, ZW haarlem A, CO zwolle A`,
  ),
  cohort(
    'Autumn 2017',
    'PS the-hague A, NG the-hague B, PH middelburg A, BR nijmegen A, GT maastricht A, SY utrecht A, VE utrecht B, ET amsterdam A, HN groningen A, ID tilburg A',
    { 'the-hague B': { shortStay: 28 } },
  ),
  cohort(
    'Spring 2018',
    'TZ the-hague A, UA the-hague B, RU middelburg A, CM nijmegen A, IQ maastricht A, BI utrecht A, KG utrecht B, AF amsterdam A, UG groningen A, GE zwolle A',
    { 'utrecht A': { again: '2015-09-07 the-hague/House A' }, 'zwolle A': { transfer: { afterNights: 40, to: placeKeyOf('haarlem A') } } },
  ),
  cohort(
    'Autumn 2018',
    'MK the-hague A, NP middelburg A, VE nijmegen A, MX maastricht A, NG utrecht A, CO amsterdam A, SN groningen A, EG tilburg A, KE haarlem A, PS zwolle A, CD deventer A',
  ),
  cohort(
    'Spring 2019',
    'BR the-hague A, CO the-hague B, CO middelburg A, CD nijmegen A, GE maastricht A, IN utrecht A, IN utrecht B, KG amsterdam A, NP groningen A, NI tilburg A, PK zwolle A, PK deventer A, VE rotterdam A, ZM rotterdam B, ZW haarlem A',
    { 'groningen A': { cutShortAfter: 61 } },
  ),
  cohort('Autumn 2019', 'KH the-hague A, EG the-hague B, IN middelburg A, ID nijmegen A, MX maastricht A, PK utrecht A, UG amsterdam A, UG groningen A, SS rotterdam A'),
  cohort('Spring 2020', 'PE the-hague A, KE middelburg A, TH nijmegen A, LB maastricht A, MG utrecht A, BO utrecht B, MD amsterdam A, MW groningen A, LK rotterdam A, EC zwolle A', {}, true),
  cohort('Autumn 2020', 'UA the-hague A, TN nijmegen A, BO utrecht B', { 'utrecht B': { again: 'Spring 2020 utrecht/House B' } }),
];

const everySpring = ['the-hague A', 'the-hague C', 'middelburg A', 'nijmegen A', 'maastricht A', 'utrecht A', 'utrecht B', 'amsterdam A', 'groningen A', 'rotterdam A', 'rotterdam B'];
const everyAutumn = ['the-hague A', 'the-hague B', 'the-hague C', 'middelburg A', 'nijmegen A', 'maastricht A', 'utrecht A', 'amsterdam A', 'groningen A', 'rotterdam A', 'tilburg A', 'zwolle A'];

/** The postponed guests of 2020 came a year later. */
const postponedUntil2021 = new Set(['the-hague A', 'middelburg A', 'nijmegen A', 'maastricht A', 'utrecht A', 'amsterdam A', 'groningen A', 'rotterdam A']);

/** A made-up cohort of a call after 2020, with each city's usual number of guests a year. */
export function laterCohort(season: 'Spring' | 'Autumn', year: number): Cohort {
  const call = `${season} ${String(year)}`;
  const dice = diceOf(`cohort/${call}`);
  const places = season === 'Spring' ? [...everySpring, year % 2 === 0 ? 'haarlem A' : 'deventer A'] : [...everyAutumn, ...(year >= 2022 ? ['eindhoven A'] : [])];
  const countries = dice.some(laterCountries, places.length);
  const guests = places.map((short, at): CohortGuest => {
    const place = placeKeyOf(short);
    const cameLater = call === 'Spring 2021' && postponedUntil2021.has(short);
    return {
      country: countries[at] ?? 'KE', place,
      ...(cameLater ? { again: `Spring 2020 ${place}` } : {}),
      ...(!cameLater && dice.chance(4) ? { cutShortAfter: dice.between(20, 70) } : {}),
    };
  });
  return { call, guests, postponed: false };
}
