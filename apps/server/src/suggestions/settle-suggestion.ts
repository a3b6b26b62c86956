import { type CallId, done, type Result, refused, type Suggestion, type UserId } from '@ringdesk/shared';
import type { App } from '../app.ts';
import { find as findCall } from '../calls/store.ts';
import { findSuggestion, settle } from './store.ts';

interface Settling {
  readonly callId: CallId;
  readonly suggestionId: string;
  readonly repId: UserId;
  readonly status: 'taken' | 'dismissed';
}

/** The rep who holds the call takes or dismisses a suggestion; doing it twice is no conflict. */
export async function settleSuggestion(
  app: Pick<App, 'db'>,
  settling: Settling,
): Promise<Result<Suggestion>> {
  const settled = await settle(app.db, settling);
  if (settled !== null) return done(settled);
  const call = await findCall(app.db, settling.callId);
  if (call === null) return refused('CALL_UNKNOWN');
  if (call.repId !== settling.repId) return refused('NOT_YOURS');
  if (call.status !== 'active' && call.status !== 'wrap_up') return refused('CALL_ENDED');
  const found = await findSuggestion(app.db, settling.callId, settling.suggestionId);
  return found === null
    ? refused('NOT_FOUND', 'There is no such suggestion.')
    : refused('STALE', `This suggestion was ${found.status} already.`);
}
