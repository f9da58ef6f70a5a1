import { planFailures, type PlanAct, type PlanLine, type PlanPerson, type PlanSeat, type PlanView } from '@shelter-city/contract/plans';
import type { CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import type { Placement } from '@shelter-city/domain/matching/city-option';
import { isUrgent } from '@shelter-city/domain/matching/rules/urgency';
import { changedSince } from '@shelter-city/domain/planning/decided-facts';
import { fairParts } from '@shelter-city/domain/planning/fair-parts';
import { fairWeeks } from '@shelter-city/domain/planning/fair-weeks';
import { judgedSeats, type JudgedSeat } from '@shelter-city/domain/planning/judged-seats';
import { justifiedEnvy } from '@shelter-city/domain/planning/justified-envy';
import type { PlanFacts } from './plan-facts.service.ts';
import type { PersonRecord, PlanLineRecord, PlanRecord } from './plan-record.ts';

/** A draft as a list shows it. */
export function presentLine({ id, name, status, arrivals, placesKeptFree, madeBy, changedAt, plannedAt, publishedAt, people, placed, worth, bound, morePeopleAtMost, version }: PlanLineRecord): PlanLine {
  return {
    id, name, status, arrivals, placesKeptFree, madeBy, changedAt, plannedAt, publishedAt, people, placed, version,
    proof: worth === null || bound === null ? null : { isBest: worth === bound, morePeopleAtMost: morePeopleAtMost ?? 0 },
  };
}

/** Says seats with the names of their places and cities. */
export function seatsNamed({ names }: PlanFacts['world']): (seat: Placement) => PlanSeat {
  const cityOf = new Map(names.cities.map(({ id, slug, name }) => [id, { id, slug, name }]));
  const placeOf = new Map(names.places.map((place) => [place.id, place]));
  return ({ placeId, span }) => {
    const place = placeOf.get(placeId);
    const cityId = place?.cityId ?? placeId;
    return { city: cityOf.get(cityId) ?? { id: cityId, slug: '', name: '' }, place: { id: placeId, label: place?.label ?? '' }, span: { from: span.from, until: span.until } };
  };
}

/** What may be done with a draft in a state. */
export function actsOn({ status, placed }: Pick<PlanRecord, 'status' | 'placed'>): PlanAct[] {
  if (status === 'RUNNING') return ['stop', 'copy'];
  if (status === 'PUBLISHED') return ['copy', 'discard'];
  const acts: PlanAct[] = placed === 0 ? ['run', 'change'] : ['run', 'change', 'publish'];
  return [...acts, 'copy', 'discard'];
}

/** Why somebody of a draft has no place; `null` for one who has, and before there was a plan. */
export function whyLeftOut({ seat, options }: Pick<PersonRecord, 'seat' | 'options'>): PlanPerson['leftOutBecause'] {
  if (seat !== null || options === null) return null;
  return options === 0 ? 'NOTHING_FITS' : 'OTHERS_NEED_IT';
}

/** A draft as a page shows it. While it is made, and once it is published, its seats aren't judged: they are about to change, or stand as proposals. */
export function presentPlan(facts: PlanFacts, today: CalendarDate): PlanView {
  const { plan, people, world, ask, seats, notAwaiting } = facts;
  const isOpen = plan.status !== 'RUNNING' && plan.status !== 'PUBLISHED';
  const judged = new Map((isOpen ? judgedSeats(ask, seats) : []).map((one) => [one.seat.defenderId, one]));
  const named = seatsNamed(world);
  const cityOf = new Map(world.names.cities.map(({ id, slug, name }) => [id, { id, slug, name }]));
  const recordOf = new Map(plan.cohort.map((person) => [person.defenderId, person]));
  return {
    ...presentLine(plan),
    asOf: today,
    rulesVersion: plan.rulesVersion,
    weightsVersion: plan.weightsVersion,
    progress: plan.status === 'RUNNING' ? { phase: plan.phase ?? 'waiting', placed: plan.placedSoFar ?? 0 } : null,
    failedBecause: plan.status === 'FAILED' ? (planFailures.find((each) => each === plan.phase) ?? 'OTHER') : null,
    cohort: people.flatMap((person): PlanPerson[] => {
      const record = recordOf.get(person.id);
      if (record === undefined) return [];
      return [{
        defender: { code: person.code, codeName: person.codeName },
        window: { earliest: person.earliestArrival, latest: person.latestArrival },
        nights: person.nightsWished,
        urgent: isUrgent(person.defender.risk.level),
        seat: record.seat && named(record.seat),
        before: record.before && named(record.before),
        pinned: record.pinned,
        bannedCities: record.bannedCityIds.flatMap((id) => cityOf.get(id) ?? []),
        ...sayJudged(judged.get(person.id), record),
        awaits: !notAwaiting.has(person.id),
        leftOutBecause: notAwaiting.has(person.id) ? null : whyLeftOut(record),
        stayId: record.stayId,
        evenedFrom: (record.evenedFromCityId !== null && cityOf.get(record.evenedFromCityId)) || null,
      }];
    }),
    load: loadOf(facts),
    envy: isOpen ? envyIn(facts) : [],
    may: actsOn(plan),
  };
}

function sayJudged(judged: JudgedSeat | undefined, { decidedOn }: PersonRecord): Pick<PlanPerson, 'findings' | 'brokenBy' | 'changedSince'> {
  if (judged === undefined) return { findings: [], brokenBy: [], changedSince: [] };
  const findings = judged.findings.map(({ rule, verdict, fact, source, asOf, ask }) => ({ rule, verdict, fact, source, asOf, ...(ask && { ask }) }));
  return { findings, brokenBy: [...new Set(judged.brokenBy)], changedSince: decidedOn === null ? [] : changedSince(decidedOn, judged.findings) };
}

function loadOf({ plan, world, seats, ask }: PlanFacts): PlanView['load'] {
  const parts = new Map(fairParts(ask, seats).map(({ cityId, ...part }) => [cityId, part]));
  // A page that waits asks every second: it is told of seasons when there is a plan.
  const weeks = new Map((plan.status === 'RUNNING' ? [] : fairWeeks(ask, seats)).map(({ cityId, ...each }) => [cityId, each]));
  return world.cities.flatMap(({ cityId, load }) => {
    const [part, name] = [parts.get(cityId), world.names.cities.find(({ id }) => id === cityId)];
    return part === undefined ? [] : [{ city: { id: cityId, slug: name?.slug ?? '', name: name?.name ?? '' }, ...load, ...part, weeks: weeks.get(cityId) ?? null }];
  });
}

function envyIn({ ask, seats, people, world }: PlanFacts): PlanView['envy'] {
  const codes = new Map(people.map(({ id, code, codeName }) => [id, { code, codeName }]));
  const cities = new Map(world.names.cities.map(({ id, slug, name }) => [id, { id, slug, name }]));
  return justifiedEnvy(ask, seats).flatMap(({ defenderId, ofDefenderId, cityId }) => {
    const [defender, of, city] = [codes.get(defenderId), codes.get(ofDefenderId), cities.get(cityId)];
    return defender && of && city ? [{ defender, of, city }] : [];
  });
}
