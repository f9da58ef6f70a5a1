import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import type { CityView, PlaceFacts } from '@shelter-city/contract/cities';
import { isConflict } from '../api/problems.ts';
import { placeKindWords } from '../capacity/capacity-words.ts';
import { themeWords } from '../defenders/defender-words.ts';
import { languageName } from '../design/names.ts';
import { trackWords } from '../stays/stay-words.ts';
import { publicEventWords } from './city-words.ts';

/** The city as it is now, which comes with the refusal of a stale change. */
export function cityNow(failure: unknown): CityView | null {
  if (!isConflict(failure) || failure.slug !== 'changed-meanwhile') return null;
  const { current } = failure.details;
  // The endpoints of cities and places all answer a stale change with the city.
  return typeof current === 'object' && current !== null ? (current as CityView) : null;
}

/** One thing that two people wrote differently. */
export type Difference = { readonly label: string; readonly theirs: string; readonly yours: string };
type Row<F> = readonly [label: string, words: (facts: F) => string];

const differences = <F,>(theirs: F, yours: F, rows: readonly Row<F>[]): Difference[] =>
  rows.map(([label, words]) => ({ label, theirs: words(theirs), yours: words(yours) })).filter((row) => row.theirs !== row.yours);

const yesNo = (is: boolean | null) => (is === null ? t`Not known yet` : is ? t`Yes` : t`No`);
const listed = (names: readonly string[]) => names.join(', ') || '–';

/** Where two profiles of a city differ, in words. */
export const differencesOfFacts = (theirs: CityView['facts'], yours: CityView['facts']): Difference[] =>
  differences(theirs, yours, [
    [t`Languages spoken with guests`, ({ languages }) => listed(languages.map((code) => languageName(code)).sort())],
    [t`Specialised care nearby`, ({ careNearby }) => yesNo(careNearby)],
    [t`Themes`, (facts) => listed(facts.themes.map((theme) => i18n._(themeWords[theme])).sort())],
    [t`Courses`, ({ courses }) => listed(courses)],
    [t`Public events`, ({ publicEvents }) => i18n._(publicEventWords[publicEvents])],
    [t`Days of own screening`, ({ screeningDays }) => String(screeningDays)],
    [t`Guests a year at most`, ({ guestsAYearAtMost }) => String(guestsAYearAtMost ?? '–')],
    [t`Guests at once at most`, ({ guestsAtOnceAtMost }) => String(guestsAtOnceAtMost ?? '–')],
    [t`Days of rest between two guests`, ({ daysBetweenGuests }) => String(daysBetweenGuests)],
  ]);

/** Where two descriptions of a place differ, in words. */
export const differencesOfPlace = (theirs: PlaceFacts, yours: PlaceFacts): Difference[] =>
  differences(theirs, yours, [
    [t`Name`, ({ label }) => label],
    [t`Kind`, ({ kind }) => i18n._(placeKindWords[kind])],
    [t`Sleeps`, ({ sleeps }) => String(sleeps)],
    [t`For`, ({ track }) => (track === null ? t`Any guest` : i18n._(trackWords[track]))],
    [t`Step-free`, ({ stepFree }) => yesNo(stepFree)],
    [t({ message: 'Quiet', context: 'place' }), ({ quiet }) => yesNo(quiet)],
    [t`Space to pray`, ({ prayerSpace }) => yesNo(prayerSpace)],
    [t`Diets possible`, ({ dietPossible }) => yesNo(dietPossible)],
    [t`Pets allowed`, ({ petsAllowed }) => yesNo(petsAllowed)],
    [t`Women only`, ({ womenOnly }) => yesNo(womenOnly)],
    [t`Shared with others`, ({ shared }) => yesNo(shared)],
  ]);
