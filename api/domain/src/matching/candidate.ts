import { addDays, type CalendarDate } from '../calendar/calendar-date.ts';
import type { DateSpan } from '../calendar/date-span.ts';
import { freeSpans } from '../capacity/free-spans.ts';
import type { Finding } from './finding.ts';
import type {
  MatchCity,
  MatchDefender,
  MatchInput,
  MatchPlace,
  OccupiedSpan,
} from './match-input.ts';

/** Nights of a place, worked out once and asked for every arrival day. */
export type PreparedPlace = {
  readonly place: MatchPlace;
  /** Free, confirmed, with the cleaning gap kept. */
  readonly free: readonly DateSpan[];
  /** What would be free if the city signed what it was asked or has offered. */
  readonly freeOnceConfirmed: readonly DateSpan[];
};

/** A city with its places, worked out once. */
export type PreparedCity = {
  readonly city: MatchCity;
  readonly places: readonly PreparedPlace[];
  /** Every guest of the city from today on, whatever the place. */
  readonly guests: readonly OccupiedSpan[];
  /** Nights that guests of this city have who must not be near the defender. */
  readonly keepAway: readonly (DateSpan & { readonly hidden: boolean })[];
};

/** The facts about the person and the nights, wherever they are spent. */
export type PersonThen = { readonly input: MatchInput; readonly span: DateSpan };

/** The facts about the person and a place, whenever it is. */
export type PersonThere = {
  readonly input: MatchInput;
  readonly at: PreparedCity;
  readonly place: MatchPlace;
  /** What share of its offered nights a city is asked for on average; `null` when nothing was offered. */
  readonly fairShare: number | null;
};

/** One person, one place, one span of nights. */
export type Candidate = PersonThen & {
  readonly at: PreparedCity;
  readonly prepared: PreparedPlace;
};

/** Of a place, all that its hard rules read. */
type PlaceForSuiting = Pick<
  MatchPlace,
  'profileAsOf' | 'stepFree' | 'womenOnly' | 'alone' | 'sleeps' | 'track'
> & { readonly confirmed: readonly (DateSpan & Pick<MatchPlace, 'track'>)[] };

/**
 * All that the hard rules about a place and its city read, of other guests only who has the interpreter: so little that it can be
 * asked again at the moment of a proposal, without what matching ranks by.
 */
export type Suiting = {
  readonly input: {
    readonly today: CalendarDate;
    readonly defender: Pick<
      MatchDefender,
      'gender' | 'accessNeeds' | 'companions' | 'track' | 'visa' | 'interpreterNeeded'
    > & { readonly profileAsOf: CalendarDate | null };
  };
  readonly span: DateSpan;
  readonly at: {
    readonly city: Pick<MatchCity, 'profileAsOf' | 'screeningDays'>;
    readonly guests: readonly Omit<OccupiedSpan, 'defenderId'>[];
  };
  readonly place: PlaceForSuiting;
  readonly prepared: { readonly place: PlaceForSuiting };
};

/** A rule gives its findings; none when it has nothing to say of this person or place. */
export type Rule<Facts> = (facts: Facts) => readonly Finding[];

/** Nothing to say. */
export const nothing: readonly Finding[] = [];

function notOver<Span extends DateSpan>(
  spans: readonly Span[],
  today: CalendarDate,
): readonly Span[] {
  return spans.every(({ until }) => until >= today)
    ? spans
    : spans.filter(({ until }) => until >= today);
}

/** Always the same order, so that of two equal places the same one is offered, however the input lists them. */
function inOrder(places: readonly MatchPlace[]): readonly MatchPlace[] {
  return [...places].sort((a, b) => (a.placeId < b.placeId ? -1 : 1));
}

/** The nights of a city as matching needs them; what was over before today is left out, because it can't matter. */
export function prepareCity(input: MatchInput, city: MatchCity): PreparedCity {
  const guests = city.places.flatMap(({ occupied }) => notOver(occupied, input.today));
  const { notNear } = input.defender.risk;
  const keepAway = guests.flatMap(({ from, until, defenderId }) => {
    const rule = notNear.find((other) => other.defenderId === defenderId);
    return rule === undefined ? [] : [{ from, until, hidden: rule.hidden }];
  });
  return {
    city,
    guests,
    keepAway,
    places: inOrder(city.places).map((place) => preparePlace(input, city, place)),
  };
}

function preparePlace(
  { today }: MatchInput,
  { gapDays }: MatchCity,
  place: MatchPlace,
): PreparedPlace {
  // A guest who left within the gap still keeps the place closed, so only those before it are left out.
  const occupied = notOver(place.occupied, gapDays === 0 ? today : addDays(today, -gapDays));
  const blocked = notOver(place.blocked, today);
  const confirmed = notOver(place.confirmed, today);
  const unconfirmed = notOver(place.unconfirmed, today);
  const free = freeSpans({ confirmed, blocked, occupied }, gapDays);
  const freeOnceConfirmed =
    unconfirmed.length === 0
      ? free
      : freeSpans({ confirmed: [...confirmed, ...unconfirmed], blocked, occupied }, gapDays);
  return { place, free, freeOnceConfirmed };
}
