import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { AdminCityView } from '@shelter-city/contract/admin-cities';

type State = AdminCityView['status'];

/** Whether a city takes part, in words. */
export const cityStateWords: Record<State, MessageDescriptor> = {
  ACTIVE: msg`Takes part`,
  PAUSED: msg`Not for now`,
  LEFT: msg`Has left`,
};

/** The colour beside the words. */
export const cityStateTones = { ACTIVE: 'ok', PAUSED: 'warn', LEFT: 'neutral' } as const;
