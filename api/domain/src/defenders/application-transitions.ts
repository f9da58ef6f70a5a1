import type { ApplicationStatus } from './application-status.ts';

/** Everything that can be done to an application. */
export const applicationActions = [
  'application:triage',
  'application:vet',
  'application:shortlist',
  'application:select',
  'application:find-ineligible',
  'application:reject',
  'application:reserve',
  'application:not-select',
  'application:withdraw',
  'application:defer',
] as const;
export type ApplicationAction = (typeof applicationActions)[number];

const open = ['RECEIVED', 'TRIAGE', 'VETTING', 'SHORTLISTED', 'RESERVE'] as const;

/**
 * From which states an action leads where. A withdrawal or deferral is open to someone already selected: turning an
 * offer down never counts against the person.
 *
 * Source  "RECEIVED → TRIAGE → VETTING → SHORTLISTED → SELECTED, with INELIGIBLE, REJECTED, RESERVE, NOT_SELECTED …".
 */
export const applicationTransitions: Readonly<
  Record<
    ApplicationAction,
    { readonly from: readonly ApplicationStatus[]; readonly to: ApplicationStatus }
  >
> = {
  'application:triage': { from: ['RECEIVED'], to: 'TRIAGE' },
  'application:vet': { from: ['TRIAGE'], to: 'VETTING' },
  'application:shortlist': { from: ['VETTING'], to: 'SHORTLISTED' },
  'application:select': { from: ['SHORTLISTED', 'RESERVE'], to: 'SELECTED' },
  'application:find-ineligible': { from: ['RECEIVED', 'TRIAGE'], to: 'INELIGIBLE' },
  'application:reject': { from: ['TRIAGE', 'VETTING'], to: 'REJECTED' },
  'application:reserve': { from: ['SHORTLISTED'], to: 'RESERVE' },
  'application:not-select': { from: ['SHORTLISTED', 'RESERVE'], to: 'NOT_SELECTED' },
  'application:withdraw': { from: [...open, 'SELECTED'], to: 'WITHDRAWN' },
  'application:defer': { from: [...open, 'SELECTED'], to: 'DEFERRED' },
};

/** Why a change to an application is refused. */
export type ApplicationRefusal =
  | {
      readonly reason: 'WRONG_STATE';
      readonly status: ApplicationStatus;
      readonly action: ApplicationAction;
    }
  | { readonly reason: 'SECOND_PERSON_REQUIRED' }
  | { readonly reason: 'REASON_REQUIRED' };

/** Decisions against a person need a reason code, so that each can be explained and none is a silence. */
const needReason: readonly ApplicationAction[] = [
  'application:find-ineligible',
  'application:reject',
  'application:not-select',
];

/**
 * Why an application may not take a step; `null` when it may.
 *
 * Errors  nothing is thrown: a refusal is a value.
 * Source  "selection needs two people": `selectedBy` are the ids of those who said yes, counted once each.
 */
export function refusalToChangeApplication(
  status: ApplicationStatus,
  action: ApplicationAction,
  facts: { readonly selectedBy: readonly string[]; readonly reasonCode: string | null },
): ApplicationRefusal | null {
  if (!applicationTransitions[action].from.includes(status))
    return { reason: 'WRONG_STATE', status, action };
  if (action === 'application:select' && new Set(facts.selectedBy).size < 2) {
    return { reason: 'SECOND_PERSON_REQUIRED' };
  }
  return needReason.includes(action) &&
    (facts.reasonCode === null || facts.reasonCode.trim() === '')
    ? { reason: 'REASON_REQUIRED' }
    : null;
}
