import type { NewDefender, PlacementProfile } from '@shelter-city/contract/defenders';
import type { CalendarDate } from '@shelter-city/contract/vocabulary';

const day = (text: string) => text as CalendarDate;

/** A placement profile that nothing is wrong with. */
export const aProfile = (profile: Partial<PlacementProfile> = {}): PlacementProfile => ({
  countryOfWork: 'XK',
  currentCountry: null,
  languages: [
    { language: 'en', level: 'B2' },
    { language: 'sq', level: 'NATIVE' },
  ],
  interpreter: null,
  themes: ['LABOUR'],
  needs: ['QUIET'],
  householdSize: 1,
  womenOnlyAllowed: false,
  earliestArrival: day('2026-06-01'),
  latestArrival: day('2026-08-01'),
  nightsWished: 89,
  passportValidUntil: day('2030-01-01'),
  visaNeeded: true,
  visaLeadDays: 45,
  track: null,
  wishes: [],
  presences: [
    { enteredOn: day('2026-01-02'), leftOn: day('2026-01-09'), source: 'A training in Geneva', basis: 'SHORT_STAY' },
  ],
  visas: [],
  ...profile,
});

/** Who someone is, in words that stand nowhere else: where they turn up, something was opened. */
export const anIdentity = (): NonNullable<NewDefender['identity']> => ({
  legalName: 'Canary Legal Name',
  knownAs: 'Canary Known As',
  pronoun: 'they',
  gender: 'NOT_SAID',
  birthYear: 1988,
  nationalities: ['XK'],
  organisation: 'Canary Organisation',
});

/** How someone may be reached. */
export const aContact = (): NonNullable<NewDefender['contact']> => ({
  channelsAllowed: 'Canary Channel',
  channelsNever: 'telephone',
  hours: 'in the morning',
  doNotContactDirectly: true,
  goBetween: 'Canary Go-Between',
  codeWord: 'Canary Word',
  trustedContactAtHome: 'Canary Sister',
});

/** One who stays behind. */
export const someDependants = (): NonNullable<NewDefender['dependants']> => ({
  people: [
    {
      relation: 'child',
      firstName: 'Canary Child',
      birthYear: 2015,
      comesAlong: false,
      staysBehindAtRisk: true,
    },
  ],
});
