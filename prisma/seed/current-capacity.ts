import type { BlockReason, CapacityStatus, Track } from '@shelter-city/domain/capacity/capacity-status';
import type { RelativeDay } from './sample-days.ts';

/** A period of the current cohort's places. */
export type CurrentPeriod = {
  readonly place: string;
  readonly status: CapacityStatus;
  readonly opens: RelativeDay;
  readonly closes: RelativeDay;
  readonly track: Track | null;
  readonly note: string | null;
};

function period(place: string, status: CapacityStatus, opens: RelativeDay, closes: RelativeDay, note: string | null = null, track: Track | null = null): CurrentPeriod {
  return { place, status, opens, closes, track, note };
}

/** Capacity around today: enough under every stay, next year partly signed, next quarter with questions left open. */
export const currentCapacity: readonly CurrentPeriod[] = [
  period('the-hague/House A', 'CONFIRMED', -130, 'y2'),
  period('the-hague/House B', 'CONFIRMED', -130, 'q2'),
  period('the-hague/House B', 'REQUESTED', 'q2', 'q4', 'Can the flat for families stay with us after the lease ends?'),
  period('the-hague/House C', 'CONFIRMED', -130, 'q3', null, 'JOURNALIST'),
  period('the-hague/House C', 'OFFERED', 'q3', 'y2', null, 'JOURNALIST'),
  period('middelburg/House A', 'CONFIRMED', -130, 'q3'),
  period('middelburg/House B', 'CONFIRMED', -130, 'q3'),
  period('middelburg/House B', 'OFFERED', 'q3', 'q4', 'If the host family agrees to another season.'),
  period('nijmegen/House A', 'CONFIRMED', -130, 'y2'),
  period('nijmegen/House B', 'CONFIRMED', -130, 'q3'),
  period('nijmegen/House B', 'REQUESTED', 'q3', 'y2'),
  period('maastricht/House A', 'CONFIRMED', -130, 'q3'),
  period('maastricht/House A', 'OFFERED', 'q3', 'y2'),
  period('maastricht/House B', 'CONFIRMED', -130, 92),
  period('maastricht/House B', 'WITHDRAWN', 92, 'q3', 'Withdrawn: the host family moves house.'),
  period('utrecht/House A', 'CONFIRMED', -130, 'y2'),
  period('utrecht/House B', 'CONFIRMED', -130, 'q3'),
  period('utrecht/House C', 'CONFIRMED', -130, 'q2'),
  period('utrecht/House C', 'OFFERED', 'q2', 'q3', 'The same family; still to be signed.'),
  period('utrecht/House D', 'OFFERED', 'q1', 'q2', 'A hotel flat, if the council signs.'),
  period('utrecht/House D', 'REQUESTED', 'q2', 'q4', 'We look for a place for a guest from the reserve list.'),
  period('amsterdam/House A', 'CONFIRMED', -130, 'q2'),
  period('amsterdam/House B', 'REQUESTED', 'q1', 'q2', 'A bridge of a few weeks would help.'),
  period('groningen/House A', 'CONFIRMED', -130, 'q3'),
  period('groningen/House B', 'CONFIRMED', -40, 'q2'),
  period('tilburg/House A', 'CONFIRMED', -60, 150),
  period('haarlem/House A', 'CONFIRMED', -30, 'q3'),
  period('zwolle/House A', 'CONFIRMED', -130, 'q3'),
  period('deventer/House A', 'OFFERED', 'q1', 'q2'),
  period('rotterdam/House A', 'CONFIRMED', -130, 'q2'),
  period('rotterdam/House B', 'CONFIRMED', 40, 'q3'),
  period('eindhoven/House A', 'CONFIRMED', -10, 'q2'),
];

/** Days on which a place is closed although its capacity is confirmed. */
export const currentBlocks: readonly {
  readonly place: string;
  readonly from: number;
  readonly until: number;
  readonly reason: BlockReason;
  readonly note: string | null;
}[] = [
  { place: 'the-hague/House B', from: 3, until: 17, reason: 'REPAIR', note: 'New bathroom floor.' },
  { place: 'maastricht/House B', from: 70, until: 84, reason: 'EXAM_WEEKS', note: 'The students who accompany guests have exams.' },
  { place: 'nijmegen/House A', from: 120, until: 130, reason: 'CITY_EVENT', note: 'The whole street is let to walkers.' },
  { place: 'utrecht/House C', from: 2, until: 10, reason: 'STAFF_LEAVE', note: null },
  { place: 'amsterdam/House A', from: 40, until: 47, reason: 'SAFETY', note: 'The lock of the front door is replaced.' },
];
