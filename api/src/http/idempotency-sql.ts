/** Two requests with one key wait here for each other, so that the second one finds what the first one answered. */
export const waitForKeySql = 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))';

/** What a key answered. $1 the account, $2 the key. */
export const answeredKeySql = 'SELECT request_hash, reply, ring_key_id FROM idempotency_key WHERE account_id = $1::uuid AND key = $2::uuid';

/** Keeps what a key answered. */
export const keepAnswerSql = 'INSERT INTO idempotency_key (account_id, key, request_hash, reply, ring_key_id) VALUES ($1::uuid, $2::uuid, $3, $4, $5)';
