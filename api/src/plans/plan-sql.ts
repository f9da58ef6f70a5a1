const moment = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const placement = (place: string, from: string, until: string) =>
  `CASE WHEN q.${place} IS NOT NULL THEN json_build_object('placeId', q.${place}, 'span', json_build_object('from', q.${from}, 'until', q.${until})) END`;

/** $1 now: whoever runs says so every few seconds, so a run that is silent was ended by a kill. */
const line = `'id', p.id, 'name', p.name,
  'status', CASE WHEN p.status = 'RUNNING' AND p.runs_until < $1::timestamptz THEN 'STOPPED' ELSE p.status::text END,
  'arrivals', json_build_object('from', p.arrivals_from, 'until', p.arrivals_until), 'placesKeptFree', p.places_kept_free,
  'madeBy', (SELECT json_build_object('id', a.id, 'displayName', a.display_name) FROM account a WHERE a.id = p.made_by_id),
  'changedAt', ${moment('p.changed_at')}, 'plannedAt', ${moment('p.planned_at')}, 'publishedAt', ${moment('p.published_at')},
  'people', (SELECT count(*) FROM plan_person q WHERE q.plan_id = p.id),
  'placed', (SELECT count(*) FROM plan_person q WHERE q.plan_id = p.id AND q.place_id IS NOT NULL),
  'worth', p.worth, 'bound', p.bound, 'morePeopleAtMost', p.more_people_at_most, 'version', p.version`;

/** The newest drafts first. */
export const planLinesSql = `SELECT json_build_object(${line})::text AS plan FROM plan_draft p ORDER BY p.changed_at DESC, p.id LIMIT 200`;

/** $1 now, $2 the drafts. */
export const plansSql = `SELECT json_build_object(${line}, 'phase', p.phase, 'placedSoFar', p.placed_so_far,
  'rulesVersion', p.rules_version, 'weightsVersion', p.weights_version,
  'cohort', (SELECT coalesce(json_agg(json_build_object('defenderId', q.defender_id, 'pinned', q.pinned, 'bannedCityIds', q.banned_city_ids,
      'seat', ${placement('place_id', 'arrives_on', 'departs_on')},
      'before', ${placement('before_place_id', 'before_arrives_on', 'before_departs_on')},
      'options', q.options, 'decidedOn', q.decided_on_facts, 'stayId', q.stay_id,
      'evenedFromCityId', q.evened_from_city_id) ORDER BY q.defender_id), '[]')
    FROM plan_person q WHERE q.plan_id = p.id))::text AS plan
FROM plan_draft p WHERE p.id = ANY ($2::uuid[])`;

/** Makes whoever else changes, runs or publishes the draft wait. */
export const lockPlanSql = 'SELECT id FROM plan_draft WHERE id = $1::uuid FOR UPDATE';

export const newPlanSql = `INSERT INTO plan_draft (id, name, made_by_id, made_at, changed_at, copied_from_id, arrivals_from, arrivals_until, places_kept_free)
  VALUES ($1::uuid, $2, $3::uuid, $4::timestamptz, $4::timestamptz, $5::uuid, $6::date, $7::date, $8::integer)`;
export const newPeopleSql = 'INSERT INTO plan_person (plan_id, defender_id) SELECT $1::uuid, unnest($2::uuid[])';
/** A copy has the seats and wishes of what it was copied from, and what was proven of them. */
export const copySql = `WITH copied AS (
    INSERT INTO plan_draft (id, name, made_by_id, made_at, changed_at, copied_from_id, arrivals_from, arrivals_until, places_kept_free, status,
      worth, bound, first_come, more_people_at_most, planned_at, rules_version, weights_version)
    SELECT $1::uuid, $2, $3::uuid, $4::timestamptz, $4::timestamptz, p.id, p.arrivals_from, p.arrivals_until, p.places_kept_free,
      CASE WHEN p.planned_at IS NULL THEN 'NEW'::plan_status ELSE 'DONE'::plan_status END,
      p.worth, p.bound, p.first_come, p.more_people_at_most, p.planned_at, p.rules_version, p.weights_version
    FROM plan_draft p WHERE p.id = $5::uuid RETURNING id)
  INSERT INTO plan_person (plan_id, defender_id, pinned, banned_city_ids, place_id, arrives_on, departs_on, options, decided_on_facts, evened_from_city_id)
  SELECT c.id, q.defender_id, q.pinned, q.banned_city_ids, q.place_id, q.arrives_on, q.departs_on, q.options, q.decided_on_facts, q.evened_from_city_id
  FROM copied c, plan_person q WHERE q.plan_id = $5::uuid`;

