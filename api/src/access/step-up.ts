import type { Action } from '@shelter-city/contract/actions';

/** Minutes for which a proof of who is there holds; signing in is one. */
export const proofMinutes = 10;

/** What a session left open on a table must not do: each of these asks for a proof of the last minutes. */
export const needsStepUp: ReadonlySet<Action> = new Set<Action>([
  'defender:reveal',
  'risk-note:reveal',
  'withholding:reveal',
  'withholding:lift',
  'place:reveal-address',
  'city-stay:reveal',
  'disclosure:agree',
  'disclosure:grant',
  'disclosure:break-glass',
  'disclosure:approve-note',
  'erasure:erase',
  'retention:write',
  'report:export',
  'password:change',
  'passkey:add',
  'passkey:remove',
  'account:invite',
  'account:change',
  'account:end-sessions',
  'account:recover',
]);
