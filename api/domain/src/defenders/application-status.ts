/** The states of an application: a defender answering a call. */
export const applicationStatuses = [
  'RECEIVED',
  'TRIAGE',
  'VETTING',
  'SHORTLISTED',
  'SELECTED',
  'INELIGIBLE',
  'REJECTED',
  'RESERVE',
  'NOT_SELECTED',
  'WITHDRAWN',
  'DEFERRED',
] as const;
export type ApplicationStatus = (typeof applicationStatuses)[number];
