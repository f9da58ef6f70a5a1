const key = (credential: string) =>
  `(:coordinator, '\\x${credential}', '\\x00', 0, '{}', 'A key')`;
const passkeys = (...credentials: string[]) =>
  `INSERT INTO passkey (account_id, credential_id, public_key, counter, transports, name) VALUES ${credentials.map(key).join(', ')}`;
const onlyPasskeys =
  'UPDATE account SET password_hash = NULL, totp_sealed = NULL WHERE id = :coordinator';

const recovery = (columns = 'decided_at', values = 'NULL') =>
  `INSERT INTO account_recovery (account_id, reason, asked_by_id, ${columns}) VALUES (:partner, 'x', :coordinator, ${values})`;
const link = (purpose: string, lasts: string) =>
  `INSERT INTO account_link (token_hash, account_id, purpose, made_by_id, expires_at) VALUES ('\\x00', :partner, '${purpose}', :coordinator, now() + interval '${lasts}')`;

/** What the rules about accounts and their ways in refuse, by the rule's name. */
export const refusalsOfAccounts: Readonly<Record<string, readonly string[]>> = {
  account_password_comes_with_a_code: [
    `UPDATE account SET totp_sealed = NULL WHERE id = :coordinator`,
  ],
  account_email_key: [
    `INSERT INTO account (email, display_name, role) VALUES ('twice@example.org', 'A', 'MANAGER'), ('twice@example.org', 'B', 'MANAGER')`,
  ],
  host_city_slug_key: [
    `INSERT INTO host_city (slug, name, region, joined_year, latitude, longitude) SELECT slug, name, region, joined_year, 0, 0 FROM host_city WHERE id = :city`,
  ],
  account_is_not_ones_own: [
    `SELECT set_config('app.account_id', :coordinator, true); UPDATE account SET risk_cleared = true WHERE id = :coordinator`,
  ],
  account_keeps_an_administrator: [
    `UPDATE account SET role = 'ADMIN' WHERE id = :coordinator; UPDATE account SET disabled_at = now() WHERE id = :coordinator`,
  ],
  account_recovery_needs_two: [
    recovery('decided_by_id, decided_at, approved', ':coordinator, now(), true'),
  ],
  account_recovery_is_not_ones_own: [
    `INSERT INTO account_recovery (account_id, reason, asked_by_id) VALUES (:coordinator, 'x', :coordinator)`,
    recovery('decided_by_id, decided_at, approved', ':partner, now(), false'),
  ],
  account_recovery_is_decided_by_someone: [recovery('approved', 'false')],
  account_recovery_one_at_a_time: [`${recovery()}; ${recovery()}`],
  account_link_has_a_purpose: [link('CURIOSITY', '1 minute')],
  account_link_is_short_lived: [link('INVITE', '73 hours'), link('RESET', '61 minutes')],
  passkey_credential_id_key: [passkeys('aa', 'aa')],
  passkey_is_not_the_last_way_in: [
    `${passkeys('ab', 'ac')}; ${onlyPasskeys}; DELETE FROM passkey WHERE account_id = :coordinator`,
  ],
};
