import fc from 'fast-check';
import { addDays } from '../calendar/calendar-date.ts';
import { day } from '../calendar/days.fixture.ts';
import { mergeSpans } from '../calendar/date-span.ts';
import { visaKinds } from '../visa/visa-kinds.ts';
import { aCity, aDefender, anInput, aPlace } from './match.fixture.ts';
import type { MatchCity, MatchInput, MatchPlace } from './match-input.ts';

const begin = day('2026-12-01');
const confirmedOn = day('2026-11-03');
const maybe = fc.constantFrom(true, false, null);

function spans(most: number, nights: number) {
  const anyOne = fc
    .tuple(fc.integer({ min: -30, max: 400 }), fc.integer({ min: 1, max: nights }))
    .map(([from, length]) => ({
      from: addDays(begin, from),
      until: addDays(begin, from + length),
    }));
  return fc.array(anyOne, { maxLength: most }).map(mergeSpans);
}

const anyPlace: fc.Arbitrary<MatchPlace> = fc
  .record({
    confirmed: spans(3, 300),
    unconfirmed: spans(2, 120),
    occupied: spans(4, 90),
    blocked: spans(2, 20),
    track: fc.constantFrom(null, null, null, 'ARTIST' as const),
    stepFree: maybe,
    guestIds: fc.array(fc.constantFrom('bo', 'cy', 'di'), { minLength: 4, maxLength: 4 }),
    withInterpreter: fc.boolean(),
  })
  .map(({ confirmed, occupied, blocked, guestIds, withInterpreter, track, ...rest }) =>
    aPlace({
      ...rest,
      confirmed: confirmed.map((period, at) => ({
        ...period,
        confirmedOn,
        track: at === 0 ? track : null,
      })),
      blocked: blocked.map((period) => ({ ...period, reason: 'OTHER' })),
      occupied: occupied.map((stay, at) => ({
        ...stay,
        defenderId: guestIds[at] ?? 'bo',
        interpreterNeeded: withInterpreter,
      })),
    }),
  );

const anyCity: fc.Arbitrary<MatchCity> = fc
  .record({
    places: fc.array(anyPlace, { minLength: 1, maxLength: 3 }),
    gapDays: fc.integer({ min: 0, max: 7 }),
    screeningDays: fc.constantFrom(0, 0, 60),
    guestsAtOnceAtMost: fc.constantFrom(null, null, 1, 2),
    guestsAYearAtMost: fc.constantFrom(null, 1, 3),
    languages: fc.constantFrom(null, ['fr'], ['nl']),
  })
  .map(({ places, ...rest }) =>
    aCity({
      ...rest,
      places: places.map((place, at) => ({ ...place, placeId: `place-${String(at)}` })),
    }),
  );

/** Any input: a few cities with gaps, caps, tracks and guests, and someone with papers, visa days and needs. */
export const anyInput: fc.Arbitrary<MatchInput> = fc
  .record({
    cities: fc.array(anyCity, { minLength: 1, maxLength: 3 }),
    earliest: fc.integer({ min: 0, max: 120 }),
    windowDays: fc.integer({ min: 0, max: 90 }),
    lengthNights: fc.integer({ min: 14, max: 92 }),
    presences: fc.option(spans(2, 60)),
    otherStays: spans(1, 60),
    passportDays: fc.option(fc.integer({ min: 200, max: 700 })),
    leadTimeDays: fc.option(fc.integer({ min: 0, max: 90 })),
    held: fc.array(
      fc.record({
        kind: fc.constantFrom(...visaKinds),
        from: fc.integer({ min: 0, max: 150 }),
        lasts: fc.integer({ min: 30, max: 300 }),
        country: fc.constantFrom('NL', 'NL', 'FR'),
        days: fc.constantFrom(null, null, 30),
      }),
      { maxLength: 2 },
    ),
    stepFreeNeeded: fc.boolean(),
    interpreterNeeded: fc.boolean(),
    notNear: fc.constantFrom<readonly string[]>([], ['bo'], ['cy']),
    hidden: fc.boolean(),
  })
  .map((any) =>
    anInput({
      today: begin,
      cities: any.cities.map((city, at) => ({ ...city, cityId: `city-${String(at)}` })),
      window: {
        earliest: addDays(begin, any.earliest),
        latest: addDays(begin, any.earliest + any.windowDays),
      },
      lengthNights: any.lengthNights,
      defender: aDefender({
        presences:
          any.presences?.map(({ from, until }) => ({ firstDay: from, lastDay: until })) ?? null,
        otherStays: any.otherStays,
        passportValidUntil: any.passportDays === null ? null : addDays(begin, any.passportDays),
        visa: {
          needed: true,
          leadTimeDays: any.leadTimeDays,
          held: any.held.map(({ kind, from, lasts, country, days }) => ({
            kind,
            validFrom: addDays(begin, from),
            validUntil: addDays(begin, from + lasts),
            countries: [country],
            days,
          })),
        },
        accessNeeds: any.stepFreeNeeded ? ['STEP_FREE'] : [],
        interpreterNeeded: any.interpreterNeeded,
        risk: {
          level: 'MEDIUM',
          citiesToAvoid: [],
          notNear: any.notNear.map((defenderId) => ({
            defenderId,
            hidden: any.hidden,
            asOf: confirmedOn,
          })),
        },
      }),
    }),
  );
