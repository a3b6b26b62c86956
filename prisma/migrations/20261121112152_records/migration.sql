CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateTable
CREATE TABLE "customers" (
    "id" TEXT NOT NULL,
    "first_name" TEXT,
    "last_name" TEXT,
    "company" TEXT,
    "email" TEXT,
    "notes" TEXT NOT NULL DEFAULT '',
    "lead_source" TEXT,
    "tags" TEXT[],
    "time_zone" TEXT NOT NULL,
    "searched" TEXT NOT NULL DEFAULT '',
    "sort_name" TEXT NOT NULL DEFAULT '',
    "spoken_name" TEXT NOT NULL DEFAULT '',
    "company_name" TEXT NOT NULL DEFAULT '',
    "archived_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" TEXT,

    CONSTRAINT "customers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customer_phones" (
    "customer_id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "customer_phones_pkey" PRIMARY KEY ("customer_id","number")
);

-- CreateTable
CREATE TABLE "addresses" (
    "id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'service',
    "street" TEXT NOT NULL,
    "unit" TEXT,
    "city" TEXT,
    "state" TEXT,
    "zip" TEXT,
    "country" TEXT NOT NULL DEFAULT 'US',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "addresses_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customer_changes" (
    "id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" TEXT,
    "by_client" TEXT,
    "changes" JSONB NOT NULL,

    CONSTRAINT "customer_changes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customer_words" (
    "word" TEXT NOT NULL,
    "remains" TEXT[],

    CONSTRAINT "customer_words_pkey" PRIMARY KEY ("word")
);

-- CreateTable
CREATE TABLE "idempotent_answers" (
    "asker" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "request" TEXT NOT NULL,
    "answer" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotent_answers_pkey" PRIMARY KEY ("asker","key")
);

-- CreateTable
CREATE TABLE "jobs" (
    "id" TEXT NOT NULL,
    "number" SERIAL NOT NULL,
    "customer_id" TEXT NOT NULL,
    "address_id" TEXT NOT NULL,
    "call_id" TEXT,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "status" TEXT NOT NULL DEFAULT 'unscheduled',
    "starts_at" TIMESTAMPTZ(3),
    "ends_at" TIMESTAMPTZ(3),
    "arrival_window_minutes" INTEGER NOT NULL DEFAULT 0,
    "lead_source" TEXT,
    "tags" TEXT[],
    "started_at" TIMESTAMPTZ(3),
    "completed_at" TIMESTAMPTZ(3),
    "canceled_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "jobs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job_line_items" (
    "id" TEXT NOT NULL,
    "job_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "kind" TEXT NOT NULL DEFAULT 'labor',
    "unit_price_cents" INTEGER NOT NULL DEFAULT 0,
    "unit_cost_cents" INTEGER NOT NULL DEFAULT 0,
    "quantity" DECIMAL(12,2) NOT NULL DEFAULT 1,
    "is_taxable" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "job_line_items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job_assignees" (
    "job_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,

    CONSTRAINT "job_assignees_pkey" PRIMARY KEY ("job_id","user_id")
);

-- CreateTable
CREATE TABLE "job_notes" (
    "id" TEXT NOT NULL,
    "job_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "by_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "job_notes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "suggestions" (
    "id" TEXT NOT NULL,
    "call_id" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "text" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "segment" INTEGER NOT NULL,
    "confidence" DOUBLE PRECISION NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "suggestions_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "customers_email_idx" ON "customers"("email");

-- CreateIndex
CREATE INDEX "customers_searched_idx" ON "customers" USING GIN ("searched" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "customers_tags_idx" ON "customers" USING GIN ("tags");

-- CreateIndex
CREATE INDEX "customers_sort_name_id_idx" ON "customers"("sort_name", "id");

-- CreateIndex
CREATE INDEX "customers_spoken_name_id_idx" ON "customers"("spoken_name", "id");

-- CreateIndex
CREATE INDEX "customers_company_name_id_idx" ON "customers"("company_name", "id");

-- CreateIndex
CREATE INDEX "customers_created_at_id_idx" ON "customers"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "customers_updated_at_id_idx" ON "customers"("updated_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "customer_words_remains_idx" ON "customer_words" USING GIN ("remains");

-- CreateIndex
CREATE INDEX "customer_phones_number_idx" ON "customer_phones"("number");

-- CreateIndex
CREATE INDEX "addresses_customer_id_idx" ON "addresses"("customer_id");

-- CreateIndex
CREATE INDEX "customer_changes_customer_id_at_idx" ON "customer_changes"("customer_id", "at" DESC);

-- CreateIndex
CREATE INDEX "idempotent_answers_created_at_idx" ON "idempotent_answers"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "jobs_number_key" ON "jobs"("number");

-- CreateIndex
CREATE INDEX "jobs_customer_id_starts_at_idx" ON "jobs"("customer_id", "starts_at");

-- CreateIndex
CREATE INDEX "jobs_call_id_idx" ON "jobs"("call_id");

-- CreateIndex
CREATE INDEX "jobs_starts_at_idx" ON "jobs"("starts_at");

-- CreateIndex
CREATE INDEX "jobs_status_created_at_idx" ON "jobs"("status", "created_at" DESC);

-- CreateIndex
CREATE INDEX "job_line_items_job_id_position_idx" ON "job_line_items"("job_id", "position");

-- CreateIndex
CREATE INDEX "job_assignees_user_id_idx" ON "job_assignees"("user_id");

-- CreateIndex
CREATE INDEX "job_notes_job_id_at_idx" ON "job_notes"("job_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "suggestions_call_id_field_key_key" ON "suggestions"("call_id", "field", "key");

-- CreateIndex
CREATE INDEX "calls_customer_id_queued_at_idx" ON "calls"("customer_id", "queued_at" DESC);

-- AddForeignKey
ALTER TABLE "calls" ADD CONSTRAINT "calls_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_phones" ADD CONSTRAINT "customer_phones_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "addresses" ADD CONSTRAINT "addresses_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_changes" ADD CONSTRAINT "customer_changes_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_address_id_fkey" FOREIGN KEY ("address_id") REFERENCES "addresses"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "calls"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job_line_items" ADD CONSTRAINT "job_line_items_job_id_fkey" FOREIGN KEY ("job_id") REFERENCES "jobs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job_assignees" ADD CONSTRAINT "job_assignees_job_id_fkey" FOREIGN KEY ("job_id") REFERENCES "jobs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job_assignees" ADD CONSTRAINT "job_assignees_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job_notes" ADD CONSTRAINT "job_notes_job_id_fkey" FOREIGN KEY ("job_id") REFERENCES "jobs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "calls"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "calls" ADD COLUMN     "job_ids" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- What the schema language cannot say.
-- Names are compared byte by byte, so that their indexes serve both a beginning (LIKE 'smi%') and the order.
ALTER TABLE "customers" ALTER COLUMN "sort_name" TYPE TEXT COLLATE "C",
  ALTER COLUMN "spoken_name" TYPE TEXT COLLATE "C", ALTER COLUMN "company_name" TYPE TEXT COLLATE "C";
-- A list of entries that wait to be indexed would be read by every search; how often a pattern occurs is judged by samples.
ALTER INDEX "customers_searched_idx" SET (fastupdate = off);
ALTER TABLE "customers" ALTER COLUMN "searched" SET STATISTICS 200;
-- Two jobs of one customer never overlap: half-open ranges, so that back to back is fine; canceled ones do not count.
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_of_a_customer_do_not_overlap" EXCLUDE USING gist (
  "customer_id" WITH =, tstzrange("starts_at", "ends_at", '[)') WITH &&)
  WHERE ("status" <> 'canceled' AND "starts_at" IS NOT NULL);
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_times_are_whole" CHECK (
  ("starts_at" IS NULL) = ("ends_at" IS NULL) AND ("starts_at" IS NULL OR "starts_at" < "ends_at"));
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_fields_fit_status" CHECK (
  "status" IN ('unscheduled', 'scheduled', 'in_progress', 'completed', 'canceled')
  AND ("status" <> 'scheduled' OR "starts_at" IS NOT NULL) AND ("status" <> 'unscheduled' OR "starts_at" IS NULL)
  AND ("status" = 'canceled') = ("canceled_at" IS NOT NULL));
ALTER TABLE "customer_phones" ADD CONSTRAINT "customer_phones_are_e164"
  CHECK ("number" ~ '^\+[1-9][0-9]{1,14}$' AND "kind" IN ('mobile', 'home', 'work'));
ALTER TABLE "addresses" ADD CONSTRAINT "addresses_kinds_are_known" CHECK ("kind" IN ('service', 'billing'));
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_states_are_known"
  CHECK ("status" IN ('open', 'taken', 'dismissed', 'withdrawn'));
