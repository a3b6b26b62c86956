import { contractVersion, ErrorCode, eventNames, Refusal, refused } from '@ringdesk/shared';
import { io } from 'socket.io-client';
import type { MakeWire } from './wire.ts';

/** The wire over Socket.IO: WebSocket only, with the token and the version of the contract in the handshake. */
export const socketIoWire: MakeWire = ({ url, token, hears }) => {
  const socket = io(`${url}/desk`, {
    transports: ['websocket'],
    autoConnect: false,
    // Attempts are planned by the desk client, which shows when the next one is and can be told to try now.
    reconnection: false,
    auth: (send) => void token().then((fresh) => send({ token: fresh, contract: contractVersion })),
  });
  socket.on('connect', () => hears.opened());
  socket.on('disconnect', () => hears.lost());
  socket.on('connect_error', (error) => {
    // Without `data` the transport failed; with it the server's handshake said no.
    const answered = 'data' in error && error.data !== undefined && error.data !== null;
    if (answered || ErrorCode.safeParse(error.message).success) hears.turnedAway(refusalIn(error));
    else hears.lost();
  });
  for (const name of eventNames) socket.on(name, (payload: unknown) => hears.told(name, payload));
  return {
    get isOpen() {
      return socket.connected;
    },
    open: () => void socket.connect(),
    close: () => void socket.disconnect(),
    ask: (name, input, timeoutMs) => socket.timeout(timeoutMs).emitWithAck(name, input),
  };
};

function refusalIn(error: Error & { data?: unknown }): Refusal | null {
  const whole = Refusal.safeParse(error.data);
  if (whole.success) return whole.data;
  const inner = Refusal.safeParse((error.data as { error?: unknown } | null)?.error);
  if (inner.success) return inner.data;
  const code = ErrorCode.safeParse(error.message);
  const told = code.success ? refused(code.data) : null;
  return told === null || told.ok ? null : told.error;
}
