import { t } from '@lingui/core/macro';
import { placeFacts, type PlaceFacts } from '@shelter-city/contract/cities';
import { placeKinds, tracks } from '@shelter-city/contract/vocabulary';
import { z } from 'zod';
import { fromYesNo, toYesNo } from './yes-no-field.tsx';

const yesNo = z.enum(['yes', 'no', '']);

/** A place as its form holds it; it stands under `facts`, where the API's pointers find it. */
export const placeFields = z.strictObject({
  facts: z.strictObject({
    label: placeFacts.shape.label,
    kind: z.enum(placeKinds),
    sleeps: z.string().trim().refine((text) => /^[1-8]$/.test(text), { error: () => t`Write a whole number from 1 to 8.` }),
    track: z.enum(['', ...tracks]),
    stepFree: yesNo, quiet: yesNo, prayerSpace: yesNo, dietPossible: yesNo, petsAllowed: yesNo,
    womenOnly: z.boolean(), shared: z.boolean(),
  }),
});
export type PlaceFields = z.output<typeof placeFields>;

/** The facts of a new place: nothing known. */
export const emptyPlace: PlaceFacts = {
  label: '', kind: 'STUDIO', sleeps: 1, stepFree: null, quiet: null, womenOnly: false, shared: false, petsAllowed: null, prayerSpace: null, dietPossible: null, track: null,
};

/** The facts as the form holds them. */
export const toPlaceFields = ({ sleeps, track, stepFree, quiet, prayerSpace, dietPossible, petsAllowed, ...rest }: PlaceFacts): PlaceFields => ({
  facts: { ...rest, sleeps: String(sleeps), track: track ?? '', stepFree: toYesNo(stepFree), quiet: toYesNo(quiet), prayerSpace: toYesNo(prayerSpace), dietPossible: toYesNo(dietPossible), petsAllowed: toYesNo(petsAllowed) },
});

/** The facts as the API takes them. */
export const fromPlaceFields = ({ facts: { sleeps, track, stepFree, quiet, prayerSpace, dietPossible, petsAllowed, ...rest } }: PlaceFields): PlaceFacts => ({
  ...rest, sleeps: Number(sleeps), track: track === '' ? null : track, stepFree: fromYesNo(stepFree), quiet: fromYesNo(quiet), prayerSpace: fromYesNo(prayerSpace), dietPossible: fromYesNo(dietPossible), petsAllowed: fromYesNo(petsAllowed),
});
