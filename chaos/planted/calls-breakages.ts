import type { Breakage } from './planted-copy.ts';

const server = 'apps/server/src';

/** Of calls, words and the doors. */
export const callsBreakages: readonly Breakage[] = [
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
    name: 'a nudge that is lost between two looks',
    file: `${server}/edge/clock.ts`,
    find: '    running = null;\n  };',
    replace: '    await null;\n    running = null;\n  };',
    test: 'src/edge/clock.test.ts',
  },
];
