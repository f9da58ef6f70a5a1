-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "audit";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "vault";

-- CreateEnum
CREATE TYPE "role" AS ENUM ('COORDINATOR', 'CITY_PARTNER', 'MANAGER', 'ADMIN');

-- CreateEnum
CREATE TYPE "city_status" AS ENUM ('ACTIVE', 'PAUSED', 'LEFT');

-- CreateEnum
CREATE TYPE "place_kind" AS ENUM ('STUDIO', 'STUDENT_FLAT', 'HOST_FAMILY', 'HOTEL_BRIDGE', 'APARTMENT');

-- CreateEnum
CREATE TYPE "track" AS ENUM ('JOURNALIST', 'ARTIST', 'ACADEMIC', 'SHORT_STAY');

-- CreateEnum
CREATE TYPE "capacity_status" AS ENUM ('REQUESTED', 'OFFERED', 'CONFIRMED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "block_reason" AS ENUM ('REPAIR', 'STAFF_LEAVE', 'EXAM_WEEKS', 'CITY_EVENT', 'SAFETY', 'OTHER');

-- CreateEnum
CREATE TYPE "application_status" AS ENUM ('RECEIVED', 'TRIAGE', 'VETTING', 'SHORTLISTED', 'SELECTED', 'INELIGIBLE', 'REJECTED', 'RESERVE', 'NOT_SELECTED', 'WITHDRAWN', 'DEFERRED');

-- CreateEnum
CREATE TYPE "language_level" AS ENUM ('A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'NATIVE');

-- CreateEnum
CREATE TYPE "city_wish_kind" AS ENUM ('PREFER', 'AVOID');

-- CreateEnum
CREATE TYPE "publicity_level" AS ENUM ('NEVER', 'AFTER_RETURN', 'OFFLINE_ONLY', 'EACH_TIME', 'FREE');

-- CreateEnum
CREATE TYPE "compartment" AS ENUM ('IDENTITY', 'CONTACT', 'DEPENDANTS', 'RISK', 'ADDRESS');

-- CreateEnum
CREATE TYPE "risk_subject" AS ENUM ('DEFENDER', 'CITY', 'PLACE', 'STAY');

-- CreateEnum
CREATE TYPE "risk_scope" AS ENUM ('PERSON', 'FAMILY', 'ORGANISATION', 'COUNTRY', 'HOST_CITY', 'DIGITAL');

-- CreateEnum
CREATE TYPE "risk_level" AS ENUM ('LOW', 'MEDIUM', 'HIGH', 'CRITICAL');

-- CreateEnum
CREATE TYPE "risk_degree" AS ENUM ('DIRECT_RISK', 'DIFFICULT_ENVIRONMENT', 'NEED_OF_RESPITE');

-- CreateEnum
CREATE TYPE "stay_status" AS ENUM ('DRAFT', 'PROPOSED', 'CONFIRMED', 'TRAVELLING', 'IN_STAY', 'DEPARTED', 'CUT_SHORT', 'TRANSFERRED', 'CLOSED', 'DECLINED', 'LAPSED', 'TURNED_DOWN', 'CANCELLED', 'NO_SHOW');

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "email" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "city_id" UUID,
    "risk_cleared" BOOLEAN NOT NULL DEFAULT false,
    "password_hash" TEXT NOT NULL,
    "totp_sealed" BYTEA NOT NULL,
    "totp_last_step" BIGINT NOT NULL DEFAULT 0,
    "language" TEXT NOT NULL DEFAULT 'en',
    "theme" TEXT NOT NULL DEFAULT 'system',
    "shortcuts" BOOLEAN NOT NULL DEFAULT true,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "account_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "device" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_delay" (
    "bucket" BYTEA NOT NULL,
    "failures" INTEGER NOT NULL,
    "not_before" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_delay_pkey" PRIMARY KEY ("bucket")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "account_id" UUID NOT NULL,
    "key" UUID NOT NULL,
    "request_hash" BYTEA NOT NULL,
    "reply" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("account_id","key")
);

-- CreateTable
CREATE TABLE "setting" (
    "name" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "host_city" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "joined_year" INTEGER NOT NULL,
    "status" "city_status" NOT NULL DEFAULT 'ACTIVE',
    "latitude" DOUBLE PRECISION NOT NULL,
    "longitude" DOUBLE PRECISION NOT NULL,
    "themes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "languages" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "languages_known" BOOLEAN NOT NULL DEFAULT false,
    "care_nearby" BOOLEAN,
    "courses" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "screening_days" INTEGER NOT NULL DEFAULT 0,
    "public_events" TEXT NOT NULL DEFAULT 'SMALL',
    "guests_a_year_at_most" INTEGER,
    "days_between_guests" INTEGER NOT NULL DEFAULT 0,
    "agreement_valid_until" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "host_city_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "coordinating_organisation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "city_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "since" DATE NOT NULL,
    "until" DATE,

    CONSTRAINT "coordinating_organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "place" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "city_id" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "kind" "place_kind" NOT NULL,
    "sleeps" INTEGER NOT NULL DEFAULT 1,
    "step_free" BOOLEAN,
    "quiet" BOOLEAN,
    "women_only" BOOLEAN NOT NULL DEFAULT false,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "pets_allowed" BOOLEAN,
    "prayer_space" BOOLEAN,
    "track" "track",
    "retired_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "place_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "capacity_period" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "place_id" UUID NOT NULL,
    "city_id" UUID NOT NULL,
    "opens_on" DATE NOT NULL,
    "closes_on" DATE NOT NULL,
    "status" "capacity_status" NOT NULL,
    "track" "track",
    "note" TEXT,
    "confirmed_at" TIMESTAMPTZ(3),
    "confirmed_by_id" UUID,
    "withdrawn_reason" TEXT,
    "still_right_on" DATE,
    "confirmed" daterange,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "capacity_period_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "blocked_days" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "place_id" UUID NOT NULL,
    "city_id" UUID NOT NULL,
    "blocked_from" DATE NOT NULL,
    "blocked_until" DATE NOT NULL,
    "reason" "block_reason" NOT NULL,
    "note" TEXT,
    "lifted_at" TIMESTAMPTZ(3),
    "blocks" daterange,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "blocked_days_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "call" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "published_on" DATE NOT NULL,
    "closes_on" DATE NOT NULL,
    "stays_from" DATE NOT NULL,
    "stays_until" DATE NOT NULL,

    CONSTRAINT "call_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "application" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "call_id" UUID NOT NULL,
    "defender_id" UUID NOT NULL,
    "status" "application_status" NOT NULL DEFAULT 'RECEIVED',
    "received_on" DATE NOT NULL,
    "decided_on" DATE,
    "decision_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "application_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "defender" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "code_name" TEXT NOT NULL,
    "selection" "application_status" NOT NULL DEFAULT 'RECEIVED',
    "selected_on" DATE,
    "country_of_work" TEXT NOT NULL,
    "current_country" TEXT,
    "themes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "needs" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "household_size" INTEGER NOT NULL DEFAULT 1,
    "women_only_allowed" BOOLEAN NOT NULL DEFAULT false,
    "interpreter" TEXT,
    "earliest_arrival" DATE,
    "latest_arrival" DATE,
    "nights_wished" INTEGER NOT NULL DEFAULT 89,
    "passport_valid_until" DATE,
    "visa_needed" BOOLEAN NOT NULL DEFAULT true,
    "visa_lead_days" INTEGER,
    "track" "track",
    "publicity" "publicity_level" NOT NULL DEFAULT 'NEVER',
    "case_lead_id" UUID,
    "awaits_place" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "defender_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "defender_language" (
    "defender_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "level" "language_level" NOT NULL,

    CONSTRAINT "defender_language_pkey" PRIMARY KEY ("defender_id","language")
);

-- CreateTable
CREATE TABLE "defender_city_wish" (
    "defender_id" UUID NOT NULL,
    "city_id" UUID NOT NULL,
    "kind" "city_wish_kind" NOT NULL,

    CONSTRAINT "defender_city_wish_pkey" PRIMARY KEY ("defender_id","city_id")
);

-- CreateTable
CREATE TABLE "schengen_presence" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "defender_id" UUID NOT NULL,
    "entered_on" DATE NOT NULL,
    "left_on" DATE NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "schengen_presence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sealed_compartment" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "defender_id" UUID,
    "place_id" UUID,
    "city_id" UUID,
    "compartment" "compartment" NOT NULL,
    "data_key_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "sealed_compartment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "risk_note" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "subject" "risk_subject" NOT NULL,
    "defender_id" UUID,
    "city_id" UUID,
    "place_id" UUID,
    "stay_id" UUID,
    "scope" "risk_scope" NOT NULL,
    "level" "risk_level" NOT NULL,
    "degree" "risk_degree" NOT NULL,
    "review_by" DATE NOT NULL,
    "restricted" BOOLEAN NOT NULL DEFAULT false,
    "supersedes_id" UUID,
    "author_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "risk_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "risk_note_body" (
    "note_id" UUID NOT NULL,
    "data_key_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "risk_note_body_pkey" PRIMARY KEY ("note_id")
);

-- CreateTable
CREATE TABLE "city_instruction" (
    "note_id" UUID NOT NULL,
    "defender_id" UUID,
    "text" TEXT NOT NULL,

    CONSTRAINT "city_instruction_pkey" PRIMARY KEY ("note_id")
);

-- CreateTable
CREATE TABLE "risk_city_ban" (
    "note_id" UUID NOT NULL,
    "defender_id" UUID NOT NULL,
    "city_id" UUID NOT NULL,

    CONSTRAINT "risk_city_ban_pkey" PRIMARY KEY ("note_id","city_id")
);

-- CreateTable
CREATE TABLE "risk_apart" (
    "note_id" UUID NOT NULL,
    "defender_id" UUID NOT NULL,
    "other_defender_id" UUID NOT NULL,

    CONSTRAINT "risk_apart_pkey" PRIMARY KEY ("note_id","other_defender_id")
);

-- CreateTable
CREATE TABLE "stay" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "defender_id" UUID NOT NULL,
    "place_id" UUID NOT NULL,
    "city_id" UUID NOT NULL,
    "status" "stay_status" NOT NULL DEFAULT 'DRAFT',
    "arrives_on" DATE NOT NULL,
    "departs_on" DATE NOT NULL,
    "actual_arrives_on" DATE,
    "actual_departs_on" DATE,
    "hold_expires_at" TIMESTAMPTZ(3),
    "track" "track",
    "call_id" UUID,
    "case_lead_id" UUID,
    "why_this_city" TEXT,
    "reason_code" TEXT,
    "reason_note" TEXT,
    "return_reviewed_on" DATE,
    "proposed_at" TIMESTAMPTZ(3),
    "answered_at" TIMESTAMPTZ(3),
    "offered_arrives_on" DATE,
    "offered_departs_on" DATE,
    "continues_id" UUID,
    "rest_days" INTEGER NOT NULL DEFAULT 0,
    "decided_on_facts" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "occupies" daterange,
    "occupies_and_rests" daterange,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "stay_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "actor_id" UUID,
    "subject" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "city_id" UUID,
    "defender_id" UUID,
    "verb" TEXT NOT NULL,
    "from_status" TEXT,
    "to_status" TEXT,
    "reason_code" TEXT,
    "note" TEXT,
    "detail" JSONB,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "export" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "account_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "kind" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "filter" JSONB NOT NULL,
    "columns" TEXT[],
    "rows" INTEGER NOT NULL,
    "sha256" BYTEA NOT NULL,

    CONSTRAINT "export_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vault"."data_key" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "wrapped" BYTEA NOT NULL,
    "ring_key_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "data_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit"."log" (
    "seq" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "actor_id" UUID,
    "actor_role" TEXT,
    "action" TEXT NOT NULL,
    "object_kind" TEXT,
    "object_id" UUID,
    "result" TEXT NOT NULL,
    "reason" TEXT,
    "fields" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "request_id" TEXT,

    CONSTRAINT "log_pkey" PRIMARY KEY ("seq")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_email_key" ON "account"("email");

-- CreateIndex
CREATE INDEX "account_city_id_idx" ON "account"("city_id");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_account_id_idx" ON "session"("account_id");

-- CreateIndex
CREATE INDEX "idempotency_key_created_at_idx" ON "idempotency_key"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "host_city_slug_key" ON "host_city"("slug");

-- CreateIndex
CREATE INDEX "coordinating_organisation_city_id_idx" ON "coordinating_organisation"("city_id");

-- CreateIndex
CREATE UNIQUE INDEX "place_city_id_label_key" ON "place"("city_id", "label");

-- CreateIndex
CREATE UNIQUE INDEX "place_id_city_id_key" ON "place"("id", "city_id");

-- CreateIndex
CREATE INDEX "capacity_period_city_id_opens_on_idx" ON "capacity_period"("city_id", "opens_on");

-- CreateIndex
CREATE INDEX "capacity_period_place_id_opens_on_idx" ON "capacity_period"("place_id", "opens_on");

-- CreateIndex
CREATE INDEX "blocked_days_place_id_blocked_from_idx" ON "blocked_days"("place_id", "blocked_from");

-- CreateIndex
CREATE UNIQUE INDEX "call_name_key" ON "call"("name");

-- CreateIndex
CREATE INDEX "application_defender_id_idx" ON "application"("defender_id");

-- CreateIndex
CREATE INDEX "application_status_idx" ON "application"("status");

-- CreateIndex
CREATE UNIQUE INDEX "application_call_id_defender_id_key" ON "application"("call_id", "defender_id");

-- CreateIndex
CREATE UNIQUE INDEX "defender_code_name_key" ON "defender"("code_name");

-- CreateIndex
CREATE INDEX "defender_selection_code_name_idx" ON "defender"("selection", "code_name");

-- CreateIndex
CREATE INDEX "defender_case_lead_id_idx" ON "defender"("case_lead_id");

-- CreateIndex
CREATE INDEX "defender_city_wish_city_id_idx" ON "defender_city_wish"("city_id");

-- CreateIndex
CREATE INDEX "schengen_presence_defender_id_idx" ON "schengen_presence"("defender_id");

-- CreateIndex
CREATE UNIQUE INDEX "sealed_compartment_defender_id_compartment_key" ON "sealed_compartment"("defender_id", "compartment");

-- CreateIndex
CREATE UNIQUE INDEX "sealed_compartment_place_id_compartment_key" ON "sealed_compartment"("place_id", "compartment");

-- CreateIndex
CREATE UNIQUE INDEX "risk_note_supersedes_id_key" ON "risk_note"("supersedes_id");

-- CreateIndex
CREATE INDEX "risk_note_defender_id_idx" ON "risk_note"("defender_id");

-- CreateIndex
CREATE INDEX "risk_note_review_by_idx" ON "risk_note"("review_by");

-- CreateIndex
CREATE INDEX "city_instruction_defender_id_idx" ON "city_instruction"("defender_id");

-- CreateIndex
CREATE INDEX "risk_city_ban_defender_id_idx" ON "risk_city_ban"("defender_id");

-- CreateIndex
CREATE INDEX "risk_apart_defender_id_idx" ON "risk_apart"("defender_id");

-- CreateIndex
CREATE INDEX "risk_apart_other_defender_id_idx" ON "risk_apart"("other_defender_id");

-- CreateIndex
CREATE UNIQUE INDEX "stay_continues_id_key" ON "stay"("continues_id");

-- CreateIndex
CREATE INDEX "stay_city_id_status_idx" ON "stay"("city_id", "status");

-- CreateIndex
CREATE INDEX "stay_defender_id_idx" ON "stay"("defender_id");

-- CreateIndex
CREATE INDEX "stay_place_id_arrives_on_idx" ON "stay"("place_id", "arrives_on");

-- CreateIndex
CREATE INDEX "stay_status_arrives_on_idx" ON "stay"("status", "arrives_on");

-- CreateIndex
CREATE INDEX "stay_status_hold_expires_at_idx" ON "stay"("status", "hold_expires_at");

-- CreateIndex
CREATE INDEX "event_subject_subject_id_at_idx" ON "event"("subject", "subject_id", "at");

-- CreateIndex
CREATE INDEX "event_city_id_at_idx" ON "event"("city_id", "at");

-- CreateIndex
CREATE INDEX "event_defender_id_at_idx" ON "event"("defender_id", "at");

-- CreateIndex
CREATE INDEX "export_account_id_at_idx" ON "export"("account_id", "at");

-- CreateIndex
CREATE INDEX "log_actor_id_at_idx" ON "audit"."log"("actor_id", "at");

-- CreateIndex
CREATE INDEX "log_object_id_idx" ON "audit"."log"("object_id");

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_city_id_fkey" FOREIGN KEY ("city_id") REFERENCES "host_city"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coordinating_organisation" ADD CONSTRAINT "coordinating_organisation_city_id_fkey" FOREIGN KEY ("city_id") REFERENCES "host_city"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "place" ADD CONSTRAINT "place_city_id_fkey" FOREIGN KEY ("city_id") REFERENCES "host_city"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "capacity_period" ADD CONSTRAINT "capacity_period_place_id_city_id_fkey" FOREIGN KEY ("place_id", "city_id") REFERENCES "place"("id", "city_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "blocked_days" ADD CONSTRAINT "blocked_days_place_id_city_id_fkey" FOREIGN KEY ("place_id", "city_id") REFERENCES "place"("id", "city_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application" ADD CONSTRAINT "application_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application" ADD CONSTRAINT "application_defender_id_fkey" FOREIGN KEY ("defender_id") REFERENCES "defender"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "defender_language" ADD CONSTRAINT "defender_language_defender_id_fkey" FOREIGN KEY ("defender_id") REFERENCES "defender"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "defender_city_wish" ADD CONSTRAINT "defender_city_wish_defender_id_fkey" FOREIGN KEY ("defender_id") REFERENCES "defender"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "defender_city_wish" ADD CONSTRAINT "defender_city_wish_city_id_fkey" FOREIGN KEY ("city_id") REFERENCES "host_city"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "schengen_presence" ADD CONSTRAINT "schengen_presence_defender_id_fkey" FOREIGN KEY ("defender_id") REFERENCES "defender"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sealed_compartment" ADD CONSTRAINT "sealed_compartment_defender_id_fkey" FOREIGN KEY ("defender_id") REFERENCES "defender"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "risk_note" ADD CONSTRAINT "risk_note_defender_id_fkey" FOREIGN KEY ("defender_id") REFERENCES "defender"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "risk_note" ADD CONSTRAINT "risk_note_supersedes_id_fkey" FOREIGN KEY ("supersedes_id") REFERENCES "risk_note"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "risk_note_body" ADD CONSTRAINT "risk_note_body_note_id_fkey" FOREIGN KEY ("note_id") REFERENCES "risk_note"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "city_instruction" ADD CONSTRAINT "city_instruction_note_id_fkey" FOREIGN KEY ("note_id") REFERENCES "risk_note"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "risk_city_ban" ADD CONSTRAINT "risk_city_ban_note_id_fkey" FOREIGN KEY ("note_id") REFERENCES "risk_note"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "risk_city_ban" ADD CONSTRAINT "risk_city_ban_city_id_fkey" FOREIGN KEY ("city_id") REFERENCES "host_city"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "risk_apart" ADD CONSTRAINT "risk_apart_note_id_fkey" FOREIGN KEY ("note_id") REFERENCES "risk_note"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stay" ADD CONSTRAINT "stay_defender_id_fkey" FOREIGN KEY ("defender_id") REFERENCES "defender"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stay" ADD CONSTRAINT "stay_place_id_city_id_fkey" FOREIGN KEY ("place_id", "city_id") REFERENCES "place"("id", "city_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stay" ADD CONSTRAINT "stay_continues_id_fkey" FOREIGN KEY ("continues_id") REFERENCES "stay"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
