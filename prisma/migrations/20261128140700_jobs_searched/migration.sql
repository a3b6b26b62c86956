-- AlterTable
ALTER TABLE "jobs" ADD COLUMN     "searched" TEXT NOT NULL DEFAULT '';

-- Jobs that are there already: folded as the server does it, but for the few letters that Unicode does not take apart.
UPDATE "jobs" j SET "searched" = ' ' || trim(regexp_replace(regexp_replace(lower(normalize(j."title", NFKD)),
    '[\u0300-\u036f''’]', '', 'g'), '[^[:alnum:]]+', ' ', 'g')) || ' |' || split_part(c."searched", ' |', 1) || split_part(c."searched", ' |', 2)
  FROM "customers" c WHERE c."id" = j."customer_id";

-- CreateIndex
CREATE INDEX "jobs_searched_idx" ON "jobs" USING GIN ("searched" gin_trgm_ops);

-- What the schema language cannot say.
-- A list of entries that wait to be indexed would be read by every search; how often a pattern occurs is judged by samples.
ALTER INDEX "jobs_searched_idx" SET (fastupdate = off);
ALTER TABLE "jobs" ALTER COLUMN "searched" SET STATISTICS 200;
