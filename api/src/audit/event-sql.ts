/** Appends to the history of a case. By SQL, because a city may add an event and not read all of its columns back. */
export const appendEventSql = `
INSERT INTO event (id, actor_id, subject, subject_id, city_id, defender_id, verb, from_status, to_status, reason_code, note, detail)
VALUES ($1::uuid, $2::uuid, $3, $4::uuid, $5::uuid, $6::uuid, $7, $8, $9, $10, $11, $12::jsonb)`;
