import { heldVisasSql } from '../persistence/held-visas-sql.ts';

const other = (alias: string) => `json_build_object('id', ${alias}.id, 'defenderId', ${alias}.defender_id, 'cityId', ${alias}.city_id,
  'status', ${alias}.status, 'plannedArrival', ${alias}.arrives_on, 'plannedDeparture', ${alias}.departs_on,
  'actualArrival', ${alias}.actual_arrives_on, 'actualDeparture', ${alias}.actual_departs_on,
  'version', ${alias}.version, 'restDays', ${alias}.rest_days, 'holdExpiresAt', ${alias}.hold_expires_at)`;

/** Those whom a note that the reader may open, superseded or not, ever kept apart from a person. */
const everApart = (person: string) => `SELECT a.other_defender_id FROM risk_apart a WHERE a.defender_id = ${person}
  UNION SELECT a.defender_id FROM risk_apart a WHERE a.other_defender_id = ${person}`;

/** The cities of some places that named how many guests they take at once: whoever adds one there waits. */
const locksOfCities = `cities AS MATERIALIZED (SELECT c.id FROM host_city c
    WHERE c.id IN (SELECT p.city_id FROM place p WHERE p.id = ANY ($1::uuid[])) AND c.guests_at_once_at_most IS NOT NULL ORDER BY c.id FOR NO KEY UPDATE),
  places AS MATERIALIZED (SELECT id FROM place WHERE id = ANY ($1::uuid[]) AND (SELECT count(*) FROM cities) >= 0 ORDER BY id FOR NO KEY UPDATE)`;

/**
 * All locks in one round trip: the cities are counted, and so locked, before the first place, and the places before the first person. Those who must not be
 * near the person are locked as well, so that two of them can't enter a city at once; by a keeper, because the asker may
 * not be allowed to know who they are.
 */
export const locksSql = `
WITH ${locksOfCities},
  the_one AS MATERIALIZED (SELECT coalesce($2::uuid, (SELECT d.id FROM defender d WHERE d.code_name = $3::text)) AS id)
SELECT id FROM the_one WHERE (SELECT count(*) FROM places) >= 0 AND id IS NOT NULL AND lock_with_those_apart(id)`;

/** $1 places, $2 people: the locks of {@link locksSql} for several people at once, in one order of all cities, then of all places, then of all people. */
export const allLocksSql = `
WITH ${locksOfCities}
SELECT lock_all_with_those_apart($2::uuid[]) FROM (SELECT count(*) FROM places) counted`;

/** $1 person, $2 city, $3 arrival, $4 departure: whether a rule that the asker may not read is against it. */
export const hiddenRuleSql = 'SELECT hidden_rule_forbids($1::uuid, $2::uuid, $3::date, $4::date) AS forbids';

const numberOfCity = 'c.guests_at_once_at_most FROM place p JOIN host_city c ON c.id = p.city_id WHERE p.id = $2::uuid';

/** $1 person, $2 place, $3 arrival, $4 departure, $5 the stay that is about to move, $6 who asks. A stay lasts 200 nights at most, so
 * those that touch the nights arrived in the 260 days before them; 60 days after them leave room for an early arrival. */
