/** Gender as it is counted; read in matching only where a place requires it. */
export const genders = ['WOMAN', 'MAN', 'NON_BINARY', 'OTHER', 'NOT_SAID'] as const;
export type Gender = (typeof genders)[number];

/** What defenders work on. */
export const themes = [
  'WOMENS_RIGHTS',
  'LGBTI',
  'ENVIRONMENT_AND_LAND',
  'INDIGENOUS_PEOPLES',
  'PRESS_FREEDOM',
  'ANTI_CORRUPTION',
  'ENFORCED_DISAPPEARANCE',
  'MINORITIES',
  'CHILDREN',
  'LABOUR',
  'DIGITAL_RIGHTS',
  'ACCESS_TO_JUSTICE',
] as const;
export type Theme = (typeof themes)[number];

/** Levels of the Common European Framework of Reference for Languages, from weakest to strongest. */
export const languageLevels = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'NATIVE'] as const;
export type LanguageLevel = (typeof languageLevels)[number];

/** Practical needs a place must meet. Needs only, never a diagnosis. */
export const accessNeeds = [
  'STEP_FREE',
  'SLEEPS_ALONE',
  'WOMEN_ONLY',
  'QUIET',
  'PRAYER_SPACE',
  'DIET',
  'CARE_NEARBY',
] as const;
export type AccessNeed = (typeof accessNeeds)[number];

/** Publicity a person agreed to at most; the default is never. */
export const publicityLevels = [
  'NEVER',
  'AFTER_RETURN',
  'OFFLINE_ONLY',
  'EACH_TIME',
  'FREE',
] as const;
export type PublicityLevel = (typeof publicityLevels)[number];
