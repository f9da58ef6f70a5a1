import { i18n } from '@lingui/core';
import { plural, t } from '@lingui/core/macro';
import type { placementProfile } from '@shelter-city/contract/defenders';
import type { z } from 'zod';
import { formatDay, formatDays } from '../design/days.ts';
import { languageName } from '../design/names.ts';
import { trackWords } from '../stays/stay-words.ts';
import { needWords, themeWords } from './defender-words.ts';
import { nameOfCountry } from './place-names.ts';

/** A profile as it was read, or as it was sent. */
type Profile = z.input<typeof placementProfile>;
/** One line of a profile in words; null where nobody knows. */
type ProfileFact = { readonly term: string; readonly value: string | null };
type NameOfCity = (cityId: string) => string;

const listed = (words: readonly string[]) => words.join(', ') || null;

function arrival({ earliestArrival, latestArrival }: Profile): string | null {
  if (earliestArrival === null) return null;
  return latestArrival === null ? t`from ${formatDay(earliestArrival)}` : formatDays(earliestArrival, latestArrival);
}

function visa({ visaNeeded, visaLeadDays }: Profile): string {
  if (!visaNeeded) return t`Not needed`;
  return visaLeadDays === null ? t`Needed; the consulate’s time isn’t known` : t`Needed; the consulate takes ${visaLeadDays} days`;
}

/** What placing knows of a person, line by line. */
export function profileFacts(profile: Profile, nameOfCity: NameOfCity): readonly ProfileFact[] {
  const wished = (kind: 'PREFER' | 'AVOID') => listed(profile.wishes.filter((wish) => wish.kind === kind).map(({ cityId }) => nameOfCity(cityId)));
  return [
    { term: t`Languages`, value: listed(profile.languages.map(({ language, level }) => `${languageName(language)} ${level === 'NATIVE' ? t`(native)` : level}`)) },
    { term: t`Interpreter needed for`, value: profile.interpreter === null ? t`Not needed` : languageName(profile.interpreter) },
    { term: t`Practical needs`, value: listed(profile.needs.map((need) => i18n._(needWords[need]))) ?? t`None` },
    { term: t`Household`, value: plural(profile.householdSize, { one: '# person', other: '# people' }) },
    { term: t`Can arrive`, value: arrival(profile) },
    { term: t`Nights wished`, value: String(profile.nightsWished) },
    { term: t`Passport valid until`, value: profile.passportValidUntil && formatDay(profile.passportValidUntil) },
    { term: t`Visa`, value: visa(profile) },
    { term: t`Country of work`, value: nameOfCountry(profile.countryOfWork) },
    { term: t`Now in`, value: profile.currentCountry && nameOfCountry(profile.currentCountry) },
    { term: t`Themes`, value: listed(profile.themes.map((theme) => i18n._(themeWords[theme]))) },
    { term: t`Track`, value: profile.track === null ? t`General programme` : i18n._(trackWords[profile.track]) },
    { term: t`Would like`, value: wished('PREFER') ?? t`No wish` },
    { term: t`Rather not`, value: wished('AVOID') ?? t`No wish` },
    { term: t`Days in Schengen outside our stays`, value: profile.presences.map(({ enteredOn, leftOn }) => formatDays(enteredOn, leftOn)).join('; ') || t`None` },
  ];
}

/** Where two profiles of one person differ, in words. */
export function differencesOfProfiles(theirs: Profile, yours: Profile, nameOfCity: NameOfCity) {
  const rowsOf = (profile: Profile): readonly ProfileFact[] => [
    ...profileFacts(profile, nameOfCity),
    { term: t`May stay in a place for women only`, value: profile.womenOnlyAllowed ? t`Yes` : t`No` },
  ];
  const mine = rowsOf(yours);
  return rowsOf(theirs)
    .map(({ term, value }, index) => ({ label: term, theirs: value ?? '–', yours: mine[index]?.value ?? '–' }))
    .filter((row) => row.theirs !== row.yours);
}
