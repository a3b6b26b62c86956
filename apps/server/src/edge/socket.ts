import {
  type Answer,
  contractVersion,
  type DeskAsks,
  type DeskHears,
  type OperationName,
  operationNames,
  operations,
  type Payload,
  refused,
} from '@ringdesk/shared';
import { type Namespace, Server, type Socket } from 'socket.io';
import type { DeskDoor, Person } from '../app.ts';
import { createAllowance } from './allowance.ts';
import { type Dispatch, refusalIn } from './dispatch.ts';
import type { Origins } from './origins.ts';
import type { PeerOf } from './peer.ts';
import { rooms, roomsOf } from './rooms.ts';

interface DeskData {
  asker: Person;
  expiresAtMs: number;
  door: DeskDoor;
}
type NoNodeEvents = Record<string, never>;
export type SocketServer = Server;
export type DeskServer = Namespace<DeskAsks, DeskHears, NoNodeEvents, DeskData>;
export type DeskSocket = Socket<DeskAsks, DeskHears, NoNodeEvents, DeskData>;

interface SocketDoor {
  readonly dispatch: Dispatch;
  readonly authenticate: (token: string) => Promise<(Person & { readonly expiresAtMs: number }) | null>;
  readonly opened: (desk: DeskSocket) => Promise<void>;
  readonly closed: (desk: DeskSocket) => Promise<void>;
  readonly peerOf: PeerOf;
  readonly onTrouble: (error: unknown) => void;
  readonly nowMs: () => number;
}

const mostFrameBytes = 128 * 1024;
const answerWithinMs = 5_000;
/** A desk that has this many packets unsent is cut off, so that one slow reader cannot fill the server's memory. */
const mostUnsentPackets = 2_000;

/** Makes the Socket.IO server: WebSocket only, no compression, no recovery of its own, no cookies. It serves once it is attached. */
export function createSockets(origins: Origins): SocketServer {
  return new Server({
    transports: ['websocket'],
    serveClient: false,
    perMessageDeflate: false,
    maxHttpBufferSize: mostFrameBytes,
    pingInterval: 5_000,
    pingTimeout: 5_000,
    connectTimeout: 10_000,
    allowRequest: ({ headers }, answer) => {
      const why = origins(headers);
      answer(why, why === null);
    },
  });
}

/** Where desks connect. */
export function desksOf(io: SocketServer): DeskServer {
  return io.of('/desk');
}

/** Opens the desks' door: every question goes to the one dispatcher. What comes back waits until nothing is under way. */
export function openDesks(desks: DeskServer, door: SocketDoor): () => Promise<void> {
  const underWay = new Set<Promise<unknown>>();
  const follow = (work: Promise<unknown>) => {
    const following = work.catch(door.onTrouble).finally(() => underWay.delete(following));
    underWay.add(following);
  };
  desks.use((socket, next) => {
    admit(socket, door).then(
      (refusal) =>
        next(refusal === null ? undefined : Object.assign(new Error(refusal.message), { data: refusal })),
      (error: unknown) => {
        door.onTrouble(error);
        next(Object.assign(new Error('unavailable'), { data: { code: 'UNAVAILABLE' } }));
      },
    );
  });
  desks.on('connection', (socket) => {
    socket.data.door = deskDoor(socket);
    void socket.join(roomsOf(socket.data.asker));
    // Questions wait for the opening, and so does the closing of a desk that is gone again at once.
    const opening = door.opened(socket).catch(door.onTrouble);
    answerAll(socket, door, (answer) => follow(opening.then(answer)));
    socket.on('disconnect', () => follow(opening.then(() => door.closed(socket))));
  });
  return async () => {
    while (underWay.size > 0) await Promise.all(underWay);
  };
}

/** Cuts off desks that do not read what they are sent. */
export function cutSlowDesks(desks: DeskServer): void {
  for (const socket of desks.sockets.values()) {
    const unsent = (socket.conn as unknown as { writeBuffer?: readonly unknown[] }).writeBuffer?.length ?? 0;
    if (unsent > mostUnsentPackets) socket.disconnect(true);
  }
}

/** Says why, then closes the socket. */
export function endDesk(socket: DeskSocket, why: Payload<'session.ending'>['why']): void {
  socket.emit('session.ending', { why });
  socket.disconnect(true);
}

async function admit(
  socket: DeskSocket,
  door: SocketDoor,
): Promise<{ code: string; message: string } | null> {
  const { token, contract } = socket.handshake.auth as { token?: unknown; contract?: unknown };
  if (contract !== contractVersion) return refusalIn(refused('CONTRACT_OUTDATED'));
  const asker = typeof token === 'string' && token.length < 4096 ? await door.authenticate(token) : null;
  if (asker === null) return refusalIn(refused('UNAUTHENTICATED'));
  if (asker.isLocked) return refusalIn(refused('SESSION_LOCKED'));
  const { expiresAtMs, ...person } = asker;
  socket.data.asker = person;
  socket.data.expiresAtMs = expiresAtMs;
  return null;
}

/** Listens to whatever the client sends, also to what the contract does not know. */
function answerAll(
  socket: DeskSocket,
  door: SocketDoor,
  onceOpen: (answer: () => Promise<void>) => void,
): void {
  const isAllowed = createAllowance(door.nowMs);
  const known: ReadonlySet<string> = new Set(operationNames.filter((name) => 'socket' in operations[name]));
  socket.use(([name, ...rest]: readonly [string, ...unknown[]], next) => {
    next();
    const acknowledge = rest.at(-1);
    // Without an acknowledgement nobody would learn the outcome: nothing is done.
    if (typeof acknowledge !== 'function') return;
    const reply = once(acknowledge as (answer: Answer<unknown>) => void);
    if (!isAllowed()) return reply(refused('RATE_LIMITED'));
    if (!known.has(name)) {
      const errors = [{ path: '', message: 'there is no such operation' }];
      return reply(refused('INPUT_INVALID', undefined, { errors }));
    }
    const late = setTimeout(() => reply(refused('UNAVAILABLE')), answerWithinMs);
    const { asker, door: desk } = socket.data;
    const input = rest.length > 1 ? rest[0] : {};
    const from = door.peerOf(socket.request);
    const question = { name: name as OperationName, input, asker, desk, from, bearer: null };
    onceOpen(async () => {
      reply(await door.dispatch(question));
      clearTimeout(late);
    });
  });
  // A frame that cannot be read: Socket.IO closes the socket by itself. Clients must not be able to fill the log.
  socket.on('error', () => undefined);
}

function deskDoor(socket: DeskSocket): DeskDoor {
  return {
    id: socket.id,
    watch: (callId) => void socket.join(rooms.watching(callId)),
    unwatch: (callId) => void socket.leave(rooms.watching(callId)),
    renew: ({ expiresAtMs }) => {
      socket.data.expiresAtMs = expiresAtMs;
    },
  };
}

function once(
  acknowledge: (answer: Answer<unknown>) => void,
): (answer: Answer<unknown> | ReturnType<typeof refused>) => void {
  let isAnswered = false;
  return (answer) => {
    if (isAnswered) return;
    isAnswered = true;
    acknowledge(answer);
  };
}
