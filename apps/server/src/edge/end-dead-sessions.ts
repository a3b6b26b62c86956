import type { SessionId } from '@ringdesk/shared';
import type { Fate } from '../app.ts';
import { type DeskServer, endDesk } from './socket.ts';

/** Past the end of a token, the time a desk has to bring a fresh one over a slow line. */
const leewayMs = 2_000;

/** Closes the sockets of sessions that are over or locked, whose role changed, or that let their token run out. */
export async function endDeadSessions(
  desks: DeskServer,
  fatesOf: (ids: readonly SessionId[]) => Promise<readonly Fate[]>,
  nowMs: number,
): Promise<void> {
  const sockets = [...desks.sockets.values()];
  if (sockets.length === 0) return;
  const found = await fatesOf([...new Set(sockets.map((socket) => socket.data.asker.sessionId))]);
  const fates = new Map(found.map((fate) => [fate.id, fate]));
  for (const socket of sockets) {
    const { asker, expiresAtMs } = socket.data;
    const fate = fates.get(asker.sessionId);
    if (fate === undefined) endDesk(socket, 'signed-out');
    else if (fate.over !== null) endDesk(socket, fate.over);
    else if (fate.role !== asker.role) endDesk(socket, 'role-changed');
    else if (expiresAtMs + leewayMs < nowMs) endDesk(socket, 'expired');
  }
}
