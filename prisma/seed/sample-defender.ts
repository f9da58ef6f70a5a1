import type { Track } from '@shelter-city/domain/capacity/capacity-status';
import type { ApplicationStatus } from '@shelter-city/domain/defenders/application-status';
import type { AccessNeed, Gender, LanguageLevel, PublicityLevel, Theme } from '@shelter-city/domain/defenders/profile-words';
import type { RelativeDay } from './sample-days.ts';

/** Which call someone answered: of the guests who are here, of those who come next, or the one that is open. */
export type SampleCallChoice = 'CURRENT' | 'NEXT' | 'OPEN';

/** A person of the current cohort, made up. The key is for these tables only and never reaches the database. */
export type SampleDefender = {
  readonly key: string;
  readonly selection: ApplicationStatus;
  readonly call: SampleCallChoice;
  /** The programme's country code. */
  readonly country: string;
  /** Where the person is now, when that isn't at home. */
  readonly currentCountry: string | null;
  readonly languages: readonly (readonly [language: string, level: LanguageLevel])[];
  readonly interpreter: string | null;
  readonly gender: Gender;
  readonly needs: readonly AccessNeed[];
  readonly household: number;
  readonly themes: readonly Theme[];
  /** First and last day of arrival. */
  readonly window: readonly [RelativeDay | 'JULY', RelativeDay | 'JULY'] | null;
  readonly nights: number;
  /** Days from today to the passport's last day; `null` when nobody has asked. */
  readonly passportDays: number | null;
  readonly visaNeeded: boolean;
  readonly visaLeadDays: number | null;
  readonly track: Track | null;
  readonly publicity: PublicityLevel;
  readonly prefers: readonly string[];
  readonly avoids: readonly string[];
  /** Days in the Schengen area outside our stays, from today. */
  readonly presences: readonly (readonly [entered: number, left: number, source: string])[];
  readonly lead: 'COORDINATOR' | 'CLEARED' | null;
  /** Someone whose legal name is one word. */
  readonly singleName: boolean;
  readonly dependants: readonly SampleDependant[];
};

/** Someone who comes along or stays behind; ages instead of years of birth, so that they stay as old as they are. */
export type SampleDependant = {
  readonly relation: string;
  readonly firstName: string;
  readonly age: number;
  readonly comesAlong: boolean;
  readonly staysBehindAtRisk: boolean;
};

const usual = {
  call: 'NEXT', currentCountry: null, interpreter: null, gender: 'NOT_SAID', needs: [], household: 1, window: null, nights: 85, passportDays: 900,
  visaNeeded: true, visaLeadDays: 21, track: null, publicity: 'NEVER', prefers: [], avoids: [], presences: [], lead: 'COORDINATOR',
  singleName: false, dependants: [],
} as const satisfies Partial<SampleDefender>;

/** A person with what is said of them; everything else is as it usually is. */
export function person(
  key: string,
  selection: ApplicationStatus,
  country: string,
  languages: SampleDefender['languages'],
  themes: readonly Theme[],
  more: Partial<SampleDefender> = {},
): SampleDefender {
  return { ...usual, key, selection, country, languages, themes, ...more };
}
