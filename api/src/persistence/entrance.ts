import pg from 'pg';

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

/**
 * The one statement that every transaction begins with: read-only or not, who asks, and last the role. All of it ends
 * with the transaction, so nothing leaks to the next user of the connection.
 */
export function entering({ role, accountId, cityId, riskCleared, readOnly }: Entrance): string {
  const local = (name: string, value: string) =>
    `set_config('${name}', ${pg.escapeLiteral(value)}, true)`;
  return `SELECT ${[
    local('transaction_read_only', readOnly ? 'on' : 'off'),
    local('app.account_id', accountId),
    local('app.city_id', cityId),
    local('app.risk_cleared', riskCleared ? 'yes' : ''),
    local('role', role),
  ].join(', ')}`;
}
