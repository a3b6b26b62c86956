import { onDeskFacts } from '../calls/desk.store.ts';
import { startRinging, stopRinging } from '../calls/ring.ts';
import { readAllAgain } from '../http/records.ts';
import { onConnection } from '../realtime/connection.store.ts';
import { bridge } from './bridge.ts';
import { appMessages } from './messages.ts';

/** Reads the records again whenever the server is back; returns the way to stop. */
function followConnection(): () => void {
  let isBack = false;
  return onConnection(({ state }) => {
    if (state !== 'open') return;
    if (isBack) readAllAgain();
    isBack = true;
  });
}

/** Keeps the title, the badge, the attention of the machine and the records in step with the desk; returns the way to stop. */
export function startEffects(): () => void {
  let ringing: string | null = null;
  const stop = onDeskFacts(({ waiting, offeredCall }) => {
    document.title = appMessages.title(waiting);
    void bridge.setBadge(waiting);
    const now = offeredCall?.id ?? null;
    if (now === ringing) return;
    ringing = now;
    void bridge.seekAttention(now !== null);
    if (now === null) stopRinging();
    else startRinging();
    if (offeredCall === null || document.hasFocus()) return;
    const title = appMessages.offerTitle(offeredCall.callerName ?? offeredCall.from);
    void bridge.notify({ title, body: appMessages.offerBody });
  });
  const stopFollowing = followConnection();
  return () => {
    stop();
    stopFollowing();
    stopRinging();
    document.title = appMessages.title(0);
    void bridge.setBadge(0);
    void bridge.seekAttention(false);
  };
}
