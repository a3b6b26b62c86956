import {
  type Answer,
  contractVersion,
  type EventName,
  eventNames,
  type Output,
  type Payload,
  type Question,
  type Refusal,
  type Role,
  Session,
  type SocketOperationName,
} from '@ringdesk/shared';
import { io, type Socket } from 'socket.io-client';

interface Told<Name extends EventName = EventName> {
  readonly name: Name;
  readonly payload: Payload<Name>;
}

/** A real desk at the socket door: it asks, and keeps everything it is told in order. */
export interface TestDesk {
  readonly session: Session;
  readonly socket: Socket;
  readonly told: Told[];
  ask<Name extends SocketOperationName>(name: Name, input: Question<Name>): Promise<Answer<Output<Name>>>;
  /** Asks, and throws when refused. */
  does<Name extends SocketOperationName>(name: Name, input: Question<Name>): Promise<Output<Name>>;
  /** The payloads of one event, so far. */
  heard<Name extends EventName>(name: Name): Payload<Name>[];
  /** The first such event that fits, told already or within `withinMs`. */
  waitFor<Name extends EventName>(
    name: Name,
    fits?: (payload: Payload<Name>) => boolean,
    withinMs?: number,
  ): Promise<Payload<Name>>;
  /** Resolves when the socket is closed. */
  closed(withinMs?: number): Promise<void>;
  close(): void;
}

/** Tokens of a demo person. */
export async function signIn(url: string, role: Role, name?: string): Promise<Session> {
  const response = await fetch(`${url}/api/v1/auth/demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ role, ...(name === undefined ? {} : { name }) }),
  });
  if (response.status !== 200) throw new Error(`demo sign-in answered ${response.status}`);
  return Session.parse(await response.json());
}

/** Signs in and opens a desk. */
export async function openTestDesk(url: string, role: Role, name?: string): Promise<TestDesk> {
  return connectDesk(url, await signIn(url, role, name));
}

/** Opens a desk with a session that is there already. */
export async function connectDesk(url: string, session: Session): Promise<TestDesk> {
  const socket = deskSocket(url, { token: session.accessToken, contract: contractVersion });
  const desk = deskOver(socket, session);
  await within(4_000, 'the desk to connect', (done, fail) => {
    socket.once('connect', () => done(undefined));
    socket.once('connect_error', fail);
  });
  return desk;
}

/** What the handshake with `auth` is refused with. */
export async function refusedHandshake(url: string, auth: unknown): Promise<Refusal> {
  const socket = deskSocket(url, auth);
  return within<Refusal>(4_000, 'the handshake to be refused', (done, fail) => {
    socket.once('connect', () => fail(new Error('the handshake was accepted')));
    socket.once('connect_error', (error) => done((error as Error & { data: Refusal }).data));
  }).finally(() => socket.disconnect());
}

export function deskSocket(url: string, auth: unknown): Socket {
  return io(`${url}/desk`, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth: auth as Record<string, unknown>,
  });
}

function deskOver(socket: Socket, session: Session): TestDesk {
  const told: Told[] = [];
  const waiting = new Set<() => void>();
  for (const name of eventNames)
    socket.on(name, (payload: unknown) => {
      told.push({ name, payload } as Told);
      for (const look of waiting) look();
    });
  const heard = <Name extends EventName>(name: Name) =>
    told.filter((one): one is Told<Name> => one.name === name).map((one) => one.payload);
  const ask: TestDesk['ask'] = (name, input) => socket.timeout(6_000).emitWithAck(name, input);
  return {
    session,
    socket,
    told,
    ask,
    heard,
    async does(name, input) {
      const answer = await ask(name, input);
      if (!answer.ok) throw new Error(`${name} was refused: ${answer.error.code}`);
      return answer.value;
    },
    waitFor(name, fits = () => true, withinMs = 4_000) {
      let look = () => {};
      return within<Payload<typeof name>>(withinMs, name, (done) => {
        look = () => {
          const first = heard(name).find(fits);
          if (first !== undefined) done(first);
        };
        waiting.add(look);
        look();
      }).finally(() => waiting.delete(look));
    },
    closed: (withinMs = 6_000) =>
      within(withinMs, 'the socket to close', (done) => {
        if (socket.disconnected) done(undefined);
        socket.once('disconnect', () => done(undefined));
      }),
    close: () => void socket.disconnect(),
  };
}

/** Waits for something that happens, and says what did not. */
export async function within<Value>(
  ms: number,
  what: string,
  wait: (done: (value: Value) => void, fail: (error: unknown) => void) => void,
): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`waited ${ms} ms for ${what}`)), ms);
  });
  return Promise.race([new Promise(wait), late]).finally(() => clearTimeout(timer));
}

/** Looks again and again until `look` gives something, and says what it waited for when it never does. */
export async function until<Value>(
  what: string,
  look: () => Promise<Value | null | false> | Value | null | false,
  withinMs = 5_000,
): Promise<Value> {
  const end = Date.now() + withinMs;
  for (;;) {
    const value = await look();
    if (value !== null && value !== false) return value;
    if (Date.now() > end) throw new Error(`waited ${withinMs} ms for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
