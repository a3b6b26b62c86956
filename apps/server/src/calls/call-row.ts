import { Call, CallId, Offer, type OfferWhy } from '@ringdesk/shared';
import { type Statement, sql } from '../database/sql.ts';

/** A call as PostgreSQL gives it, with the names of its reps. */
export interface CallRow {
  readonly id: string;
  readonly status: string;
  readonly line: string;
  readonly external_id: string;
  readonly from_number: string;
  readonly caller_name: string | null;
  readonly priority: number;
  readonly queued_at: Date;
  readonly offered_to: string | null;
  readonly offered_to_name: string | null;
  readonly rep_id: string | null;
  readonly rep_name: string | null;
  readonly claimed_at: Date | null;
  readonly ended_at: Date | null;
  readonly wrap_up_ends_at: Date | null;
  readonly wrapped_at: Date | null;
  readonly customer_id: string | null;
  readonly patient_id: string | null;
  readonly disposition: string | null;
  readonly notes: string;
  readonly job_ids: readonly string[];
  readonly topic: string | null;
  readonly version: number;
  readonly last_seq: number;
  readonly last_segment: number;
}

/** Calls of `source` (a table or a WITH part that has the columns of calls) with the names of their reps. */
export function callsWithNames(source: Statement): Statement {
  return sql`SELECT c.*, rep.name AS rep_name, asked.name AS offered_to_name
    FROM ${source} c LEFT JOIN users rep ON rep.id = c.rep_id LEFT JOIN users asked ON asked.id = c.offered_to`;
}

/** The call as the outside sees it. */
export function callOf(row: CallRow): Call {
  return Call.parse({
    id: row.id,
    status: row.status,
    from: row.from_number,
    callerName: row.caller_name,
    line: row.line,
    priority: row.priority,
    queuedAt: row.queued_at.toISOString(),
    offeredTo: row.offered_to,
    offeredToName: row.offered_to_name,
    repId: row.rep_id,
    repName: row.rep_name,
    claimedAt: iso(row.claimed_at),
    endedAt: iso(row.ended_at),
    wrapUpEndsAt: iso(row.wrap_up_ends_at),
    wrappedAt: iso(row.wrapped_at),
    customerId: row.customer_id,
    patientId: row.patient_id,
    jobIds: row.job_ids,
    disposition: row.disposition,
    notes: row.notes,
    topic: row.topic,
    version: row.version,
    lastSeq: row.last_seq,
  });
}

/** An offer as PostgreSQL gives it. */
export interface OfferRow {
  readonly id: string;
  readonly call_id: string;
  readonly rep_id: string;
  readonly rep_name: string;
  readonly offered_at: Date;
  readonly expires_at: Date;
  readonly ended_at: Date | null;
  readonly outcome: string | null;
  readonly waited_ms: number;
  readonly why: OfferWhy;
}

export function offerOf(row: OfferRow): Offer {
  return Offer.parse({
    id: row.id,
    callId: CallId.parse(row.call_id),
    repId: row.rep_id,
    repName: row.rep_name,
    offeredAt: row.offered_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    endedAt: iso(row.ended_at),
    outcome: row.outcome,
    waitedMs: row.waited_ms,
    why: row.why,
  });
}

function iso(at: Date | null): string | null {
  return at === null ? null : at.toISOString();
}
