import { type Answer, type Output, type Question, type Refusal, refused } from '@ringdesk/shared';
import { z } from 'zod';
import { type Call, readAnswer } from '../http/call.ts';
import { type Entry, isDoubtful, isPassing, type Label, nextKey, sayWhy, type Write } from './entry.ts';
import { isAsWished, readNow } from './read-now.ts';
import type { EntryShelf, KeptEntries } from './shelf.ts';

export interface OutboxPorts {
  readonly call: Call;
  /** Sends a write as it was kept, under its key. */
  readonly send: (entry: Pick<Entry, 'id' | 'name' | 'input'>) => Promise<Answer<unknown>>;
  /** Keeps the entries over a reload and a crash; what lies there is the truth, other windows write there too. */
  readonly shelf: EntryShelf;
  /** The name of this window; no other one has it. */
  readonly window: string;
  /** Runs while no other window of this person sends. */
  readonly inTurn: (run: () => Promise<void>) => Promise<void>;
  /** The names of the windows of this person that are open now. */
  readonly openWindows: () => Promise<ReadonlySet<string>>;
  readonly newId: () => string;
  readonly nowMs: () => number;
  /** Runs once after `ms`; what it answers cancels. */
  readonly after: (ms: number, run: () => void) => () => void;
  readonly changed: (kept: KeptEntries) => void;
  /** Whether a write leans on something else that must be done first. */
  readonly isHeld: (entry: Entry) => boolean;
  /** A write that nobody waits for any more was done; `value` is what the server answered. */
  readonly doneLater: (entry: Entry, value: unknown) => void;
  /** Another window has done a write: what was read before may be older. */
  readonly doneElsewhere: () => void;
}

const againMs = 3_000;
/** A write over which the server fails this often is left to a person, and those behind it go on. */
const mostFaults = 10;

/** What came of one turn: a write is settled, one has to wait, or there is none. */
type Turn = 'settled' | 'waits' | 'empty';

/**
 * Sends writes one after the other, keeps them until the server has answered, and goes on after a cut, a reload or a crash.
 * Any number of windows may do so for one person: they take turns, and what lies on the shelf is the truth for all.
 */
export class Outbox {
  readonly #ports: OutboxPorts;
  #kept: KeptEntries = { entries: [], unread: [] };
  readonly #waiting = new Map<string, (answer: Answer<unknown>) => void>();
  #isSending = false;
  #isClosed = false;
  #cancelTimer: (() => void) | null = null;

  constructor(ports: OutboxPorts) {
    this.#ports = ports;
    this.#look();
    void this.#send();
  }

  /**
   * Does a write. The answer of the server when it is there; when it is away the write is kept and done later, which
   * `isKept` tells of the answer. A refusal is answered and not kept: whoever asks still has what was typed. What comes
   * while the desk is closing is kept and sent when it is opened again.
   */
  submit<Name extends Write>(name: Name, input: Question<Name>, label: Label): Promise<Answer<Output<Name>>> {
    const { shelf, newId, window } = this.#ports;
    const entry: Entry = {
      ...(typeof label === 'string' ? { label } : label),
      id: newId(),
      name,
      input: { ...input },
      at: this.#momentAfterLast(),
      tries: 0,
      window,
      refusal: null,
    };
    if (!shelf.put(entry))
      return Promise.resolve(
        refused('UNAVAILABLE', 'This computer cannot keep it. Free some room, then try again.'),
      );
    this.#look();
    return new Promise((resolve) => {
      this.#waiting.set(entry.id, (answer) => resolve(readAnswer(name, answer)));
      void this.#send();
    });
  }

  /** Tries at once what waits: the connection is back. */
  retryNow(): void {
    this.#stopTimer();
    void this.#send();
  }

  /** Another window has changed what is kept. */
  changedElsewhere(): void {
    const before = this.#kept.entries;
    this.#look();
    const gone = before.filter(({ id }) => !this.#ports.shelf.has(id));
    for (const { id } of gone) this.#answer(id, kept(refused('UNAVAILABLE')));
    if (gone.length > 0) this.#ports.doneElsewhere();
    // Not at once: two windows would spur each other on while the server is away.
    if (this.#kept.entries.some((entry) => this.#isWaiting(entry))) this.#sendLater();
  }

  /** Sends a refused write again, changed if wished: with the version that is there now, mine wins. */
  again(id: string, input?: Record<string, unknown>): void {
    const entry = this.#kept.entries.find((one) => one.id === id);
    const isHere = entry !== undefined && this.#ports.shelf.has(id);
    const next = { id: nextKey(id), tries: 0, faults: 0, refusal: null };
    if (isHere && this.#ports.shelf.put({ ...entry, ...next, input: input ?? entry.input }))
      this.#ports.shelf.drop(id);
    this.#look();
    this.retryNow();
  }

  /** Sends a write that may have been done long ago: somebody has looked. */
  sendDoubtful(id: string): void {
    this.#change(id, { triedAt: this.#ports.nowMs() });
    this.retryNow();
  }

  /** Gives a write up. */
  drop(id: string): void {
    this.#ports.shelf.drop(id);
    this.#look();
  }

  dropUnread(key: string): void {
    this.#ports.shelf.dropUnread(key);
    this.#look();
  }

  close(): void {
    this.#isClosed = true;
    this.#stopTimer();
  }

  #look(): void {
    this.#kept = this.#ports.shelf.read();
    if (!this.#isClosed) this.#ports.changed(this.#kept);
  }

  /** Two writes of one moment keep their order. */
  #momentAfterLast(): number {
    const last = this.#kept.entries.at(-1)?.at ?? 0;
    return Math.max(this.#ports.nowMs(), last + 1);
  }

  async #send(): Promise<void> {
    if (this.#isSending || this.#isClosed) return;
    this.#isSending = true;
    let turn: Turn = 'settled';
    while (turn === 'settled') turn = await this.#takeTurn();
    this.#isSending = false;
    if (this.#isClosed || turn === 'empty') return;
    this.#answerWaiting();
    this.#sendLater();
  }

  #sendLater(): void {
    this.#cancelTimer ??= this.#ports.after(againMs, () => {
      this.#cancelTimer = null;
      void this.#send();
    });
  }

  #stopTimer(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = null;
  }

