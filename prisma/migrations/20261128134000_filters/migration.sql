-- Those who came by one way, and those who are archived, are few among all: each are listed by name from an index of their own.
CREATE INDEX "customers_by_lead_source" ON "customers" ("lead_source", "sort_name", "id") WHERE "lead_source" IS NOT NULL;
CREATE INDEX "customers_archived" ON "customers" ("sort_name", "id") WHERE "archived_at" IS NOT NULL;
