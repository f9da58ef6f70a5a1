-- The rules that hold whoever writes, two coordinators in the same second and psql included. Each constraint's name
-- says its rule; api/src/problems/database-problems.ts gives each its sentence, and a spec compares the two lists.
-- Spans are half-open, [first night, day of leaving): one guest may leave on the day the next arrives.

CREATE EXTENSION IF NOT EXISTS btree_gist;

-- ── Generated ranges: null when the row takes no nights, and null is free of every rule below ──────────────────────

ALTER TABLE "capacity_period" DROP COLUMN "confirmed", ADD COLUMN "confirmed" daterange
  GENERATED ALWAYS AS (CASE WHEN "status" = 'CONFIRMED' THEN daterange("opens_on", "closes_on", '[)') END) STORED;

ALTER TABLE "blocked_days" DROP COLUMN "blocks", ADD COLUMN "blocks" daterange
  GENERATED ALWAYS AS (CASE WHEN "lifted_at" IS NULL THEN daterange("blocked_from", "blocked_until", '[)') END) STORED;

-- Occupying states, for the nights really used: an actual day replaces its planned one, so a stay cut short frees the
-- rest at once. A guest who left on the day of arrival used no night: an empty range would break the temporal key.
ALTER TABLE "stay" DROP COLUMN "occupies", ADD COLUMN "occupies" daterange
  GENERATED ALWAYS AS (CASE
    WHEN "status" IN ('PROPOSED', 'CONFIRMED', 'TRAVELLING', 'IN_STAY', 'DEPARTED', 'CUT_SHORT', 'TRANSFERRED', 'CLOSED')
      AND COALESCE("actual_arrives_on", "arrives_on") < COALESCE("actual_departs_on", "departs_on")
    THEN daterange(COALESCE("actual_arrives_on", "arrives_on"), COALESCE("actual_departs_on", "departs_on"), '[)')
  END) STORED;

ALTER TABLE "stay" DROP COLUMN "occupies_and_rests", ADD COLUMN "occupies_and_rests" daterange
  GENERATED ALWAYS AS (CASE
    WHEN "status" IN ('PROPOSED', 'CONFIRMED', 'TRAVELLING', 'IN_STAY', 'DEPARTED', 'CUT_SHORT', 'TRANSFERRED', 'CLOSED')
      AND COALESCE("actual_arrives_on", "arrives_on") < COALESCE("actual_departs_on", "departs_on")
    THEN daterange(COALESCE("actual_arrives_on", "arrives_on"),
                   COALESCE("actual_departs_on", "departs_on") + "rest_days", '[)')
  END) STORED;

-- A row without nights needs no place in these indexes; and without the WHERE the planner would take them, which are
-- nine times dearer, for every "stays of this defender" and "stays of this place".
-- ── Rule 1: a place never has two occupying stays on the same night ────────────────────────────────────────────────
ALTER TABLE "stay" ADD CONSTRAINT "stay_one_guest_a_night"
  EXCLUDE USING gist ("place_id" WITH =, "occupies" WITH &&)
  WHERE ("occupies" IS NOT NULL);

-- The rest days a city asks between two guests, by the same kind of rule.
ALTER TABLE "stay" ADD CONSTRAINT "stay_leaves_the_place_its_rest"
  EXCLUDE USING gist ("place_id" WITH =, "occupies_and_rests" WITH &&)
  WHERE ("occupies_and_rests" IS NOT NULL);

-- ── Rule 2: a defender never has two occupying stays on the same night ─────────────────────────────────────────────
ALTER TABLE "stay" ADD CONSTRAINT "stay_one_place_at_a_time"
  EXCLUDE USING gist ("defender_id" WITH =, "occupies" WITH &&)
  WHERE ("occupies" IS NOT NULL);

-- ── Rule 3: an occupying stay lies inside confirmed capacity, even across two periods that touch; and capacity under
-- a stay can't be withdrawn or shortened (the same key, seen from the other side) ──────────────────────────────────
ALTER TABLE "capacity_period" ADD CONSTRAINT "capacity_confirmed_once_a_night"
  UNIQUE ("place_id", "confirmed" WITHOUT OVERLAPS);
