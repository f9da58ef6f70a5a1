import pg from 'pg';
import { queryOnce } from './query.ts';

/** The login of the API. The migrations make it without a password, and without any right of its own. */
export const apiLogin = 'shelter_api';

/** The role a request has before it is known who asks. */
export const gateRole = 'shelter_gate';

/** The roles the API's login must be able to take, one of them per transaction. */
export const requestRoles = [
  gateRole,
  'shelter_coordinator',
  'shelter_city',
  'shelter_manager',
  'shelter_admin',
  'shelter_job',
] as const;

/** Gives the API's login its password; only an owner who may alter roles can. */
export async function setApiPassword(ownerUrl: string, password: string): Promise<void> {
  await queryOnce(ownerUrl, `alter role ${apiLogin} password ${pg.escapeLiteral(password)}`);
}
