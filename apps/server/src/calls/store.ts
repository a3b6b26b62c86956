import type { Call, CallId, OfferOutcome, UserId } from '@ringdesk/shared';
import { type Database, sqlState } from '../database/database.ts';
import { type Statement, sql } from '../database/sql.ts';
import { type CallRow, callOf, callsWithNames } from './call-row.ts';

type Rows = Pick<Database, 'rows'>;
interface OfRep {
  readonly callId: CallId;
  readonly repId: UserId;
}

const uniqueViolation = '23505';
/** The call's row is always locked before its offer, and both before a rep's: that order keeps deadlocks away. */

/** Claims in one statement: the row's condition decides who wins, and an index refuses a second active call of a rep. */
export async function claim(db: Rows, { callId, repId }: OfRep): Promise<Call | 'busy' | null> {
  // An offer made while this statement waited for the row is beyond its view and could not be ended by it.
  const canSeeOffer = sql`EXISTS (SELECT FROM offers mine
    WHERE mine.call_id = calls.id AND mine.rep_id = ${repId} AND mine.outcome IS NULL)`;
  try {
    return await one(
      db,
      sql`WITH won AS (
        UPDATE calls SET status = 'active', rep_id = ${repId}, offered_to = NULL, claimed_at = desk_now(), version = version + 1
        WHERE id = ${callId} AND (status = 'waiting' OR (status = 'offered' AND offered_to = ${repId} AND ${canSeeOffer}))
          AND NOT EXISTS (SELECT FROM calls held WHERE held.rep_id = ${repId} AND held.status = 'active')
        RETURNING *
      ), given_back AS (
        UPDATE calls SET status = 'waiting', offered_to = NULL, version = version + 1
        WHERE status = 'offered' AND offered_to = ${repId} AND id <> ${callId} AND EXISTS (SELECT FROM won)
        RETURNING id
      ), offer_ended AS (
        UPDATE offers SET outcome = CASE WHEN call_id = ${callId} THEN 'claimed' ELSE 'withdrawn' END, ended_at = desk_now()
        WHERE outcome IS NULL AND rep_id = ${repId} AND call_id IN (SELECT id FROM won UNION ALL SELECT id FROM given_back)
        RETURNING *
      ), rep AS (
        UPDATE reps SET work = 'on_call', work_since = desk_now(), misses_in_a_row = 0
        FROM won WHERE user_id = won.rep_id RETURNING user_id
      ), told AS (${tell({
        calls: sql`SELECT id FROM won UNION ALL SELECT id FROM given_back`,
        offers: sql`offer_ended`,
        reps: sql`SELECT user_id FROM rep`,
      })})
      ${callsWithNames(sql`won`)}`,
    );
  } catch (error) {
    if (sqlState(error) === uniqueViolation) return 'busy';
    throw error;
  }
}

/** Gives an active call back to the queue, with the waiting time it had. */
export async function release(db: Rows, { callId, repId }: OfRep): Promise<Call | null> {
  const mine = sql`status = 'active' AND rep_id = ${repId} AND id = ${callId}`;
  const rep = settleReps(sql`user_id IN (SELECT rep_id FROM was)`, sql`SELECT id FROM was`);
  return one(db, sql`${giveBack(mine, rep)} ${callsWithNames(sql`back`)}`);
}

/** Gives back the calls of reps who have been gone for too long; those reps are offline now. */
export async function releaseVanished(db: Rows, vanishedSeconds: number): Promise<number> {
  const left = sql`id IN (
    SELECT c.id FROM calls c JOIN reps r ON r.user_id = c.rep_id
    WHERE c.status = 'active' AND r.disconnected_at <= desk_now() - make_interval(secs => ${vanishedSeconds}::float8)
    FOR UPDATE OF c SKIP LOCKED)`;
  const rep = sql`UPDATE reps SET presence = 'offline', away_reason = NULL, next_presence = NULL, next_reason = NULL,
      presence_since = CASE WHEN presence = 'offline' THEN presence_since ELSE desk_now() END, work_since = desk_now(),
      work = CASE WHEN EXISTS (SELECT FROM calls k WHERE k.rep_id = reps.user_id AND k.status = 'wrap_up') THEN 'wrap_up' ELSE 'idle' END
    FROM was WHERE user_id = was.rep_id RETURNING user_id`;
  return (await db.rows(sql`${giveBack(left, rep)} SELECT id FROM back`)).length;
}

/** The rep ends the conversation. */
export async function end(db: Rows, of: OfRep & { readonly wrapUpSeconds: number }): Promise<Call | null> {
  return one(
    db,
    sql`WITH over AS (
      UPDATE calls SET status = 'wrap_up', ended_at = desk_now(), version = version + 1,
        wrap_up_ends_at = desk_now() + make_interval(secs => ${of.wrapUpSeconds}::float8)
      WHERE id = ${of.callId} AND status = 'active' AND rep_id = ${of.repId} RETURNING *
    ), rep AS (
      UPDATE reps SET work = 'wrap_up', work_since = desk_now() FROM over WHERE user_id = over.rep_id RETURNING user_id
    ), told AS (${tell({ calls: sql`SELECT id FROM over`, reps: sql`SELECT user_id FROM rep` })})
    ${callsWithNames(sql`over`)}`,
  );
}

