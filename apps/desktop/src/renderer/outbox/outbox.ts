import {
  type Answer,
  CallId,
  type HttpOperationName,
  type Output,
  type Question,
  type Refusal,
  refused,
} from '@ringdesk/shared';
import { z } from 'zod';
import { type Call, readAnswer } from '../http/call.ts';
import { isAsWished, readNow } from './read-now.ts';

/** Writes of records that must not be lost. */
const writes = [
  'customer.create',
  'customer.change',
  'customer.delete',
  'customer.restore',
  'address.create',
  'address.change',
  'address.delete',
  'job.create',
  'job.change',
  'job.note',
] as const satisfies readonly HttpOperationName[];
export type Write = (typeof writes)[number];

/** A write on its way. `id` is its Idempotency-Key, so that sending it again never does it twice. */
const Entry = z.object({
  id: z.string().min(1),
  name: z.enum(writes),
  input: z.record(z.string(), z.unknown()),
  /** What it is, in words of the desk: `New customer Maria Lopez`. */
  label: z.string(),
  at: z.number(),
  /** How often it was sent; more than once means that an earlier answer may have been lost. */
  tries: z.number().int(),
  /** The call in which it was typed, where what comes of it belongs to that call. */
  callId: CallId.optional(),
  /** Why the server does not take it as it is; a person must decide. */
  refusal: z.object({ code: z.string(), message: z.string() }).nullable(),
});
export type Entry = z.infer<typeof Entry>;

/** What the desk calls a write meanwhile, and the call it belongs to. */
export type Label = string | { readonly label: string; readonly callId: CallId };

export interface OutboxPorts {
  readonly call: Call;
  /** Sends a write as it was kept, under its key. */
  readonly send: (entry: Pick<Entry, 'id' | 'name' | 'input'>) => Promise<Answer<unknown>>;
  /** Keeps the entries over a reload and a crash; false when the computer refused. */
  readonly keep: (text: string) => boolean;
  readonly kept: () => string | null;
  readonly newId: () => string;
  readonly nowMs: () => number;
  /** Runs once after `ms`; what it answers cancels. */
  readonly after: (ms: number, run: () => void) => () => void;
  readonly changed: (entries: readonly Entry[]) => void;
  /** A write that nobody waits for any more was done; `value` is what the server answered. */
  readonly doneLater: (entry: Entry, value: unknown) => void;
}

const againMs = 3_000;
const passing: ReadonlySet<string> = new Set([
  'UNAVAILABLE',
  'UNEXPECTED',
  'RATE_LIMITED',
  'SESSION_LOCKED',
  'UNAUTHENTICATED',
]);

/** Sends writes one after the other, keeps them until the server has answered, and goes on after a cut, a reload or a crash. */
export class Outbox {
  readonly #ports: OutboxPorts;
  #entries: readonly Entry[];
  readonly #waiting = new Map<string, (answer: Answer<unknown>) => void>();
  #isSending = false;
  #isClosed = false;
  #cancel: () => void = () => undefined;

