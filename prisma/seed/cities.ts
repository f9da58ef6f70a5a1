import type { Track } from '@shelter-city/domain/capacity/capacity-status';
import type { PlaceKind } from '@shelter-city/domain/capacity/capacity-status';
import type { Theme } from '@shelter-city/domain/defenders/profile-words';

/** A host city of the sample data. Names, provinces, joining years and coordinates are public facts; the rest is made up. */
export type SampleCity = {
  readonly slug: string;
  readonly name: string;
  readonly region: string;
  readonly joinedYear: number;
  readonly at: readonly [latitude: number, longitude: number];
  /** Public for three cities; otherwise it says of itself that it is a sample. */
  readonly organisation: string;
  readonly themes: readonly Theme[];
  /** `null`: nobody has asked the city yet. */
  readonly languages: readonly string[] | null;
  readonly careNearby: boolean | null;
  readonly courses: readonly string[];
  readonly screeningDays: number;
  readonly publicEvents: 'NONE' | 'SMALL' | 'OPEN';
  readonly guestsAYear: number;
  /** `null`: the city named no number. */
  readonly guestsAtOnce: number | null;
  readonly restDays: number;
  readonly places: readonly SamplePlace[];
};

/** A place of the sample data; `null` is "nobody has said". */
export type SamplePlace = {
  readonly label: string;
  readonly kind: PlaceKind;
  readonly sleeps: number;
  readonly stepFree: boolean | null;
  readonly quiet: boolean | null;
  readonly prayerSpace: boolean | null;
  readonly dietPossible: boolean | null;
  readonly womenOnly: boolean;
  readonly shared: boolean;
  readonly track: Track | null;
};

const municipality = (city: string): string => `Municipality of ${city} (sample)`;

function place(label: string, kind: PlaceKind, more: Partial<Omit<SamplePlace, 'label' | 'kind'>> = {}): SamplePlace {
  return {
    label, kind, sleeps: 1, stepFree: null, quiet: null, prayerSpace: null, dietPossible: null, womenOnly: false,
    shared: kind === 'STUDENT_FLAT' || kind === 'HOST_FAMILY', track: null, ...more,
  };
}

type Known = Partial<Pick<SampleCity, 'organisation' | 'themes' | 'languages' | 'careNearby' | 'courses' | 'screeningDays' | 'publicEvents' | 'guestsAYear' | 'guestsAtOnce' | 'restDays'>>;

function city(
  [slug, name, region, joinedYear]: readonly [string, string, string, number],
  at: SampleCity['at'],
  known: Known,
  places: readonly SamplePlace[],
): SampleCity {
  return {
    slug, name, region, joinedYear, at, organisation: municipality(name), themes: [], languages: null, careNearby: null,
    courses: [], screeningDays: 0, publicEvents: 'SMALL', guestsAYear: 2, guestsAtOnce: null, restDays: 1, ...known, places,
  };
}

