import type { CityView, PlaceView } from '@shelter-city/contract/cities';
import type { CityHomeView } from '@shelter-city/contract/city-home';
import { fromYesNo, type YesNoText } from '../cities/yes-no-field.tsx';

/** A fact that a form can ask for. */
export type MissingFact = Exclude<CityHomeView['capacity']['missing'][number], 'NEXT_YEAR'>;

/** What the form of missing facts holds. */
export type MissingFields = {
  languages: { code: string }[];
  careNearby: YesNoText;
  places: { stepFree: YesNoText; quiet: YesNoText; diet: YesNoText; address: string }[];
};

/** What is asked of one place. */
export type PlaceQuestions = { readonly place: PlaceView; readonly stepFree: boolean; readonly quiet: boolean; readonly diet: boolean; readonly address: boolean };
/** What is asked: nothing that is known already. */
export type OpenQuestions = { readonly languages: boolean; readonly care: boolean; readonly places: readonly PlaceQuestions[] };

/** The questions that a city's missing facts leave open. */
export function openQuestions(city: CityView, missing: readonly MissingFact[]): OpenQuestions {
  const places = city.places
    .filter(({ retiredOn }) => retiredOn === null)
    .map((place) => ({
      place,
      stepFree: missing.includes('STEP_FREE') && place.facts.stepFree === null,
      quiet: missing.includes('QUIET') && place.facts.quiet === null,
      diet: missing.includes('DIET') && place.facts.dietPossible === null,
      address: missing.includes('ADDRESS') && !place.hasAddress,
    }))
    .filter(({ stepFree, quiet, diet, address }) => stepFree || quiet || diet || address);
  return { languages: missing.includes('LANGUAGES') && !city.facts.languagesKnown, care: missing.includes('CARE') && city.facts.careNearby === null, places };
}

/** The city's facts with what was answered; null when nothing of the city itself was. */
export function answeredCity({ facts }: CityView, { languages, careNearby }: MissingFields): CityView['facts'] | null {
  const codes = languages.map(({ code }) => code);
  if (codes.length === 0 && careNearby === '') return null;
  return {
    ...facts,
    ...(codes.length > 0 && { languages: codes, languagesKnown: true }),
    ...(careNearby !== '' && { careNearby: fromYesNo(careNearby) }),
  };
}

/** A place's facts with what was answered; null when nothing was. */
export function answeredPlace({ facts }: PlaceView, { stepFree, quiet, diet }: Omit<MissingFields['places'][number], 'address'>): PlaceView['facts'] | null {
  if (stepFree === '' && quiet === '' && diet === '') return null;
  return {
    ...facts,
    ...(stepFree !== '' && { stepFree: fromYesNo(stepFree) }),
    ...(quiet !== '' && { quiet: fromYesNo(quiet) }),
    ...(diet !== '' && { dietPossible: fromYesNo(diet) }),
  };
}
