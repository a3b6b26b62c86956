import type { Call, CallId, CustomerId, Offer, RingingOffer, UserId } from '@ringdesk/shared';
import type { Database } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { type CallRow, callOf, callsWithNames, type OfferRow, offerOf } from './call-row.ts';
import { settleReps, tell } from './store.ts';

type Rows = Pick<Database, 'rows'>;

/** A call that begins. */
export interface NewCall {
  readonly id: CallId;
  readonly line: string;
  readonly externalId: string;
  readonly from: string;
  readonly callerName: string | null;
  readonly priority: number;
}

/** Stores a waiting call; a call that is there already, by its line and external id, is answered instead. */
export async function insert(db: Rows, call: NewCall): Promise<CallId> {
  // The second look has a view of a call that another ring of the same name stored while the first one waited for it.
  const id = (await insertOrFind(db, call)) ?? (await insertOrFind(db, call));
  if (id === null) throw new Error(`call ${call.externalId} of line ${call.line} was not stored`);
  return id;
}

async function insertOrFind(db: Rows, call: NewCall): Promise<CallId | null> {
  const [row] = await db.rows<{ id: CallId }>(sql`WITH rang AS (
      INSERT INTO calls (id, line, external_id, from_number, caller_name, priority, queued_at)
      VALUES (${call.id}, ${call.line}, ${call.externalId}, ${call.from}, ${call.callerName}, ${call.priority}, desk_now())
      ON CONFLICT (line, external_id) DO NOTHING RETURNING id
    ), told AS (${tell({ calls: sql`SELECT id FROM rang` })})
    SELECT id FROM rang
    UNION ALL SELECT id FROM calls WHERE line = ${call.line} AND external_id = ${call.externalId} LIMIT 1`);
  return row?.id ?? null;
}

/** What a list of calls may be narrowed by; `before` is the place after which the page begins. */
export interface CallFilter {
  readonly status: string | undefined;
  readonly repId: UserId | undefined;
  readonly customerId: CustomerId | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly before: { readonly queuedAt: string; readonly id: string } | null;
  readonly limit: number;
}

/** Calls, newest first. */
export async function list(db: Rows, filter: CallFilter): Promise<readonly Call[]> {
  const { before } = filter;
  const rows = await db.rows<CallRow>(
    callsWithNames(sql`(SELECT * FROM calls
      WHERE (${filter.status ?? null}::text IS NULL OR status = ${filter.status ?? null}::text)
        AND (${filter.repId ?? null}::text IS NULL OR rep_id = ${filter.repId ?? null}::text)
        AND (${filter.customerId ?? null}::text IS NULL OR customer_id = ${filter.customerId ?? null}::text)
        AND (${filter.from ?? null}::timestamptz IS NULL OR queued_at >= ${filter.from ?? null}::timestamptz)
        AND (${filter.to ?? null}::timestamptz IS NULL OR queued_at < ${filter.to ?? null}::timestamptz)
        AND (${before?.id ?? null}::text IS NULL OR (queued_at, id) < (${before?.queuedAt ?? null}::timestamptz, ${before?.id ?? null}::text))
      ORDER BY queued_at DESC, id DESC LIMIT ${filter.limit})`),
  );
  return rows
    .map(callOf)
    .sort((a, b) => b.queuedAt.localeCompare(a.queuedAt) || (b.id < a.id ? -1 : b.id > a.id ? 1 : 0));
}

/** Several calls by their ids. */
export async function findAll(db: Rows, ids: readonly CallId[]): Promise<ReadonlyMap<CallId, Call>> {
  if (ids.length === 0) return new Map();
  const rows = await db.rows<CallRow>(callsWithNames(sql`(SELECT * FROM calls WHERE id = ANY(${ids}))`));
  return new Map(rows.map((row) => [callOf(row).id, callOf(row)]));
}

/** Every offer of a call, in order. */
export async function offersOf(db: Rows, callId: CallId): Promise<readonly Offer[]> {
  const rows =
    await db.rows<OfferRow>(sql`SELECT o.*, u.name AS rep_name FROM offers o JOIN users u ON u.id = o.rep_id
    WHERE o.call_id = ${callId} ORDER BY o.offered_at, o.id`);
  return rows.map(offerOf);
}

/** Offers by their ids. */
export async function findOffers(db: Rows, ids: readonly string[]): Promise<ReadonlyMap<string, Offer>> {
  if (ids.length === 0) return new Map();
  const rows = await db.rows<OfferRow>(
    sql`SELECT o.*, u.name AS rep_name FROM offers o JOIN users u ON u.id = o.rep_id WHERE o.id = ANY(${ids})`,
  );
  return new Map(rows.map((row) => [row.id, offerOf(row)]));
}

