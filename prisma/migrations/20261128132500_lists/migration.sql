-- CreateIndex
CREATE INDEX "jobs_created_at_id_idx" ON "jobs"("created_at" DESC, "id" DESC);

-- What the schema language cannot say: those who are listed, newest first, are paged and counted in the index alone.
CREATE INDEX "customers_listed" ON "customers" ("created_at" DESC, "id" DESC) WHERE "archived_at" IS NULL;
