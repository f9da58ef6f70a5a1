import { arrivalOf, cities, cityOf, lanes, newest, placeOf } from './fill-grounds.ts';
import type { Extent } from './extent.ts';

/** People who wait for a place without ever having had one, and people whose application is undecided. */
export const waiting = 60;
const undecided = 60;

/** So many people there are beside those of the stays. */
export const others = waiting + undecided;

const day = (text: string) => `(${text})::timestamp AT TIME ZONE 'UTC'`;

/** The stays with their states: what was long ago is over, what comes is confirmed, asked for, drafted or refused. */
const plan = ({ stays }: Extent) => `
CREATE TEMP TABLE plan AS
SELECT number, lane, index, arrives, departs, person,
  (CASE
    WHEN departs <= $today THEN CASE
      WHEN h < 6 THEN 'DECLINED' WHEN h < 9 THEN 'CANCELLED' WHEN h < 12 THEN 'LAPSED' WHEN h < 14 THEN 'TURNED_DOWN' WHEN h < 15 THEN 'NO_SHOW'
      WHEN h < 18 THEN 'CUT_SHORT' WHEN departs > $today - 60 THEN 'DEPARTED' ELSE 'CLOSED' END
    WHEN arrives <= $today THEN CASE WHEN h < 4 THEN 'NO_SHOW' WHEN h < 10 THEN 'TRAVELLING' ELSE 'IN_STAY' END
    WHEN arrives < $today + 120 THEN CASE
      WHEN h < 6 THEN 'DECLINED' WHEN h < 10 THEN 'CANCELLED' WHEN h < 30 THEN 'PROPOSED' WHEN arrives < $today + 8 THEN 'TRAVELLING' ELSE 'CONFIRMED' END
    ELSE CASE
      WHEN h < 25 THEN 'PROPOSED' WHEN h < 55 THEN 'DRAFT' WHEN h < 63 THEN 'DECLINED' WHEN h < 69 THEN 'LAPSED' WHEN h < 73 THEN 'TURNED_DOWN' ELSE 'CONFIRMED' END
  END)::stay_status AS status
FROM generate_series(0, ${String(stays - 1)}) number,
  LATERAL (SELECT number % ${String(lanes)} AS lane, number / ${String(lanes)} AS index) AS lying,
  LATERAL (SELECT ${arrivalOf('lane', 'index')} AS arrives, ${arrivalOf('lane', 'index')} + 84 + (lane + index) % 6 AS departs, pg_temp.pick(number, 1, 100) AS h,
    -- One in twenty was here before, six years earlier.
    CASE WHEN number % 20 = 0 AND number + 720 < ${String(stays)} THEN number + 721 ELSE number + 1 END AS person) AS planned`;

/** Defenders, with what their lists and matching read; \`$1\` their code names. */
const people = ({ stays }: Extent) => `
INSERT INTO defender (id, code_name, selection, selected_on, country_of_work, themes, needs, household_size, women_only_allowed, interpreter,
  earliest_arrival, latest_arrival, nights_wished, passport_valid_until, visa_needed, visa_lead_days, track, publicity, case_lead_id, created_at)
SELECT pg_temp.id_of('defender', n), name,
  (CASE
    WHEN n > ${String(stays + waiting)} THEN (ARRAY['RECEIVED', 'TRIAGE', 'VETTING', 'SHORTLISTED', 'RESERVE'])[1 + n % 5]
    WHEN n > ${String(stays)} THEN 'SELECTED'
    WHEN p.number IS NULL THEN (ARRAY['REJECTED', 'NOT_SELECTED', 'INELIGIBLE'])[1 + n % 3]
    WHEN p.status IN ('DECLINED', 'CANCELLED', 'LAPSED', 'TURNED_DOWN', 'NO_SHOW') AND p.arrives < $today - 60 THEN 'WITHDRAWN'
    ELSE 'SELECTED' END)::application_status,
  CASE WHEN n <= ${String(stays + waiting)} THEN LEAST(p.arrives - 60, $today - 10 - n % 40) END, 'XK', (ARRAY['LABOUR', 'CHILDREN', 'PRESS_FREEDOM', 'LGBTI'])[1 + n % 3 : 2 + n % 3],
  (ARRAY['QUIET', 'STEP_FREE', 'SLEEPS_ALONE'])[1 + n % 5 : 1 + n % 5], CASE WHEN n % 15 = 0 THEN 2 ELSE 1 END, n % 2 = 0, CASE WHEN n % 11 = 0 AND (n > ${String(stays)} OR (n - 1) % ${String(lanes)} < ${String(cities)}) THEN 'ar' END,
  wished, wished + 60, 80 + n % 10, wished + 2000, n % 8 > 0, 30 + n % 30, CASE WHEN n % 14 = 0 THEN 'JOURNALIST'::track END,
  (ARRAY['NEVER', 'OFFLINE_ONLY', 'EACH_TIME'])[1 + n % 3]::publicity_level, pg_temp.id_of('account', 1 + n % 10), ${day('wished - 150')}
FROM unnest($1::text[]) WITH ORDINALITY AS named (name, ordinal), LATERAL (SELECT ordinal::integer) AS numbered (n)
LEFT JOIN plan p ON p.number = n - 1 AND p.person = n,
  LATERAL (SELECT COALESCE(p.arrives - 20, $today + 40 + n % 90)) AS wishing (wished)`;

