/** What the rules of sharing, publicity and contact refuse whoever writes; `:names` are those of the spec that runs them. */
export const refusalsOfSharing: Readonly<Record<string, readonly string[]>> = {
  stay_not_in_a_withheld_city: [
    `INSERT INTO withheld_from (defender_id, city_id, added_by_id) VALUES (:other, :city, :coordinator);
     UPDATE stay SET status = 'PROPOSED', why_this_city = 'x', hold_expires_at = now() WHERE id = :draft`,
  ],
  withheld_city_has_no_stay: [
    `INSERT INTO withheld_from (defender_id, city_id, added_by_id) VALUES (:defender, :city, :coordinator)`,
  ],
  withheld_from_names_one: [
    `INSERT INTO withheld_from (defender_id, added_by_id) VALUES (:other, :coordinator)`,
    `INSERT INTO withheld_from (defender_id, city_id, account_id, added_by_id) VALUES (:other, :city, :partner, :coordinator)`,
  ],
  withheld_from_not_by_oneself: [
    `INSERT INTO withheld_from (defender_id, account_id, added_by_id) VALUES (:other, :coordinator, :coordinator)`,
  ],
  withheld_from_lifted_by_someone: [
    `INSERT INTO withheld_from (defender_id, account_id, added_by_id, lifted_at) VALUES (:other, :partner, :coordinator, now())`,
  ],
  withheld_from_account_once: [
    `INSERT INTO withheld_from (defender_id, account_id, added_by_id) SELECT :other, :partner, :coordinator FROM generate_series(1, 2)`,
  ],
  withheld_from_city_once: [
    `INSERT INTO withheld_from (defender_id, city_id, added_by_id) SELECT :other, :city, :coordinator FROM generate_series(1, 2)`,
  ],
  withheld_reason_is_append_only: [
    `INSERT INTO withheld_from (id, defender_id, account_id, added_by_id) VALUES (:note, :other, :partner, :coordinator);
     INSERT INTO withheld_reason (entry_id, data_key_id, sealed) VALUES (:note, :dataKey, ''); DELETE FROM withheld_reason`,
  ],
};
