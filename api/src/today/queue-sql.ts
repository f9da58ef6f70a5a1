import type { QueueKind } from '@shelter-city/contract/today';
import {
  answerShownDays, arrivesWithinDays, capacityUrgentDays, holdEndsWithinDays, lapsedHoldShownDays, noShowShownDays,
  returnReviewedWithinDays, returnReviewUrgentDays, selectedUrgentDays,
} from '@shelter-city/domain/today/queue-thresholds';

// $1 today, $2 a city's slug or null, $3 a case lead's account or null, $4 the last day asked on that is too long ago,
// $5 the end of the next quarter.

/** So many lines of one kind are shown; one more is read, to know whether there are more. */
export const linesPerKind = 100;

const zone = "AT TIME ZONE 'Europe/Amsterdam'";
/** The moment at which a day in the Netherlands begins. */
const start = (day: string) => `((${day})::timestamp ${zone})`;
const dayOf = (moment: string) => `(${moment} ${zone})::date`;
const holdUntil = dayOf("(s.hold_expires_at - interval '1 second')");
const holdEndsSoon = `s.hold_expires_at <= ${start(`$1::date + ${String(holdEndsWithinDays + 1)}`)}`;
const inCity = (column: string) => `($2::text IS NULL OR ${column} = (SELECT id FROM host_city WHERE slug = $2::text))`;
const limit = `LIMIT ${String(linesPerKind + 1)}`;

const ledByAsked = '($3::uuid IS NULL OR (SELECT d.case_lead_id FROM defender d WHERE d.id = s.defender_id) = $3::uuid)';

type StayLine = { readonly urgent: string; readonly since: string; readonly due?: string; readonly reason?: string; readonly where: string; readonly order: string };

/** One kind of line about stays. `where` holds the condition of the partial index that serves it. */
const aboutStays = (kind: QueueKind, { urgent, since, due = 'NULL', reason = 'NULL', where, order }: StayLine) => `
(SELECT '${kind}' AS kind, ${urgent} AS urgent, ${since} AS since, (${due})::date AS due, s.id AS stay_id, s.defender_id, s.city_id, 1 AS count, (${reason})::text AS reason
  FROM stay s WHERE ${where} AND ${inCity('s.city_id')}
    AND ${ledByAsked}
  ORDER BY ${order} ${limit})`;

// Under row-level security the planner guesses how many rows a state has, and guesses far too many. What must be looked
// up for each of a few rows is therefore a scalar subquery, which it can't turn into reading a whole table first.
const some = (rows: string) => `(SELECT true FROM ${rows} LIMIT 1)`;
const none = (rows: string) => `${some(rows)} IS NULL`;
const stillAwaits = '(SELECT d.awaits_place FROM defender d WHERE d.id = s.defender_id)';

