import { type Answer, refused } from '@ringdesk/shared';
import { isLockOwed, oweLock, settleLock } from '../auth/lock-owed.ts';
import { lockedIs, onSession, sessionNow } from '../auth/session.store.ts';
import { tellTabs } from '../auth/session-tabs.ts';
import { workNow } from '../calls/desk.store.ts';
import { call } from '../http/call.ts';
import { watchIdle } from '../lock/idle.store.ts';
import { notice } from '../ui/notices.store.ts';
import { appMessages } from './messages.ts';

/** Locks this desk at once, and then the session. On a call it is refused, because the caller would be dropped. */
export function lockDesk(): void {
  const user = sessionNow()?.user;
  const isOnCall = workNow().current?.status === 'active';
  if (isOnCall) notice(appMessages.lockOnCall, 'careful');
  if (isOnCall || user === undefined) return;
  oweLock(user.id);
  lockedIs(true);
  void tellServer();
}

/** Unlocks the session with the code of the authenticator; demo people have none and send none. */
export async function unlockDesk(code: string | null): Promise<Answer<unknown>> {
  const user = sessionNow()?.user;
  if (user === undefined) return refused('UNAUTHENTICATED');
  await tellServer();
  const answer = await call('auth.unlock', code === null ? {} : { code });
  if (!answer.ok) return answer;
  settleLock(user.id);
  lockedIs(false);
  if (sessionNow()?.keeper === 'cookie') tellTabs({ told: 'unlocked' });
  return answer;
}

let telling: Promise<void> | null = null;

/** Tells the server of a lock that it has not heard of, once however many ask. */
function tellServer(): Promise<void> {
  telling ??= payOwed().finally(() => {
    telling = null;
  });
  return telling;
}

async function payOwed(): Promise<void> {
  const user = sessionNow()?.user;
  if (user === undefined || !isLockOwed(user.id)) return;
  const answer = await call('auth.lock', {});
  if (answer.ok) settleLock(user.id);
}

/** From now on a lock that the server could not be told of is told at each renewal, until it has heard. */
export function keepLockTold(): void {
  onSession(() => void tellServer());
  void tellServer();
}

/** Locks the desk that nobody uses; returns the way to stop. */
export function lockWhenIdle(): () => void {
  return watchIdle({
    isBusy: () => {
      const { current, isRinging } = workNow();
      return current !== null || isRinging;
    },
    due: lockDesk,
  });
}
