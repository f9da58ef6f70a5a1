// $1 today, $2 the first day of arrival, $3 the horizon, $4 a stay that takes no nights or null, $5 those who must not be near,
// $6 whether other guests' interpreters matter, $7 the one city whose places are asked about, or null for all.

const profileAsOf = (subject: string, id: string) =>
  `(SELECT (max(e.at) AT TIME ZONE 'Europe/Amsterdam')::date FROM event e WHERE e.subject = '${subject}' AND e.subject_id = ${id})`;

/**
 * Everything in one statement, each part bounded by an index on days. Guests who left longer ago than any city lets a
 * place rest matter only where the year's guests are counted; the fairness figure is summed here, not sent. Guests whom
 * the asker may not see take their nights all the same.
 */
export const matchWorldSql = `
WITH used AS (
  SELECT s.city_id, sum(LEAST(COALESCE(s.actual_departs_on, s.departs_on), $1::date) - GREATEST(COALESCE(s.actual_arrives_on, s.arrives_on), $1::date - 365)) AS nights
  FROM stay s
  WHERE s.arrives_on < $1::date AND s.arrives_on >= $1::date - 625
    AND COALESCE(s.actual_departs_on, s.departs_on) > $1::date - 365 AND COALESCE(s.actual_arrives_on, s.arrives_on) < $1::date AND s.occupies IS NOT NULL
  GROUP BY s.city_id
), offered AS (
  SELECT k.city_id, sum(LEAST(k.closes_on, $1::date) - GREATEST(k.opens_on, $1::date - 365)) AS nights
  FROM capacity_period k WHERE k.closes_on > $1::date - 365 AND k.opens_on < $1::date AND k.status = 'CONFIRMED' GROUP BY k.city_id
)
SELECT
  (SELECT json_agg(json_build_object('id', c.id, 'slug', c.slug, 'name', c.name, 'profileAsOf', ${profileAsOf('HOST_CITY', 'c.id')},
      'languages', CASE WHEN c.languages_known THEN c.languages END, 'themes', c.themes, 'specialisedCare', c.care_nearby,
      'screeningDays', c.screening_days, 'publicEvents', c.public_events, 'gapDays', c.days_between_guests,
      'guestsAYearAtMost', c.guests_a_year_at_most, 'guestsAtOnceAtMost', c.guests_at_once_at_most, 'agreementUntil', c.agreement_valid_until,
      'usedNights', COALESCE(u.nights, 0), 'offeredNights', COALESCE(o.nights, 0)))
    FROM host_city c LEFT JOIN used u ON u.city_id = c.id LEFT JOIN offered o ON o.city_id = c.id WHERE c.status = 'ACTIVE')::text AS cities,
  (SELECT json_agg(json_build_object('id', p.id, 'cityId', p.city_id, 'label', p.label, 'kind', p.kind, 'stepFree', p.step_free, 'quiet', p.quiet,
      'prayerSpace', p.prayer_space, 'dietPossible', p.diet_possible, 'womenOnly', p.women_only, 'shared', p.shared, 'sleeps', p.sleeps, 'track', p.track,
      'profileAsOf', ${profileAsOf('PLACE', 'p.id')}))
    FROM place p WHERE (p.retired_on IS NULL OR p.retired_on > $2::date) AND ($7::uuid IS NULL OR p.city_id = $7::uuid))::text AS places,
  (SELECT json_agg(json_build_object('placeId', k.place_id, 'from', k.opens_on, 'until', k.closes_on, 'track', k.track,
      'confirmedOn', CASE WHEN k.status = 'CONFIRMED' THEN GREATEST((k.confirmed_at AT TIME ZONE 'Europe/Amsterdam')::date, k.still_right_on) END))
    FROM capacity_period k WHERE k.closes_on > $1::date AND k.opens_on < $3::date AND k.status <> 'WITHDRAWN' AND ($7::uuid IS NULL OR k.city_id = $7::uuid))::text AS periods,
  (SELECT json_agg(json_build_object('placeId', b.place_id, 'from', b.blocked_from, 'until', b.blocked_until, 'reason', b.reason))
    FROM blocked_days b WHERE b.lifted_at IS NULL AND b.blocked_until > $1::date AND b.blocked_from < $3::date)::text AS blocked,
  (SELECT json_agg(json_build_array(s.place_id, COALESCE(s.actual_arrives_on, s.arrives_on), COALESCE(s.actual_departs_on, s.departs_on),
      CASE WHEN s.defender_id = ANY($5::uuid[]) THEN s.defender_id END,
      $6::boolean AND EXISTS (SELECT FROM defender d WHERE d.id = s.defender_id AND d.interpreter IS NOT NULL)))
    FROM stay s JOIN host_city c ON c.id = s.city_id
    WHERE s.arrives_on >= LEAST(make_date(EXTRACT(year FROM $2::date)::integer, 1, 1), $1::date) - 260 AND s.arrives_on < $3::date
      AND s.occupies IS NOT NULL AND ($4::uuid IS NULL OR s.id <> $4::uuid) AND ($7::uuid IS NULL OR s.city_id = $7::uuid)
      AND (COALESCE(s.actual_departs_on, s.departs_on) >= $1::date - 60
        OR (c.guests_a_year_at_most IS NOT NULL AND COALESCE(s.actual_arrives_on, s.arrives_on) >= make_date(EXTRACT(year FROM $2::date)::integer, 1, 1))))::text AS occupied,
  (SELECT json_agg(json_build_array(h.place_id, h.arrives_on, h.departs_on, null, false))
    FROM app_hidden_nights() h WHERE h.arrives_on < $3::date AND h.departs_on >= $1::date - 60)::text AS "hiddenNights"`;
