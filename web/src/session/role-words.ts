import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { SessionView } from '@shelter-city/contract/session';

const words: Record<SessionView['account']['role'], MessageDescriptor> = {
  COORDINATOR: msg`Coordinator`,
  CITY_PARTNER: msg`City partner`,
  MANAGER: msg`Manager`,
  ADMIN: msg`Administrator`,
};

/** The word for what somebody does here; a coordinator with clearance is called so. */
export function roleWord(account: {
  readonly role: SessionView['account']['role'];
  readonly riskCleared: boolean;
}): MessageDescriptor {
  return account.role === 'COORDINATOR' && account.riskCleared
    ? msg`Cleared coordinator`
    : words[account.role];
}
