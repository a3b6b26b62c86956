-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "users" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "role" TEXT NOT NULL,
    "demo_key" TEXT,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "refresh_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calls" (
    "id" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'waiting',
    "line" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "from_number" TEXT NOT NULL,
    "caller_name" TEXT,
    "priority" INTEGER NOT NULL DEFAULT 0,
    "queued_at" TIMESTAMPTZ(3) NOT NULL,
    "offered_to" TEXT,
    "rep_id" TEXT,
    "claimed_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "wrap_up_ends_at" TIMESTAMPTZ(3),
    "wrapped_at" TIMESTAMPTZ(3),
    "returned_by" TEXT,
    "returned_at" TIMESTAMPTZ(3),
    "customer_id" TEXT,
    "patient_id" TEXT,
    "disposition" TEXT,
    "notes" TEXT NOT NULL DEFAULT '',
    "topic" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "last_seq" INTEGER NOT NULL DEFAULT 0,
    "last_segment" INTEGER NOT NULL DEFAULT 0,
    "last_batch" TEXT,

    CONSTRAINT "calls_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "offers" (
    "id" TEXT NOT NULL,
    "call_id" TEXT NOT NULL,
    "rep_id" TEXT NOT NULL,
    "offered_at" TIMESTAMPTZ(6) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "waited_ms" INTEGER NOT NULL,
    "why" JSONB NOT NULL,

    CONSTRAINT "offers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" BIGSERIAL NOT NULL,
    "event" TEXT NOT NULL,
    "call_id" TEXT,
    "rep_id" TEXT,
    "offer_id" TEXT,
    "outcome" TEXT,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "told" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "rev" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "told_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reps" (
    "user_id" TEXT NOT NULL,
    "presence" TEXT NOT NULL DEFAULT 'offline',
    "away_reason" TEXT,
    "presence_since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "work" TEXT NOT NULL DEFAULT 'idle',
    "work_since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "next_presence" TEXT,
    "next_reason" TEXT,
    "misses_in_a_row" INTEGER NOT NULL DEFAULT 0,
    "last_offered_at" TIMESTAMPTZ(6),
    "disconnected_at" TIMESTAMPTZ(3) DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reps_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "desks" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "node_id" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "desks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "nodes" (
    "id" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "nodes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "frames" (
    "call_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "segment" INTEGER NOT NULL,
    "speaker" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "final" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "frames_pkey" PRIMARY KEY ("call_id","seq")
);

-- CreateTable
CREATE TABLE "transcripts" (
    "call_id" TEXT NOT NULL,
    "last_seq" INTEGER NOT NULL,
    "document" JSONB NOT NULL,

    CONSTRAINT "transcripts_pkey" PRIMARY KEY ("call_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE UNIQUE INDEX "users_demo_key_key" ON "users"("demo_key");

-- CreateIndex
CREATE UNIQUE INDEX "sessions_refresh_hash_key" ON "sessions"("refresh_hash");

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

-- CreateIndex
CREATE INDEX "calls_queued_at_id_idx" ON "calls"("queued_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "calls_rep_id_queued_at_idx" ON "calls"("rep_id", "queued_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "calls_line_external_id_key" ON "calls"("line", "external_id");

-- CreateIndex
CREATE INDEX "offers_call_id_rep_id_idx" ON "offers"("call_id", "rep_id");

-- CreateIndex
CREATE INDEX "desks_user_id_idx" ON "desks"("user_id");

-- CreateIndex
CREATE INDEX "desks_node_id_idx" ON "desks"("node_id");

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offers" ADD CONSTRAINT "offers_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "calls"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reps" ADD CONSTRAINT "reps_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "desks" ADD CONSTRAINT "desks_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "desks" ADD CONSTRAINT "desks_node_id_fkey" FOREIGN KEY ("node_id") REFERENCES "nodes"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- From here on: what the schema language cannot say.

-- One judge of time for every node. Tests replace it in their own database to drive the time.
CREATE FUNCTION desk_now() RETURNS timestamptz LANGUAGE sql STABLE AS 'SELECT now()';

-- One row says how far the desks were told.
INSERT INTO "told" ("id", "rev") VALUES (1, 0);
ALTER TABLE "told" ADD CONSTRAINT "told_has_one_row" CHECK ("id" = 1);

-- A call is owned by at most one rep, a rep holds at most one active call, and nothing rings twice.
CREATE UNIQUE INDEX "calls_one_active_per_rep" ON "calls" ("rep_id") WHERE "status" = 'active';
CREATE UNIQUE INDEX "offers_one_ringing_per_call" ON "offers" ("call_id") WHERE "outcome" IS NULL;
CREATE UNIQUE INDEX "offers_one_ringing_per_rep" ON "offers" ("rep_id") WHERE "outcome" IS NULL;

ALTER TABLE "calls" ADD CONSTRAINT "calls_status_is_known"
  CHECK ("status" IN ('waiting', 'offered', 'active', 'wrap_up', 'closed', 'abandoned'));
ALTER TABLE "calls" ADD CONSTRAINT "calls_fields_fit_status" CHECK (
  ("status" = 'offered') = ("offered_to" IS NOT NULL)
  AND ("status" NOT IN ('active', 'wrap_up') OR ("rep_id" IS NOT NULL AND "claimed_at" IS NOT NULL))
  AND ("status" NOT IN ('waiting', 'offered') OR ("rep_id" IS NULL AND "claimed_at" IS NULL AND "ended_at" IS NULL))
  AND ("status" NOT IN ('wrap_up', 'closed', 'abandoned') OR "ended_at" IS NOT NULL)
  AND ("status" <> 'wrap_up' OR "wrap_up_ends_at" IS NOT NULL)
  AND ("status" <> 'closed' OR ("disposition" IS NOT NULL AND "wrapped_at" IS NOT NULL))
);
ALTER TABLE "offers" ADD CONSTRAINT "offers_outcome_is_known"
  CHECK ("outcome" IN ('claimed', 'declined', 'missed', 'withdrawn') AND ("outcome" IS NULL) = ("ended_at" IS NULL));
ALTER TABLE "reps" ADD CONSTRAINT "reps_states_are_known" CHECK (
  "presence" IN ('offline', 'available', 'away', 'not_responding')
  AND "work" IN ('idle', 'offered', 'on_call', 'wrap_up')
  AND "next_presence" IN ('available', 'away')
);
ALTER TABLE "users" ADD CONSTRAINT "users_role_is_known" CHECK ("role" IN ('rep', 'clinician', 'supervisor', 'admin'));
ALTER TABLE "frames" ADD CONSTRAINT "frames_count_from_one" CHECK ("seq" > 0 AND "segment" > 0);

-- What the routing and the sweeps look for each second.
CREATE INDEX "calls_waiting" ON "calls" ("priority" DESC, "queued_at", "id") WHERE "status" = 'waiting';
CREATE INDEX "calls_open" ON "calls" ("status") WHERE "status" IN ('waiting', 'offered', 'active', 'wrap_up');
CREATE INDEX "calls_wrap_up_ends" ON "calls" ("wrap_up_ends_at") WHERE "status" = 'wrap_up';
CREATE INDEX "offers_ringing_expire" ON "offers" ("expires_at") WHERE "outcome" IS NULL;
-- Frequent narrow updates (last_seq, work) stay on their page.
ALTER TABLE "calls" SET (fillfactor = 70);
ALTER TABLE "reps" SET (fillfactor = 70);