const ended = "('DEPARTED', 'CUT_SHORT', 'CLOSED')";
/** The stays whose number fulfils a condition. */
const lying = (which: string) => `
INSERT INTO stay (id, defender_id, place_id, city_id, status, arrives_on, departs_on, actual_arrives_on, actual_departs_on, hold_expires_at, call_id,
  case_lead_id, why_this_city, reason_code, return_reviewed_on, proposed_at, answered_at, offered_arrives_on, offered_departs_on, rest_days, created_at)
SELECT pg_temp.id_of('stay', number), pg_temp.id_of('defender', person), pg_temp.id_of('place', ${placeOf('lane', 'index')}), pg_temp.id_of('city', ${cityOf('lane')}),
  status, arrives, departs, CASE WHEN status = 'IN_STAY' OR status IN ${ended} THEN arrives END, CASE WHEN status = 'CUT_SHORT' THEN departs - 30 WHEN status IN ${ended} THEN departs END,
  CASE status WHEN 'PROPOSED' THEN ${day('$today + 1 + number % 12')} WHEN 'LAPSED' THEN ${day('LEAST(arrives - 60, $today - number % 20)')} END,
  pg_temp.id_of('call', ($today + ${String(newest)} - arrives) / 182 + 1), pg_temp.id_of('account', 1 + person % 10),
  CASE WHEN status <> 'DRAFT' THEN 'The language fits, and the place is quiet.' END,
  CASE status WHEN 'DECLINED' THEN 'STAFF_ABSENT' WHEN 'CANCELLED' THEN 'PLACE_LOST' WHEN 'CUT_SHORT' THEN 'FAMILY' END,
  CASE WHEN status IN ${ended} THEN departs - 7 END,
  CASE WHEN status <> 'DRAFT' THEN ${day('LEAST(arrives - 90, $today - number % 10)')} END,
  CASE WHEN status NOT IN ('DRAFT', 'PROPOSED', 'LAPSED') THEN ${day('LEAST(arrives - 80, $today - number % 40)')} END,
  CASE WHEN status = 'PROPOSED' AND number % 9 = 0 THEN arrives + 7 END, CASE WHEN status = 'PROPOSED' AND number % 9 = 0 THEN departs + 7 END, 3, ${day('LEAST(arrives - 100, $today - 30)')}
FROM plan WHERE ${which} ORDER BY number DESC`;

