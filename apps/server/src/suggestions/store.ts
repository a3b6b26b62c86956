import { type CallId, type SuggestedValue, Suggestion, UserId } from '@ringdesk/shared';
import type { Database } from '../database/database.ts';
import { sql } from '../database/sql.ts';

type Rows = Pick<Database, 'rows'>;

/** A fact that was heard, as it is kept; `id` counts only where the fact is new for its call. */
export interface HeardFact {
  readonly id: string;
  readonly field: SuggestedValue['field'];
  /** One text for one meaning. */
  readonly key: string;
  readonly value: SuggestedValue;
  readonly text: string;
  readonly words: string;
  readonly segment: number;
  readonly confidence: number;
}

interface SuggestionRow {
  readonly id: string;
  readonly call_id: string;
  readonly value: unknown;
  readonly text: string;
  readonly words: string;
  readonly segment: number;
  readonly confidence: number;
  readonly status: string;
}

/**
 * Keeps what is believed of a call now: a fact that is new is open, one that was taken or dismissed stays so, and an open
 * one that is believed no longer is withdrawn. Answers those that changed, and who holds the call.
 */
export async function keepBeliefs(
  db: Rows,
  callId: CallId,
  facts: readonly HeardFact[],
): Promise<{ readonly changed: readonly Suggestion[]; readonly repId: UserId | null }> {
  const rows = await db.rows<SuggestionRow & { rep_id: string | null }>(sql`WITH call AS (
      SELECT id, rep_id FROM calls WHERE id = ${callId} FOR NO KEY UPDATE
    ), believed AS (
      SELECT f.* FROM json_to_recordset(${JSON.stringify(facts)}::json) AS f(id text, field text, key text, value jsonb,
        text text, words text, segment int, confidence float8)
    ), kept AS (
      INSERT INTO suggestions AS s (id, call_id, field, key, value, text, words, segment, confidence, updated_at)
      SELECT b.id, call.id, b.field, b.key, b.value, b.text, b.words, b.segment, b.confidence, desk_now() FROM believed b, call
      ON CONFLICT (call_id, field, key) DO UPDATE SET status = 'open', value = EXCLUDED.value, text = EXCLUDED.text,
        words = EXCLUDED.words, segment = EXCLUDED.segment, confidence = EXCLUDED.confidence, updated_at = desk_now()
        WHERE s.status = 'withdrawn' OR (s.status = 'open' AND (s.words, s.text, s.value, s.confidence)
          IS DISTINCT FROM (EXCLUDED.words, EXCLUDED.text, EXCLUDED.value, EXCLUDED.confidence))
      RETURNING s.*
    ), gone AS (
      UPDATE suggestions s SET status = 'withdrawn', updated_at = desk_now() FROM call
      WHERE s.call_id = call.id AND s.status = 'open'
        AND NOT EXISTS (SELECT FROM believed b WHERE b.field = s.field AND b.key = s.key)
      RETURNING s.*
    ) SELECT one.*, call.rep_id FROM (SELECT * FROM kept UNION ALL SELECT * FROM gone) one, call ORDER BY one.segment, one.id`);
  const repId = rows[0]?.rep_id ?? null;
  return { changed: rows.map(suggestionOf), repId: repId === null ? null : UserId.parse(repId) };
}

/** What was suggested for a call and is not withdrawn, in the order it was heard. */
export async function listOf(db: Rows, callId: CallId): Promise<readonly Suggestion[]> {
  const rows = await db.rows<SuggestionRow & Record<string, unknown>>(
    sql`SELECT * FROM suggestions WHERE call_id = ${callId} AND status <> 'withdrawn' ORDER BY segment, id`,
  );
  return rows.map(suggestionOf);
}

/** Takes or dismisses an open suggestion of a call that the rep holds; null where one of the three is not so. */
export async function settle(
  db: Rows,
  of: {
    readonly callId: CallId;
    readonly suggestionId: string;
    readonly repId: UserId;
    readonly status: 'taken' | 'dismissed';
  },
): Promise<Suggestion | null> {
  const [row] = await db.rows<SuggestionRow & Record<string, unknown>>(sql`
    UPDATE suggestions s SET status = ${of.status}, updated_at = desk_now() FROM calls c
    WHERE s.id = ${of.suggestionId} AND s.call_id = ${of.callId} AND c.id = s.call_id AND c.rep_id = ${of.repId}
      AND c.status IN ('active', 'wrap_up') AND s.status IN ('open', 'withdrawn', ${of.status})
    RETURNING s.*`);
  return row === undefined ? null : suggestionOf(row);
}

/**
 * The zone in which a caller's days and hours are meant: that of the linked customer, else the one zone of all customers
 * with the caller's number; null where neither says.
 */
export async function zoneOfCall(db: Rows, callId: CallId): Promise<string | null> {
  const [row] = await db.rows<{ zone: string | null }>(sql`SELECT coalesce(
      (SELECT time_zone FROM customers WHERE id = c.customer_id),
      (SELECT min(k.time_zone) FROM customer_phones p JOIN customers k ON k.id = p.customer_id
        WHERE p.number = c.from_number HAVING count(DISTINCT k.time_zone) = 1)) AS zone
    FROM calls c WHERE c.id = ${callId}`);
  return row?.zone ?? null;
}

/** One suggestion of a call, or null. */
export async function findSuggestion(db: Rows, callId: CallId, id: string): Promise<Suggestion | null> {
  const [row] = await db.rows<SuggestionRow & Record<string, unknown>>(
    sql`SELECT * FROM suggestions WHERE id = ${id} AND call_id = ${callId}`,
  );
  return row === undefined ? null : suggestionOf(row);
}

function suggestionOf(row: SuggestionRow): Suggestion {
  return Suggestion.parse({
    id: row.id,
    callId: row.call_id,
    value: row.value,
    text: row.text,
    words: row.words,
    segment: row.segment,
    confidence: row.confidence,
    status: row.status,
  });
}