/** The caller left: an active call goes to wrap-up, an unclaimed one is abandoned and its offer withdrawn. */
export async function hangUp(db: Rows, callId: CallId, wrapUpSeconds: number): Promise<Call | null> {
  return one(
    db,
    sql`WITH over AS (
      UPDATE calls SET status = CASE status WHEN 'active' THEN 'wrap_up' ELSE 'abandoned' END, offered_to = NULL,
        ended_at = desk_now(), version = version + 1, wrap_up_ends_at =
          CASE status WHEN 'active' THEN desk_now() + make_interval(secs => ${wrapUpSeconds}::float8) END
      WHERE id = ${callId} AND status IN ('waiting', 'offered', 'active') RETURNING *
    ), offer_ended AS (
      UPDATE offers SET outcome = 'withdrawn', ended_at = desk_now()
      FROM over WHERE call_id = over.id AND outcome IS NULL RETURNING offers.*
    ), rep AS (
      UPDATE reps SET work = CASE WHEN work = 'offered' THEN 'idle' ELSE 'wrap_up' END, work_since = desk_now()
      WHERE user_id IN (SELECT rep_id FROM offer_ended UNION ALL SELECT rep_id FROM over WHERE status = 'wrap_up')
      RETURNING user_id
    ), told AS (${tell({
      calls: sql`SELECT id FROM over`,
      offers: sql`offer_ended`,
      reps: sql`SELECT user_id FROM rep`,
    })})
    ${callsWithNames(sql`over`)}`,
  );
}

/** Which ringing offers end, and how. */
interface EndingOffers {
  /** Over `o` (offers) and `c` (their calls). */
  readonly which: Statement;
  readonly outcome: Exclude<OfferOutcome, 'claimed'>;
  readonly missesUntilNotResponding: number;
  /** Sweeps pass over rows that somebody is working on; a person's wish waits for them. */
  readonly onBusyRow: 'wait' | 'pass';
}

/** Ends offers without a claim: their calls wait again with their old waiting time, their reps are free. */
export async function endOffers(db: Rows, ending: EndingOffers): Promise<readonly Call[]> {
  const isMiss = ending.outcome === 'missed';
  const lock = ending.onBusyRow === 'pass' ? sql`FOR UPDATE OF c SKIP LOCKED` : sql`FOR UPDATE OF c`;
  const rows = await db.rows<CallRow>(sql`WITH ringing AS MATERIALIZED (
      SELECT c.id, o.id AS offer_id FROM offers o JOIN calls c ON c.id = o.call_id
      WHERE o.outcome IS NULL AND c.status = 'offered' AND ${ending.which} ${lock}
    ), offer_ended AS (
      UPDATE offers o SET outcome = ${ending.outcome}, ended_at = desk_now()
      FROM ringing WHERE o.id = ringing.offer_id AND o.outcome IS NULL RETURNING o.*
    ), back AS (
      UPDATE calls c SET status = 'waiting', offered_to = NULL, version = version + 1
      FROM offer_ended e WHERE c.id = e.call_id AND c.status = 'offered' RETURNING c.*
    ), rep AS (
      UPDATE reps SET work = 'idle', work_since = desk_now(),
        misses_in_a_row = CASE ${ending.outcome}::text WHEN 'missed' THEN misses_in_a_row + 1 WHEN 'declined' THEN 0 ELSE misses_in_a_row END,
        presence = CASE WHEN ${isMiss} AND presence = 'available' AND misses_in_a_row + 1 >= ${ending.missesUntilNotResponding}
          THEN 'not_responding' ELSE presence END,
        presence_since = CASE WHEN ${isMiss} AND presence = 'available' AND misses_in_a_row + 1 >= ${ending.missesUntilNotResponding}
          THEN desk_now() ELSE presence_since END
      WHERE work = 'offered' AND user_id IN (SELECT rep_id FROM offer_ended) RETURNING user_id
    ), told AS (${tell({
      calls: sql`SELECT id FROM back`,
      offers: sql`offer_ended`,
      reps: sql`SELECT user_id FROM rep`,
    })})
    ${callsWithNames(sql`back`)}`);
  return rows.map(callOf);
}

/** Which wrap-ups are over; `notes` null keeps what is there. */
interface ClosingCalls {
  readonly which: Statement;
  readonly disposition: string;
  readonly notes: string | null;
}