  constructor(ports: OutboxPorts) {
    this.#ports = ports;
    this.#entries = readKept(ports.kept());
    ports.changed(this.#entries);
    void this.#send();
  }

  /**
   * Does a write. The answer of the server when it is there; when it is away the write is kept and done later, which
   * `isKept` tells of the answer. A refusal is answered and not kept: whoever asks still has what was typed.
   */
  submit<Name extends Write>(name: Name, input: Question<Name>, label: Label): Promise<Answer<Output<Name>>> {
    const entry: Entry = {
      ...(typeof label === 'string' ? { label } : label),
      id: this.#ports.newId(),
      name,
      input: { ...input },
      at: this.#ports.nowMs(),
      tries: 0,
      refusal: null,
    };
    if (!this.#put([...this.#entries, entry]))
      return Promise.resolve(
        refused('UNAVAILABLE', 'This computer cannot keep it. Free some room, then try again.'),
      );
    return new Promise((resolve) => {
      this.#waiting.set(entry.id, (answer) => resolve(readAnswer(name, answer)));
      void this.#send();
    });
  }

  /** Tries at once what waits: the connection is back. */
  retryNow(): void {
    this.#cancel();
    void this.#send();
  }

  /** Sends a refused write again, changed if wished: with the version that is there now, mine wins. */
  again(id: string, input?: Record<string, unknown>): void {
    this.#put(
      this.#entries.map((entry) =>
        entry.id === id
          ? { ...entry, id: this.#ports.newId(), tries: 0, refusal: null, input: input ?? entry.input }
          : entry,
      ),
    );
    this.retryNow();
  }

  /** Gives a write up. */
  drop(id: string): void {
    this.#put(this.#entries.filter((entry) => entry.id !== id));
  }

  close(): void {
    this.#isClosed = true;
    this.#cancel();
  }

  async #send(): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    let next = this.#next();
    while (next !== undefined && !this.#isClosed) {
      const isDone = await this.#sendOne(next);
      if (!isDone) break;
      next = this.#next();
    }
    this.#isSending = false;
    if (next === undefined || this.#isClosed) return;
    this.#answerWaiting();
    this.#cancel = this.#ports.after(againMs, () => void this.#send());
  }

  /** Those behind a write that has to wait are kept as well; nobody is left standing before a form. */
  #answerWaiting(): void {
    for (const answer of this.#waiting.values()) answer(kept(refused('UNAVAILABLE')));
    this.#waiting.clear();
  }

  #next(): Entry | undefined {
    return this.#entries.find((entry) => entry.refusal === null);
  }

  /** False when it has to wait; writes behind it wait as well, so that they are done in the order they were made. */
  async #sendOne(entry: Entry): Promise<boolean> {
    const tried = { ...entry, tries: entry.tries + 1 };
    this.#put(this.#entries.map((one) => (one.id === entry.id ? tried : one)));
    const answer = await this.#settled(tried, await this.#ports.send(tried));
    const asker = this.#waiting.get(entry.id);
    this.#waiting.delete(entry.id);
    if (answer.ok || (asker !== undefined && !passing.has(answer.error.code))) {
      this.drop(entry.id);
      if (answer.ok) this.#follow(tried, answer.value);
      if (answer.ok && asker === undefined) this.#ports.doneLater(tried, answer.value);
    } else if (!passing.has(answer.error.code)) {
      this.#put(
        this.#entries.map((one) => (one.id === entry.id ? { ...one, refusal: short(answer.error) } : one)),
      );
    }
    asker?.(!answer.ok && passing.has(answer.error.code) ? kept(answer) : answer);
    return answer.ok || !passing.has(answer.error.code);
  }

  /** Changes of the same record that were typed over the one that is done now go on from what it made. */
  #follow(done: Entry, value: unknown): void {
    const made = z.object({ version: z.number() }).safeParse(value);
    if (!made.success || !done.name.endsWith('.change')) return;
    const isNext = ({ name, input, refusal }: Entry) =>
      refusal === null &&
      name === done.name &&
      (['id', 'addressId', 'version'] as const).every((field) => input[field] === done.input[field]);
    this.#put(
      this.#entries.map((one) =>
        isNext(one) ? { ...one, input: { ...one.input, version: made.data.version } } : one,
      ),
    );
  }

  /** A repeat whose first try was done after all, its answer lost on the way, is done. */
  async #settled(entry: Entry, answer: Answer<unknown>): Promise<Answer<unknown>> {
    if (answer.ok || entry.tries === 1) return answer;
    if (entry.name.endsWith('.delete') && answer.error.code === 'NOT_FOUND') return { ok: true, value: {} };
    if (answer.error.code !== 'STALE') return answer;
    const now = await readNow(this.#ports.call, entry);
    return now !== null && isAsWished(entry.input, now) ? { ok: true, value: now } : answer;
  }

  #put(entries: readonly Entry[]): boolean {
    const isKept = this.#ports.keep(JSON.stringify(entries));
    if (!isKept && entries.length > this.#entries.length) return false;
    this.#entries = entries;
    this.#ports.changed(entries);
    return true;
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

function readKept(text: string | null): readonly Entry[] {
  if (text === null) return [];
  try {
    const kept = z.array(Entry).safeParse(JSON.parse(text));
    return kept.success ? kept.data : [];
  } catch {
    return [];
  }
}

function short({ code, message }: Refusal): { code: string; message: string } {
  return { code, message };
}
