import type { Action } from '@shelter-city/contract/actions';
import type { Role } from '@shelter-city/contract/vocabulary';

/** How far a role reaches: everything of the kind, its own city's, or only what is its own (its session, its account). */
export type Reach = 'everywhere' | 'own-city' | 'own';
type Cells = Partial<Record<Role, Reach>> & { readonly ANYONE?: 'everywhere' };

const coordinators = { COORDINATOR: 'everywhere' } as const;
const coordinatorsAndOwnCity = { COORDINATOR: 'everywhere', CITY_PARTNER: 'own-city' } as const;
const ownCity = { CITY_PARTNER: 'own-city' } as const;
const administrators = { ADMIN: 'everywhere' } as const;
const everybody = {
  COORDINATOR: 'own',
  CITY_PARTNER: 'own',
  MANAGER: 'own',
  ADMIN: 'own',
} as const;

/** The whole access policy. A blank cell means no: nothing is allowed that is not written here. */
export const policy: Readonly<Record<Action, Cells>> = {
  'session:welcome': { ANYONE: 'everywhere' },
  'session:start': { ANYONE: 'everywhere' },
  'session:read': everybody,
  'session:end': everybody,
  'session:prefer': everybody,
  'own-act:read': { COORDINATOR: 'own', CITY_PARTNER: 'own' },
  'session:prove': everybody,
  'password:change': everybody,
  'passkey:list': everybody,
  'passkey:add': everybody,
  'passkey:rename': everybody,
  'passkey:remove': everybody,
  'account-link:use': { ANYONE: 'everywhere' },
  'account:list': administrators,
  'account:invite': administrators,
  'account:change': administrators,
  'account:end-sessions': administrators,
  'account:recover': administrators,
  'admin-city:list': administrators,
  'admin-city:write': administrators,
  'today:read': coordinators,
  'call:read': coordinators,
  'defender:list': coordinators,
  'defender:read': coordinators,
  'defender:create': coordinators,
  'defender:write': coordinators,
  'defender:reveal': coordinators,
  'application:decide': coordinators,
  'disclosure:read': coordinators,
  'disclosure:agree': coordinators,
  'disclosure:grant': coordinators,
  'disclosure:withdraw': coordinators,
  'disclosure:break-glass': coordinators,
  'disclosure:acknowledge': coordinators,
  'disclosure:ask-note': coordinators,
  'disclosure:approve-note': coordinators,
  'risk-note:list': coordinators,
  'risk-note:add': coordinators,
  'risk-note:reveal': coordinators,
  'withholding:read': coordinators,
  'withholding:add': coordinators,
  'withholding:reveal': coordinators,
  'withholding:lift': coordinators,
  'publicity:read': coordinators,
  'publicity:write': coordinators,
  'event-card:read': coordinators,
  'event-card:own': ownCity,
  'contact:read': coordinators,
  'contact:write': coordinators,
  'contact:attempt': coordinators,
  'contact:guest': ownCity,
  'city:list': coordinators,
  'city:read': coordinatorsAndOwnCity,
  'city:write': coordinatorsAndOwnCity,
  'place:write': coordinatorsAndOwnCity,
  'place:reveal-address': coordinatorsAndOwnCity,
  'capacity:read': coordinatorsAndOwnCity,
  'capacity:request': coordinators,
  'capacity:offer': ownCity,
  'capacity:confirm': ownCity,
  'capacity:withdraw': coordinatorsAndOwnCity,
  'capacity:block': coordinatorsAndOwnCity,
  'match:read': coordinators,
  'rules:read': { COORDINATOR: 'everywhere', CITY_PARTNER: 'everywhere', MANAGER: 'everywhere', ADMIN: 'everywhere' },
  'board:read': coordinators,
  'plan:read': coordinators,
  'plan:write': coordinators,
  'plan:run': coordinators,
  'plan:publish': coordinators,
  'stay:read': coordinators,
  'stay:draft': coordinators,
  'stay:propose': coordinators,
  'stay:move': coordinators,
  'stay:hold': coordinators,
  'stay:confirm': ownCity,
  'stay:decline': ownCity,
  'stay:turn-down': coordinators,
  'stay:cancel': coordinators,
  'stay:travel': coordinators,
  'stay:arrive': coordinatorsAndOwnCity,
  'stay:depart': coordinatorsAndOwnCity,
  'stay:cut-short': coordinators,
  'stay:no-show': coordinators,
  'stay:review-return': coordinators,
  'stay:close': coordinators,
  'city-home:read': ownCity,
  'city-stay:read': ownCity,
  'city-stay:reveal': ownCity,
  'erasure:read': coordinators,
  'erasure:hold': coordinators,
  'erasure:erase': coordinators,
  'erasure:certificate': { COORDINATOR: 'everywhere', ADMIN: 'everywhere' },
  'retention:read': { ADMIN: 'everywhere' },
  'retention:write': { ADMIN: 'everywhere' },
  'integrity:check': { ADMIN: 'everywhere' },
  'report:read': { COORDINATOR: 'everywhere', MANAGER: 'everywhere' },
  'report:export': { MANAGER: 'everywhere' },
  'report:own-city': ownCity,
};

/** How far `role` reaches with `action`; null when it may not do it at all. */
export const reachOf = (role: Role, action: Action): Reach | null => policy[action][role] ?? null;

/**
 * Whether an action works at the gate, in transactions of its own: what it checks the asker's role may not read, and an
 * attempt must stay counted when it is refused.
 */
export const worksAtTheGate = (action: Action): boolean =>
  gateActions.has(action) || isOpen(action);

const gateActions: ReadonlySet<Action> = new Set<Action>(['session:prove', 'password:change', 'passkey:add']);

/** Whether anyone may, signed in or not. */
export const isOpen = (action: Action): boolean => policy[action].ANYONE !== undefined;
