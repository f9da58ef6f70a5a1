import type { CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import type { DateSpan } from '@shelter-city/domain/calendar/date-span';
import type { Finding } from '@shelter-city/domain/matching/finding';
import { whyItDoesNotSuit } from '@shelter-city/domain/matching/why-it-does-not-suit';
import { Problem } from '../problems/problem.ts';
import { fullCity } from './full-city.ts';
import type { PlacementFacts } from './placements.repository.ts';

type Asked = { readonly nights: DateSpan; readonly cityOffersThem?: boolean | undefined };

/**
 * The problem that says which hard rules of matching the person would break in the place; `null` when it suits. A city
 * that offers the nights itself knows how long its own screening takes.
 */
export function problemOfSuiting(facts: PlacementFacts, { nights, cityOffersThem }: Asked, today: CalendarDate): Problem | null {
  const { place, defender, confirmed, interpreterTaken } = facts;
  if (place === null) return null;
  const broken = whyItDoesNotSuit({
    input: {
      today,
      defender: {
        profileAsOf: null,
        // As in matching: who someone is lies sealed, the profile says only whether a place for women may take the person.
        gender: defender.womenOnlyAllowed ? 'WOMAN' : 'OTHER',
        accessNeeds: defender.needs,
        companions: defender.householdSize - 1,
        track: defender.track,
        interpreterNeeded: interpreterTaken,
        visa: { needed: defender.visaNeeded, held: defender.heldVisas, leadTimeDays: defender.visaLeadDays },
      },
    },
    span: nights,
    at: { city: { profileAsOf: null, screeningDays: cityOffersThem === true ? 0 : place.screeningDays }, guests: interpreterTaken ? [{ ...nights, interpreterNeeded: true }] : [] },
    place: { ...place, profileAsOf: null, confirmed },
  });
  const reasons = [...(place.cityIsActive ? [] : [{ code: 'city-takes-no-guests' }]), ...[...broken, ...fullCity(facts, nights)].map(reasonOf)];
  return reasons.length === 0 ? null : new Problem('place-does-not-suit', { reasons });
}

function reasonOf({ rule, fact }: Finding): { code: string; params?: Readonly<Record<string, string | number>> } {
  if (fact.code === 'VISA_TOO_LATE') return { code: 'visa-too-late', params: fact.params };
  if (fact.code === 'SCREENING_TOO_LATE') return { code: 'screening-too-late', params: fact.params };
  if (fact.code === 'ROOM_TOO_SMALL') return { code: 'room-too-small', params: fact.params };
  if (fact.code === 'TRACK_KEPT_FOR_OTHERS') return { code: 'kept-for-another-track' };
  if (fact.code === 'INTERPRETER_TAKEN') return { code: 'interpreter-taken' };
  if (fact.code === 'GUESTS_AT_ONCE_FULL') return { code: 'city-has-its-guests' };
  if (fact.code === 'PLACE_FOR_WOMEN_ONLY') return { code: 'place-for-women' };
  if (fact.code === 'NEED_NOT_MET') return { code: `need-not-met-${fact.params.need}` };
  throw new Error(`Nobody wrote a sentence for ${rule}`);
}
