import { addDays, asCalendarDate, earlierOf, type CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
import type { StayAction } from '@shelter-city/domain/stays/stay-transitions';
import { momentOn } from './sample-days.ts';
import type { EventRow, Instant, StayRow } from './sample-rows.ts';
import { idOf } from './stable-random.ts';

type Actors = { readonly today: CalendarDate; readonly coordinatorId: string; readonly clearedId: string; readonly partnerId: string };
type Told = { readonly verb: StayAction; readonly at: Instant; readonly by: string | null; readonly to?: StayRow['status'] };

const dayOfMoment = (moment: Instant): CalendarDate => asCalendarDate(moment.slice(0, 10));

/** The acts whose reason and note stand on the stay. */
const endsWithReason: readonly StayAction[] = ['stay:decline', 'stay:cancel', 'stay:cut-short', 'stay:turn-down', 'stay:no-show'];

/** What must have happened to a stay that stands as it stands: who did what, in order, with each state before and after. */
export function eventsOfStay(stay: StayRow, actors: Actors): EventRow[] {
  let status: StayRow['status'] | null = null;
  return toldOf(stay, actors)
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .map(({ verb, at, by, to }, step) => {
      const fromStatus = status;
      status = to ?? status;
      const hasReason = endsWithReason.includes(verb);
      return {
        id: idOf('event', `${stay.id}/${String(step)}`), at, actorId: by, subject: 'STAY', subjectId: stay.id, cityId: stay.cityId,
        defenderId: stay.defenderId, verb, fromStatus, toStatus: status, reasonCode: hasReason ? stay.reasonCode : null,
        note: verb === 'stay:propose' ? stay.whyThisCity : hasReason ? stay.reasonNote : null,
      };
    });
}

function toldOf(stay: StayRow, { today, coordinatorId, clearedId, partnerId }: Actors): Told[] {
  const told: Told[] = [];
  const yesterday = addDays(today, -1);
  const tell = (verb: StayAction, at: Instant, by: string | null, to?: StayRow['status']): void => {
    told.push({ verb, at, by, ...(to === undefined ? {} : { to }) });
  };
  const on = (day: CalendarDate, step: string): Instant => momentOn(earlierOf(day, yesterday), `${stay.id}/${step}`);

  if (stay.status === 'DRAFT' || stay.proposedAt === null) tell('stay:draft', stay.createdAt, coordinatorId, 'DRAFT');
  if (stay.proposedAt === null) return told;
  tell('stay:propose', stay.proposedAt, coordinatorId, 'PROPOSED');
  if (stay.status === 'LAPSED' && stay.holdExpiresAt !== null) tell('stay:lapse', stay.holdExpiresAt, null, 'LAPSED');
  if (stay.offeredArrivesOn !== null) tell('stay:offer-other-dates', on(yesterday, 'offer'), partnerId);
  if (stay.answeredAt === null) return told;
  if (stay.status === 'DECLINED') {
    tell('stay:decline', stay.answeredAt, partnerId, 'DECLINED');
    return told;
  }
  tell('stay:confirm', stay.answeredAt, partnerId, 'CONFIRMED');
  const answered = dayOfMoment(stay.answeredAt);
  if (stay.status === 'TURNED_DOWN') tell('stay:turn-down', on(addDays(answered, 2), 'turn down'), coordinatorId, 'TURNED_DOWN');
  if (stay.status === 'CANCELLED') tell('stay:cancel', on(addDays(answered, 5), 'cancel'), coordinatorId, 'CANCELLED');
  if (stay.status === 'TRAVELLING' || stay.status === 'NO_SHOW') tell('stay:start-travel', on(addDays(stay.arrivesOn, -1), 'travel'), coordinatorId, 'TRAVELLING');
  if (stay.status === 'NO_SHOW') tell('stay:no-show', on(addDays(stay.arrivesOn, 2), 'no show'), coordinatorId, 'NO_SHOW');
  if (stay.actualArrivesOn === null) return told;
  tell('stay:arrive', `${stay.actualArrivesOn}T16:00:00Z`, partnerId, 'IN_STAY');
  if (stay.returnReviewedOn !== null) tell('stay:review-return', `${stay.returnReviewedOn}T16:10:00Z`, clearedId);
  if (stay.actualDepartsOn === null) return told;
  const leaving = `${stay.actualDepartsOn}T16:20:00Z`;
  if (stay.status === 'TRANSFERRED') tell('stay:transfer', leaving, coordinatorId, 'TRANSFERRED');
  else if (stay.reasonCode !== null) tell('stay:cut-short', leaving, coordinatorId, 'CUT_SHORT');
  else tell('stay:depart', leaving, partnerId, 'DEPARTED');
  if (stay.status === 'CLOSED') tell('stay:close', on(addDays(stay.actualDepartsOn, 380), 'close'), coordinatorId, 'CLOSED');
  return told;
}