/** Closes calls in wrap-up. Their reps get what is left to do, and with nothing left their next presence. */
export async function close(db: Rows, closing: ClosingCalls): Promise<readonly Call[]> {
  const rows = await db.rows<CallRow>(sql`WITH closed AS (
      UPDATE calls SET status = 'closed', disposition = ${closing.disposition}, wrapped_at = desk_now(),
        notes = coalesce(${closing.notes}::text, notes), version = version + 1
      WHERE status = 'wrap_up' AND ${closing.which} RETURNING *
    ), rep AS (${settleReps(sql`user_id IN (SELECT rep_id FROM closed)`, sql`SELECT id FROM closed`)}
    ), told AS (${tell({ calls: sql`SELECT id FROM closed`, reps: sql`SELECT user_id FROM rep` })})
    ${callsWithNames(sql`closed`)}`);
  return rows.map(callOf);
}

/** Keeps notes if the call is still as the rep saw it. */
export async function writeNote(
  db: Rows,
  note: OfRep & { readonly text: string; readonly version: number },
): Promise<Call | null> {
  return one(
    db,
    sql`WITH noted AS (
      UPDATE calls SET notes = ${note.text}, version = version + 1
      WHERE id = ${note.callId} AND rep_id = ${note.repId} AND status IN ('active', 'wrap_up', 'closed')
        AND version = ${note.version} RETURNING *
    ), told AS (${tell({ calls: sql`SELECT id FROM noted` })})
    ${callsWithNames(sql`noted`)}`,
  );
}

/** One call by its id, or null. */
export async function find(db: Rows, callId: CallId): Promise<Call | null> {
  return one(db, callsWithNames(sql`(SELECT * FROM calls WHERE id = ${callId})`));
}

/** Whether the rep holds an active call. */
export async function holdsActiveCall(db: Rows, repId: UserId): Promise<boolean> {
  return (await db.rows(sql`SELECT FROM calls WHERE rep_id = ${repId} AND status = 'active'`)).length > 0;
}

/** What desks and reps must be told, written with the change itself so that neither exists without the other. */
export function tell(of: {
  readonly calls: Statement;
  /** The name of a WITH part with rows of offers. */
  readonly offers?: Statement;
  readonly reps?: Statement;
}): Statement {
  const offers =
    of.offers === undefined
      ? sql``
      : sql` UNION ALL SELECT 'call.offer-ended', call_id, rep_id, id, outcome FROM ${of.offers}`;
  const reps =
    of.reps === undefined
      ? sql``
      : sql` UNION ALL SELECT 'presence.changed', NULL, user_id, NULL, NULL FROM (${of.reps}) AS changed_reps (user_id)`;
  return sql`INSERT INTO outbox (event, call_id, rep_id, offer_id, outcome)
    SELECT 'call.changed', id, NULL, NULL, NULL FROM (${of.calls}) AS changed_calls (id)${offers}${reps}`;
}

/** Sets the work of reps by the calls they still have, leaving out `without`; idle reps take their next presence. */
export function settleReps(which: Statement, without: Statement): Statement {
  const has = (status: Statement) =>
    sql`EXISTS (SELECT FROM calls k WHERE k.rep_id = reps.user_id AND k.status = ${status} AND k.id NOT IN (${without}))`;
  const isFree = sql`(NOT ${has(sql`'active'`)} AND NOT ${has(sql`'wrap_up'`)})`;
  return sql`UPDATE reps SET work_since = desk_now(),
      work = CASE WHEN ${has(sql`'active'`)} THEN 'on_call' WHEN ${has(sql`'wrap_up'`)} THEN 'wrap_up' ELSE 'idle' END,
      presence = CASE WHEN ${isFree} THEN coalesce(next_presence, presence) ELSE presence END,
      away_reason = CASE WHEN ${isFree} AND next_presence IS NOT NULL THEN next_reason ELSE away_reason END,
      presence_since = CASE WHEN ${isFree} AND next_presence IS NOT NULL THEN desk_now() ELSE presence_since END,
      next_presence = CASE WHEN ${isFree} THEN NULL ELSE next_presence END,
      next_reason = CASE WHEN ${isFree} THEN NULL ELSE next_reason END
    WHERE ${which} RETURNING user_id`;
}

/** Active calls of `which` wait again; `rep` says in one statement over `was` what becomes of their reps. */
function giveBack(which: Statement, rep: Statement): Statement {
  return sql`WITH was AS MATERIALIZED (
      SELECT id, rep_id FROM calls WHERE ${which} FOR UPDATE
    ), back AS (
      UPDATE calls c SET status = 'waiting', rep_id = NULL, claimed_at = NULL, version = version + 1,
        returned_by = was.rep_id, returned_at = desk_now()
      FROM was WHERE c.id = was.id RETURNING c.*
    ), rep AS (${rep}
    ), told AS (${tell({ calls: sql`SELECT id FROM back`, reps: sql`SELECT user_id FROM rep` })})`;
}

async function one(db: Rows, statement: Statement): Promise<Call | null> {
  const [row] = await db.rows<CallRow>(statement);
  return row === undefined ? null : callOf(row);
}
