import type { ProblemSlug } from '@shelter-city/contract/problem';
import { sqlStateOf } from '../persistence/retry.ts';
import { Problem } from './problem.ts';

/** What each named constraint means to a caller. A spec lists `pg_constraint` and checks that none is missing. */
export const constraintMeaning: Readonly<Record<string, ProblemSlug>> = {
  stay_one_guest_a_night: 'place-taken',
  stay_leaves_the_place_its_rest: 'place-needs-its-rest',
  stay_one_place_at_a_time: 'defender-elsewhere',
  stay_inside_confirmed_capacity: 'capacity-not-confirmed',
  stay_not_on_blocked_days: 'place-closed',
  blocked_days_not_under_a_stay: 'capacity-in-use',
  stay_one_interpreter_in_a_city: 'place-does-not-suit',
  stay_within_guests_at_once: 'place-does-not-suit',
  stay_not_in_a_withheld_city: 'risk-rule',
  withheld_city_has_no_stay: 'withheld-city-has-a-stay',
  direct_contact_is_for_the_case: 'break-glass-needed',
  sharing_is_for_the_case: 'break-glass-needed',
  withheld_from_names_one: 'invalid-request',
  withheld_from_not_by_oneself: 'invalid-request',
  withheld_from_lifted_by_someone: 'invalid-request',
  withheld_from_account_once: 'changed-meanwhile',
  withheld_from_city_once: 'changed-meanwhile',
  publicity_consent_defender_id_number_key: 'changed-meanwhile',
  publicity_consent_counts_from_one: 'invalid-request',
  publicity_withdrawal_leaves_nothing: 'invalid-request',
  publicity_approval_names_something: 'invalid-request',
  contact_rule_never_is_not_allowed: 'invalid-request',
  contact_rule_hours_are_two: 'invalid-request',
  contact_attempt_keeps_the_rule: 'contact-not-allowed',
  one_erasure_hold: 'changed-meanwhile',
  capacity_confirmed_once_a_night: 'capacity-overlaps',
  place_city_id_label_key: 'label-taken',
  risk_note_supersedes_id_key: 'note-superseded',
  sealed_compartment_defender_id_compartment_key: 'changed-meanwhile',
  sealed_compartment_place_id_compartment_key: 'changed-meanwhile',
  stay_continues_id_key: 'changed-meanwhile',
  hold_has_an_expiry: 'invalid-request',
  stay_departs_after_arrival: 'invalid-request',
  stay_lasts_at_most_200_nights: 'invalid-request',
  stay_actual_days_in_order: 'invalid-request',
  stay_in_stay_has_arrived: 'invalid-request',
  stay_ended_has_departed: 'invalid-request',
  stay_proposal_says_why: 'invalid-request',
  stay_refusal_has_a_reason: 'invalid-request',
  stay_other_dates_in_order: 'invalid-request',
  stay_rest_days_not_negative: 'invalid-request',
  capacity_closes_after_it_opens: 'invalid-request',
  capacity_confirmed_is_signed: 'invalid-request',
  capacity_withdrawn_has_a_reason: 'invalid-request',
  break_glass_lasts_an_hour_at_most: 'invalid-request',
  note_grant_takes_two: 'another-must-agree',
  note_grant_ends: 'invalid-request',
  note_grant_approved_by_somebody: 'invalid-request',
  note_grant_withdrawn_by_somebody: 'invalid-request',
  disclosure_grant_ends: 'invalid-request',
  disclosure_grant_withdrawn_by_somebody: 'invalid-request',
  blocked_days_end_after_they_begin: 'invalid-request',
  place_sleeps_someone: 'invalid-request',
  host_city_takes_a_guest_at_once: 'invalid-request',
  plan_has_a_name: 'invalid-request',
  plan_arrivals_in_order: 'invalid-request',
  plan_keeps_some_places_free: 'invalid-request',
  plan_runs_as_one: 'invalid-request',
  plan_is_published_by_someone: 'invalid-request',
  plan_is_no_better_than_its_bound: 'invalid-request',
  plan_seat_is_whole: 'invalid-request',
  plan_pin_needs_a_seat: 'invalid-request',
  plan_seat_before_is_whole: 'invalid-request',
  account_city_partner_has_a_city: 'invalid-request',
  account_only_coordinators_are_cleared: 'invalid-request',
  account_password_comes_with_a_code: 'invalid-request',
  passkey_is_not_the_last_way_in: 'last-way-in',
  account_email_key: 'email-taken',
  host_city_slug_key: 'city-name-taken',
  account_is_not_ones_own: 'not-ones-own-account',
  account_keeps_an_administrator: 'last-administrator',
  account_recovery_needs_two: 'recovery-needs-two',
  account_recovery_is_not_ones_own: 'not-ones-own-account',
  account_recovery_one_at_a_time: 'account-not-in-that-state',
  account_recovery_is_decided_by_someone: 'invalid-request',
  account_link_has_a_purpose: 'invalid-request',
  account_link_is_short_lived: 'invalid-request',
  passkey_credential_id_key: 'passkey-refused',
  account_email_in_lower_case: 'invalid-request',
  defender_window_in_order: 'invalid-request',
  defender_household_counts_the_defender: 'invalid-request',
  defender_wishes_some_nights: 'invalid-request',
  presence_days_in_order: 'invalid-request',
  held_visa_days_in_order: 'invalid-request',
  held_visa_days_on_it: 'invalid-request',
  sealed_compartment_has_one_subject: 'invalid-request',
  risk_note_has_its_subject: 'invalid-request',
  risk_apart_names_two: 'invalid-request',
};

/** Which sentence stands for a rule about a place and its city, whose problem holds several. */
const reasonOf: Readonly<Record<string, string>> = {
  stay_one_interpreter_in_a_city: 'interpreter-taken',
  stay_within_guests_at_once: 'city-has-its-guests',
};

/** The constraint's name inside a database failure. Its message and detail hold row values: they go nowhere else. */
function constraintOf(thrown: Error): string | null {
  const { constraint, meta } = thrown as Error & {
    constraint?: string;
    meta?: {
      driverAdapterError?: {
        cause?: { originalMessage?: string; constraint?: { index?: string; fields?: string[] } };
      };
    };
  };
  const cause = meta?.driverAdapterError?.cause;
  return (
    constraint ??
    cause?.constraint?.index ??
    /constraint "(\w+)"/.exec(cause?.originalMessage ?? '')?.[1] ??
    null
  );
}

/** The problem a database refusal stands for, if we know it. */
export function problemBehind(thrown: unknown): Problem | null {
  if (!(thrown instanceof Error)) return null;
  const code = (thrown as Error & { code?: string }).code;
  if (code === 'P2025') return new Problem('changed-meanwhile', {}, { cause: thrown });
  const state = sqlStateOf(thrown);
  if (state === '55P03' || state === '57014' || state === '40P01' || state === '40001')
    return new Problem('busy', {}, { cause: thrown });
  // A text that no column can hold (the NUL character): what was sent is wrong, not we.
  if (state === '22021' || state === '22P05')
    return new Problem('invalid-request', {}, { cause: thrown });
  const constraint = constraintOf(thrown);
  const slug = constraint === null ? undefined : constraintMeaning[constraint];
  if (constraint === null || slug === undefined) return null;
  const reason = reasonOf[constraint];
  return new Problem(slug, reason === undefined ? {} : { reasons: [{ code: reason }] }, { cause: thrown });
}
