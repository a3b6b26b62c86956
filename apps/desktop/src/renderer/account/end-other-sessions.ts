import { done, type Result, type SignedInDevice } from '@ringdesk/shared';
import { call } from '../http/call.ts';

/** Ends these sessions one after the other. One that has ended meanwhile is as good as ended. */
export async function endOtherSessions(others: readonly SignedInDevice[]): Promise<Result<null>> {
  for (const { id } of others) {
    const answer = await call('session.end', { id });
    if (!answer.ok && answer.error.code !== 'NOT_FOUND') return answer;
  }
  return done(null);
}