/** What a desk shows of the calls. */
export interface DeskCalls {
  readonly rev: number;
  readonly now: Date;
  readonly calls: readonly Call[];
  readonly endedToday: number;
  readonly offer: { readonly call: Call; readonly offer: RingingOffer } | null;
  readonly current: Call | null;
}

/** How many calls that are over a desk shows. */
const endedShown = 50;

/**
 * Everything a desk shows of the calls, as of `rev`. The row that counts what was told is held meanwhile, so every
 * event up to `rev` is in the snapshot, and the next one the desk hears is the one after it.
 */
export async function openDeskCalls(db: Database, repId: UserId): Promise<DeskCalls> {
  return db.transaction(async (tx) => {
    const [told] = await tx.rows<{ rev: string; now: Date }>(
      sql`SELECT rev, desk_now() AS now FROM told WHERE id = 1 FOR SHARE`,
    );
    const open = await tx.rows<CallRow>(
      callsWithNames(sql`(SELECT * FROM calls WHERE status IN ('waiting', 'offered', 'active', 'wrap_up'))`),
    );
    const over = await tx.rows<CallRow>(
      callsWithNames(sql`(SELECT * FROM calls WHERE status IN ('closed', 'abandoned')
        AND queued_at > desk_now() - interval '1 day' ORDER BY queued_at DESC, id DESC LIMIT ${endedShown})`),
    );
    const [ended] = await tx.rows<{ count: number }>(sql`SELECT count(*)::int AS count FROM calls
      WHERE status IN ('closed', 'abandoned') AND queued_at > date_trunc('day', desk_now())`);
    const [ringing] =
      await tx.rows<OfferRow>(sql`SELECT o.*, u.name AS rep_name FROM offers o JOIN users u ON u.id = o.rep_id
      WHERE o.rep_id = ${repId} AND o.outcome IS NULL`);
    const calls = [...open, ...over].map(callOf);
    const offered = ringing && calls.find((call) => call.id === ringing.call_id);
    const mine = calls.filter((call) => call.repId === repId);
    return {
      rev: Number(told?.rev ?? 0),
      now: told?.now ?? new Date(0),
      calls,
      endedToday: ended?.count ?? 0,
      offer: ringing && offered ? { call: offered, offer: offerOf(ringing) } : null,
      current:
        mine.find((call) => call.status === 'active') ??
        mine.find((call) => call.status === 'wrap_up') ??
        null,
    };
  });
}

/** Open calls of a line, with the number and the words of the turn that their line goes on from. */
export async function unfinishedOf(
  db: Rows,
  line: string,
): Promise<readonly (CallRow & { readonly last_words: string | null })[]> {
  return db.rows(
    callsWithNames(sql`(SELECT k.*,
        (SELECT string_agg(f.text, '' ORDER BY f.seq) FROM frames f
          WHERE f.call_id = k.id AND f.segment = k.last_segment) AS last_words
      FROM calls k WHERE k.line = ${line} AND k.status IN ('waiting', 'offered', 'active'))`),
  );
}

/** Calls of lines by their ids, as their lines need them. */
export async function lineCalls(db: Rows, ids: readonly CallId[]): Promise<readonly CallRow[]> {
  return db.rows<CallRow>(callsWithNames(sql`(SELECT * FROM calls WHERE id = ANY(${ids}))`));
}

/** Keeps what a call is about, unless that is known already. */
export async function setTopic(db: Rows, callId: CallId, topic: string): Promise<void> {
  await db.rows(sql`WITH named AS (
      UPDATE calls SET topic = ${topic}, version = version + 1 WHERE id = ${callId} AND topic IS NULL RETURNING id
    ) ${tell({ calls: sql`SELECT id FROM named` })}`);
}

/** Reps whose work does not fit their calls: two calls that ended in the same moment cannot see each other's end. */
export async function settleStragglers(db: Database): Promise<number> {
  const isWrong = sql`(work IN ('on_call', 'wrap_up')
    AND NOT EXISTS (SELECT FROM calls k WHERE k.rep_id = reps.user_id AND k.status IN ('active', 'wrap_up')))`;
  return db.transaction(async (tx) => {
    const found = await tx.rows<{ user_id: UserId }>(
      sql`SELECT user_id FROM reps WHERE ${isWrong} FOR UPDATE SKIP LOCKED`,
    );
    if (found.length === 0) return 0;
    // Looked at again under the lock, with a fresh view of the calls.
    const ids = found.map((rep) => rep.user_id);
    const settled =
      await tx.rows(sql`WITH rep AS (${settleReps(sql`user_id = ANY(${ids}) AND ${isWrong}`, sql`SELECT NULL WHERE false`)})
      INSERT INTO outbox (event, rep_id) SELECT 'presence.changed', user_id FROM rep RETURNING id`);
    return settled.length;
  });
}