/** The thirteen Dutch host cities in the order in which they joined. */
export const sampleCities: readonly SampleCity[] = [
  city(['the-hague', 'The Hague', 'Zuid-Holland', 2012], [52.0775, 4.3071], {
    themes: ['PRESS_FREEDOM', 'ACCESS_TO_JUSTICE', 'WOMENS_RIGHTS', 'ANTI_CORRUPTION'], languages: ['en', 'es', 'fr'], careNearby: true,
    courses: ['Security training', 'English conversation'], publicEvents: 'OPEN', guestsAYear: 5, guestsAtOnce: 3, restDays: 2,
  }, [
    place('House A', 'STUDIO', { stepFree: false, quiet: true }),
    place('House B', 'APARTMENT', { sleeps: 3, stepFree: true, quiet: false, prayerSpace: true, dietPossible: true }),
    place('House C', 'STUDIO', { stepFree: false, quiet: true, dietPossible: true, track: 'JOURNALIST' }),
  ]),
  city(['middelburg', 'Middelburg', 'Zeeland', 2014], [51.5, 3.6139], {
    themes: ['ENVIRONMENT_AND_LAND', 'CHILDREN'], restDays: 2,
  }, [
    place('House A', 'STUDIO', { stepFree: true, quiet: true }),
    place('House B', 'HOST_FAMILY', { quiet: true, womenOnly: true, prayerSpace: true, dietPossible: true }),
  ]),
  city(['nijmegen', 'Nijmegen', 'Gelderland', 2015], [51.8425, 5.8528], {
    organisation: 'Bureau Wijland', themes: ['INDIGENOUS_PEOPLES', 'ENVIRONMENT_AND_LAND', 'LGBTI'], courses: ['University library and guest lectures'],
  }, [
    place('House A', 'STUDENT_FLAT', { shared: false, quiet: false }),
    place('House B', 'APARTMENT', { sleeps: 2, stepFree: true, quiet: true, dietPossible: true }),
  ]),
  city(['maastricht', 'Maastricht', 'Limburg', 2015], [50.8483, 5.6889], {
    organisation: 'A law faculty in Maastricht', themes: ['ACCESS_TO_JUSTICE', 'MINORITIES', 'DIGITAL_RIGHTS'], languages: ['en', 'fr', 'de'], careNearby: false,
    courses: ['Law faculty seminars'], publicEvents: 'NONE', guestsAtOnce: 2, restDays: 0,
  }, [
    place('House A', 'STUDENT_FLAT', { stepFree: false, quiet: false, dietPossible: true }),
    place('House B', 'HOST_FAMILY', { stepFree: false, quiet: true, dietPossible: false }),
  ]),
  city(['utrecht', 'Utrecht', 'Utrecht', 2015], [52.0908, 5.1222], {
    organisation: 'PBI', themes: ['ENFORCED_DISAPPEARANCE', 'WOMENS_RIGHTS', 'LABOUR', 'ENVIRONMENT_AND_LAND'], languages: ['en', 'es', 'ar'], careNearby: true,
    courses: ['Digital security', 'English conversation'], guestsAYear: 3, guestsAtOnce: 3, restDays: 3,
  }, [
    place('House A', 'APARTMENT', { sleeps: 3, stepFree: true, quiet: true, prayerSpace: true, dietPossible: true }),
    place('House B', 'STUDIO', { stepFree: false, quiet: true }),
    place('House C', 'HOST_FAMILY', { stepFree: false, quiet: true, prayerSpace: false, dietPossible: false }),
    place('House D', 'HOTEL_BRIDGE', { sleeps: 2 }),
  ]),
  city(['amsterdam', 'Amsterdam', 'Noord-Holland', 2015], [52.374, 4.8897], {
    themes: ['PRESS_FREEDOM', 'LGBTI', 'DIGITAL_RIGHTS'], languages: ['en', 'fr', 'es', 'ar', 'tr'], careNearby: true, publicEvents: 'OPEN', guestsAtOnce: 1, restDays: 2,
  }, [place('House A', 'STUDIO', { quiet: false, stepFree: false, dietPossible: true }), place('House B', 'HOTEL_BRIDGE', { stepFree: true })]),
  city(['groningen', 'Groningen', 'Groningen', 2016], [53.2192, 6.5667], { languages: ['en'], themes: ['LABOUR', 'MINORITIES'], guestsAtOnce: 1 },
    [place('House A', 'STUDENT_FLAT', { quiet: false }), place('House B', 'STUDIO', { stepFree: true, quiet: true })]),
  city(['tilburg', 'Tilburg', 'Noord-Brabant', 2016], [51.5555, 5.0913], { languages: ['en', 'ar'], themes: ['WOMENS_RIGHTS'], guestsAYear: 1 },
    [place('House A', 'HOST_FAMILY', { quiet: true })]),
  city(['haarlem', 'Haarlem', 'Noord-Holland', 2017], [52.3808, 4.6368], { themes: ['CHILDREN', 'WOMENS_RIGHTS'], guestsAYear: 1 },
    [place('House A', 'HOST_FAMILY', { quiet: true, stepFree: true })]),
  city(['zwolle', 'Zwolle', 'Overijssel', 2017], [52.5125, 6.0944], { languages: ['en', 'es'], themes: ['LGBTI'], guestsAYear: 1, restDays: 2 },
    [place('House A', 'APARTMENT', { sleeps: 4, quiet: true, stepFree: false })]),
  city(['deventer', 'Deventer', 'Overijssel', 2018], [52.255, 6.1639], { guestsAYear: 1 },
    [place('House A', 'STUDENT_FLAT', { quiet: false })]),
  city(['rotterdam', 'Rotterdam', 'Zuid-Holland', 2019], [51.9225, 4.4792], {
    languages: ['en', 'fr', 'ar', 'tr'], careNearby: true, themes: ['LABOUR', 'MINORITIES', 'PRESS_FREEDOM'], screeningDays: 42, guestsAYear: 3, guestsAtOnce: 2, publicEvents: 'OPEN',
  }, [place('House A', 'STUDIO', { stepFree: true, quiet: false, dietPossible: true }), place('House B', 'APARTMENT', { sleeps: 2, stepFree: true, prayerSpace: true, dietPossible: true })]),
  city(['eindhoven', 'Eindhoven', 'Noord-Brabant', 2022], [51.4408, 5.4778], { languages: ['en'], themes: ['DIGITAL_RIGHTS'], guestsAYear: 1 },
    [place('House A', 'STUDIO', { stepFree: true, quiet: true })]),
];
