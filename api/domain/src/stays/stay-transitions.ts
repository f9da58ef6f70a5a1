import type { Role } from '../accounts/roles.ts';
import type { StayStatus } from './stay-status.ts';

/** Everything that can be done to a stay. */
export const stayActions = [
  'stay:draft',
  'stay:move',
  'stay:propose',
  'stay:extend-hold',
  'stay:offer-other-dates',
  'stay:accept-other-dates',
  'stay:confirm',
  'stay:decline',
  'stay:lapse',
  'stay:turn-down',
  'stay:cancel',
  'stay:start-travel',
  'stay:arrive',
  'stay:no-show',
  'stay:extend',
  'stay:transfer',
  'stay:cut-short',
  'stay:review-return',
  'stay:depart',
  'stay:close',
] as const;
export type StayAction = (typeof stayActions)[number];

/** One row of the state table. `to: 'SAME'` changes facts of the stay and leaves its state. */
export type StayTransition = {
  readonly from: readonly (StayStatus | 'NONE')[];
  readonly to: StayStatus | 'SAME';
  readonly by: readonly (Role | 'TIMED_JOB')[];
};

const coordinator = ['COORDINATOR'] as const;
const city = ['CITY_PARTNER'] as const;
const cityOrCoordinator = ['CITY_PARTNER', 'COORDINATOR'] as const;

/**
 * The state table of a stay: from which states, to which, by whom. Guards on facts are in `refusal-to-change.ts`.
 *
 * Source  the programme's stay table; what isn't in it can't happen.
 */
export const stayTransitions: Readonly<Record<StayAction, StayTransition>> = {
  'stay:draft': { from: ['NONE'], to: 'DRAFT', by: coordinator },
  'stay:move': { from: ['DRAFT', 'PROPOSED'], to: 'SAME', by: coordinator },
  'stay:propose': { from: ['DRAFT'], to: 'PROPOSED', by: coordinator },
  'stay:extend-hold': { from: ['PROPOSED'], to: 'SAME', by: coordinator },
  'stay:offer-other-dates': { from: ['PROPOSED'], to: 'SAME', by: city },
  // The city said yes to these dates when it offered them, so its answer isn't asked a second time.
  'stay:accept-other-dates': { from: ['PROPOSED'], to: 'CONFIRMED', by: coordinator },
  'stay:confirm': { from: ['PROPOSED'], to: 'CONFIRMED', by: city },
  'stay:decline': { from: ['PROPOSED'], to: 'DECLINED', by: city },
  'stay:lapse': { from: ['PROPOSED'], to: 'LAPSED', by: ['TIMED_JOB'] },
  'stay:turn-down': { from: ['PROPOSED', 'CONFIRMED'], to: 'TURNED_DOWN', by: coordinator },
  'stay:cancel': {
    from: ['DRAFT', 'PROPOSED', 'CONFIRMED', 'TRAVELLING'],
    to: 'CANCELLED',
    by: coordinator,
  },
  'stay:start-travel': { from: ['CONFIRMED'], to: 'TRAVELLING', by: coordinator },
  'stay:arrive': { from: ['TRAVELLING', 'CONFIRMED'], to: 'IN_STAY', by: cityOrCoordinator },
  'stay:no-show': { from: ['TRAVELLING'], to: 'NO_SHOW', by: coordinator },
  'stay:extend': { from: ['IN_STAY'], to: 'SAME', by: coordinator },
  'stay:transfer': { from: ['IN_STAY'], to: 'TRANSFERRED', by: coordinator },
  'stay:cut-short': { from: ['IN_STAY'], to: 'CUT_SHORT', by: coordinator },
  'stay:review-return': { from: ['IN_STAY'], to: 'SAME', by: coordinator },
  'stay:depart': { from: ['IN_STAY'], to: 'DEPARTED', by: cityOrCoordinator },
  'stay:close': { from: ['DEPARTED', 'CUT_SHORT'], to: 'CLOSED', by: coordinator },
};

/** The state after an action, or `null` when the table has no such step. */
export function statusAfter(status: StayStatus | 'NONE', action: StayAction): StayStatus | null {
  const { from, to } = stayTransitions[action];
  if (!from.includes(status)) return null;
  if (to !== 'SAME') return to;
  return status === 'NONE' ? null : status;
}

/** The actions that the table allows a role in a state; guards on facts and on the own city come after. */
export function actionsOpenTo(status: StayStatus | 'NONE', role: Role | 'TIMED_JOB'): StayAction[] {
  return stayActions.filter((action) => {
    const { from, by } = stayTransitions[action];
    return from.includes(status) && by.includes(role);
  });
}

/** Is this the end of a stay's path? Nothing leads out of it. */
export function isFinal(status: StayStatus): boolean {
  return stayActions.every((action) => !stayTransitions[action].from.includes(status));
}
