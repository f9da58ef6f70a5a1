/** Whom or what the danger touches. */
export const riskScopes = [
  'PERSON',
  'FAMILY',
  'ORGANISATION',
  'COUNTRY',
  'HOST_CITY',
  'DIGITAL',
] as const;
export type RiskScope = (typeof riskScopes)[number];
/** How grave a risk is, from the least to the gravest. */
export const riskLevels = ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'] as const;
export type RiskLevel = (typeof riskLevels)[number];
/** What kind of pressure a person lives under. */
export const riskDegrees = ['DIRECT_RISK', 'DIFFICULT_ENVIRONMENT', 'NEED_OF_RESPITE'] as const;
export type RiskDegree = (typeof riskDegrees)[number];
/** What a risk note is about. */
export const riskSubjects = ['DEFENDER', 'CITY', 'PLACE', 'STAY'] as const;
export type RiskSubject = (typeof riskSubjects)[number];
