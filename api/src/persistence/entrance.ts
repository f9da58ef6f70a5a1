import type { Bound } from './batch.ts';

/** The database roles that the API's login may become. */
export type DatabaseRole =
  | 'shelter_gate'
  | 'shelter_coordinator'
  | 'shelter_city'
  | 'shelter_manager'
  | 'shelter_admin'
  | 'shelter_job';

/** Who enters a transaction. Empty texts say that there is no such id. */
export type Entrance = {
  readonly role: DatabaseRole;
  readonly accountId: string;
  readonly cityId: string;
  readonly riskCleared: boolean;
  readonly readOnly: boolean;
};

const settings = ['transaction_read_only', 'app.account_id', 'app.city_id', 'app.risk_cleared', 'role'];
const text = `SELECT ${settings.map((name, index) => `set_config('${name}', $${String(index + 1)}, true)`).join(', ')}`;

/**
 * The one statement that every transaction begins with: read-only or not, who asks, and last the role. All of it ends
 * with the transaction, so nothing leaks to the next user of the connection.
 */
export function entering({ role, accountId, cityId, riskCleared, readOnly }: Entrance): Bound {
  return { text, values: [readOnly ? 'on' : 'off', accountId, cityId, riskCleared ? 'yes' : '', role] };
}
