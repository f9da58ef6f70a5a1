// The programme's words, for those who may read the contract but not the domain (the web, the stories).
export { roles, type Role } from '@shelter-city/domain/accounts/roles';
export {
  blockReasons, capacityStatuses, placeKinds, tracks,
  type BlockReason, type CapacityStatus, type PlaceKind, type Track,
} from '@shelter-city/domain/capacity/capacity-status';
export type { CalendarDate } from '@shelter-city/domain/calendar/calendar-date';
export { applicationStatuses, type ApplicationStatus } from '@shelter-city/domain/defenders/application-status';
export {
  accessNeeds, genders, languageLevels, publicityLevels, themes,
  type AccessNeed, type Gender, type LanguageLevel, type PublicityLevel, type Theme,
} from '@shelter-city/domain/defenders/profile-words';
export {
  riskDegrees, riskLevels, riskScopes, riskSubjects,
  type RiskDegree, type RiskLevel, type RiskScope,
} from '@shelter-city/domain/risk/risk-words';
export {
  cancelReasons, cutShortReasons, declineReasons, stayStatuses,
  type CancelReason, type CutShortReason, type DeclineReason, type StayStatus,
} from '@shelter-city/domain/stays/stay-status';
export { visaKinds, type VisaKind } from '@shelter-city/domain/visa/visa-kinds';

/** The languages of the software. */
export const languages = ['en', 'nl', 'fr'] as const;
export type Language = (typeof languages)[number];
export const colourThemes = ['system', 'light', 'dark'] as const;
export type ColourTheme = (typeof colourThemes)[number];