  async #takeTurn(): Promise<Turn> {
    let turn: Turn = 'empty';
    await this.#ports.inTurn(async () => {
      const open = await this.#ports.openWindows();
      if (this.#isClosed) return;
      this.#look();
      const waiting = this.#kept.entries.filter((entry) => this.#isWaiting(entry));
      const next = waiting.find(({ window }) => window === undefined || this.#isOurs(window, open));
      if (next !== undefined && !this.#ports.isHeld(next)) turn = await this.#sendOne(next);
      else if (waiting.length > 0) turn = 'waits';
    });
    return turn;
  }

  #isWaiting(entry: Entry): boolean {
    return entry.refusal === null && !isDoubtful(entry, this.#ports.nowMs());
  }

  #isOurs(window: string, open: ReadonlySet<string>): boolean {
    return window === this.#ports.window || !open.has(window);
  }

  /** Those behind a write that has to wait are kept as well; nobody is left standing before a form. */
  #answerWaiting(): void {
    for (const id of this.#waiting.keys()) {
      this.#change(id, { window: undefined });
      this.#answer(id, kept(refused('UNAVAILABLE')));
    }
  }

  #answer(id: string, answer: Answer<unknown>): void {
    const asker = this.#waiting.get(id);
    this.#waiting.delete(id);
    asker?.(answer);
  }

  /** Writes behind one that has to wait wait as well, so that they are done in the order they were made. */
  async #sendOne(entry: Entry): Promise<Turn> {
    const { nowMs, send, doneLater } = this.#ports;
    const tried = { ...entry, tries: entry.tries + 1, triedAt: entry.triedAt ?? nowMs() };
    this.#change(entry.id, { tries: tried.tries, triedAt: tried.triedAt });
    const answer = await this.#settled(tried, await send(tried));
    // Closed meanwhile: it stays as it is, and whoever opens the desk again gets the same answer under its key.
    if (this.#isClosed) return 'waits';
    const hasAsker = this.#waiting.has(entry.id);
    if (answer.ok) {
      this.drop(entry.id);
      this.#follow(tried, answer.value);
      if (!hasAsker) doneLater(tried, answer.value);
    } else if (isPassing(answer.error)) {
      const isSettled = this.#hasToWait(tried, answer.error);
      this.#answer(entry.id, kept(answer));
      return isSettled ? 'settled' : 'waits';
    } else if (hasAsker) this.drop(entry.id);
    else this.#change(entry.id, { refusal: short(answer.error) });
    this.#answer(entry.id, answer);
    return 'settled';
  }

  /** True when it waits no more, because the server fails over this one again and again. */
  #hasToWait({ id, faults = 0 }: Entry, refusal: Refusal): boolean {
    const now = refusal.code === 'UNEXPECTED' ? faults + 1 : 0;
    const isGivenUp = now >= mostFaults;
    this.#change(id, {
      faults: now,
      window: undefined,
      ...(isGivenUp ? { refusal: short(refusal) } : {}),
    });
    return isGivenUp;
  }

  /** Changes of the same record that were typed over the one that is done now go on from what it made. */
  #follow(done: Entry, value: unknown): void {
    const made = z.object({ version: z.number() }).safeParse(value);
    if (!made.success || !done.name.endsWith('.change')) return;
    const { version } = made.data;
    const isNext = ({ name, input, refusal }: Entry) =>
      refusal === null &&
      name === done.name &&
      (['id', 'addressId', 'version'] as const).every((field) => input[field] === done.input[field]);
    for (const one of this.#kept.entries.filter(isNext))
      this.#change(one.id, { input: { ...one.input, version } });
  }

  /** A repeat whose first try was done after all, its answer lost on the way, is done. */
  async #settled(entry: Entry, answer: Answer<unknown>): Promise<Answer<unknown>> {
    if (answer.ok || entry.tries === 1) return answer;
    if (entry.name.endsWith('.delete') && answer.error.code === 'NOT_FOUND') return { ok: true, value: {} };
    if (answer.error.code !== 'STALE') return answer;
    const now = await readNow(this.#ports.call, entry);
    return now.ok && isAsWished(entry.input, now.value) ? now : answer;
  }

  /** What was given up meanwhile does not come back. */
  #change(id: string, over: Partial<Omit<Entry, 'id'>>): void {
    const entry = this.#ports.shelf.read().entries.find((one) => one.id === id);
    if (entry !== undefined) this.#ports.shelf.put({ ...entry, ...over });
    this.#look();
  }
}

/** Whether a write that has no good answer yet is kept and will be done later. */
export function isKept(answer: Answer<unknown>): boolean {
  return !answer.ok && answer.error.details?.['isKept'] === true;
}

function kept(answer: Answer<unknown>): Answer<unknown> {
  if (answer.ok) return answer;
  return { ok: false, error: { ...answer.error, details: { ...answer.error.details, isKept: true } } };
}

function short(refusal: Refusal): NonNullable<Entry['refusal']> {
  return { code: refusal.code, message: sayWhy(refusal) };
}
