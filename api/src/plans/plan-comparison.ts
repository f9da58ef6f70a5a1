import type { PlanComparison } from '@shelter-city/contract/plans';
import { daysBetween } from '@shelter-city/domain/calendar/calendar-date';
import { isUrgent } from '@shelter-city/domain/matching/rules/urgency';
import { changeBetween, effectBetween, type InPlan } from '@shelter-city/domain/planning/compare-plans';
import { fairParts } from '@shelter-city/domain/planning/fair-parts';
import { judgedSeats, type JudgedSeat } from '@shelter-city/domain/planning/judged-seats';
import { nightsByCity } from '@shelter-city/domain/planning/nights-by-city';
import type { PlanFacts } from './plan-facts.service.ts';
import type { PersonRecord } from './plan-record.ts';
import { presentLine, seatsNamed, whyLeftOut } from './plan.presenter.ts';

type Row = PlanComparison['rows'][number];

/** One draft as it is compared: each person's record, seat and what the rules say of it. */
type Side = {
  readonly facts: PlanFacts;
  readonly records: ReadonlyMap<string, PersonRecord>;
  readonly inPlan: ReadonlyMap<string, InPlan>;
  readonly judged: ReadonlyMap<string, JudgedSeat>;
};

/** Drafts side by side: what each comes to, where each has everybody, and how they fare beside the first one. */
export function comparePlans(first: PlanFacts, others: readonly PlanFacts[]): PlanComparison {
  const sides = [first, ...others].map(sideOf);
  const people = new Map(sides.flatMap(({ facts }) => facts.people.map((person) => [person.id, person] as const)));
  const rows = [...people.values()].sort((a, b) => (a.codeName < b.codeName ? -1 : 1)).map(({ id, code, codeName, defender }): Row => {
    const seats = sides.map((side) => seatIn(side, sides[0], id));
    return { defender: { code, codeName }, urgent: isUrgent(defender.risk.level), differs: seats.some(({ change }) => change !== 'SAME'), seats };
  });
  const nights = sides.map(({ facts }) => nightsByCity(facts.ask.cities, facts.seats));
  return {
    plans: sides.map((side, at) => tallyOf(side, rows.map(({ seats }) => seats[at]?.effect ?? 'SAME'))),
    rows,
    cities: first.world.names.cities
      .map(({ id, slug, name }) => ({ city: { id, slug, name }, nights: nights.map((of) => of.get(id) ?? 0) }))
      .filter(({ nights: asked }) => asked.some((each) => each > 0)),
  };
}

function sideOf(facts: PlanFacts): Side {
  const cityOf = new Map(facts.world.names.places.map(({ id, cityId }) => [id, cityId]));
  return {
    facts,
    records: new Map(facts.plan.cohort.map((person) => [person.defenderId, person])),
    inPlan: new Map(facts.plan.cohort.map(({ defenderId, seat }) => [defenderId, { defenderId, seat: seat && { ...seat, defenderId, cityId: cityOf.get(seat.placeId) ?? '' } }])),
    judged: new Map(judgedSeats(facts.ask, facts.seats).map((one) => [one.seat.defenderId, one])),
  };
}

function seatIn({ facts, records, inPlan, judged }: Side, first: Side | undefined, id: string): Row['seats'][number] {
  const record = records.get(id);
  return {
    isOfCohort: record !== undefined,
    seat: record?.seat ? seatsNamed(facts.world)(record.seat) : null,
    pinned: record?.pinned ?? false,
    leftOutBecause: record ? whyLeftOut(record) : null,
    change: changeBetween(first?.inPlan.get(id), inPlan.get(id)),
    ...effectBetween(first?.judged.get(id), judged.get(id)),
  };
}

function tallyOf({ facts: { plan, ask, seats, people }, judged }: Side, effects: readonly Row['seats'][number]['effect'][]): PlanComparison['plans'][number] {
  const findings = [...judged.values()].flatMap((one) => one.findings);
  const urgent = new Set(people.filter(({ defender }) => isUrgent(defender.risk.level)).map(({ id }) => id));
  const earliest = new Map(ask.people.map(({ defender, window }) => [defender.defenderId, window.earliest]));
  const count = (verdict: string) => findings.filter((finding) => finding.verdict === verdict).length;
  const better = effects.filter((effect) => effect === 'BETTER').length;
  const worse = effects.filter((effect) => effect === 'WORSE').length;
  return {
    plan: presentLine(plan),
    placed: seats.length,
    leftOut: plan.cohort.length - seats.length,
    urgentDaysWaited: seats.filter(({ defenderId }) => urgent.has(defenderId)).reduce((sum, { defenderId, span }) => sum + Math.max(0, daysBetween(earliest.get(defenderId) ?? span.from, span.from)), 0),
    wishesMet: findings.filter(({ fact }) => fact.code === 'CITY_PREFERRED').length,
    weaker: count('WEAKER'),
    questions: count('UNKNOWN'),
    better,
    worse,
    unchanged: effects.length - better - worse,
    citiesOutOfBand: fairParts(ask, seats).filter(({ side }) => side === 'ABOVE' || side === 'BELOW').length,
  };
}
