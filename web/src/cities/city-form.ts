import { t } from '@lingui/core/macro';
import type { CityView } from '@shelter-city/contract/cities';
import { themes } from '@shelter-city/contract/vocabulary';
import { z } from 'zod';
import { fromYesNo, toYesNo } from './yes-no-field.tsx';

type CityFacts = CityView['facts'];

/** A whole number as one types it; empty means that none is named. */
const count = (most: number, least = 0) =>
  z.string().trim().refine((text) => text === '' || (/^\d+$/.test(text) && Number(text) >= least && Number(text) <= most), { error: () => t`Write a whole number from ${String(least)} to ${String(most)}.` });
const counted = (most: number) => count(most).refine((text) => text !== '', { error: () => t`Fill this in.` });

/** The profile of a city as its form holds it: texts, so that nothing typed is lost. */
export const cityFields = z.strictObject({
  languages: z.array(z.strictObject({ code: z.string().min(1) })),
  careNearby: z.enum(['yes', 'no', '']),
  themes: z.array(z.enum(themes)),
  courses: z.string().refine((text) => linesOf(text).length <= 20 && linesOf(text).every((line) => line.length <= 120), { error: () => t`At most 20 courses of 120 characters.` }),
  publicEvents: z.enum(['NONE', 'SMALL', 'OPEN']),
  screeningDays: counted(180),
  guestsAYearAtMost: count(50),
  guestsAtOnceAtMost: count(50, 1),
  daysBetweenGuests: counted(60),
});
export type CityFields = z.output<typeof cityFields>;

const linesOf = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter((line) => line !== '');

/** The facts as the form holds them. */
export const toFields = (facts: CityFacts): CityFields => ({
  languages: facts.languagesKnown ? facts.languages.map((code) => ({ code })) : [],
  careNearby: toYesNo(facts.careNearby),
  themes: facts.themes,
  courses: facts.courses.join('\n'),
  publicEvents: facts.publicEvents,
  screeningDays: String(facts.screeningDays),
  guestsAYearAtMost: facts.guestsAYearAtMost === null ? '' : String(facts.guestsAYearAtMost),
  guestsAtOnceAtMost: facts.guestsAtOnceAtMost === null ? '' : String(facts.guestsAtOnceAtMost),
  daysBetweenGuests: String(facts.daysBetweenGuests),
});

/** The facts as the API takes them. No language named says that nobody knows yet: every city speaks one. */
export const fromFields = (fields: CityFields): CityFacts => {
  const languages = [...new Set(fields.languages.map(({ code }) => code))];
  return {
    languages,
    languagesKnown: languages.length > 0,
    careNearby: fromYesNo(fields.careNearby),
    themes: fields.themes,
    courses: linesOf(fields.courses),
    publicEvents: fields.publicEvents,
    screeningDays: Number(fields.screeningDays),
    guestsAYearAtMost: fields.guestsAYearAtMost === '' ? null : Number(fields.guestsAYearAtMost),
    guestsAtOnceAtMost: fields.guestsAtOnceAtMost === '' ? null : Number(fields.guestsAtOnceAtMost),
    daysBetweenGuests: Number(fields.daysBetweenGuests),
  };
};
