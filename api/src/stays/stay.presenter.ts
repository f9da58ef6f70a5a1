import type { StayChange as ContractChange, StayView } from '@shelter-city/contract/stays';
import { addDays, earlierOf, laterOf, type CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import { nightsIn } from '@shelter-city/domain/calendar/date-span';
import { slugOfCodeName } from '@shelter-city/domain/defenders/code-names';
import { occupiedNights } from '@shelter-city/domain/stays/occupied-nights';
import { refusalToChange, returnReviewDays } from '@shelter-city/domain/stays/refusal-to-change';
import type { StayChange } from '@shelter-city/domain/stays/stay-changes';
import { presencesOfStay } from '@shelter-city/domain/visa/held-visa';
import { schengenDaysAllowed, schengenDaysUsed } from '@shelter-city/domain/visa/ninety-in-one-eighty';
import type { Actor } from '../access/actor.ts';
import type { StayRecord } from './stay-record.ts';

/** Days before the planned arrival from which its button is offered. Nothing forbids earlier; nobody looks for it then. */
const arrivalOfferedDays = 7;

/** A stay as a coordinator sees it, with what that coordinator may do today. */
export function presentStay(stay: StayRecord, actor: Actor, today: CalendarDate): StayView {
  return {
    id: stay.id,
    status: stay.status,
    defender: { code: slugOfCodeName(stay.codeName), codeName: stay.codeName },
    city: stay.city,
    place: stay.place,
    planned: { from: stay.plannedArrival, until: stay.plannedDeparture },
    actualArrivesOn: stay.actualArrival,
    actualDepartsOn: stay.actualDeparture,
    nights: nightsIn(nightsOf(stay)),
    holdExpiresAt: instant(stay.holdExpiresAt),
    track: stay.track,
    caseLead: stay.caseLead,
    whyThisCity: stay.whyThisCity,
    otherDates: stay.offered,
    reasonCode: stay.reasonCode,
    reasonNote: stay.reasonNote,
    returnReviewedOn: stay.returnReviewedOn,
    proposedAt: instant(stay.proposedAt),
    answeredAt: instant(stay.answeredAt),
    continuesId: stay.continuesId,
    visaDaysLeft: visaDaysLeft(stay),
    may: whatMayBeDone(stay, actor, today),
    version: stay.version,
  };
}

const instant = (moment: string | null): string | null => (moment === null ? null : new Date(moment).toISOString());

const nightsOf = (stay: StayRecord) => ({
  from: stay.actualArrival ?? stay.plannedArrival,
  until: stay.actualDeparture ?? stay.plannedDeparture,
});

/** Never below none: how far a stay is over the limit is said where it is refused. */
function visaDaysLeft(stay: StayRecord): number | null {
  if (!stay.visaNeeded) return null;
  const own = nightsOf(stay);
  const others = stay.otherStays.flatMap((other) => occupiedNights(other) ?? []).flatMap((nights) => presencesOfStay(stay.heldVisas, nights));
  const used = schengenDaysUsed([...stay.presences, ...others, ...presencesOfStay(stay.heldVisas, own)], own.until);
  return Math.max(0, schengenDaysAllowed - used);
}

/** Whether somebody who left today would leave with a review that still counts. */
const isReviewed = ({ returnReviewedOn }: StayRecord, today: CalendarDate): boolean =>
  returnReviewedOn !== null && today <= addDays(returnReviewedOn, returnReviewDays);

/** What the domain would allow today with everything filled in well, in the order to offer it. */
function whatMayBeDone(stay: StayRecord, actor: Actor, today: CalendarDate): ContractChange[] {
  const allows = (change: StayChange) => refusalToChange(stay, change, actor, today) === null;
  const tomorrow = addDays(today, 1);
  const filledIn = 'filled in';
  const isDraft = stay.status === 'DRAFT';
  const offers: readonly (readonly [ContractChange, boolean])[] = [
    ['acceptOtherDates', allows({ action: 'stay:accept-other-dates', offered: stay.offered })],
    ['propose', allows({ action: 'stay:propose', note: filledIn, holdUntil: tomorrow })],
    ['travel', allows({ action: 'stay:start-travel', openBlockingItems: 0, overrideReason: null })],
    ['arrive', today >= addDays(stay.plannedArrival, -arrivalOfferedDays)
      && allows({ action: 'stay:arrive', actualArrival: earlierOf(today, addDays(stay.plannedDeparture, -1)) })],
    ['noShow', allows({ action: 'stay:no-show', welfareCheckNote: filledIn })],
    ['reviewReturn', today >= addDays(stay.plannedDeparture, -returnReviewDays) && !isReviewed(stay, today)
      && allows({ action: 'stay:review-return', reviewerIsCleared: actor.riskCleared })],
    ['depart', allows({ action: 'stay:depart', actualDeparture: today, returnReviewedOn: null, withoutReviewBecause: filledIn })],
    ['cutShort', allows({ action: 'stay:cut-short', actualDeparture: earlierOf(today, addDays(stay.plannedDeparture, -1)), reason: 'HEALTH', note: filledIn })],
    ['close', allows({ action: 'stay:close', followUpsDone: false, evaluationDone: false, reason: filledIn })],
    ['move', allows({ action: 'stay:move', arrival: laterOf(today, stay.plannedArrival), departure: addDays(laterOf(today, stay.plannedArrival), 1) })],
    ['extendHold', allows({ action: 'stay:extend-hold', holdUntil: tomorrow })],
    ['turnDown', allows({ action: 'stay:turn-down' })],
    // A draft is thrown away: nobody was told of it, so there is nothing to cancel.
    ['cancel', !isDraft && allows({ action: 'stay:cancel', reason: 'OTHER', note: filledIn })],
    ['discard', isDraft && actor.role === 'COORDINATOR'],
  ];
  return offers.filter(([, isAllowed]) => isAllowed).map(([change]) => change);
}
