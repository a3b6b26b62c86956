import type { Breakage } from './planted-copy.ts';

const server = 'apps/server/src';

/** Of customers, jobs and what was heard. */
export const recordsBreakages: readonly Breakage[] = [
  {
    name: 'an overlap that is looked for, not refused by PostgreSQL',
    file: 'prisma/migrations/20261121112152_records/migration.sql',
    find: `ALTER TABLE "jobs" ADD CONSTRAINT "jobs_of_a_customer_do_not_overlap" EXCLUDE USING gist (
  "customer_id" WITH =, tstzrange("starts_at", "ends_at", '[)') WITH &&)
  WHERE ("status" <> 'canceled' AND "starts_at" IS NOT NULL);`,
    replace: `CREATE FUNCTION look_for_overlap() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.status <> 'canceled' AND NEW.starts_at IS NOT NULL AND EXISTS (SELECT FROM jobs j
    WHERE j.customer_id = NEW.customer_id AND j.id <> NEW.id AND j.starts_at IS NOT NULL AND j.status <> 'canceled' AND tstzrange(j.starts_at, j.ends_at, '[)') && tstzrange(NEW.starts_at, NEW.ends_at, '[)'))
  THEN RAISE EXCEPTION 'overlaps' USING ERRCODE = 'exclusion_violation'; END IF; RETURN NEW; END $$;
CREATE TRIGGER look_for_overlap BEFORE INSERT OR UPDATE ON "jobs" FOR EACH ROW EXECUTE FUNCTION look_for_overlap();`,
    and: {
      file: `${server}/jobs/store.ts`,
      find: 'AND archived_at IS NULL FOR NO KEY UPDATE',
      replace: 'AND archived_at IS NULL',
    },
    test: 'src/jobs/jobs.test.ts',
  },
  {
    name: 'a question with a key whose effect is not kept together with its answer',
    file: `${server}/database/idempotency.ts`,
    find: "  return app.db.together(once, (known) => known === 'mismatch' || ask.isKept(known.answer));",
    replace: '  return once();',
    test: 'src/database/idempotency.test.ts',
  },
  {
    name: 'a key that nobody looks at, where servers are killed',
    file: `${server}/edge/repeats.ts`,
    find: "if (key === undefined || request.method !== 'POST' || asker === null) return answer();",
    replace: "if (key !== 'known' || request.method !== 'POST' || asker === null) return answer();",
    test: 'src/records-kill.test.ts',
  },
  {
    name: 'a suggestion that anybody may take',
    file: `${server}/suggestions/store.ts`,
    find: ` AND c.rep_id = \${of.repId}
`,
    replace: ` AND c.rep_id IS NOT NULL AND \${of.repId}::text IS NOT NULL
`,
    test: 'src/suggestions/suggestions.test.ts',
  },
  {
    name: 'a job that is booked without holding its customer',
    file: `${server}/jobs/store.ts`,
    find: 'AND archived_at IS NULL FOR NO KEY UPDATE',
    replace: 'AND archived_at IS NULL',
    test: 'src/jobs/job-races.test.ts',
  },
  {
    name: 'a job that is booked on a call of another customer',
    file: `${server}/jobs/store.ts`,
    find: ' AND calls.customer_id = customer.id RETURNING',
    replace: ' RETURNING',
    test: 'src/jobs/job-races.test.ts',
  },
  {
    name: 'an undefined job that drops the filter of a where',
    file: `${server}/jobs/store.ts`,
    find: `(SELECT * FROM jobs WHERE id = \${id})`,
    replace: `(SELECT * FROM jobs WHERE \${id}::text IS NULL OR id = \${id})`,
    test: 'src/jobs/job-races.test.ts',
  },
  {
    name: 'an undefined id that drops the filter of a where',
    file: `${server}/customers/store.ts`,
    find: `(SELECT * FROM customers WHERE id = \${id})`,
    replace: `(SELECT * FROM customers WHERE \${id}::text IS NULL OR id = \${id})`,
    test: 'src/customers/customers.test.ts',
  },
  {
    name: 'an undefined address that drops the filter of a where',
    file: `${server}/customers/addresses.store.ts`,
    find: `SELECT * FROM addresses WHERE id = \${addressId}`,
    replace: `SELECT * FROM addresses WHERE (\${addressId}::text IS NULL OR id = \${addressId})`,
    test: 'src/customers/addresses.test.ts',
  },
  {
    name: 'a lookup that picks the first customer of a number',
    file: `${server}/customers/lookup-customers.ts`,
    find: '[...(await withPhone(app.db, number))]',
    replace: '(await withPhone(app.db, number)).slice(0, 1)',
    test: 'src/customers/customers.test.ts',
  },
  {
    name: 'a field that is not named and is emptied',
    file: `${server}/customers/change-customer.ts`,
    find: '...(notes !== undefined && { notes }),',
    replace: "notes: notes ?? '',",
    test: 'src/customers/customers.test.ts',
  },
  {
    name: 'a link that does not hold its customer',
    file: `${server}/calls/link.store.ts`,
    find: 'AND archived_at IS NULL FOR SHARE',
    replace: '',
    test: 'src/calls/link-call.test.ts',
  },
  {
    name: 'a search that is prepared by name',
    file: `${server}/database/database.ts`,
    find: 'fresh: (statement) => run(unnamed(statement)),',
    replace: 'fresh: (statement) => (void unnamed, run(named(names, statement))),',
    test: 'src/customers/search.test.ts',
  },
  {
    name: 'a file whose cells a spreadsheet calculates',
    file: `${server}/customers/csv.ts`,
    find: 'beginsFormula.test(value) ?',
    replace: 'beginsFormula.test(value) && value === undefined ?',
    test: 'src/customers/import-export.test.ts',
  },
];
