import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { PublicityLevel } from '../defenders/profile-words.ts';
import type { StayStatus } from '../stays/stay-status.ts';
import {
  nothingPublic,
  publicityAspects,
  type PublicityAspect,
  type PublicityMatrix,
} from './publicity-matrix.ts';

/** A consent as it was given: the newest number alone counts. A withdrawal is the newest one, with nothing in it. */
export type Consent = { readonly number: number; readonly matrix: PublicityMatrix };
/** A yes to one occasion, for things that are asked each time. It belongs to the consent that it was given under. */
export type Approval = {
  readonly consentNumber: number;
  readonly aspects: readonly PublicityAspect[];
  readonly occasion: string;
  /** The last day on which it holds. */
  readonly validUntil: CalendarDate;
};
/** May be said; only among those in the room; only at the occasions named; not. */
export const sayings = ['YES', 'OFFLINE', 'APPROVED', 'NO'] as const;
export type Saying = (typeof sayings)[number];
export type Said = {
  readonly aspect: PublicityAspect;
  readonly level: PublicityLevel;
  readonly answer: Saying;
  readonly occasions: readonly Pick<Approval, 'occasion' | 'validUntil'>[];
};
/** What the answer depends on besides the consent. */
export type SpokenOn = {
  readonly today: CalendarDate;
  readonly hasReturned: boolean;
  readonly approvals: readonly Approval[];
};

const ended: readonly StayStatus[] = ['DEPARTED', 'CUT_SHORT', 'CLOSED'];
const underWay: readonly StayStatus[] = [
  'PROPOSED',
  'CONFIRMED',
  'TRAVELLING',
  'IN_STAY',
  'TRANSFERRED',
  'NO_SHOW',
];

/**
 * Whether somebody is back: a stay ended and none is under way or to come. A transfer is no return, and whoever didn't
 * arrive isn't known to be anywhere.
 */
export const hasReturned = (stays: readonly StayStatus[]): boolean =>
  stays.some((status) => ended.includes(status)) &&
  !stays.some((status) => underWay.includes(status));

/** What may be said today, thing by thing. Without a consent: nothing. */
export function whatMayBeSaid(consent: Consent | null, spoken: SpokenOn): readonly Said[] {
  const matrix = consent?.matrix ?? nothingPublic;
  return publicityAspects.map((aspect) => {
    const occasions = spoken.approvals
      .filter(
        ({ consentNumber, aspects, validUntil }) =>
          consentNumber === consent?.number &&
          aspects.includes(aspect) &&
          validUntil >= spoken.today,
      )
      .map(({ occasion, validUntil }) => ({ occasion, validUntil }));
    const level = matrix[aspect];
    const answer = answerOf(level, spoken.hasReturned, occasions.length > 0);
    return { aspect, level, answer, occasions: answer === 'APPROVED' ? occasions : [] };
  });
}

function answerOf(level: PublicityLevel, isBack: boolean, isApproved: boolean): Saying {
  switch (level) {
    case 'NEVER':
      return 'NO';
    case 'AFTER_RETURN':
      return isBack ? 'YES' : 'NO';
    case 'OFFLINE_ONLY':
      return 'OFFLINE';
    case 'EACH_TIME':
      return isApproved ? 'APPROVED' : 'NO';
    case 'FREE':
      return 'YES';
  }
}
