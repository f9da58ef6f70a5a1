import { stayTransitions } from '@shelter-city/domain/stays/stay-transitions';

// $1 the first day, $2 the day after the last, $3 a city's slug or null, $4 today.

/** So many of those who await a place are in the tray at once. */
const unplacedShown = 100;

/** Whole rows become objects under their columns' names: a third cheaper than objects built field by field. */
const list = (rows: string) => `COALESCE((SELECT json_agg(x) FROM (${rows}) x), '[]')`;
const inCity = (column: string) =>
  `($3::text IS NULL OR ${column} = (SELECT id FROM host_city WHERE slug = $3::text))`;
/** What lies in a place that isn't shown (retired since) is left out with it. */
const isShown = (column: string) => `${column} IN (SELECT id FROM shown)`;
/** A code name as addresses write it: what the domain calls its slug. */
const code = "lower(replace(d.code_name, ' ', '-')) AS code";
const movable = stayTransitions['stay:move'].from.map((status) => `'${status}'`).join(', ');

const cities = `SELECT c.id, c.slug, c.name FROM host_city c WHERE ($3::text IS NULL OR c.slug = $3::text) ORDER BY c.name`;

const periods = `SELECT k.place_id AS "placeId", k.opens_on AS "from", k.closes_on AS until, k.status
    FROM capacity_period k
    WHERE k.closes_on > $1::date AND k.opens_on < $2::date AND k.status <> 'WITHDRAWN' AND ${isShown('k.place_id')}`;

const blocked = `SELECT b.place_id AS "placeId", b.blocked_from AS "from", b.blocked_until AS until, b.reason
    FROM blocked_days b
    WHERE b.lifted_at IS NULL AND b.blocked_until > $1::date AND b.blocked_from < $2::date AND ${isShown('b.place_id')}`;

const stays = `SELECT s.id, s.place_id AS "placeId", ${code}, d.code_name AS "codeName", s.status,
      COALESCE(s.actual_arrives_on, s.arrives_on) AS "from", COALESCE(s.actual_departs_on, s.departs_on) AS until,
      CASE WHEN s.status = 'PROPOSED' THEN ((s.hold_expires_at - interval '1 second') AT TIME ZONE 'Europe/Amsterdam')::date END AS "holdUntil",
      s.status IN (${movable}) AS movable, s.version
    FROM stay s JOIN defender d ON d.id = s.defender_id
    WHERE s.arrives_on < $2::date + 60 AND s.arrives_on >= $1::date - 260
      AND COALESCE(s.actual_arrives_on, s.arrives_on) < $2::date AND COALESCE(s.actual_departs_on, s.departs_on) > $1::date
      AND s.status NOT IN ('DECLINED', 'LAPSED', 'TURNED_DOWN', 'CANCELLED', 'NO_SHOW') AND ${isShown('s.place_id')}`;

/** Nights of those whom the reader may not see: taken, and nothing says by whom. */
const taken = `SELECT h.place_id AS "placeId", h.arrives_on AS "from", h.departs_on AS until
    FROM app_hidden_nights() h WHERE h.arrives_on < $2::date AND h.departs_on > $1::date AND ${isShown('h.place_id')}`;

const unplaced = `SELECT ${code}, d.code_name AS "codeName", d.earliest_arrival AS "earliestArrival",
      d.latest_arrival AS "latestArrival", d.nights_wished AS "nightsWished"
    FROM defender d WHERE d.awaits_place
    ORDER BY d.earliest_arrival NULLS LAST, d.code_name LIMIT ${String(unplacedShown)}`;

/**
 * The whole reply in one statement, each part bounded by an index on days: a stay that touches the window arrived at most
 * 200 nights before it (60 more for one who arrived earlier than planned), so what ever was costs nothing.
 */
export const boardSql = `
WITH shown AS MATERIALIZED (
  SELECT p.id, p.city_id AS "cityId", p.label, p.women_only AS "womenOnly", p.step_free AS "stepFree", p.track
  FROM place p WHERE (p.retired_on IS NULL OR p.retired_on > $1::date) AND ${inCity('p.city_id')})
SELECT ($3::text IS NULL OR EXISTS (SELECT FROM host_city WHERE slug = $3::text)) AS known, row_to_json(b)::text AS board
FROM (SELECT $4::date AS "asOf", $1::date AS "from", $2::date AS until,
  ${list(cities)} AS cities,
  ${list('SELECT * FROM shown ORDER BY label')} AS places,
  ${list(periods)} AS periods,
  ${list(blocked)} AS blocked,
  ${list(stays)} AS stays,
  ${list(taken)} AS taken,
  ${list(unplaced)} AS unplaced) b`;
