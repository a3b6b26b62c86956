import type { CallId, OfferId, OfferOutcome, UserId } from '@ringdesk/shared';
import type { Database } from './database.ts';
import { sql } from './sql.ts';

/** Something that was committed and must be told. */
export type Fact =
  | { readonly event: 'call.changed'; readonly callId: CallId }
  | {
      readonly event: 'call.offered';
      readonly callId: CallId;
      readonly repId: UserId;
      readonly offerId: OfferId;
    }
  | {
      readonly event: 'call.offer-ended';
      readonly callId: CallId;
      readonly repId: UserId;
      readonly offerId: OfferId;
      readonly outcome: OfferOutcome;
    }
  | { readonly event: 'presence.changed'; readonly repId: UserId };

interface FactRow {
  readonly id: string;
  readonly event: string;
  readonly call_id: CallId | null;
  readonly rep_id: UserId | null;
  readonly offer_id: OfferId | null;
  readonly outcome: OfferOutcome | null;
}

const mostAtOnce = 500;

/**
 * Hands the facts that were not told yet to `tell`, one node at a time and in the order of the facts, then forgets them.
 * `rev` of the first fact is given; it grows by one for each `call.changed`. A process that dies on the way
 * tells the same facts with the same numbers again: a repeat, never a hole. Answers how many were told. `tell` reads what
 * it needs through `tx`: a second connection could be kept from it by desks that wait for this very lock.
 */
export async function publishOutbox(
  db: Database,
  tell: (facts: readonly Fact[], firstRev: number, tx: Pick<Database, 'rows'>) => Promise<void>,
): Promise<number> {
  return db.transaction(async (tx) => {
    // What is lost of this bookkeeping in a crash is only told again.
    await tx.rows(sql`SET LOCAL synchronous_commit = off`);
    const [told] = await tx.rows<{ rev: string }>(sql`SELECT rev FROM told WHERE id = 1 FOR UPDATE`);
    const rows = await tx.rows<FactRow>(sql`SELECT * FROM outbox ORDER BY id LIMIT ${mostAtOnce}`);
    if (rows.length === 0) return 0;
    const firstRev = Number(told?.rev ?? 0) + 1;
    await tell(rows.map(factOf), firstRev, tx);
    const changes = rows.filter((row) => row.event === 'call.changed').length;
    await tx.rows(sql`WITH forgotten AS (DELETE FROM outbox WHERE id = ANY(${rows.map((row) => row.id)}::bigint[]))
      UPDATE told SET rev = rev + ${changes} WHERE id = 1`);
    return rows.length;
  });
}

function factOf(row: FactRow): Fact {
  const { call_id: callId, rep_id: repId, offer_id: offerId, outcome } = row;
  if (row.event === 'call.changed' && callId !== null) return { event: 'call.changed', callId };
  if (row.event === 'presence.changed' && repId !== null) return { event: 'presence.changed', repId };
  if (callId !== null && repId !== null && offerId !== null) {
    if (row.event === 'call.offered') return { event: 'call.offered', callId, repId, offerId };
    if (row.event === 'call.offer-ended' && outcome !== null)
      return { event: 'call.offer-ended', callId, repId, offerId, outcome };
  }
  throw new Error(`the outbox holds a fact that nobody knows: ${row.event}`);
}
