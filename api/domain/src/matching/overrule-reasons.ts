/** Why a coordinator proposes otherwise than the rules advise. Nobody has to say. */
export const overruleReasons = [
  'PERSON_WISHES',
  'CITY_ASKED',
  'BETTER_DAYS',
  'KEEPS_A_PLACE_FREE',
  'KNOWN_BUT_NOT_RECORDED',
  'OTHER',
] as const;
export type OverruleReason = (typeof overruleReasons)[number];
