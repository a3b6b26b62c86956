import { type CallId, Frame, type SpokenFrame } from '@ringdesk/shared';
import type { Database } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { expand, fold, type TranscriptDocument } from './folding.ts';

type Rows = Pick<Database, 'rows'>;

interface FrameRow {
  readonly call_id: CallId;
  readonly seq: number;
  readonly segment: number;
  readonly speaker: string;
  readonly text: string;
  readonly final: boolean;
  readonly at: Date;
}

/** Frames as they were heard, by call. */
export type Heard = ReadonlyMap<CallId, readonly SpokenFrame[]>;

/**
 * Numbers and stores the frames of any number of calls in one statement, under the rows of the calls, and answers them
 * with their numbers. Frames of a call that is over are left out. The same batch again, asked because the answer was lost,
 * is answered and not stored a second time.
 */
export async function append(
  db: Rows,
  heard: Heard,
  batchId: string,
): Promise<ReadonlyMap<CallId, readonly Frame[]>> {
  const flat = [...heard].flatMap(([callId, frames]) =>
    frames.map((frame, i) => ({ callId, i: i + 1, ...frame })),
  );
  const rows = await db.rows<FrameRow>(sql`WITH heard AS (
      SELECT * FROM unnest(
        ${flat.map((f) => f.callId)}::text[], ${flat.map((f) => f.i)}::int[], ${flat.map((f) => f.segment)}::int[],
        ${flat.map((f) => f.speaker)}::text[], ${flat.map((f) => f.text)}::text[], ${flat.map((f) => f.final)}::bool[],
        ${flat.map((f) => f.at)}::timestamptz[]
      ) AS h (call_id, place, segment, speaker, text, final, at)
    ), counted AS (
      SELECT call_id, count(*)::int AS frames, max(segment) AS last_segment FROM heard GROUP BY call_id
    ), locked AS MATERIALIZED (
      SELECT id, last_seq, last_batch IS NOT DISTINCT FROM ${batchId} AS is_stored
      FROM calls WHERE id IN (SELECT call_id FROM counted)
        AND status IN ('waiting', 'offered', 'active', 'wrap_up') ORDER BY id FOR UPDATE
    ), numbered AS (
      UPDATE calls SET last_seq = locked.last_seq + counted.frames,
        last_segment = greatest(calls.last_segment, counted.last_segment), last_batch = ${batchId}
      FROM locked JOIN counted ON counted.call_id = locked.id
      WHERE calls.id = locked.id AND NOT locked.is_stored RETURNING calls.id, locked.last_seq AS before
    ), stored AS (
      INSERT INTO frames (call_id, seq, segment, speaker, text, final, at)
      SELECT h.call_id, numbered.before + h.place, h.segment, h.speaker, h.text, h.final, h.at
      FROM heard h JOIN numbered ON numbered.id = h.call_id ORDER BY h.call_id, h.place
      RETURNING *
    )
    SELECT * FROM stored
    UNION ALL SELECT f.* FROM frames f JOIN locked ON locked.id = f.call_id AND locked.is_stored
      JOIN counted ON counted.call_id = f.call_id WHERE f.seq > locked.last_seq - counted.frames`);
  const stored = new Map<CallId, Frame[]>();
  for (const row of rows) {
    const frames = stored.get(row.call_id) ?? [];
    frames.push(frameOf(row));
    stored.set(row.call_id, frames);
  }
  for (const frames of stored.values()) frames.sort((a, b) => a.seq - b.seq);
  return stored;
}

/** What is stored of a transcript after some number, and the number of the last frame there is. */
export interface StoredFrames {
  readonly frames: readonly Frame[];
  readonly lastSeq: number;
}

/** The frames of a call after `afterSeq`, in order; null when there is no such call. */
export async function framesAfter(db: Rows, callId: CallId, afterSeq: number): Promise<StoredFrames | null> {
  const [call] = await db.rows<{ last_seq: number; document: TranscriptDocument | null }>(
    sql`SELECT c.last_seq, t.document FROM calls c LEFT JOIN transcripts t ON t.call_id = c.id WHERE c.id = ${callId}`,
  );
  if (call === undefined) return null;
  if (call.document !== null) return { frames: after(call.document, afterSeq), lastSeq: call.last_seq };
  const rows = await db.rows<FrameRow>(
    sql`SELECT * FROM frames WHERE call_id = ${callId} AND seq > ${afterSeq} ORDER BY seq`,
  );
  if (rows.length > 0 || call.last_seq <= afterSeq) {
    const frames = rows.map(frameOf);
    return { frames, lastSeq: Math.max(call.last_seq, frames.at(-1)?.seq ?? 0) };
  }
  // The call was folded between the two statements: its document is there now.
  const [folded] = await db.rows<{ document: TranscriptDocument }>(
    sql`SELECT document FROM transcripts WHERE call_id = ${callId}`,
  );
  return { frames: folded === undefined ? [] : after(folded.document, afterSeq), lastSeq: call.last_seq };
}

/** Folds the transcript of a call that is over into one document; harmless when it is folded already. */
export async function foldCall(db: Database, callId: CallId): Promise<boolean> {
  return db.transaction(async (tx) => {
    const over = await tx.rows(
      sql`SELECT FROM calls WHERE id = ${callId} AND status IN ('closed', 'abandoned') FOR UPDATE`,
    );
    if (over.length === 0) return false;
    const rows = await tx.rows<FrameRow>(sql`SELECT * FROM frames WHERE call_id = ${callId} ORDER BY seq`);
    if (rows.length === 0) return false;
    const document = JSON.stringify(fold(rows.map(frameOf)));
    await tx.rows(sql`INSERT INTO transcripts (call_id, last_seq, document)
      VALUES (${callId}, ${rows.length}, ${document}::jsonb) ON CONFLICT (call_id) DO NOTHING`);
    await tx.rows(sql`DELETE FROM frames WHERE call_id = ${callId}`);
    return true;
  });
}

/** Calls that are over and not folded yet. Walks from one call to the next by the index, never over all frames. */
export async function unfolded(db: Rows): Promise<readonly CallId[]> {
  const rows = await db.rows<{ id: CallId }>(sql`WITH RECURSIVE with_frames AS (
      (SELECT call_id FROM frames ORDER BY call_id LIMIT 1)
      UNION ALL
      SELECT (SELECT f.call_id FROM frames f WHERE f.call_id > w.call_id ORDER BY f.call_id LIMIT 1)
      FROM with_frames w WHERE w.call_id IS NOT NULL
    )
    SELECT c.id FROM with_frames w JOIN calls c ON c.id = w.call_id WHERE c.status IN ('closed', 'abandoned') LIMIT 100`);
  return rows.map((row) => row.id);
}

function after(document: TranscriptDocument, seq: number): Frame[] {
  return expand(document).filter((frame) => frame.seq > seq);
}

function frameOf(row: FrameRow): Frame {
  return Frame.parse({ ...row, at: row.at.toISOString() });
}