/** Other days or other places kept free: what was proven was proven of another question. */
export const changePlanSql = `UPDATE plan_draft SET name = $2, arrivals_from = $3::date, arrivals_until = $4::date, places_kept_free = $5::integer,
  bound = CASE WHEN arrivals_from = $3::date AND arrivals_until = $4::date AND places_kept_free = $5::integer THEN bound END,
  changed_at = $6::timestamptz, version = version + 1 WHERE id = $1::uuid`;
export const wishSql = `UPDATE plan_person SET pinned = $3::boolean, banned_city_ids = $4::uuid[] WHERE plan_id = $1::uuid AND defender_id = $2::uuid`;
/** $3 whether what was proven of the draft still holds. */
export const touchSql = `UPDATE plan_draft SET changed_at = $2::timestamptz, bound = CASE WHEN $3::boolean THEN bound END, version = version + 1 WHERE id = $1::uuid`;
export const discardSql = 'DELETE FROM plan_draft WHERE id = $1::uuid';
export const publishedSql = `UPDATE plan_draft SET status = 'PUBLISHED', run_id = NULL, runs_until = NULL, published_at = $2::timestamptz, published_by_id = $3::uuid,
  changed_at = $2::timestamptz, version = version + 1 WHERE id = $1::uuid`;
export const stayOfPersonSql = 'UPDATE plan_person SET stay_id = $3::uuid WHERE plan_id = $1::uuid AND defender_id = $2::uuid';

export const beginRunSql = `UPDATE plan_draft SET status = 'RUNNING', run_id = $2::uuid, runs_until = $3::timestamptz, stop_asked = false, phase = NULL,
  placed_so_far = NULL, changed_at = $4::timestamptz, version = version + 1 WHERE id = $1::uuid`;
/** A sign of life; answers whether somebody asked to stop, and nothing when the draft belongs to this run no more. */
export const aliveSql = `UPDATE plan_draft SET runs_until = $3::timestamptz, phase = $4, placed_so_far = $5::integer
  WHERE id = $1::uuid AND run_id = $2::uuid RETURNING stop_asked`;
/** The same question without the sign. */
export const stillWantedSql = 'SELECT stop_asked FROM plan_draft WHERE id = $1::uuid AND run_id = $2::uuid';
export const askToStopSql = `UPDATE plan_draft SET stop_asked = true WHERE id = $1::uuid AND status = 'RUNNING'`;
/** $5 why it failed, where what it was busy with stood. */
export const endRunSql = `UPDATE plan_draft SET status = $3::plan_status, phase = $5, run_id = NULL, runs_until = NULL, changed_at = $4::timestamptz, version = version + 1
  WHERE id = $1::uuid AND run_id = $2::uuid RETURNING id`;
export const foundSql = `UPDATE plan_draft SET worth = $2::bigint, bound = $3::bigint, first_come = $4::bigint, more_people_at_most = $5::integer,
  planned_at = $6::timestamptz, rules_version = $7::integer, weights_version = $8::integer WHERE id = $1::uuid`;
/** Everybody's seat, and where they were before; somebody without one is left out. */
export const seatsSql = `UPDATE plan_person q SET before_place_id = q.place_id, before_arrives_on = q.arrives_on, before_departs_on = q.departs_on,
    pinned = q.pinned AND s."placeId" IS NOT NULL, place_id = s."placeId", arrives_on = s."from", departs_on = s.until, options = s.options, decided_on_facts = s."decidedOn",
    evened_from_city_id = s."evenedFromCityId"
  FROM json_to_recordset($2::json) AS s("defenderId" uuid, "placeId" uuid, "from" date, until date, options integer, "decidedOn" jsonb, "evenedFromCityId" uuid)
  WHERE q.plan_id = $1::uuid AND q.defender_id = s."defenderId"`;

export const notAwaitingSql = 'SELECT d.id FROM defender d WHERE d.id = ANY ($1::uuid[]) AND NOT d.awaits_place';
export const pairsSql = 'SELECT one, other FROM pairs_kept_apart($1::uuid[])';
export const draftsOfSql = `SELECT count(*)::integer AS drafts FROM plan_draft WHERE made_by_id = $1::uuid AND status <> 'PUBLISHED'`;
