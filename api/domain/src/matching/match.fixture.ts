import { day, span } from '../calendar/days.fixture.ts';
import type { DateSpan } from '../calendar/date-span.ts';
import { spanOfNights } from '../calendar/date-span.ts';
import type { MatchRule } from './finding.ts';
import { judgePlacement } from './match-defender.ts';
import type { MatchCity, MatchDefender, MatchInput, MatchPlace } from './match-input.ts';

const asOf = day('2026-11-03');

/** Someone alone, who speaks French, has all papers and can come from 12 January 2027. */
export function aDefender(over: Partial<MatchDefender> = {}): MatchDefender {
  return {
    defenderId: 'ada',
    profileAsOf: asOf,
    gender: 'NOT_SAID',
    languages: [{ code: 'fr', level: 'B2' }],
    interpreterNeeded: false,
    accessNeeds: [],
    companions: 0,
    themes: [],
    citiesPreferred: [],
    citiesToAvoid: [],
    publicity: 'NEVER',
    track: null,
    passportValidUntil: day('2029-01-01'),
    visa: { needed: true, held: [], leadTimeDays: 30 },
    presences: [],
    otherStays: [],
    risk: { level: 'MEDIUM', citiesToAvoid: [], notNear: [] },
    ...over,
  };
}

/** A free place with everything recorded, confirmed for all of 2027. */
export function aPlace(over: Partial<MatchPlace> = {}): MatchPlace {
  return {
    placeId: 'place-1',
    kind: 'STUDIO',
    profileAsOf: asOf,
    stepFree: true,
    quiet: true,
    prayerSpace: true,
    dietPossible: true,
    womenOnly: false,
    alone: true,
    sleeps: 1,
    track: null,
    confirmed: [{ ...span('2027-01-01', '2028-01-01'), confirmedOn: asOf, track: null }],
    unconfirmed: [],
    blocked: [],
    occupied: [],
    ...over,
  };
}

/** A city that asks for nothing special, with one free place. */
export function aCity(over: Partial<MatchCity> = {}): MatchCity {
  return {
    cityId: 'nijmegen',
    profileAsOf: asOf,
    languages: ['en', 'fr'],
    themes: [],
    specialisedCare: true,
    screeningDays: 0,
    publicEvents: 'NONE',
    gapDays: 0,
    guestsAtOnceAtMost: null,
    guestsAYearAtMost: null,
    agreementUntil: null,
    load: { usedNights: 0, offeredNights: 0 },
    places: [aPlace()],
    ...over,
  };
}

/** 89 nights, with an arrival between 12 January and 31 March 2027, asked on 1 December 2026. */
export function anInput(over: Partial<MatchInput> = {}): MatchInput {
  return {
    today: day('2026-12-01'),
    defender: aDefender(),
    window: { earliest: day('2027-01-12'), latest: day('2027-03-31') },
    lengthNights: 89,
    cities: [aCity()],
    ...over,
  };
}

/** Nights that another guest has. */
export function guest(from: string, until: string, defenderId = 'bo', interpreterNeeded = false) {
  return { ...span(from, until), defenderId, interpreterNeeded };
}

/** What matters for one rule: the person, the city, its place. */
export type Case = {
  readonly defender?: Partial<MatchDefender>;
  readonly city?: Partial<MatchCity>;
  readonly place?: Partial<MatchPlace>;
  readonly input?: Partial<MatchInput>;
  readonly span?: DateSpan;
};

/** The input of a case. */
export function inputOf({ defender, city, place, input }: Case): MatchInput {
  return anInput({
    defender: aDefender(defender),
    cities: [aCity({ places: [aPlace(place)], ...city })],
    ...input,
  });
}

/** What a rule says of a case, as "VERDICT CODE", through the same door as everyone; the earliest arrival if no span is given. */
export function saysOf(rule: MatchRule, given: Case = {}): string[] {
  const input = inputOf(given);
  const placed = {
    placeId: 'place-1',
    span: given.span ?? spanOfNights(input.window.earliest, input.lengthNights),
  };
  const judged = judgePlacement(input, 'nijmegen', placed);
  return (judged?.findings ?? [])
    .filter((finding) => finding.rule === rule)
    .map(({ verdict, fact, ask }) =>
      [verdict, fact.code, ...(ask === undefined ? [] : [`ask ${ask.whom}`])].join(' '),
    );
}
