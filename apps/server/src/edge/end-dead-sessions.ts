import type { Role, SessionId } from '@ringdesk/shared';
import { type DeskServer, endDesk } from './socket.ts';

/** Past the end of a token, the time a desk has to bring a fresh one over a slow line. */
const leewayMs = 2_000;

type LiveSessions = (
  ids: readonly SessionId[],
) => Promise<readonly { readonly id: SessionId; readonly role: Role }[]>;

/** Closes the sockets of sessions that have ended, lost their role, or let their token run out. */
export async function endDeadSessions(
  desks: DeskServer,
  liveSessions: LiveSessions,
  nowMs: number,
): Promise<void> {
  const sockets = [...desks.sockets.values()];
  if (sockets.length === 0) return;
  const live = await liveSessions([...new Set(sockets.map((socket) => socket.data.asker.sessionId))]);
  const roles = new Map(live.map((session) => [session.id, session.role]));
  for (const socket of sockets) {
    const { asker, expiresAtMs } = socket.data;
    const role = roles.get(asker.sessionId);
    if (role === undefined) endDesk(socket, 'signed-out');
    else if (role !== asker.role) endDesk(socket, 'role-changed');
    else if (expiresAtMs + leewayMs < nowMs) endDesk(socket, 'expired');
  }
}
