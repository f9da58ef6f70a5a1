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

const settings = [
  'transaction_read_only',
  'app.account_id',
  'app.city_id',
  'app.risk_cleared',
  'plan_cache_mode',
  'role',
];
const text = `SELECT ${settings.map((name, index) => `set_config('${name}', $${String(index + 1)}, true)`).join(', ')}`;

/**
 * The one statement that every transaction begins with: read-only or not, who asks, and last the role. All of it ends
 * with the transaction, so nothing leaks to the next user of the connection.
 *
 * `onePlan` is for statements that are written so that one plan serves whatever they are given: a large one takes as
 * long to plan as to run, and the planner, which sees no statistics through row-level security, would plan it each time.
 */
export function entering(
  { role, accountId, cityId, riskCleared, readOnly }: Entrance,
  { onePlan }: { readonly onePlan: boolean } = { onePlan: false },
): Bound {
  return {
    text,
    values: [
      readOnly ? 'on' : 'off',
      accountId,
      cityId,
      riskCleared ? 'yes' : '',
      onePlan ? 'force_generic_plan' : 'auto',
      role,
    ],
  };
}
