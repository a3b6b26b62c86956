import type { CallId, OfferId } from '@ringdesk/shared';
import type { Database } from '../database/database.ts';
import { sql } from '../database/sql.ts';

/** Seconds for which a rep who declined or gave back a call is not asked for that same call. */
const restSeconds = 5;
/** At most this many passed-over reps are kept with an offer. */
const mostSkipped = 50;

const isFit = sql`r.presence = 'available' AND r.work = 'idle' AND r.disconnected_at IS NULL`;
const justNow = sql`desk_now() - make_interval(secs => ${restSeconds})`;
const isResting = sql`((c.returned_by = r.user_id AND c.returned_at > ${justNow}) IS TRUE
  OR EXISTS (SELECT FROM offers last WHERE last.call_id = c.id AND last.rep_id = r.user_id
    AND last.outcome = 'declined' AND last.ended_at > ${justNow}))`;
const timesAsked = sql`(((c.returned_by = r.user_id) IS TRUE)::int + (SELECT count(*) FROM offers asked
  WHERE asked.call_id = c.id AND asked.rep_id = r.user_id AND asked.outcome <> 'withdrawn'))`;

/**
 * One statement makes one offer: the oldest waiting call that somebody may take, and the fit rep who was asked least
 * often for it, then offered any call least recently. Any number of nodes may route at once: a call's row is waited
 * for, since its words are stored under the same row and a younger caller must not pass meanwhile; a rep whom another
 * node is asking is passed over. Answers the call, or null when there is nothing to offer.
 */
export async function offerNext(
  db: Pick<Database, 'rows'>,
  { offerId, offerSeconds }: { readonly offerId: OfferId; readonly offerSeconds: number },
): Promise<CallId | null> {
  const rows = await db.rows<{ call_id: CallId }>(sql`WITH chosen_call AS MATERIALIZED (
      SELECT c.id, c.queued_at, c.returned_by, c.returned_at FROM calls c
      WHERE c.status = 'waiting' AND EXISTS (SELECT FROM reps r WHERE ${isFit} AND NOT ${isResting})
      ORDER BY c.priority DESC, c.queued_at, c.id LIMIT 1 FOR UPDATE OF c
    ), chosen_rep AS MATERIALIZED (
      SELECT r.user_id, r.last_offered_at, ${timesAsked} AS times_asked
      FROM chosen_call c, reps r WHERE ${isFit} AND NOT ${isResting}
      ORDER BY times_asked, r.last_offered_at NULLS FIRST, r.user_id LIMIT 1 FOR UPDATE OF r SKIP LOCKED
    ), passed_over AS (
      SELECT u.id, u.name, CASE
          WHEN r.disconnected_at IS NOT NULL THEN 'disconnected'
          WHEN r.work IN ('on_call', 'wrap_up', 'offered') THEN r.work
          WHEN r.presence IN ('away', 'not_responding') THEN r.presence
          WHEN ${isResting} THEN 'declined_just_now'
          WHEN ${timesAsked} > chosen_rep.times_asked THEN 'missed_this_call'
          ELSE 'offered_more_recently' END AS reason
      FROM chosen_rep, chosen_call c, reps r JOIN users u ON u.id = r.user_id
      WHERE r.presence <> 'offline' AND r.user_id <> chosen_rep.user_id LIMIT ${mostSkipped}
    ), made AS (
      INSERT INTO offers (id, call_id, rep_id, offered_at, expires_at, waited_ms, why)
      SELECT ${offerId}, c.id, r.user_id, desk_now(), desk_now() + make_interval(secs => ${offerSeconds}::float8),
        least(2147483647, greatest(0, extract(epoch FROM desk_now() - c.queued_at) * 1000))::int,
        jsonb_build_object(
          'fit', (SELECT count(*) FROM reps r WHERE ${isFit}),
          'lastOfferedAt', to_char(r.last_offered_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'askedBefore', r.times_asked,
          'skipped', coalesce((SELECT jsonb_agg(jsonb_build_object('repId', id, 'name', name, 'reason', reason)) FROM passed_over), '[]'))
      FROM chosen_call c, chosen_rep r RETURNING *
    ), ringing AS (
      UPDATE calls SET status = 'offered', offered_to = made.rep_id, version = version + 1
      FROM made WHERE calls.id = made.call_id RETURNING calls.id
    ), asked AS (
      UPDATE reps SET work = 'offered', work_since = desk_now(), last_offered_at = desk_now()
      FROM made WHERE user_id = made.rep_id RETURNING user_id
    ), told AS (
      INSERT INTO outbox (event, call_id, rep_id, offer_id)
      SELECT 'call.changed', id, NULL, NULL FROM ringing
      UNION ALL SELECT 'call.offered', call_id, rep_id, id FROM made
      UNION ALL SELECT 'presence.changed', NULL, user_id, NULL FROM asked
    )
    SELECT call_id FROM made`);
  return rows[0]?.call_id ?? null;
}
