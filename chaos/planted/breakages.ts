import type { Breakage } from './planted-copy.ts';

const server = 'apps/server/src';

/** One-line breakages of what must never break. Each must turn its test red; a test that never failed is not trusted. */
export const breakages: readonly Breakage[] = [
  {
    name: 'a claim that reads first and writes then',
    file: `${server}/calls/store.ts`,
    find: `WHERE id = \${callId} AND (status = 'waiting' OR (status = 'offered' AND offered_to = \${repId} AND \${canSeeOffer}))`,
    replace: `WHERE id = \${callId} AND (SELECT look.status = 'waiting' OR look.offered_to = \${repId} FROM calls look WHERE look.id = \${callId})`,
    test: 'src/calls/claim-race.test.ts',
  },
  {
    name: 'a claim that cannot see the offer it should end',
    file: `${server}/calls/store.ts`,
    find: ` AND offered_to = \${repId} AND \${canSeeOffer})`,
    replace: ` AND offered_to = \${repId})`,
    test: 'src/calls/claim-call.test.ts',
  },
  {
    name: 'words told before they are stored',
    file: `${server}/transcripts/hear-frames.ts`,
    find: '      const stored = await parts.append(batch.heard, batch.id);',
    replace:
      '      for (const [callId, frames] of batch.heard) tellSafely(parts, callId, frames.map((frame, i) => ({ ...frame, seq: i + 1 })));\n      const stored = await parts.append(batch.heard, batch.id);',
    test: 'src/transcripts/hear-frames.test.ts',
  },
  {
    name: 'words told a moment before they are stored, in a server that is killed',
    file: `${server}/hearing.ts`,
    find: '    append: (heard, batchId) => append(db, heard, batchId),',
    replace: `    append: async (heard, batchId) => {
      const stored = await joined.db.rows(sql\`SELECT id, last_seq FROM calls WHERE id = ANY(\${[...heard.keys()]})\`);
      const told = new Map([...heard].map(([id, frames]) => [id, frames.map((frame, i) => ({ ...frame, seq: Number(stored.find((row) => row['id'] === id)?.['last_seq'] ?? 0) + i + 1 }))]));
      setTimeout(() => void append(joined.db, heard, batchId), 300);
      return told as never;
    },`,
    test: 'src/kill.test.ts',
  },
  {
    name: 'facts forgotten before they are told',
    file: `${server}/database/outbox.ts`,
    find: '    await tell(rows.map(factOf), firstRev, tx);\n',
    replace: `    await db.rows(sql\`DELETE FROM outbox WHERE id = ANY(\${rows.map((row) => row.id)}::bigint[])\`);\n    await tell(rows.map(factOf), firstRev, tx);\n`,
    test: 'src/database/outbox.test.ts',
  },
  {
    name: 'a change told before it is committed',
    file: `${server}/calls/handlers.ts`,
    find: "    'call.claim': ({ input, asker }) => claimCall(app, { ...input, repId: asker.userId }),",
    replace: `    'call.claim': async ({ input, asker }) => {
      const call = await find(app.db, input.callId);
      if (call === null || call.status !== 'waiting') return claimCall(app, { ...input, repId: asker.userId });
      setTimeout(() => void claimCall(app, { ...input, repId: asker.userId }), 100);
      return done({ ...call, status: 'active', repId: asker.userId, version: call.version + 1 });
    },`,
    test: 'src/edge/socket.test.ts',
  },
  {
    name: 'two nodes that tell at once',
    file: `${server}/database/outbox.ts`,
    find: 'SELECT rev FROM told WHERE id = 1 FOR UPDATE',
    replace: 'SELECT rev FROM told WHERE id = 1',
    test: 'src/database/outbox.test.ts',
  },
  {
    name: 'frames numbered by a sequence of the database',
    file: `${server}/transcripts/store.ts`,
    find: 'SELECT h.call_id, numbered.before + h.place, h.segment',
    replace: "SELECT h.call_id, nextval('outbox_id_seq')::int, h.segment",
    test: 'src/transcripts/reconnects.test.ts',
  },
  {
    name: 'a batch of words that is stored twice when its answer was lost',
    file: `${server}/transcripts/store.ts`,
    find: `last_batch IS NOT DISTINCT FROM \${batchId} AS is_stored`,
    replace: `false AS is_stored, \${batchId}::text AS asked`,
    test: 'src/transcripts/store.test.ts',
  },
  {
    name: 'frames numbered without the row of the call',
    file: `${server}/transcripts/store.ts`,
    find: ' ORDER BY id FOR UPDATE\n    ), numbered',
    replace: ' ORDER BY id\n    ), numbered',
    test: 'src/transcripts/store.test.ts',
  },
  {
    name: 'a watcher answered past what was told',
    file: `${server}/transcripts/watching.ts`,
    find: 'stored.frames.filter((frame) => frame.seq <= told)',
    replace: 'stored.frames',
    test: 'src/transcripts/watching.test.ts',
  },
  {
    name: 'a watcher answered past a lost frame',
    file: `${server}/transcripts/watching.ts`,
    find: "  if (held.some((frame, i) => frame.seq !== stored.lastSeq + 1 + i)) return 'read again';\n",
    replace: '',
    test: 'src/transcripts/watching.test.ts',
  },
  {
    name: 'a dispatcher that does not catch',
    file: `${server}/edge/dispatch.ts`,
    find: '    } catch (error) {\n',
    replace: '    } catch (error) {\n      if (error !== null) throw error;\n',
    test: 'src/edge/dispatch.test.ts',
  },
  {
    name: 'a door that believes the shape of what comes in',
    file: `${server}/edge/dispatch.ts`,
    find: '    if (!parsed.success) return',
    replace: '    if (!parsed.success && name === undefined) return',
    test: 'src/edge/malformed.test.ts',
  },
  {
    name: 'an acknowledgement called without a look at it',
    file: `${server}/edge/socket.ts`,
    find: "    if (typeof acknowledge !== 'function') return;\n",
    replace: '',
    test: 'src/edge/malformed.test.ts',
  },
  {
    name: 'the newest caller first',
    file: `${server}/calls/routing.store.ts`,
    find: 'ORDER BY c.priority DESC, c.queued_at, c.id LIMIT 1',
    replace: 'ORDER BY c.priority DESC, c.queued_at DESC, c.id LIMIT 1',
    test: 'src/calls/desk.model.test.ts',
  },
  {
    name: 'a younger caller passes while words are stored',
    file: `${server}/calls/routing.store.ts`,
    find: 'c.id LIMIT 1 FOR UPDATE OF c\n',
    replace: 'c.id LIMIT 1 FOR UPDATE OF c SKIP LOCKED\n',
    test: 'src/calls/route-calls.test.ts',
  },
  {
    name: 'a pointer that does not move on the offer',
    file: `${server}/calls/routing.store.ts`,
    find: 'work_since = desk_now(), last_offered_at = desk_now()',
    replace: 'work_since = desk_now()',
    test: 'src/calls/desk.model.test.ts',
  },
  {
    name: 'a released call that keeps the wish of its rep back',
    file: `${server}/calls/store.ts`,
    find: '  const rep = settleReps(sql`user_id IN (SELECT rep_id FROM was)`, sql`SELECT id FROM was`);',
    replace:
      "  const rep = sql`UPDATE reps SET work = 'idle' FROM was WHERE user_id = was.rep_id RETURNING user_id`;",
    test: 'src/calls/wrap-up-call.test.ts',
  },
  {
    name: 'a token of another kind that passes for an access token',
    file: `${server}/auth/tokens.ts`,
    find: '        typ: kind.typ,\n',
    replace: '',
    test: 'src/auth/tokens.test.ts',
  },
  {
    name: 'a token that chooses its own algorithm and kind',
    file: `${server}/auth/tokens.ts`,
    find: '        algorithms: [algorithm],\n        typ: kind.typ,\n',
    replace: '',
    test: 'src/auth/forged-tokens.test.ts',
  },
  {
    name: 'a token whose session is not looked up',
    file: `${server}/auth/authenticate.ts`,
    find: '    if (session?.userId !== verified.userId) return null;\n',
    replace:
      "    if (session?.userId !== verified.userId) return { ...verified, kind: 'person', isLocked: false };\n",
    test: 'src/auth/forged-tokens.test.ts',
  },
  {
    name: 'a handshake that trusts the signature alone',
    file: `${server}/server.ts`,
    find: '    authenticate: authenticate.person,\n',
    replace: `    authenticate: async (token) => {
      const signed = await tokens.verify(token, clock.nowMs());
      return signed && { ...signed, kind: 'person', isLocked: false };
    },
`,
    test: 'src/auth/forged-tokens.test.ts',
  },
  {
    name: 'sessions that nobody ends at open desks',
    file: `${server}/edge/end-dead-sessions.ts`,
    find: '  if (sockets.length === 0) return;\n',
    replace: '  if (sockets.length >= 0) return;\n',
    test: 'src/users/felt-at-desks.test.ts',
  },
  {
    name: 'a session that is not looked up',
    file: `${server}/edge/end-dead-sessions.ts`,
    find: "    if (fate === undefined) endDesk(socket, 'signed-out');\n    else if (fate.over",
    replace: '    if (fate === undefined) continue;\n    else if (fate.over',
    test: 'src/edge/end-dead-sessions.test.ts',
  },
  {
    name: 'a service client that was revoked and goes on',
    file: `${server}/service-clients/store.ts`,
    find: `id = \${id} AND revoked_at IS NULL AND (secret_version`,
    replace: `id = \${id} AND (secret_version`,
    test: 'src/service-clients/oauth-token.test.ts',
  },
  {
    name: 'a refresh token that works again and again',
    file: `${server}/auth/sessions.store.ts`,
    find: `t.hash = \${oldHash} AND t.spent_at IS NULL AND`,
    replace: `t.hash = \${oldHash} AND`,
    test: 'src/auth/refresh-session.test.ts',
  },
  {
    name: 'a reused refresh token that ends nothing',
    file: `${server}/auth/refresh-session.ts`,
    find: '  await endReused(app, spent, from);\n',
    replace: '',
    test: 'src/auth/refresh-session.test.ts',
  },
  {
    name: 'a last admin who is looked for without holding the others',
    file: `${server}/users/store.ts`,
    find: ' ORDER BY id FOR NO KEY UPDATE',
    replace: ' ORDER BY id',
    test: 'src/users/last-admin.test.ts',
  },
  {
    name: 'a cookie that is read for whoever comes',
    file: `${server}/edge/desk-cookie.ts`,
    find: "effect === undefined || request.headers['x-ringdesk-desk'] !== 'browser'",
    replace: 'effect === undefined',
    test: 'src/edge/desk-cookie.test.ts',
  },
  {
    name: 'an authenticator without a memory of its steps',
    file: `${server}/auth/factors.store.ts`,
    find: ` AND (totp_last_step IS NULL OR totp_last_step < \${step})`,
    replace: '',
    test: 'src/auth/second-factor.test.ts',
  },
  {
    name: 'a brake that counts after it judged',
    file: `${server}/auth/brakes.store.ts`,
    find: 'export async function takeTry(db: Rows, { key, most, seconds, memorySeconds }: Brake): Promise<Try> {\n',
    replace: `export async function takeTry(db: Rows, brake: Brake): Promise<Try> {
  const [before] = await db.rows<{ tries: number }>(sql\`SELECT tries FROM brakes WHERE key = \${brake.key} AND ends_at > desk_now()\`);
  setTimeout(() => void countTry(db, brake), 50);
  const tries = (before?.tries ?? 0) + 1;
  return { isAllowed: tries <= brake.most, tries, retryAfterSeconds: brake.seconds };
}
async function countTry(db: Rows, { key, most, seconds, memorySeconds }: Brake): Promise<Try> {
`,
    test: 'src/service-clients/oauth-token.test.ts',
  },
  {
    name: 'a mailed code that fits another flow',
    file: `${server}/auth/codes.store.ts`,
    find: `(\${flow ?? null}::text IS NULL OR id = \${flow ?? null})`,
    replace: `(\${flow ?? null}::text IS NULL OR id <> '')`,
    test: 'src/auth/sign-up.test.ts',
  },
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
    name: 'a nudge that is lost between two looks',
    file: `${server}/edge/clock.ts`,
    find: '    running = null;\n  };',
    replace: '    await null;\n    running = null;\n  };',
    test: 'src/edge/clock.test.ts',
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
