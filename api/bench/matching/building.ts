import { addDays } from '@shelter-city/domain/calendar/calendar-date';
import { day } from '@shelter-city/domain/calendar/days.fixture';
import { aCity, aDefender, aPlace } from '@shelter-city/domain/matching/match.fixture';
import { buildPlanInput } from '@shelter-city/domain/planning/build-plan-input';
import { aPerson, anAsk } from '@shelter-city/domain/planning/planning.fixture';
import type { PlanAsk } from '@shelter-city/domain/planning/plan-ask';
import { dice } from '@shelter-city/planner/random-input.fixture';

/** A cohort as the database has it: places confirmed for most of a year, half of them with a guest, windows of four to fourteen weeks, and people who differ. */
export function aCohortAsked({ cities, people, places, seed }: { readonly cities: number; readonly people: number; readonly places: number; readonly seed: number }): PlanAsk {
  const roll = dice(seed);
  const begin = day('2026-12-01');
  const span = (from: number, nights: number) => ({ from: addDays(begin, from), until: addDays(begin, from + nights) });
  const countIn = Array.from({ length: cities }, () => 1);
  for (let more = places - cities; more > 0; more -= 1) {
    const city = roll(cities);
    countIn[city] = (countIn[city] ?? 0) + 1;
  }
  return anAsk({
    today: begin,
    arrivals: span(30, 365),
    cities: countIn.map((count, city) =>
      aCity({
        cityId: `city-${city}`,
        gapDays: 7,
        guestsAtOnceAtMost: roll(5) === 0 ? Math.max(1, count - 1) : null,
        places: Array.from({ length: count }, (_, place) =>
          aPlace({
            placeId: `place-${city}-${place}`,
            confirmed: [{ ...span(roll(60), 300 + roll(160)), confirmedOn: day('2026-11-03'), track: null }],
            occupied: roll(2) === 0 ? [{ ...span(roll(200), 91), defenderId: `guest-${city}-${place}`, interpreterNeeded: false }] : [],
          })),
      })),
    people: Array.from({ length: people }, (_, person) => {
      const earliest = addDays(begin, 30 + roll(200));
      return aPerson(
        `person-${person}`,
        { window: { earliest, latest: addDays(earliest, 7 * (4 + roll(11))) }, lengthNights: 84 + 7 * roll(2) },
        { interpreterNeeded: roll(6) === 0, languages: aDefender().languages.slice(0, roll(3)), risk: { level: (['MEDIUM', 'HIGH', 'CRITICAL'] as const)[roll(3)] ?? null, citiesToAvoid: [], notNear: [] } },
      );
    }),
    placesKeptFree: 1,
  });
}

/** Milliseconds to make the planner's input from the facts, once warm; every stay judged by every rule. */
export function building(ask: PlanAsk): { readonly milliseconds: number; readonly stays: number } {
  buildPlanInput(ask);
  const began = performance.now();
  const { input } = buildPlanInput(ask);
  const milliseconds = performance.now() - began;
  const stays = input.people.reduce((sum, { worth }) => sum + worth.reduce((own, row) => own + row.filter((each) => each > 0).length, 0), 0);
  return { milliseconds, stays };
}
