const consent = (number: string, level = 'NEVER', withdrawn = 'false', times = 1) =>
  `INSERT INTO publicity_consent (defender_id, number, withdrawn, name, face, voice, country, city, theme, organisation, dates, given_on, given_how, recorded_by_id)
   SELECT :other, ${number}, ${withdrawn}, ${Array(8).fill(`'${level}'::publicity_level`).join(', ')}, '2026-01-01', 'IN_PERSON', :coordinator FROM generate_series(1, ${String(times)})`;
const approval = (aspects: string) =>
  `INSERT INTO publicity_approval (defender_id, consent_number, aspects, occasion, valid_until, given_how, recorded_by_id)
   VALUES (:other, 1, ${aspects}, 'an evening', '2026-12-01', 'IN_PERSON', :coordinator)`;
const rule = (values: string) =>
  `INSERT INTO contact_rule (defender_id, not_directly, has_go_between, allowed, never) VALUES (:other, ${values})`;
const attempt = (channel: string) =>
  `INSERT INTO contact_attempt (defender_id, channel, reached, by_id) VALUES (:other, '${channel}', true, :coordinator)`;

/** What the rules of sharing, publicity and contact refuse whoever writes; `:names` are those of the spec that runs them. */
export const refusalsOfSharing: Readonly<Record<string, readonly string[]>> = {
  stay_not_in_a_withheld_city: [
    `INSERT INTO withheld_from (defender_id, city_id, added_by_id) VALUES (:other, :city, :coordinator);
     UPDATE stay SET status = 'PROPOSED', why_this_city = 'x', hold_expires_at = now() WHERE id = :draft`,
  ],
  direct_contact_is_for_the_case: ['', 'INSERT INTO contact_rule (defender_id) VALUES (:other);'].map(
    (before) =>
      `UPDATE defender SET case_lead_id = :partner WHERE id = :other; ${before}
       SELECT set_config('app.account_id', :coordinator, true), set_config('role', 'shelter_coordinator', true);
       ${before === '' ? rule("false, false, '{SIGNAL}', '{}'") : 'UPDATE contact_rule SET not_directly = false WHERE defender_id = :other'}`,
  ),
  sharing_is_for_the_case: ['shares_name', 'shares_contact'].map(
    (column) =>
      `UPDATE defender SET case_lead_id = :partner WHERE id = :defender;
       SELECT set_config('app.account_id', :coordinator, true), set_config('role', 'shelter_coordinator', true);
       UPDATE defender SET ${column} = true WHERE id = :defender`,
  ),
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
  publicity_consent_defender_id_number_key: [consent('1', 'FREE', 'false', 2)],
  publicity_consent_counts_from_one: [consent('0')],
  publicity_withdrawal_leaves_nothing: [consent('1', 'FREE', 'true')],
  publicity_approval_names_something: [
    `${consent('1')}; ${approval("'{}'")}`,
    `${consent('1')}; ${approval("'{shoe size}'")}`,
  ],
  contact_rule_never_is_not_allowed: [
    `INSERT INTO contact_rule (defender_id, allowed, never) VALUES (:other, '{SIGNAL}', '{MAIL,SIGNAL}')`,
  ],
  contact_rule_hours_are_two: [
    `INSERT INTO contact_rule (defender_id, hours_from) VALUES (:other, '09:00')`,
    `INSERT INTO contact_rule (defender_id, hours_from, hours_until) VALUES (:other, '09:00', '25:00')`,
  ],
  contact_attempt_keeps_the_rule: [
    attempt('SIGNAL'),
    `${rule("true, false, '{SIGNAL}', '{}'")}; ${attempt('SIGNAL')}`,
    `${rule("false, false, '{SIGNAL}', '{MAIL}'")}; ${attempt('MAIL')}`,
    `${rule("false, false, '{SIGNAL}', '{}'")}; ${attempt('VISIT')}`,
    `${rule("false, false, '{SIGNAL}', '{}'")}; ${attempt('GO_BETWEEN')}`,
  ],
  publicity_consent_is_append_only: [`${consent('1')}; UPDATE publicity_consent SET face = 'FREE'`],
  publicity_approval_is_append_only: [`${consent('1')}; ${approval("'{face}'")}; DELETE FROM publicity_approval`],
  event_card_print_is_append_only: [
    `INSERT INTO event_card_print (stay_id, city_id, consent_number, account_id) VALUES (:stay, :city, 0, :partner); DELETE FROM event_card_print`,
  ],
  contact_attempt_is_append_only: [
    `${rule("false, false, '{SIGNAL}', '{}'")}; ${attempt('SIGNAL')}; UPDATE contact_attempt SET reached = false`,
  ],
  withheld_reason_is_append_only: [
    `INSERT INTO withheld_from (id, defender_id, account_id, added_by_id) VALUES (:note, :other, :partner, :coordinator);
     INSERT INTO withheld_reason (entry_id, data_key_id, sealed) VALUES (:note, :dataKey, ''); DELETE FROM withheld_reason`,
  ],
};
