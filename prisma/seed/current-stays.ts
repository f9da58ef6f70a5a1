import type { Track } from '@shelter-city/domain/capacity/capacity-status';
import type { StayStatus } from '@shelter-city/domain/stays/stay-status';

/** A stay of the current cohort. Numbers are days from today. */
export type CurrentStay = {
  readonly person: string;
  readonly place: string;
  readonly status: StayStatus;
  readonly days: readonly [arrives: number, departs: number];
  readonly arrived?: number;
  readonly departed?: number;
  readonly proposed?: number;
  readonly answered?: number;
  /** The last day of the hold. */
  readonly heldUntil?: number;
  readonly reviewed?: number;
  readonly otherDates?: readonly [arrives: number, departs: number];
  readonly track?: Track;
  readonly reason?: string;
  readonly note?: string;
  readonly why: string;
};

/** The stays that give each screen its work today. */
export const currentStays: readonly CurrentStay[] = [
  // Here now
  { person: 'utrecht guest', place: 'utrecht/House A', status: 'IN_STAY', days: [-40, 45], arrived: -40, proposed: -104, answered: -98, why: 'Womens’ rights network at the university; a quiet flat with room to pray.' },
  { person: 'amsterdam leaver', place: 'amsterdam/House A', status: 'IN_STAY', days: [-78, 9], arrived: -78, proposed: -140, answered: -133, why: 'Spanish is spoken there; a land rights group offers a desk.' },
  { person: 'maastricht guest', place: 'maastricht/House A', status: 'IN_STAY', days: [-30, 55], arrived: -29, proposed: -96, answered: -90, why: 'The law faculty offers a seminar on minority rights.' },
  { person: 'hague overstayer', place: 'the-hague/House B', status: 'IN_STAY', days: [-88, -1], arrived: -88, proposed: -150, answered: -145, reviewed: -8, why: 'Close to the embassies that follow this work.' },
  { person: 'groningen guest', place: 'groningen/House A', status: 'IN_STAY', days: [-55, 30], arrived: -55, proposed: -118, answered: -109, why: 'A labour rights institute asked for this exchange.' },
  { person: 'rotterdam guest', place: 'rotterdam/House A', status: 'IN_STAY', days: [-20, 62], arrived: -18, proposed: -100, answered: -52, why: 'Arabic is spoken around the house; the screening is done.' },
  { person: 'zwolle guest', place: 'zwolle/House A', status: 'IN_STAY', days: [-62, 25], arrived: -62, proposed: -125, answered: -120, why: 'Spanish-speaking volunteers and a rainbow centre.' },
  // Until lately
  { person: 'middelburg past guest', place: 'middelburg/House A', status: 'DEPARTED', days: [-100, -12], arrived: -100, departed: -12, reviewed: -20, proposed: -160, answered: -152, why: 'A quiet studio, and a school that works on the same rights.' },
  { person: 'nijmegen cut short', place: 'nijmegen/House A', status: 'CUT_SHORT', days: [-70, 15], arrived: -70, departed: -18, proposed: -130, answered: -124, reason: 'FAMILY', note: 'Went home to be with family; safe arrival was heard of.', why: 'People in town know the indigenous movement well.' },
  { person: 'hague past journalist', place: 'the-hague/House C', status: 'DEPARTED', days: [-107, -20], arrived: -107, departed: -20, reviewed: -27, proposed: -170, answered: -166, track: 'JOURNALIST', why: 'The place kept for journalists.' },
  // On the way
  { person: 'arrives soon', place: 'maastricht/House B', status: 'CONFIRMED', days: [8, 66], proposed: -50, answered: -46, track: 'SHORT_STAY', why: 'A short, quiet stay between two semesters.' },
  { person: 'arrival overdue', place: 'nijmegen/House A', status: 'TRAVELLING', days: [-3, 84], proposed: -60, answered: -55, why: 'A French-speaking volunteer was found; sleeps alone.' },
  { person: 'city said yes', place: 'utrecht/House B', status: 'CONFIRMED', days: [24, 112], proposed: -5, answered: -1, why: 'Wished for Utrecht; a land rights network and a quiet studio.' },
  { person: 'tilburg comer', place: 'tilburg/House A', status: 'CONFIRMED', days: [40, 125], proposed: -22, answered: -15, why: 'A women’s group and a kind host family.' },
  { person: 'no show', place: 'groningen/House B', status: 'NO_SHOW', days: [-6, 80], proposed: -70, answered: -62, note: 'Two calls and a message to the go-between without an answer; asked the embassy.', why: 'A quiet studio, and a newsroom that knows the country.' },
  // Waiting for a city
  { person: 'proposed utrecht', place: 'utrecht/House A', status: 'PROPOSED', days: [60, 145], proposed: -3, heldUntil: 8, why: 'Step-free flat with room for two; Spanish-speaking volunteers.' },
  { person: 'proposed maastricht', place: 'maastricht/House A', status: 'PROPOSED', days: [70, 155], proposed: -9, heldUntil: 4, why: 'French is spoken at the faculty and at the doctor’s.' },
  { person: 'proposed the hague', place: 'the-hague/House A', status: 'PROPOSED', days: [35, 120], proposed: -12, heldUntil: 1, why: 'Anti-corruption work: meetings with embassies and the courts.' },
  { person: 'proposed middelburg', place: 'middelburg/House B', status: 'PROPOSED', days: [30, 115], proposed: -2, heldUntil: 11, why: 'The house for women, quiet, with room to pray.' },
  { person: 'proposed nijmegen', place: 'nijmegen/House B', status: 'PROPOSED', days: [45, 130], proposed: -4, heldUntil: 9, why: 'The city knows people who work on land and indigenous peoples.' },
  { person: 'other dates offered', place: 'middelburg/House A', status: 'PROPOSED', days: [40, 125], proposed: -6, heldUntil: 7, otherDates: [54, 139], why: 'Coastal environment groups; a studio of one’s own.' },
  // Answers that left someone without a place
  { person: 'family of three', place: 'nijmegen/House B', status: 'DECLINED', days: [22, 107], proposed: -8, answered: -1, reason: 'NEEDS_CANNOT_BE_MET', note: 'The flat sleeps two; a third bed can’t be put in.', why: 'A step-free flat in a quiet street.' },
  { person: 'women only', place: 'middelburg/House B', status: 'LAPSED', days: [20, 100], proposed: -18, heldUntil: -4, why: 'The house for women; sleeps alone in the attic room.' },
  { person: 'artist', place: 'the-hague/House A', status: 'TURNED_DOWN', days: [38, 120], proposed: -25, answered: -20, note: 'Rather waits for a city with a studio to work in.', why: 'Near the academy of arts.' },
  { person: 'french speaker, step-free', place: 'utrecht/House C', status: 'CANCELLED', days: [12, 97], proposed: -40, answered: -34, reason: 'PLACE_LOST', note: 'The host family’s stairs can’t be taken.', why: 'A warm host family.' },
  { person: 'few visa days left', place: 'utrecht/House C', status: 'DECLINED', days: [31, 91], proposed: -17, answered: -12, reason: 'STAFF_ABSENT', note: 'Nobody can accompany a guest in those weeks.', why: 'Labour rights groups; Spanish-speaking volunteers.' },
  // What-if, for coordinators only
  { person: 'journalist', place: 'the-hague/House C', status: 'DRAFT', days: [28, 116], track: 'JOURNALIST', why: 'The place kept for journalists.' },
];
