import {
  contractVersion,
  type DeskAsks,
  type DeskHears,
  type Question,
  type Role,
  type Session,
  type SocketOperationName,
} from '@ringdesk/shared';
import { io, type Socket } from 'socket.io-client';

type DeskSocket = Socket<DeskHears, DeskAsks>;

/** A desk without a face: signed in, connected and opened. */
export interface Desk {
  readonly socket: DeskSocket;
  readonly session: Session;
  /** Asks and answers the time from sending to the acknowledgement in ms, and the answer. */
  ask(
    name: SocketOperationName,
    input: Question<SocketOperationName>,
  ): Promise<{ ms: number; answer: Acknowledged }>;
}

interface Acknowledged {
  readonly ok: boolean;
  readonly value?: unknown;
  readonly error?: { readonly code: string };
}

/** Signs in as a demo person and opens a desk. */
export async function openDesk(url: string, name: string, role: Role = 'rep'): Promise<Desk> {
  const response = await fetch(`${url}/api/v1/auth/demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ role, name }),
  });
  const session = (await response.json()) as Session;
  const socket: DeskSocket = io(`${url}/desk`, {
    transports: ['websocket'],
    forceNew: true,
    auth: { token: session.accessToken, contract: contractVersion },
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  const ask: Desk['ask'] = async (operation, input) => {
    const startedAt = performance.now();
    // The maps name each operation's own input; a bench that asks several through one function gives that up here.
    const emit = socket.timeout(10_000).emitWithAck.bind(socket.timeout(10_000)) as (
      name: string,
      input: unknown,
    ) => Promise<Acknowledged>;
    const answer = await emit(operation, input);
    return { ms: performance.now() - startedAt, answer };
  };
  await ask('desk.open', {});
  return { socket, session, ask };
}
