import { renewSession } from '../auth/renew-session.ts';
import { onSession, sessionNow } from '../auth/session.store.ts';
import { renewAtMs } from '../auth/session.ts';
import { ask } from '../realtime/desk-client.ts';

const renewAgainMs = 5000;

/** Renews the session before its token ends, also while it is locked, and gives an open socket the new token. */
export function keepRenewed(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let token = sessionNow()?.accessToken ?? null;

  function plan(leastMs: number): void {
    clearTimeout(timer);
    const session = sessionNow();
    if (session !== null)
      timer = setTimeout(() => void renew(), Math.max(leastMs, renewAtMs(session) - Date.now()));
  }
  async function renew(): Promise<void> {
    await renewSession();
    plan(renewAgainMs);
  }
  onSession((session) => {
    const isRenewed = session !== null && token !== null && session.accessToken !== token;
    token = session?.accessToken ?? null;
    if (isRenewed && !session.isLocked) void ask('session.renew', { token: session.accessToken });
    plan(0);
  });
  plan(0);
}
