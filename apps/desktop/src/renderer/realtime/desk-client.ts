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
  /** The server holds the session for locked: nothing is tried again until it is unlocked. */
  readonly sessionLocked: () => void;
  readonly chance: () => number;
}

let current: DeskClient | null = null;

/** Opens the desk of this tab; the one before is closed. */
export function openDesk(options: DeskClientOptions): DeskClient {
  current?.close();
  current = new DeskClient(options);
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

/** The connection of one signed-in desk, from sign-in to sign-out. */
export class DeskClient {
  /** Asks for the whole desk again, after a gap. */
  readonly catchUp: () => void;
  readonly #options: DeskClientOptions;
  readonly #wire: Wire;
  #attempt = 0;
  #renewals = 0;
  #isRestart = false;
  #isClosed = false;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(options: DeskClientOptions) {
    this.#options = options;
    this.catchUp = createCatchUp(() => this.#readDesk(), gatherGapsMs);
    this.#wire = options.makeWire({
      url: options.url,
      token: options.token,
      hears: {
        opened: this.catchUp,
        lost: () => this.#lost(),
        turnedAway: (refusal) => void this.#turnedAway(refusal),
        told: (event, payload) => this.#tell(event, payload),
      },
    });
    connectionIs({ state: 'connecting' });
    this.retryNow();
  }

  async ask<Name extends SocketOperationName>(
    name: Name,
    input: Question<Name>,
  ): Promise<Answer<Output<Name>>> {
    if (!this.#wire.isOpen) return awayAnswer();
    try {
      return (await this.#wire.ask(name, input, answerWithinMs)) as Answer<Output<Name>>;
    } catch {
      return refused('UNAVAILABLE', 'The server did not answer in time. Look again before you repeat this.');
    }
  }

  retryNow(): void {
    this.#stopTimer();
    if (this.#isClosed || this.#wire.isOpen) return;
    const now = connectionNow();
    if (now.state === 'away') connectionIs({ ...now, retryAtMs: null });
    this.#wire.open();
  }

  /** Connects again after this time, as a server that restarts asks its desks to. */
  comeBackIn(ms: number): void {
    this.#isRestart = true;
    this.#connectIn(ms);
    this.#wire.close();
  }

  close(): void {
    this.#isClosed = true;
    this.#stopTimer();
    this.#wire.close();
    connectionIs({ state: 'closed' });
  }

  #stopTimer(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #connectIn(ms: number): void {
    this.#stopTimer();
    connectionIs({ state: 'away', retryAtMs: Date.now() + ms, isRestart: this.#isRestart });
    this.#timer = setTimeout(() => this.retryNow(), ms);
  }

  #lost(): void {
    if (this.#isClosed || this.#timer !== null) return;
    this.#connectIn(retryDelayMs(this.#attempt, this.#options.chance()));
    this.#attempt += 1;
  }

  async #turnedAway(refusal: Refusal | null): Promise<void> {
    if (this.#isClosed) return;
    if (refusal?.code === 'CONTRACT_OUTDATED') return connectionIs({ state: 'outdated' });
    if (refusal?.code === 'SESSION_LOCKED') return this.#options.sessionLocked();
    const isAboutSession = refusal?.code === 'UNAUTHENTICATED' || refusal?.code === 'SESSION_REUSED';
    if (!isAboutSession) return this.#lost();
    // A refusal right after a renewal is no matter of an old token: asking on would only circle.
    this.#renewals += 1;
    const isRenewed = this.#renewals <= 2 && (await this.#options.renew());
    if (this.#isClosed) return;
    if (isRenewed) this.retryNow();
    else this.#options.sessionOver();
  }

  #tell(event: EventName, payload: unknown): void {
    const listener = this.#options.listeners[event] as (payload: unknown) => void;
    listener(payload);
  }

  async #readDesk(): Promise<void> {
    if (this.#isClosed || !this.#wire.isOpen) return;
    const askedAt = Date.now();
    const answer = await this.ask('desk.open', {});
    if (this.#isClosed) return;
    if (answer.ok) return this.#opened(answer.value, (askedAt + Date.now()) / 2);
    const isAboutSession = answer.error.code === 'UNAUTHENTICATED' || answer.error.code === 'SESSION_LOCKED';
    if (isAboutSession) return this.#turnedAway(answer.error);
    if (this.#wire.isOpen) setTimeout(this.catchUp, snapshotAgainMs);
  }

  #opened(snapshot: DeskSnapshot, atMs: number): void {
    noteServerTime(snapshot.now, atMs);
    this.#attempt = 0;
    this.#renewals = 0;
    this.#isRestart = false;
    this.#options.opened(snapshot);
    if (this.#wire.isOpen) connectionIs({ state: 'open' });
  }
}
