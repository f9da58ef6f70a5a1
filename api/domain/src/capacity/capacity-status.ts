/** The states of a capacity period: asked by a coordinator, offered and signed by the city, withdrawn with a reason. */
export const capacityStatuses = ['REQUESTED', 'OFFERED', 'CONFIRMED', 'WITHDRAWN'] as const;
export type CapacityStatus = (typeof capacityStatuses)[number];

/** Why a place is closed on some days. */
export const blockReasons = [
  'REPAIR',
  'STAFF_LEAVE',
  'EXAM_WEEKS',
  'CITY_EVENT',
  'SAFETY',
  'OTHER',
] as const;
export type BlockReason = (typeof blockReasons)[number];

/** What kind of house a place is. */
export const placeKinds = [
  'STUDIO',
  'STUDENT_FLAT',
  'HOST_FAMILY',
  'HOTEL_BRIDGE',
  'APARTMENT',
] as const;
export type PlaceKind = (typeof placeKinds)[number];

/** A special track that a place, a period or a stay can carry; null is the general programme. */
export const tracks = ['JOURNALIST', 'ARTIST', 'ACADEMIC', 'SHORT_STAY'] as const;
export type Track = (typeof tracks)[number];
