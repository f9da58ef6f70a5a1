import type { PlanWhy } from '@shelter-city/contract/plans';
import { addDays } from '@shelter-city/domain/calendar/calendar-date';
import { overlaps } from '@shelter-city/domain/calendar/date-span';
import type { CityOption } from '@shelter-city/domain/matching/city-option';
import { matchDefender } from '@shelter-city/domain/matching/match-defender';
import { isUrgent } from '@shelter-city/domain/matching/rules/urgency';
import { withPairs, withSeats } from '@shelter-city/domain/planning/build-plan-input';
import type { PlanFacts } from './plan-facts.service.ts';

/**
 * Every city's answer for one of a cohort, with all others where the plan has them. A city that a hidden pair closes is
 * closed without a why, but for the one in which the plan has both, on other nights.
 */
export function optionsInPlan({ ask, seats }: PlanFacts, defenderId: string): CityOption[] {
  const own = seats.find((seat) => seat.defenderId === defenderId);
  const here = new Set(ask.cities.find(({ places }) => places.some(({ placeId }) => placeId === own?.placeId))?.places.map(({ placeId }) => placeId));
  const others = seats.filter((seat) => seat.defenderId !== defenderId);
  const withUs = new Set(others.flatMap((seat) => (here.has(seat.placeId) ? [seat.defenderId] : [])));
  const apart = ask.apart.filter((pair) => !pair.some((id) => withUs.has(id)));
  const person = withPairs(ask.people, apart, ask.today, true).find(({ defender }) => defender.defenderId === defenderId);
  if (person === undefined) return [];
  const { defender, window, lengthNights } = person;
  return matchDefender({ today: ask.today, defender, window, lengthNights, cities: withSeats(ask.cities, others, ask.people) });
}

/** Who has, in the plan, nights that somebody could have in a city that is only full. */
export function neededBy({ people, world, ask, seats }: PlanFacts, defenderId: string, options: readonly CityOption[]): PlanWhy['neededBy'] {
  const person = ask.people.find(({ defender }) => defender.defenderId === defenderId);
  if (person === undefined) return [];
  const nights = { from: person.window.earliest, until: addDays(person.window.latest, person.lengthNights) };
  return options.filter(({ verdict }) => verdict === 'FULL').flatMap(({ cityId }) => {
    const places = new Set(world.cities.find((city) => city.cityId === cityId)?.places.map(({ placeId }) => placeId));
    const there = seats.filter((seat) => seat.defenderId !== defenderId && places.has(seat.placeId) && overlaps(seat.span, nights));
    const named = people.filter(({ id }) => there.some((seat) => seat.defenderId === id));
    const city = world.names.cities.find(({ id }) => id === cityId);
    if (named.length === 0 || city === undefined) return [];
    return [{ city: { id: city.id, slug: city.slug, name: city.name }, people: named.map(({ code, codeName, defender }) => ({ code, codeName, urgent: isUrgent(defender.risk.level) })) }];
  });
}
