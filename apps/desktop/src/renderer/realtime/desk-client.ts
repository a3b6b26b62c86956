import {
  type Answer,
  type DeskSnapshot,
  type EventName,
  type Listeners,
  type Output,
  type Question,
  type Refusal,
  refused,
  type SocketOperationName,
} from '@ringdesk/shared';
import { createCatchUp } from './catch-up.ts';
import { connectionIs, connectionNow } from './connection.store.ts';
import { retryDelayMs } from './retry.ts';
import { noteServerTime } from './server-time.ts';
import type { MakeWire, Wire } from './wire.ts';

const answerWithinMs = 5000;
const gatherGapsMs = 40;
const snapshotAgainMs = 1000;

export interface DeskClientOptions {
  readonly url: string;
  readonly makeWire: MakeWire;
  /** A token that is valid now; null when the session is over. */
  readonly token: () => Promise<string | null>;
  /** Makes a fresh session; false when it is over for good. */
  readonly renew: () => Promise<boolean>;
  readonly listeners: Listeners;
  readonly opened: (snapshot: DeskSnapshot) => void;
  readonly sessionOver: () => void;
  readonly chance: () => number;
}

/** The connection of one signed-in desk, from sign-in to sign-out. */
export interface DeskClient {
  ask<Name extends SocketOperationName>(name: Name, input: Question<Name>): Promise<Answer<Output<Name>>>;
  /** Asks for the whole desk again, after a gap. */
  catchUp(): void;
  retryNow(): void;
  /** Connects again after this time, as a server that restarts asks its desks to. */
  comeBackIn(ms: number): void;
  close(): void;
}

let current: DeskClient | null = null;

/** Opens the desk of this tab; the one before is closed. */
export function openDesk(options: DeskClientOptions): DeskClient {
  current?.close();
  current = createDeskClient(options);
  return current;
}

/** Asks the server over this desk's socket. Never throws: no connection and no answer within 5 s are UNAVAILABLE. */
export function ask<Name extends SocketOperationName>(
  name: Name,
  input: Question<Name>,
): Promise<Answer<Output<Name>>> {
  return current === null ? Promise.resolve(awayAnswer()) : current.ask(name, input);
}

/** Tries the connection at once instead of at the planned time. */
export function retryNow(): void {
  current?.retryNow();
}

function awayAnswer(): Answer<never> {
  return refused(
    'UNAVAILABLE',
    'The desk is not connected right now. Nothing was sent; try again in a moment.',
  );
}

/** A desk client on the given wire; `openDesk` is for the app, this one for tests. */
export function createDeskClient(options: DeskClientOptions): DeskClient {
  let attempt = 0;
  let isClosed = false;
  let isRestart = false;
  let renewals = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;

  const wire: Wire = options.makeWire({
    url: options.url,
    token: options.token,
    hears: { opened: () => catchUp(), lost, turnedAway: (refusal) => void turnedAway(refusal), told },
  });

  function connect(): void {
    stopTimer();
    if (isClosed || wire.isOpen) return;
    const now = connectionNow();
    if (now.state === 'away') connectionIs({ ...now, retryAtMs: null });
    wire.open();
  }

  function stopTimer(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  }

  function connectIn(ms: number): void {
    stopTimer();
    connectionIs({ state: 'away', retryAtMs: Date.now() + ms, isRestart });
    timer = setTimeout(connect, ms);
  }

  function lost(): void {
    if (isClosed || timer !== null) return;
    connectIn(retryDelayMs(attempt, options.chance()));
    attempt += 1;
  }

  async function turnedAway(refusal: Refusal | null): Promise<void> {
    if (isClosed) return;
    if (refusal?.code === 'CONTRACT_OUTDATED') return connectionIs({ state: 'outdated' });
    const isAboutSession = refusal?.code === 'UNAUTHENTICATED' || refusal?.code === 'SESSION_REUSED';
    if (!isAboutSession) return lost();
    // A second refusal right after a renewal is no matter of an old token: asking on would only circle.
    renewals += 1;
    const isFresh = renewals <= 2 && (await options.renew());
    if (isClosed) return;
    if (isFresh) connect();
    else options.sessionOver();
  }

  function told(event: EventName, payload: unknown): void {
    const listener = options.listeners[event] as (payload: unknown) => void;
    listener(payload);
  }

  async function ask<Name extends SocketOperationName>(
    name: Name,
    input: Question<Name>,
  ): Promise<Answer<Output<Name>>> {
    if (!wire.isOpen) return awayAnswer();
    try {
      return (await wire.ask(name, input, answerWithinMs)) as Answer<Output<Name>>;
    } catch {
      return refused('UNAVAILABLE', 'The server did not answer in time. Look again before you repeat this.');
    }
  }

  const catchUp = createCatchUp(async () => {
    if (isClosed || !wire.isOpen) return;
    const askedAt = Date.now();
    const answer = await ask('desk.open', {});
    if (isClosed) return;
    if (!answer.ok) {
      if (answer.error.code === 'UNAUTHENTICATED') return turnedAway(answer.error);
      if (wire.isOpen) setTimeout(catchUp, snapshotAgainMs);
      return;
    }
    noteServerTime(answer.value.now, (askedAt + Date.now()) / 2);
    attempt = 0;
    renewals = 0;
    isRestart = false;
    options.opened(answer.value);
    if (wire.isOpen) connectionIs({ state: 'open' });
  }, gatherGapsMs);

  connectionIs({ state: 'connecting' });
  connect();
  return {
    ask,
    catchUp,
    retryNow: connect,
    comeBackIn: (ms) => {
      isRestart = true;
      connectIn(ms);
      wire.close();
    },
    close: () => {
      isClosed = true;
      stopTimer();
      wire.close();
      connectionIs({ state: 'closed' });
    },
  };
}
