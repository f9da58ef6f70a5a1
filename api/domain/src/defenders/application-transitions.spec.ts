import { type applicationStatuses } from './application-status.ts';
import {
  applicationActions,
  applicationTransitions,
  refusalToChangeApplication,
} from './application-transitions.ts';

const facts = { selectedBy: ['a', 'b'], reasonCode: 'CRITERIA' };

describe('an application', () => {
  test('goes from received to selected in five steps', () => {
    const path = [
      'application:triage',
      'application:vet',
      'application:shortlist',
      'application:select',
    ] as const;
    let status: (typeof applicationStatuses)[number] = 'RECEIVED';
    for (const action of path) {
      expect(refusalToChangeApplication(status, action, facts)).toBeNull();
      status = applicationTransitions[action].to;
    }
    expect(status).toBe('SELECTED');
  });

  test('is selected by two people', () => {
    const select = (selectedBy: string[]) =>
      refusalToChangeApplication('SHORTLISTED', 'application:select', { ...facts, selectedBy })
        ?.reason ?? null;
    expect(select(['a', 'a'])).toBe('SECOND_PERSON_REQUIRED');
    expect(select(['a', 'b'])).toBeNull();
  });

  test('is never refused without a reason', () => {
    for (const [status, action] of [
      ['TRIAGE', 'application:find-ineligible'],
      ['VETTING', 'application:reject'],
      ['RESERVE', 'application:not-select'],
    ] as const) {
      expect(refusalToChangeApplication(status, action, { ...facts, reasonCode: null })).toEqual({
        reason: 'REASON_REQUIRED',
      });
    }
  });

  test('can be withdrawn or deferred even after selection', () => {
    expect(refusalToChangeApplication('SELECTED', 'application:withdraw', facts)).toBeNull();
    expect(refusalToChangeApplication('SELECTED', 'application:defer', facts)).toBeNull();
  });

  test('that ended takes no step', () => {
    for (const status of [
      'INELIGIBLE',
      'REJECTED',
      'NOT_SELECTED',
      'WITHDRAWN',
      'DEFERRED',
    ] as const) {
      for (const action of applicationActions) {
        expect(refusalToChangeApplication(status, action, facts)?.reason).toBe('WRONG_STATE');
      }
    }
  });
});