export const factsSql = `
SELECT json_build_object(
  'place', (SELECT json_build_object('id', p.id, 'label', p.label, 'cityId', p.city_id,
      'city', json_build_object('id', c.id, 'slug', c.slug, 'name', c.name), 'restDays', c.days_between_guests, 'retiredOn', p.retired_on,
      'cityIsActive', c.status = 'ACTIVE', 'screeningDays', c.screening_days, 'stepFree', p.step_free, 'womenOnly', p.women_only,
      'alone', NOT p.shared, 'sleeps', p.sleeps, 'track', p.track, 'guestsAtOnceAtMost', c.guests_at_once_at_most)
    FROM place p JOIN host_city c ON c.id = p.city_id WHERE p.id = $2::uuid),
  'defender', json_build_object('codeName', d.code_name, 'isSelected', d.selection = 'SELECTED',
    'earliestArrival', d.earliest_arrival, 'latestArrival', d.latest_arrival,
    'visaNeeded', d.visa_needed, 'passportValidUntil', d.passport_valid_until, 'track', d.track,
    'needs', d.needs, 'householdSize', d.household_size, 'womenOnlyAllowed', d.women_only_allowed, 'visaLeadDays', d.visa_lead_days,
    'heldVisas', ${heldVisasSql},
    'caseLead', (SELECT json_build_object('id', a.id, 'displayName', a.display_name) FROM account a WHERE a.id = coalesce(d.case_lead_id, $6::uuid)),
    'callId', (SELECT a.call_id FROM application a WHERE a.defender_id = d.id AND a.status = 'SELECTED'
      ORDER BY a.received_on DESC, a.id LIMIT 1),
    'presences', (SELECT coalesce(json_agg(json_build_object('firstDay', x.entered_on, 'lastDay', x.left_on, 'basis', x.basis)), '[]')
      FROM schengen_presence x WHERE x.defender_id = d.id)),
  'neighbours', (SELECT coalesce(json_agg(${other('s')} ORDER BY s.arrives_on), '[]') FROM stay s
    WHERE s.place_id = $2::uuid AND s.arrives_on > $3::date - 260 AND s.arrives_on < $4::date + 60
      AND s.id IS DISTINCT FROM $5::uuid),
  'confirmed', (SELECT coalesce(json_agg(json_build_object('from', k.opens_on, 'until', k.closes_on, 'track', k.track)), '[]')
    FROM capacity_period k WHERE k.place_id = $2::uuid AND k.opens_on < $4::date AND k.closes_on > $3::date AND k.status = 'CONFIRMED'),
  'blocked', (SELECT coalesce(json_agg(json_build_object('from', b.blocked_from, 'until', b.blocked_until) ORDER BY b.blocked_from), '[]')
    FROM blocked_days b WHERE b.place_id = $2::uuid AND b.blocked_from < $4::date AND b.blocked_until > $3::date AND b.lifted_at IS NULL),
  'otherStays', (SELECT coalesce(json_agg(${other('s')} ORDER BY s.arrives_on), '[]') FROM stay s
    WHERE s.defender_id = d.id AND s.id IS DISTINCT FROM $5::uuid),
  'withheldCities', (SELECT coalesce(json_agg(json_build_object('cityId', w.city_id,
      'since', (w.added_at AT TIME ZONE 'Europe/Amsterdam')::date)), '[]')
    FROM withheld_from w WHERE w.defender_id = d.id AND w.city_id IS NOT NULL AND w.lifted_at IS NULL),
  'notes', (SELECT coalesce(json_agg(json_build_object('id', n.id, 'supersedes', n.supersedes_id, 'subject', n.subject,
      'subjectId', n.defender_id, 'level', n.level, 'restricted', n.restricted,
      'writtenOn', (n.created_at AT TIME ZONE 'Europe/Amsterdam')::date, 'instructionForCity', null,
      'citiesToAvoid', ARRAY(SELECT v.city_id FROM risk_city_ban v WHERE v.note_id = n.id),
      'notNearDefenderIds', ARRAY(SELECT a.other_defender_id FROM risk_apart a WHERE a.note_id = n.id))), '[]')
    FROM risk_note n
    WHERE n.id IN (SELECT own.id FROM risk_note own WHERE own.defender_id = d.id
             UNION SELECT a.note_id FROM risk_apart a WHERE a.other_defender_id = d.id)
      AND NOT EXISTS (SELECT FROM risk_note newer WHERE newer.supersedes_id = n.id)),
  'apart', (SELECT coalesce(json_agg(${other('s')}), '[]') FROM stay s
    WHERE s.defender_id = ANY (ARRAY(${everApart('$1::uuid')}))
      AND s.city_id = (SELECT p.city_id FROM place p WHERE p.id = $2::uuid)
      AND s.arrives_on > $3::date - 260 AND s.arrives_on < $4::date + 60),
  'cityGuests', CASE WHEN (SELECT ${numberOfCity}) IS NULL THEN '[]' ELSE (SELECT coalesce(json_agg(${other('s')}), '[]') FROM stay s
    WHERE s.city_id = (SELECT p.city_id FROM place p WHERE p.id = $2::uuid) AND s.occupies IS NOT NULL
      AND s.arrives_on > $3::date - 260 AND s.arrives_on < $4::date + 60 AND s.id IS DISTINCT FROM $5::uuid) END,
  'hiddenGuests', CASE WHEN (SELECT ${numberOfCity}) IS NULL THEN '[]' ELSE (SELECT coalesce(json_agg(json_build_object('from', h.arrives_on, 'until', h.departs_on)), '[]')
    FROM app_hidden_nights() h JOIN place p ON p.id = h.place_id WHERE p.city_id = (SELECT q.city_id FROM place q WHERE q.id = $2::uuid)) END,
  'alreadyThere', (SELECT json_build_object('from', coalesce(s.actual_arrives_on, s.arrives_on), 'until', coalesce(s.actual_departs_on, s.departs_on))
    FROM stay s WHERE s.id = $5::uuid AND s.occupies IS NOT NULL AND s.city_id = (SELECT p.city_id FROM place p WHERE p.id = $2::uuid)),
  'interpreterTaken', d.interpreter IS NOT NULL AND interpreter_is_taken(d.id, (SELECT p.city_id FROM place p WHERE p.id = $2::uuid), $3::date, $4::date, $5::uuid)
)::text AS facts
FROM defender d WHERE d.id = $1::uuid`;

/** A stay that wasn't there before: a draft, or a proposal that takes its nights at once. */
export const newStaySql = `
INSERT INTO stay (id, defender_id, place_id, city_id, status, arrives_on, departs_on, hold_expires_at, proposed_at, track, call_id,
  case_lead_id, why_this_city, rest_days, decided_on_facts)
VALUES ($1::uuid, $2::uuid, $3::uuid, $4::uuid, $5::stay_status, $6::date, $7::date, $8::timestamptz, $9::timestamptz, $10::track,
  $11::uuid, $12::uuid, $13, $14::integer, $15::jsonb)`;
