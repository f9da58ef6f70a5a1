/** Ages as a city may know them before it knows anybody: what a bed, a school or a chair depends on. */
export const ageBands = ['UNDER_4', 'FROM_4_TO_11', 'FROM_12_TO_17', 'ADULT', 'NOT_KNOWN'] as const;
export type AgeBand = (typeof ageBands)[number];

/** The parts of what is sealed that may be opened to a city, each by itself. */
export const cityParts = [
  'KNOWN_AS',
  'CONTACT_CHANNEL',
  'FIRST_NAMES',
  'LEGAL_NAME',
  'NATIONALITIES',
  'BIRTH_YEAR',
] as const;
export type CityPart = (typeof cityParts)[number];

/** The parts that are granted one by one, each with a reason and an end. */
export const grantedParts = ['LEGAL_NAME', 'NATIONALITIES', 'BIRTH_YEAR'] as const;
export type GrantedPart = (typeof grantedParts)[number];

/** A grant lasts at most so many days; it ends with the stay in any case. */
export const longestGrantDays = 30;

type Identity = {
  readonly legalName: string;
  readonly knownAs: string;
  readonly pronoun: string;
  readonly nationalities: readonly string[];
  readonly birthYear: number | null;
};
type Contact = {
  readonly channelsAllowed: string;
  readonly channelsNever: string;
  readonly hours: string;
  readonly doNotContactDirectly: boolean;
};
type Dependant = {
  readonly firstName: string;
  readonly birthYear: number | null;
  readonly comesAlong: boolean;
};

/** The years that bound the bands below "adult", youngest first. */
const bandsByAge = [
  [4, 'UNDER_4'],
  [12, 'FROM_4_TO_11'],
  [18, 'FROM_12_TO_17'],
] as const;

/** The band of somebody born in `birthYear`, in the year given. Whoever may be either side of a bound is the older. */
export function ageBandOf(birthYear: number | null, year: number): AgeBand {
  if (birthYear === null) return 'NOT_KNOWN';
  return bandsByAge.find(([below]) => year - birthYear < below)?.[1] ?? 'ADULT';
}

/** Those who come along, as age bands in order. */
export function companionsOf(people: readonly Dependant[], year: number): AgeBand[] {
  const bands = people
    .filter(({ comesAlong }) => comesAlong)
    .map(({ birthYear }) => ageBandOf(birthYear, year));
  return ageBands.flatMap((band) => bands.filter((one) => one === band));
}

/**
 * What a city could ever open of an identity. Each part holds one thing, so that to open one opens no other.
 *
 * Source  the access matrix: "known-as name … if the person agreed"; "only fields disclosed one by one".
 */
export const partsOfIdentity = (identity: Identity) =>
  ({
    KNOWN_AS: { knownAs: identity.knownAs, pronoun: identity.pronoun },
    LEGAL_NAME: { legalName: identity.legalName },
    NATIONALITIES: { nationalities: [...identity.nationalities] },
    BIRTH_YEAR: { birthYear: identity.birthYear },
  }) as const;

/**
 * What a city could ever open of a contact rule: the channels and the hours. Go-between, code word and the contact at home
 * aren't a city's. Who must not be contacted directly has no channel here, only the ones never to use.
 */
export const partsOfContact = (contact: Contact) =>
  ({
    CONTACT_CHANNEL: {
      doNotContactDirectly: contact.doNotContactDirectly,
      channelsAllowed: contact.doNotContactDirectly ? '' : contact.channelsAllowed,
      channelsNever: contact.channelsNever,
      hours: contact.hours,
    },
  }) as const;

/** The first names of those who come along: who stays behind is not a city's to know. */
export const partsOfDependants = (people: readonly Dependant[]) =>
  ({
    FIRST_NAMES: {
      firstNames: people.filter(({ comesAlong }) => comesAlong).map(({ firstName }) => firstName),
    },
  }) as const;