ALTER TABLE "stay" ADD CONSTRAINT "stay_inside_confirmed_capacity"
  FOREIGN KEY ("place_id", PERIOD "occupies") REFERENCES "capacity_period" ("place_id", PERIOD "confirmed");

-- ── Rule 4: a hold always has an expiry ────────────────────────────────────────────────────────────────────────────
ALTER TABLE "stay" ADD CONSTRAINT "hold_has_an_expiry"
  CHECK ("status" <> 'PROPOSED' OR "hold_expires_at" IS NOT NULL);

-- ── Rule 5: events, risk notes and the audit log are append-only ───────────────────────────────────────────────────
-- By privilege for the application's roles (next migration), and by trigger for everybody else, the owner included.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME
    USING ERRCODE = '23514', CONSTRAINT = TG_TABLE_NAME || '_is_append_only', TABLE = TG_TABLE_NAME;
END $$;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['public.event', 'public.risk_note', 'public.risk_note_body', 'public.city_instruction',
                           'public.risk_city_ban', 'public.risk_apart', 'audit.log'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %s FOR EACH ROW EXECUTE FUNCTION refuse_change()', t);
    EXECUTE format('CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t);
  END LOOP;
END $$;

-- ── Blocked days and stays keep apart. Two tables can't share an exclusion constraint, so each side looks at the other
-- under the lock of the place's row: the second writer waits and then sees the first. ──────────────────────────────
CREATE FUNCTION keep_stay_off_blocked_days() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- The generated range isn't there yet in a BEFORE trigger; this one runs AFTER the row is written.
  IF NEW."occupies" IS NULL OR NEW."status" NOT IN ('PROPOSED', 'CONFIRMED', 'TRAVELLING') THEN RETURN NULL; END IF;
  PERFORM 1 FROM "place" WHERE "id" = NEW."place_id" FOR NO KEY UPDATE;
  IF EXISTS (SELECT 1 FROM "blocked_days" b WHERE b."place_id" = NEW."place_id" AND b."blocks" && NEW."occupies") THEN
    -- The name stands in the message as well, because Prisma's adapter passes on nothing else of such a refusal.
    RAISE EXCEPTION 'the place is closed on some of these nights: constraint "stay_not_on_blocked_days"'
      USING ERRCODE = '23P01', CONSTRAINT = 'stay_not_on_blocked_days', TABLE = 'stay';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER stay_not_on_blocked_days AFTER INSERT OR UPDATE OF "place_id", "arrives_on", "departs_on", "status" ON "stay"
  FOR EACH ROW EXECUTE FUNCTION keep_stay_off_blocked_days();

CREATE FUNCTION keep_blocked_days_off_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."blocks" IS NULL THEN RETURN NULL; END IF;
  PERFORM 1 FROM "place" WHERE "id" = NEW."place_id" FOR NO KEY UPDATE;
  IF EXISTS (SELECT 1 FROM "stay" s WHERE s."place_id" = NEW."place_id" AND s."occupies" && NEW."blocks") THEN
    RAISE EXCEPTION 'a stay lies on some of these nights: constraint "blocked_days_not_under_a_stay"'
      USING ERRCODE = '23P01', CONSTRAINT = 'blocked_days_not_under_a_stay', TABLE = 'blocked_days';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER blocked_days_not_under_a_stay AFTER INSERT OR UPDATE ON "blocked_days"
  FOR EACH ROW EXECUTE FUNCTION keep_blocked_days_off_stays();

-- ── Smaller promises ───────────────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE "stay"
  ADD CONSTRAINT "stay_departs_after_arrival" CHECK ("departs_on" > "arrives_on"),
  -- Bounds every window query: a stay that touches a window arrived at most this long before it.
  ADD CONSTRAINT "stay_lasts_at_most_200_nights" CHECK ("departs_on" - "arrives_on" <= 200),
  ADD CONSTRAINT "stay_actual_days_in_order" CHECK ("actual_departs_on" >= "actual_arrives_on"),
  ADD CONSTRAINT "stay_in_stay_has_arrived"
    CHECK ("status" NOT IN ('IN_STAY', 'DEPARTED', 'CUT_SHORT', 'TRANSFERRED', 'CLOSED') OR "actual_arrives_on" IS NOT NULL),
  ADD CONSTRAINT "stay_ended_has_departed"
    CHECK ("status" NOT IN ('DEPARTED', 'CUT_SHORT', 'TRANSFERRED', 'CLOSED') OR "actual_departs_on" IS NOT NULL),
  ADD CONSTRAINT "stay_proposal_says_why" CHECK ("status" = 'DRAFT' OR "why_this_city" IS NOT NULL OR "proposed_at" IS NULL),
  ADD CONSTRAINT "stay_refusal_has_a_reason"
    CHECK ("status" NOT IN ('DECLINED', 'CANCELLED', 'CUT_SHORT') OR "reason_code" IS NOT NULL),
  ADD CONSTRAINT "stay_other_dates_in_order" CHECK ("offered_departs_on" > "offered_arrives_on"),
  ADD CONSTRAINT "stay_rest_days_not_negative" CHECK ("rest_days" >= 0);

ALTER TABLE "capacity_period"
  ADD CONSTRAINT "capacity_closes_after_it_opens" CHECK ("closes_on" > "opens_on"),
  ADD CONSTRAINT "capacity_confirmed_is_signed"
    CHECK ("status" <> 'CONFIRMED' OR ("confirmed_at" IS NOT NULL AND "confirmed_by_id" IS NOT NULL)),
  ADD CONSTRAINT "capacity_withdrawn_has_a_reason" CHECK ("status" <> 'WITHDRAWN' OR "withdrawn_reason" IS NOT NULL);

ALTER TABLE "blocked_days"
  ADD CONSTRAINT "blocked_days_end_after_they_begin" CHECK ("blocked_until" > "blocked_from");

ALTER TABLE "place" ADD CONSTRAINT "place_sleeps_someone" CHECK ("sleeps" >= 1);

ALTER TABLE "account"
  ADD CONSTRAINT "account_city_partner_has_a_city" CHECK (("role" = 'CITY_PARTNER') = ("city_id" IS NOT NULL)),
  ADD CONSTRAINT "account_only_coordinators_are_cleared" CHECK (NOT "risk_cleared" OR "role" = 'COORDINATOR'),
  ADD CONSTRAINT "account_email_in_lower_case" CHECK ("email" = lower("email"));

ALTER TABLE "defender"
  ADD CONSTRAINT "defender_window_in_order" CHECK ("latest_arrival" >= "earliest_arrival"),
  ADD CONSTRAINT "defender_household_counts_the_defender" CHECK ("household_size" >= 1),
  ADD CONSTRAINT "defender_wishes_some_nights" CHECK ("nights_wished" BETWEEN 1 AND 180);

ALTER TABLE "schengen_presence" ADD CONSTRAINT "presence_days_in_order" CHECK ("left_on" >= "entered_on");

ALTER TABLE "sealed_compartment" ADD CONSTRAINT "sealed_compartment_has_one_subject"
  CHECK (num_nonnulls("defender_id", "place_id") = 1
         AND ("compartment" = 'ADDRESS') = ("place_id" IS NOT NULL)
         AND ("place_id" IS NULL) = ("city_id" IS NULL));

ALTER TABLE "risk_note" ADD CONSTRAINT "risk_note_has_its_subject" CHECK (
  CASE "subject" WHEN 'DEFENDER' THEN "defender_id" IS NOT NULL WHEN 'CITY' THEN "city_id" IS NOT NULL
                 WHEN 'PLACE' THEN "place_id" IS NOT NULL WHEN 'STAY' THEN "stay_id" IS NOT NULL END);
ALTER TABLE "risk_apart" ADD CONSTRAINT "risk_apart_names_two" CHECK ("defender_id" <> "other_defender_id");

-- ── Who awaits a place: nobody may fall out of that list, and it is asked all day, so the database keeps it as a column
-- instead of looking through every stay there ever was. One defender's changes wait for each other here, so that two
-- stays which end in the same second don't each count on the other. Its owner is set in the next migration. ───────────
CREATE FUNCTION keep_who_awaits_a_place() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  who uuid;
  person defender;
  waits boolean;
BEGIN
  IF TG_TABLE_NAME = 'defender' THEN who := NEW.id;
  ELSIF TG_OP = 'DELETE' THEN who := OLD.defender_id;
  ELSE who := NEW.defender_id;
  END IF;
  SELECT * INTO person FROM defender d WHERE d.id = who FOR NO KEY UPDATE;
  waits := person.selection = 'SELECTED' AND NOT EXISTS (SELECT FROM stay s WHERE s.defender_id = who AND (
    s.status IN ('DRAFT', 'PROPOSED', 'CONFIRMED', 'TRAVELLING', 'IN_STAY')
    OR (s.status IN ('DEPARTED', 'CUT_SHORT', 'TRANSFERRED', 'CLOSED')
        AND (person.selected_on IS NULL OR s.arrives_on >= person.selected_on))));
  IF waits <> person.awaits_place THEN UPDATE defender SET awaits_place = waits WHERE id = who; END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER who_awaits_a_place AFTER INSERT OR UPDATE OF "selection", "selected_on" ON "defender"
  FOR EACH ROW EXECUTE FUNCTION keep_who_awaits_a_place();
CREATE TRIGGER who_awaits_a_place AFTER INSERT OR DELETE OR UPDATE OF "status", "arrives_on" ON "stay"
  FOR EACH ROW EXECUTE FUNCTION keep_who_awaits_a_place();

-- ── Indexes that Prisma can't say ──────────────────────────────────────────────────────────────────────────────────
-- Under row-level security only leakproof comparisons become index conditions: days, ids and texts are, enums and
-- ranges are not. So hot states get partial indexes, and windows are asked by day.
CREATE INDEX "stay_arrives_on" ON "stay" ("arrives_on");
CREATE INDEX "stay_waiting" ON "stay" ("hold_expires_at") WHERE "status" = 'PROPOSED';
CREATE INDEX "stay_coming" ON "stay" ("arrives_on") WHERE "status" IN ('CONFIRMED', 'TRAVELLING');
CREATE INDEX "stay_here" ON "stay" ("departs_on") WHERE "status" = 'IN_STAY';
CREATE INDEX "stay_alarmed" ON "stay" ("arrives_on") WHERE "status" = 'NO_SHOW';
CREATE INDEX "stay_answered" ON "stay" ("answered_at") WHERE "status" IN ('CONFIRMED', 'DECLINED');
CREATE INDEX "stay_lapsed" ON "stay" ("hold_expires_at") WHERE "status" = 'LAPSED';
CREATE INDEX "stay_drafted" ON "stay" ("arrives_on") WHERE "status" = 'DRAFT';
-- Code names are found by how they begin, as a range of bytes, whatever the database's own collation is.
ALTER TABLE "defender" ALTER COLUMN "code_name" TYPE text COLLATE "C";
CREATE INDEX "defender_selected" ON "defender" ("code_name") WHERE "selection" = 'SELECTED';
CREATE INDEX "defender_undecided" ON "defender" ("code_name")
  WHERE "selection" IN ('RECEIVED', 'TRIAGE', 'VETTING', 'SHORTLISTED', 'RESERVE');
CREATE INDEX "defender_awaiting" ON "defender" ("code_name") WHERE "awaits_place";
-- A missing day sorts last. CASE, because under row-level security COALESCE doesn't reach an index.
CREATE INDEX "defender_earliest_first" ON "defender"
  ((CASE WHEN "earliest_arrival" IS NULL THEN 'infinity'::date ELSE "earliest_arrival" END), "code_name");
CREATE INDEX "defender_latest_selected_first" ON "defender"
  ((CASE WHEN "selected_on" IS NULL THEN '-infinity'::date ELSE "selected_on" END) DESC, "code_name");
CREATE INDEX "capacity_unconfirmed" ON "capacity_period" ("opens_on") WHERE "status" IN ('REQUESTED', 'OFFERED');
-- A window of the board asks what had not ended before it.
CREATE INDEX "capacity_closes_on" ON "capacity_period" ("closes_on");
CREATE INDEX "blocked_days_end" ON "blocked_days" ("blocked_until") WHERE "lifted_at" IS NULL;
