// $1 the first day, $2 the day after the last, $3 a city's slug or null.

/** So many of those who await a place are in the tray at once. */
const unplacedShown = 100;

const inCity = (column: string) => `($3::text IS NULL OR ${column} = (SELECT id FROM host_city WHERE slug = $3::text))`;

/**
 * A window of the board in one statement, each part bounded by an index on days: a stay that touches the window arrived at most 200 nights
 * before it (60 more for one who arrived earlier than planned), so what ever was costs nothing.
 */
export const boardSql = `
SELECT
  (SELECT json_agg(json_build_object('id', c.id, 'slug', c.slug, 'name', c.name) ORDER BY c.name)
    FROM host_city c WHERE ($3::text IS NULL OR c.slug = $3::text))::text AS cities,
  (SELECT json_agg(json_build_object('id', p.id, 'cityId', p.city_id, 'label', p.label, 'womenOnly', p.women_only, 'stepFree', p.step_free, 'track', p.track)
      ORDER BY p.label)
    FROM place p WHERE (p.retired_on IS NULL OR p.retired_on > $1::date) AND ${inCity('p.city_id')})::text AS places,
  (SELECT json_agg(json_build_object('placeId', k.place_id, 'from', k.opens_on, 'until', k.closes_on, 'status', k.status))
    FROM capacity_period k
    WHERE k.closes_on > $1::date AND k.opens_on < $2::date AND k.status <> 'WITHDRAWN' AND ${inCity('k.city_id')})::text AS periods,
  (SELECT json_agg(json_build_object('placeId', b.place_id, 'from', b.blocked_from, 'until', b.blocked_until, 'reason', b.reason))
    FROM blocked_days b
    WHERE b.lifted_at IS NULL AND b.blocked_until > $1::date AND b.blocked_from < $2::date AND ${inCity('b.city_id')})::text AS blocked,
  (SELECT json_agg(json_build_object('id', s.id, 'placeId', s.place_id, 'codeName', d.code_name, 'status', s.status,
      'from', COALESCE(s.actual_arrives_on, s.arrives_on), 'until', COALESCE(s.actual_departs_on, s.departs_on),
      'holdUntil', CASE WHEN s.status = 'PROPOSED' THEN ((s.hold_expires_at - interval '1 second') AT TIME ZONE 'Europe/Amsterdam')::date END,
      'version', s.version))
    FROM stay s JOIN defender d ON d.id = s.defender_id
    WHERE s.arrives_on < $2::date + 60 AND s.arrives_on >= $1::date - 260
      AND COALESCE(s.actual_arrives_on, s.arrives_on) < $2::date AND COALESCE(s.actual_departs_on, s.departs_on) > $1::date
      AND s.status NOT IN ('DECLINED', 'LAPSED', 'TURNED_DOWN', 'CANCELLED', 'NO_SHOW') AND ${inCity('s.city_id')})::text AS stays,
  (SELECT json_agg(u) FROM (
    SELECT d.code_name AS "codeName", d.earliest_arrival AS "earliestArrival", d.latest_arrival AS "latestArrival", d.nights_wished AS "nightsWished"
    FROM defender d WHERE d.awaits_place ORDER BY d.earliest_arrival NULLS LAST, d.code_name LIMIT ${String(unplacedShown)}) u)::text AS unplaced`;