const stayLines = [
  aboutStays('NO_SHOW_ALARM', {
    urgent: 'true', since: 's.arrives_on', where: `s.status = 'NO_SHOW' AND s.arrives_on > $1::date - ${String(noShowShownDays)}`, order: 's.arrives_on DESC',
  }),
  aboutStays('CITY_CONFIRMED', {
    urgent: 'false', since: dayOf('s.answered_at'), order: 's.answered_at DESC',
    where: `s.status IN ('CONFIRMED', 'DECLINED') AND s.status = 'CONFIRMED' AND s.answered_at >= ${start(`$1::date - ${String(answerShownDays)}`)}`,
  }),
  aboutStays('CITY_DECLINED', {
    urgent: 'true', since: dayOf('s.answered_at'), reason: 's.reason_code', order: 's.answered_at DESC',
    where: `s.status IN ('CONFIRMED', 'DECLINED') AND s.status = 'DECLINED' AND s.answered_at >= ${start(`$1::date - ${String(answerShownDays)}`)} AND ${stillAwaits}`,
  }),
  aboutStays('CITY_OFFERS_OTHER_DATES', {
    urgent: holdEndsSoon, since: dayOf('COALESCE(s.answered_at, s.updated_at)'), due: holdUntil,
    where: "s.status = 'PROPOSED' AND s.offered_arrives_on IS NOT NULL", order: 's.hold_expires_at',
  }),
  aboutStays('HOLD_LAPSES_SOON', {
    urgent: 'true', since: dayOf('s.proposed_at'), due: holdUntil, where: `s.status = 'PROPOSED' AND s.offered_arrives_on IS NULL AND ${holdEndsSoon}`, order: 's.hold_expires_at',
  }),
  aboutStays('NO_ANSWER', {
    urgent: 'false', since: dayOf('s.proposed_at'), due: holdUntil, order: 's.hold_expires_at',
    where: `s.status = 'PROPOSED' AND s.offered_arrives_on IS NULL AND NOT ${holdEndsSoon} AND s.proposed_at < ${start('$4::date + 1')}`,
  }),
  aboutStays('HOLD_LAPSED', {
    urgent: 'true', since: dayOf('s.hold_expires_at'), order: 's.hold_expires_at DESC',
    where: `s.status = 'LAPSED' AND s.hold_expires_at >= ${start(`$1::date - ${String(lapsedHoldShownDays)}`)} AND ${stillAwaits}`,
  }),
  aboutStays('ARRIVAL_OVERDUE', {
    urgent: 'true', since: 's.arrives_on', due: 's.arrives_on', where: "s.status IN ('CONFIRMED', 'TRAVELLING') AND s.arrives_on < $1::date", order: 's.arrives_on',
  }),
  aboutStays('ARRIVES_SOON', {
    urgent: 'false', since: `s.arrives_on - ${String(arrivesWithinDays)}`, due: 's.arrives_on', order: 's.arrives_on',
    where: `s.status IN ('CONFIRMED', 'TRAVELLING') AND s.arrives_on >= $1::date AND s.arrives_on <= $1::date + ${String(arrivesWithinDays)}`,
  }),
  aboutStays('DEPARTURE_OVERDUE', {
    urgent: 'true', since: 's.departs_on', due: 's.departs_on', where: "s.status = 'IN_STAY' AND s.departs_on < $1::date", order: 's.departs_on',
  }),
  aboutStays('RETURN_NOT_REVIEWED', {
    urgent: `s.departs_on <= $1::date + ${String(returnReviewUrgentDays)}`, since: `s.departs_on - ${String(returnReviewedWithinDays)}`, due: 's.departs_on', order: 's.departs_on',
    where: `s.status = 'IN_STAY' AND s.departs_on >= $1::date AND s.departs_on <= $1::date + ${String(returnReviewedWithinDays)}
      AND (s.return_reviewed_on IS NULL OR s.return_reviewed_on < s.departs_on - ${String(returnReviewedWithinDays)})`,
  }),
];

/** The last day on which a proposal still leaves time for the visa. */
const proposeBy = 'd.latest_arrival - CASE WHEN d.visa_needed THEN COALESCE(d.visa_lead_days, 0) ELSE 0 END';
const selected = `'SELECTED_WITHOUT_PROPOSAL' AS kind, COALESCE(${proposeBy} <= $1::date + ${String(selectedUrgentDays)}, false) AS urgent,
  COALESCE(d.selected_on, $1::date) AS since, ${proposeBy} AS due, NULL::uuid AS stay_id, d.id AS defender_id, NULL::uuid AS city_id, 1 AS count, NULL::text AS reason`;
const leadOf = '($3::uuid IS NULL OR d.case_lead_id = $3::uuid)';

/** Those who await a place and whose city didn't just say no (that is a line of its own), and those only drafted. */
const selectedLines = [
  `(SELECT ${selected} FROM defender d
    WHERE d.awaits_place AND $2::text IS NULL AND ${leadOf}
      AND ${none(`stay s WHERE s.defender_id = d.id
        AND ((s.status = 'DECLINED' AND s.answered_at >= ${start(`$1::date - ${String(answerShownDays)}`)})
          OR (s.status = 'LAPSED' AND s.hold_expires_at >= ${start(`$1::date - ${String(lapsedHoldShownDays)}`)}))`)}
    ORDER BY d.code_name ${limit})`,
  // The fence (OFFSET 0) keeps the few drafts first, and each person looked up by id.
  `(SELECT ${selected} FROM (SELECT DISTINCT s.defender_id FROM stay s WHERE s.status = 'DRAFT') drafted
    CROSS JOIN LATERAL (SELECT * FROM defender p WHERE p.id = drafted.defender_id OFFSET 0) d
    WHERE d.selection = 'SELECTED' AND $2::text IS NULL AND ${leadOf}
      AND ${none("stay o WHERE o.defender_id = d.id AND o.status IN ('PROPOSED', 'CONFIRMED', 'TRAVELLING', 'IN_STAY')")}
    ORDER BY d.code_name ${limit})`,
];

