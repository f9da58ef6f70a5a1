-- From which city's seat fairness between cities moved somebody, so that "why" can say so.
ALTER TABLE "plan_person" ADD COLUMN "evened_from_city_id" UUID;
COMMENT ON COLUMN "plan_person"."evened_from_city_id" IS 'S2; kept a year after the last change of the plan, and never longer than the case';
