import type { CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import { addDays } from '@shelter-city/domain/calendar/calendar-date';
import { overlaps, subtract, type DateSpan } from '@shelter-city/domain/calendar/date-span';
import { constraintsOf } from '@shelter-city/domain/risk/constraints-of-notes';
import { withWithheldCities } from '@shelter-city/domain/risk/withheld-cities';
import { occupiedNights } from '@shelter-city/domain/stays/occupied-nights';
import { presencesOfStay } from '@shelter-city/domain/visa/held-visa';
import type { SchengenPresence } from '@shelter-city/domain/visa/ninety-in-one-eighty';
import { passportCheck } from '@shelter-city/domain/visa/passport-validity';
import { latestSafeDeparture, stayDaysCheck } from '@shelter-city/domain/visa/stay-days-check';
import { Problem } from '../problems/problem.ts';
import type { OtherStay, PlacementFacts } from './placements.repository.ts';
import { fullCity } from './full-city.ts';
import { problemOfSuiting } from './why-the-place-does-not-suit.ts';

/** A person in a place on some nights. */
export type Placement = { readonly defenderId: string; readonly nights: DateSpan; readonly cityOffersThem?: boolean | undefined };

/** Every day the person is known to be in the Schengen area, without the stay in question. */
export const presencesIn = ({ defender, otherStays }: PlacementFacts): SchengenPresence[] => [
  ...defender.presences,
  ...otherStays.flatMap((stay) => occupiedNights(stay) ?? []).flatMap((nights) => presencesOfStay(defender.heldVisas, nights)),
];

/** The stays that take one of these nights from the place, its rest days included, from the person, or from a city that is full by them. */
export function staysInTheWay(facts: PlacementFacts, { nights }: Placement): OtherStay[] {
  const rests = withRest(nights, facts.place?.restDays ?? 0);
  const ofPlace = facts.neighbours.filter((stay) => {
    const taken = occupiedNights(stay);
    return taken !== null && overlaps(withRest(taken, stay.restDays), rests);
  });
  const ofPerson = facts.otherStays.filter((stay) => {
    const taken = occupiedNights(stay);
    return taken !== null && overlaps(taken, nights) && !ofPlace.some(({ id }) => id === stay.id);
  });
  const known = new Set([...ofPlace, ...ofPerson].map(({ id }) => id));
  const ofCity = fullCity(facts, nights).length === 0 ? [] : facts.cityGuests.filter((stay) => {
    const taken = occupiedNights(stay);
    return taken !== null && overlaps(taken, nights) && !known.has(stay.id);
  });
  return [...ofPlace, ...ofPerson, ...ofCity];
}

/**
 * Why the person can't be in the place on these nights, as the problem that says so; `null` when nothing is in the way.
 * What concerns the place comes first, then the person, then both together, then safety. The database has the last word on the first of them.
 */
export function whatStandsInTheWay(
  facts: PlacementFacts,
  placement: Placement,
  reader: { readonly riskCleared: boolean },
  today: CalendarDate,
): Problem | null {
  return (
    problemOfPlace(facts, placement)
    ?? problemOfPerson(facts, placement)
    ?? problemOfSuiting(facts, placement, today)
    ?? problemOfRisk(facts, placement, reader)
  );
}

function problemOfPlace({ place, confirmed, blocked, neighbours }: PlacementFacts, { nights }: Placement): Problem | null {
  if (place === null) return unknownPlace();
  if (place.retiredOn !== null && place.retiredOn < nights.until)
    return new Problem('place-closed', { params: { from: place.retiredOn, until: nights.until } });
  const [unconfirmed] = subtract(nights, confirmed);
  if (unconfirmed) return new Problem('capacity-not-confirmed', { params: { ...unconfirmed } });
  const closed = blocked.find((block) => overlaps(block, nights));
  if (closed) return new Problem('place-closed', { params: { ...closed } });
  const others = neighbours.flatMap((stay) => {
    const taken = occupiedNights(stay);
    return taken === null ? [] : [{ taken, restDays: stay.restDays }];
  });
  const clash = others.find(({ taken }) => overlaps(taken, nights));
  if (clash) return new Problem('place-taken', { params: { ...clash.taken } });
  const close = others.find(({ taken, restDays }) => overlaps(withRest(taken, restDays), withRest(nights, place.restDays)));
  if (!close) return null;
  return new Problem('place-needs-its-rest', { params: { days: close.taken.from < nights.from ? close.restDays : place.restDays } });
}

function problemOfPerson(facts: PlacementFacts, { nights }: Placement): Problem | null {
  const elsewhere = facts.otherStays.flatMap((stay) => occupiedNights(stay) ?? []).find((taken) => overlaps(taken, nights));
  if (elsewhere) return new Problem('defender-elsewhere', { params: { ...elsewhere } });
  const presences = presencesIn(facts);
  const papers = { needed: facts.defender.visaNeeded, held: facts.defender.heldVisas };
  if (!stayDaysCheck(papers.held, presences, nights).ok) {
    const lastDay = latestSafeDeparture(papers, presences, nights.from);
    return new Problem('visa-days-exceeded', lastDay === null ? {} : { params: { lastDay } });
  }
  const passport = passportCheck(facts.defender.passportValidUntil, nights.until);
  return passport.state === 'TOO_SHORT' ? new Problem('passport-too-short', { params: { needed: passport.requiredUntil } }) : null;
}

/** A rule that the reader may not read is named only as a rule: not which one, not about whom, not until when. */
function problemOfRisk({ notes, apart, withheldCities, place }: PlacementFacts, { defenderId, nights }: Placement, reader: { readonly riskCleared: boolean }): Problem | null {
  const { citiesToAvoid, notNear } = withWithheldCities(constraintsOf(defenderId, notes, reader), withheldCities, reader);
  const ban = citiesToAvoid.find(({ cityId }) => cityId === place?.cityId);
  if (ban) return riskProblem(ban.hidden, ban.withheld ? 'city-withheld' : 'risk-city-to-avoid');
  const rules = notNear.filter((rule) =>
    apart.some((stay) => {
      const there = occupiedNights(stay);
      return stay.defenderId === rule.defenderId && there !== null && overlaps(there, nights);
    }),
  );
  return rules.length === 0 ? null : riskProblem(rules.every(({ hidden }) => hidden), 'risk-guest-nearby');
}

const riskProblem = (isHidden: boolean, code: string) =>
  new Problem('risk-rule', isHidden ? {} : { errors: [{ pointer: '/placeId', code }] });

/** The refusal of a place that isn't there. */
export const unknownPlace = (): Problem => new Problem('invalid-request', { errors: [{ pointer: '/placeId', code: 'unknown-place' }] });

const withRest = ({ from, until }: DateSpan, restDays: number): { from: CalendarDate; until: CalendarDate } => ({ from, until: addDays(until, restDays) });
