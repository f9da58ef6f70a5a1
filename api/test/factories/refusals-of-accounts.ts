const key = (credential: string) =>
  `(:coordinator, '\\x${credential}', '\\x00', 0, '{}', 'A key')`;
const passkeys = (...credentials: string[]) =>
  `INSERT INTO passkey (account_id, credential_id, public_key, counter, transports, name) VALUES ${credentials.map(key).join(', ')}`;
const onlyPasskeys =
  'UPDATE account SET password_hash = NULL, totp_sealed = NULL WHERE id = :coordinator';

/** What the rules about accounts and their ways in refuse, by the rule's name. */
export const refusalsOfAccounts: Readonly<Record<string, readonly string[]>> = {
  account_password_comes_with_a_code: [
    `UPDATE account SET totp_sealed = NULL WHERE id = :coordinator`,
  ],
  passkey_credential_id_key: [passkeys('aa', 'aa')],
  passkey_is_not_the_last_way_in: [
    `${passkeys('ab', 'ac')}; ${onlyPasskeys}; DELETE FROM passkey WHERE account_id = :coordinator`,
  ],
};
