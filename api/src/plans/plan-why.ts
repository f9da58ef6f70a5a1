import type { PlanComparison, PlanWhy } from '@shelter-city/contract/plans';
import { addDays, daysBetween } from '@shelter-city/domain/calendar/calendar-date';
import { overlaps } from '@shelter-city/domain/calendar/date-span';
import type { CityOption } from '@shelter-city/domain/matching/city-option';
import { matchDefender } from '@shelter-city/domain/matching/match-defender';
import { isUrgent } from '@shelter-city/domain/matching/rules/urgency';
import { withPairs, withSeats } from '@shelter-city/domain/planning/build-plan-input';
import { changeBetween, type InPlan } from '@shelter-city/domain/planning/compare-plans';
import { judgedSeats } from '@shelter-city/domain/planning/judged-seats';
import type { PlanFacts } from './plan-facts.service.ts';
import { presentLine, seatsNamed, whyLeftOut } from './plan.presenter.ts';

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

/** Two drafts side by side: what each comes to, and everybody's difference. */
export function comparePlans(one: PlanFacts, other: PlanFacts): PlanComparison {
  const people = new Map([...one.people, ...other.people].map((person) => [person.id, person]));
  const sides = [sideOf(one), sideOf(other)] as const;
  return {
    one: tallyOf(one),
    other: tallyOf(other),
    rows: [...people.values()].sort((a, b) => (a.codeName < b.codeName ? -1 : 1)).map(({ id, code, codeName }) => {
      const [a, b] = [sides[0].get(id), sides[1].get(id)];
      return {
        defender: { code, codeName },
        change: changeBetween(a, b),
        one: a?.seat ? seatsNamed(one.world)(a.seat) : null,
        other: b?.seat ? seatsNamed(other.world)(b.seat) : null,
        oneLeftOutBecause: a?.because ?? null,
        otherLeftOutBecause: b?.because ?? null,
      };
    }),
  };
}

function sideOf({ plan, world }: PlanFacts): Map<string, InPlan & { readonly because: ReturnType<typeof whyLeftOut> }> {
  const cityOf = new Map(world.names.places.map(({ id, cityId }) => [id, cityId]));
  return new Map(plan.cohort.map((person) => {
    const { defenderId, seat } = person;
    return [defenderId, { defenderId, because: whyLeftOut(person), seat: seat && { ...seat, defenderId, cityId: cityOf.get(seat.placeId) ?? '' } }];
  }));
}

function tallyOf({ plan, ask, seats, people }: PlanFacts): PlanComparison['one'] {
  const findings = judgedSeats(ask, seats).flatMap((judged) => judged.findings);
  const urgent = new Set(people.filter(({ defender }) => isUrgent(defender.risk.level)).map(({ id }) => id));
  const earliest = new Map(ask.people.map(({ defender, window }) => [defender.defenderId, window.earliest]));
  const count = (verdict: string) => findings.filter((finding) => finding.verdict === verdict).length;
  return {
    plan: presentLine(plan),
    placed: seats.length,
    leftOut: plan.cohort.length - seats.length,
    urgentDaysWaited: seats.filter(({ defenderId }) => urgent.has(defenderId)).reduce((sum, { defenderId, span }) => sum + Math.max(0, daysBetween(earliest.get(defenderId) ?? span.from, span.from)), 0),
    wishesMet: findings.filter(({ fact }) => fact.code === 'CITY_PREFERRED').length,
    weaker: count('WEAKER'),
    questions: count('UNKNOWN'),
  };
}
