import {
  type Call,
  type CallId,
  type CustomerId,
  callRules,
  done,
  type Result,
  refused,
  stateOf,
  type UserId,
} from '@ringdesk/shared';
import type { App } from '../app.ts';
import { customerIsArchived, link } from './link.store.ts';
import { find } from './store.ts';

interface Link {
  readonly callId: CallId;
  readonly repId: UserId;
  readonly customerId: CustomerId | null;
}

/** Says whose call it is, or with null that nobody knows; for the rep who holds it, until the wrap-up is over. */
export async function linkCall(app: Pick<App, 'db' | 'nudge'>, wish: Link): Promise<Result<Call>> {
  const linked = await link(app.db, wish);
  if (linked !== null) {
    app.nudge();
    return done(linked);
  }
  const call = await find(app.db, wish.callId);
  if (call === null) return refused('CALL_UNKNOWN');
  const held = callRules.link(stateOf(call), wish.repId);
  if (!held.ok) return held;
  // The same again, after an answer that was lost on the way, changes nothing.
  if (call.customerId === wish.customerId) return done(call);
  const isArchived = wish.customerId === null ? null : await customerIsArchived(app.db, wish.customerId);
  if (isArchived === null) return refused('NOT_FOUND', 'There is no such customer.');
  return refused(isArchived ? 'CUSTOMER_ARCHIVED' : 'STALE');
}