const capacityLines = `
(SELECT 'CAPACITY_UNCONFIRMED' AS kind, min(k.opens_on) <= $1::date + ${String(capacityUrgentDays)} AS urgent,
    COALESCE(min((SELECT ${dayOf('min(e.at)')} FROM event e WHERE e.subject = 'CAPACITY_PERIOD' AND e.subject_id = k.id)), $1::date) AS since,
    GREATEST(min(k.opens_on), $1::date) AS due, NULL::uuid AS stay_id, NULL::uuid AS defender_id, k.city_id, count(*)::integer AS count, NULL::text AS reason
  FROM capacity_period k
  WHERE k.status IN ('REQUESTED', 'OFFERED') AND k.opens_on < $5::date AND k.closes_on > $1::date AND $3::uuid IS NULL AND ${inCity('k.city_id')}
  GROUP BY k.city_id ORDER BY 4 ${limit})`;

/** Notes of people whose case is under way; what a newer note replaces is over. */
const riskLines = `
(SELECT 'RISK_NOTE_REVIEW_DUE' AS kind, bool_or(n.level IN ('HIGH', 'CRITICAL')) AS urgent, min(n.review_by) AS since, min(n.review_by) AS due,
    NULL::uuid AS stay_id, n.defender_id, NULL::uuid AS city_id, count(*)::integer AS count, NULL::text AS reason
  FROM risk_note n JOIN defender d ON d.id = n.defender_id
  WHERE n.review_by <= $1::date AND n.review_by > $1::date - 365 AND $2::text IS NULL AND ${leadOf}
    AND ${none('risk_note newer WHERE newer.supersedes_id = n.id')}
    AND (d.awaits_place OR d.selection IN ('TRIAGE', 'VETTING', 'SHORTLISTED', 'RESERVE')
      OR ${some("stay s WHERE s.defender_id = d.id AND s.status IN ('DRAFT', 'PROPOSED', 'CONFIRMED', 'TRAVELLING', 'IN_STAY')")})
  GROUP BY n.defender_id ORDER BY 4 ${limit})`;

/**
 * Stays that a rule written later forbids. A restricted note's rule counts for every reader: that it is broken mustn't be
 * hidden from who must act. So a keeper says which stays they are, and the line gives the stay's own days, never the note's.
 */
const brokenRuleLines = `
(SELECT 'RISK_RULE_BROKEN' AS kind, true AS urgent, ${dayOf('COALESCE(s.proposed_at, s.updated_at)')} AS since, GREATEST(s.arrives_on, $1::date) AS due,
    s.id AS stay_id, s.defender_id, s.city_id, 1 AS count, NULL::text AS reason
  FROM stay s
  WHERE s.id = ANY (ARRAY(SELECT stays_that_break_a_rule())) AND ${inCity('s.city_id')} AND ${ledByAsked}
  ORDER BY 4 ${limit})`;

/** What the asker is told of cases and has not acknowledged: the row policy leaves the own alerts alone. */
const alertLines = `
(SELECT x.kind::text AS kind, true AS urgent, min(${dayOf('x.at')}) AS since, NULL::date AS due,
    NULL::uuid AS stay_id, x.defender_id, NULL::uuid AS city_id, count(*)::integer AS count, NULL::text AS reason
  FROM case_alert x WHERE x.account_id = (SELECT app_account_id()) AND x.acknowledged_at IS NULL AND $2::text IS NULL
  GROUP BY x.kind, x.defender_id ORDER BY 3 ${limit})`;

/** The whole queue in one statement: each kind bounded and served by its own partial index, the names joined once. */
export const queueSql = `
WITH line AS (${[...stayLines, ...selectedLines, capacityLines, riskLines, brokenRuleLines, alertLines].join('\nUNION ALL')})
SELECT ($2::text IS NULL OR EXISTS (SELECT FROM host_city WHERE slug = $2::text)) AS known,
  (SELECT json_agg(json_build_object('kind', l.kind, 'urgent', l.urgent, 'since', l.since, 'due', l.due, 'count', l.count, 'reasonCode', l.reason,
      'codeName', d.code_name, 'defenderId', l.defender_id,
      'city', CASE WHEN c.id IS NOT NULL THEN json_build_object('id', c.id, 'slug', c.slug, 'name', c.name) END,
      'stay', CASE WHEN s.id IS NOT NULL THEN json_build_object('id', s.id, 'version', s.version, 'placeLabel', (SELECT p.label FROM place p WHERE p.id = s.place_id), 'span', json_build_object(
        'from', COALESCE(s.actual_arrives_on, s.arrives_on), 'until', COALESCE(s.actual_departs_on, s.departs_on))) END))
    FROM line l
    LEFT JOIN stay s ON s.id = l.stay_id
    LEFT JOIN defender d ON d.id = l.defender_id LEFT JOIN host_city c ON c.id = l.city_id)::text AS lines`;