/** The people, their stays, and what hangs on both. */
export function peopleAndStays(extent: Extent): readonly string[] {
  return [
    plan(extent),
    // Who awaits a place is kept row by row; here it is asked once, at the end, of the few who can.
    ...['defender', 'stay'].map((table) => `ALTER TABLE ${table} DISABLE TRIGGER who_awaits_a_place`),
    people(extent),
    // Rows that are made from their parents needn't look for them again.
    "SET session_replication_role = 'replica'",
    `INSERT INTO defender_language (defender_id, language, level)
     SELECT d.id, l.language, l.level::language_level FROM defender d,
       LATERAL (VALUES ('en', (ARRAY['A2', 'B1', 'B2', 'C1'])[1 + length(d.code_name) % 4]), ((ARRAY['fr', 'es', 'ar', 'sq'])[1 + length(d.code_name) % 4], 'NATIVE')) AS l (language, level)`,
    `INSERT INTO defender_city_wish (defender_id, city_id, kind)
     SELECT d.id, pg_temp.id_of('city', 1 + length(d.code_name) % ${String(cities)}), 'PREFER' FROM defender d WHERE d.visa_lead_days % 3 = 0`,
    `INSERT INTO schengen_presence (defender_id, entered_on, left_on, source)
     SELECT d.id, d.earliest_arrival - 190, d.earliest_arrival - 183, 'A training' FROM defender d WHERE d.visa_lead_days % 7 = 0`,
    `INSERT INTO application (call_id, defender_id, status, received_on, decided_on)
     SELECT pg_temp.id_of('call', GREATEST(0, ($today + ${String(newest)} - d.earliest_arrival) / 182)), d.id, d.selection, d.earliest_arrival - 140, d.selected_on FROM defender d`,
    `INSERT INTO risk_note (id, subject, defender_id, scope, level, degree, review_by, author_id)
     SELECT pg_temp.id_of('note', n), 'DEFENDER', pg_temp.id_of('defender', n), 'PERSON', (ARRAY['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'])[1 + n % 4]::risk_level, 'DIRECT_RISK',
       COALESCE(p.arrives, $today) + n % 60 - 30, pg_temp.id_of('account', 1)
     FROM generate_series(1, ${String(extent.stays + waiting)}, 25) n LEFT JOIN plan p ON p.number = n - 1`,
    `INSERT INTO risk_city_ban (note_id, defender_id, city_id)
     SELECT n.id, n.defender_id, pg_temp.id_of('city', 1 + extract(day FROM n.review_by)::integer % ${String(cities)}) FROM risk_note n WHERE n.level IN ('LOW', 'HIGH')`,
    `INSERT INTO risk_apart (note_id, defender_id, other_defender_id)
     SELECT pg_temp.id_of('note', n), pg_temp.id_of('defender', n), pg_temp.id_of('defender', n + 1) FROM generate_series(1, ${String(extent.stays)}, 75) n`,
    "SET session_replication_role = 'origin'",
    // The table's triggers keep the plans they made when it was empty, so it gets to know its size early.
    'ANALYZE',
    lying('number < 500'),
    'ANALYZE stay',
    lying('number >= 500'),
    `INSERT INTO event (subject, subject_id, city_id, defender_id, verb, from_status, to_status, at, actor_id)
     SELECT 'STAY', s.id, s.city_id, s.defender_id, told.verb, told.before, told.after, told.at, s.case_lead_id FROM stay s,
       LATERAL (VALUES ('stay:propose', NULL, 'PROPOSED', s.proposed_at), ('stay:confirm', 'PROPOSED', 'CONFIRMED', s.answered_at),
         ('stay:arrive', 'CONFIRMED', 'IN_STAY', ${day('s.actual_arrives_on')})) AS told (verb, before, after, at) WHERE told.at IS NOT NULL
     UNION ALL SELECT 'DEFENDER', d.id, NULL, d.id, 'CREATED', NULL, NULL, d.created_at, d.case_lead_id FROM defender d`,
    ...['defender', 'stay'].map((table) => `ALTER TABLE ${table} ENABLE TRIGGER who_awaits_a_place`),
    `UPDATE defender d SET selected_on = selected_on WHERE d.selection = 'SELECTED' AND NOT EXISTS (SELECT FROM stay s
       WHERE s.defender_id = d.id AND s.status NOT IN ('DECLINED', 'LAPSED', 'TURNED_DOWN', 'CANCELLED', 'NO_SHOW'))`,
  ];
}
