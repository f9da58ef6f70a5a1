import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { AccountView } from '@shelter-city/contract/accounts';

type State = AccountView['state'];

/** How an account stands, in a word. */
export const stateWords: Record<State, MessageDescriptor> = {
  INVITED: msg`Invited`,
  ACTIVE: msg({ message: 'Active', context: 'account' }),
  DISABLED: msg`Disabled`,
};

/** The colour beside the word. */
export const stateTones = { INVITED: 'accent', ACTIVE: 'ok', DISABLED: 'neutral' } as const;
