import { onDeskFacts } from '../calls/desk.store.ts';
import { startRinging, stopRinging } from '../calls/ring.ts';
import { bridge } from './bridge.ts';
import { appMessages } from './messages.ts';

/** Keeps the title, the badge and the attention of the machine in step with the desk; returns the way to stop. */
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
  return () => {
    stop();
    stopRinging();
    document.title = appMessages.title(0);
    void bridge.setBadge(0);
    void bridge.seekAttention(false);
  };
}
