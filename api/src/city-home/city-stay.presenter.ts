import type { CityHomeView, CityStay, GuestCard } from '@shelter-city/contract/city-home';
import { addDays, earlierOf, type CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import type { CityPart } from '@shelter-city/domain/disclosure/city-parts';
import { nightsIn } from '@shelter-city/domain/calendar/date-span';
import { partsOpenIn } from '@shelter-city/domain/disclosure/open-parts';
import { disclosureDaysAfterDeparture, disclosurePhase, type DisclosurePhase } from '@shelter-city/domain/disclosure/what-a-city-sees';
import { refusalToChange } from '@shelter-city/domain/stays/refusal-to-change';
import type { StayChange } from '@shelter-city/domain/stays/stay-changes';
import type { Actor } from '../access/actor.ts';
import type { CapacitySummary, CityStayRecord } from './city-stay-record.ts';

/** Days before the planned arrival from which its button is offered. */
const arrivalOfferedDays = 7;

/** How far a stay is open to its city today. A city's own no stays readable as long as an ended stay. */
export function phaseOf(stay: CityStayRecord, today: CalendarDate): DisclosurePhase {
  if (stay.status === 'DECLINED' && stay.answeredOn !== null && today <= addDays(stay.answeredOn, disclosureDaysAfterDeparture)) return 'AFTER';
  return disclosurePhase(stay, today);
}

/** The sealed parts that a city may open now: those the rule opens in this phase, of those the database shows it. */
export const openParts = (stay: CityStayRecord, phase: DisclosurePhase): CityPart[] =>
  partsOpenIn(phase, stay).filter((part) => stay.parts.includes(part));

/** A stay as its city sees it in its phase, field by field; `null` when it sees nothing. */
export function presentCityStay(stay: CityStayRecord, actor: Actor, today: CalendarDate): CityStay | null {
  const { id, version, codeName, place, status } = stay;
  switch (phaseOf(stay, today)) {
    case 'NOTHING':
      return null;
    case 'PROPOSED':
      return {
        phase: 'PROPOSED', ...needsOf(stay), nights: stay.nights, arrivalMonth: stay.arrivalMonth,
        proposedOn: stay.proposedOn ?? today, answerBy: stay.holdUntil ?? today, otherDates: stay.offered, mayConfirm: stay.isSelected,
      };
    case 'CONFIRMED':
      return {
        phase: 'CONFIRMED', ...needsOf(stay), nights: stay.nights, status,
        arrivesOn: stay.plannedArrival, departsOn: stay.plannedDeparture, actualArrivesOn: stay.actualArrival,
        returnReviewed: stay.returnReviewedOn !== null, instructions: [...stay.instructions], reveals: [...openParts(stay, 'CONFIRMED')], may: whatMayBeDone(stay, actor, today),
      };
    case 'AFTER':
      return { phase: 'AFTER', id, codeName, place, status, nights: nightsOf(stay), endedOn: stay.actualDeparture ?? stay.answeredOn ?? today, version };
  }
}

/**
 * The three lists of a city's home: what waits for an answer, who is here or coming, who was here. Requests stand in an
 * order that says nothing of their days.
 */
export function cardsOf(stays: readonly CityStayRecord[], actor: Actor, today: CalendarDate): Pick<CityHomeView, 'requests' | 'guests' | 'past'> {
  const cards = stays.flatMap((stay) => presentCityStay(stay, actor, today) ?? []);
  return {
    requests: cards.flatMap((card) => (card.phase === 'PROPOSED' ? card : [])).sort((a, b) => byText(a.answerBy, b.answerBy) || byText(a.id, b.id)),
    guests: cards.flatMap((card) => (card.phase === 'CONFIRMED' ? card : [])),
    past: cards.flatMap((card) => (card.phase === 'AFTER' ? card : [])).sort((a, b) => byText(b.endedOn, a.endedOn) || byText(a.id, b.id)),
  };
}

/** What waits for the city in its capacity, and what nobody has filled in. */
export function presentCapacity(summary: CapacitySummary): CityHomeView['capacity'] {
  const { unanswered, unconfirmed, confirmedUntil } = summary;
  const known = [
    ['LANGUAGES', summary.languagesKnown], ['CARE', summary.careKnown], ['STEP_FREE', summary.stepFreeKnown],
    ['QUIET', summary.quietKnown], ['DIET', summary.dietKnown], ['ADDRESS', summary.addressesKnown],
    ['NEXT_YEAR', summary.nextYearConfirmed],
  ] as const;
  return { unanswered, unconfirmed, confirmedUntil, missing: known.flatMap(([fact, isKnown]) => (isKnown ? [] : fact)) };
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What a city knows of a guest from the proposal to the departure: a code name and what is needed. */
const needsOf = (stay: CityStayRecord) => ({
  id: stay.id, codeName: stay.codeName, place: stay.place, householdSize: stay.householdSize, companions: [...stay.companions], languages: [...stay.languages],
  interpreter: stay.interpreter, needs: [...stay.needs], track: stay.track, why: stay.why, version: stay.version,
});

const nightsOf = (stay: CityStayRecord): number =>
  stay.actualDeparture === null ? stay.nights : nightsIn({ from: stay.actualArrival ?? stay.plannedArrival, until: stay.actualDeparture });

function whatMayBeDone(stay: CityStayRecord, actor: Actor, today: CalendarDate): GuestCard['may'] {
  const allows = (change: StayChange) => refusalToChange(stay, change, actor, today) === null;
  const mayArrive = today >= addDays(stay.plannedArrival, -arrivalOfferedDays)
    && allows({ action: 'stay:arrive', actualArrival: earlierOf(today, addDays(stay.plannedDeparture, -1)) });
  const mayDepart = allows({ action: 'stay:depart', actualDeparture: today, returnReviewedOn: null, withoutReviewBecause: 'filled in' });
  return [...(mayArrive ? (['arrive'] as const) : []), ...(mayDepart ? (['depart'] as const) : [])];
}
