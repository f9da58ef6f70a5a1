/** Every state a stay goes through. Source: the programme's stay table (draft to closed). */
export const stayStatuses = [
  'DRAFT',
  'PROPOSED',
  'CONFIRMED',
  'TRAVELLING',
  'IN_STAY',
  'DEPARTED',
  'CUT_SHORT',
  'TRANSFERRED',
  'CLOSED',
  'DECLINED',
  'LAPSED',
  'TURNED_DOWN',
  'CANCELLED',
  'NO_SHOW',
] as const;
export type StayStatus = (typeof stayStatuses)[number];

/** The states in which a stay takes its place's nights: nobody else may have them. */
export const occupyingStatuses = [
  'PROPOSED',
  'CONFIRMED',
  'TRAVELLING',
  'IN_STAY',
  'DEPARTED',
  'CUT_SHORT',
  'TRANSFERRED',
  'CLOSED',
] as const satisfies readonly StayStatus[];

/** Why a city says no. Never a mark on the person. */
export const declineReasons = [
  'PLACE_NOT_AVAILABLE',
  'DATES_DO_NOT_SUIT',
  'NEEDS_CANNOT_BE_MET',
  'STAFF_ABSENT',
  'SAFETY_IN_THE_CITY',
  'SCREENING_NOT_DONE',
  'OTHER',
] as const;
export type DeclineReason = (typeof declineReasons)[number];

/** Why a coordinator cancels a stay before arrival. */
export const cancelReasons = [
  'VISA_REFUSED',
  'VISA_NOT_IN_TIME',
  'DEFENDER_UNSAFE_TO_TRAVEL',
  'PLACE_LOST',
  'COHORT_POSTPONED',
  'OTHER',
] as const;
export type CancelReason = (typeof cancelReasons)[number];

/** Why a stay ended before its planned departure. */
export const cutShortReasons = [
  'DEFENDER_WISHED',
  'SAFETY',
  'HEALTH',
  'FAMILY',
  'HOUSING',
  'OTHER',
] as const;
export type CutShortReason = (typeof cutShortReasons)[number];
