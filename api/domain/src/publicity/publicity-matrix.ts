import { publicityLevels, type PublicityLevel } from '../defenders/profile-words.ts';

/** What can be made public about a person, each thing by itself. */
export const publicityAspects = [
  'name',
  'face',
  'voice',
  'country',
  'city',
  'theme',
  'organisation',
  'dates',
] as const;
export type PublicityAspect = (typeof publicityAspects)[number];

/** How a person told us what may be said. */
export const consentMeans = ['IN_PERSON', 'IN_WRITING', 'BY_CALL', 'THROUGH_GO_BETWEEN'] as const;
export type ConsentMeans = (typeof consentMeans)[number];

/** How far each thing may go. */
export type PublicityMatrix = Readonly<Record<PublicityAspect, PublicityLevel>>;

/** What holds until a person says otherwise, and after a withdrawal. */
export const nothingPublic: PublicityMatrix = {
  name: 'NEVER',
  face: 'NEVER',
  voice: 'NEVER',
  country: 'NEVER',
  city: 'NEVER',
  theme: 'NEVER',
  organisation: 'NEVER',
  dates: 'NEVER',
};

/**
 * The one level that matching compares with a city's wish for public events: whoever can't be seen or heard can't take
 * part in one, so the further of face and voice counts.
 */
export const levelAtEvents = ({ face, voice }: PublicityMatrix): PublicityLevel =>
  publicityLevels.findLast((level) => level === face || level === voice) ?? 'NEVER';
