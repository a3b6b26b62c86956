import type { Call, CallId, Result, UserId } from '@ringdesk/shared';
import { z } from 'zod';
import type { Drafts } from './drafts.ts';
import {
  callChanged,
  draftOf,
  due,
  keepMine,
  kept,
  type Notes,
  notKept,
  openNotes,
  sent,
  takeTheirs,
  toSend,
  typed,
  willPass,
} from './notes.ts';

export interface NotePorts {
  /** Asks `call.note`; no connection is a refusal, never a throw. */
  save(input: { callId: CallId; text: string; version: number }): Promise<Result<Call>>;
  drafts: Drafts;
  /** Runs once after `ms`; what it answers cancels. */
  after(ms: number, run: () => void): () => void;
  nowMs(): number;
  changed(callId: CallId, notes: Notes): void;
}

interface Entry {
  notes: Notes;
  cancelPause: () => void;
}

const pauseMs = 400;
const askAgainMs = 3_000;

/** What the server says of the call when it answers STALE. */
const Newer = z.object({ version: z.number().int(), notes: z.string() });

/** Keeps the notes of one person's calls: saves after each pause, one save at a time, with a draft until it is done. */
export class NoteKeeper {
  readonly userId: UserId;
  readonly #ports: NotePorts;
  readonly #entries = new Map<CallId, Entry>();

  constructor(userId: UserId, ports: NotePorts) {
    this.userId = userId;
    this.#ports = ports;
  }

  /** Begins with the call's notes, or with the draft of an earlier session; later calls tell of changes. */
  hear(call: Pick<Call, 'id' | 'notes' | 'version'>): void {
    const entry = this.#entries.get(call.id);
    if (entry === undefined) {
      const notes = openNotes(call, this.#ports.drafts.read(call.id));
      this.#entries.set(call.id, { notes, cancelPause: () => undefined });
    }
    this.#step(call.id, (notes) => callChanged(notes, call));
  }

  type(callId: CallId, text: string): void {
    this.#step(callId, (notes) => typed(notes, text));
    const entry = this.#entries.get(callId);
    if (entry !== undefined) this.#plan(entry, pauseMs, callId);
  }

  /** Saves now instead of after the pause: the field was left, the panel closes, the connection is back. */
  flush(callId: CallId): void {
    this.#entries.get(callId)?.cancelPause();
    this.#step(callId, due);
  }

  flushAll(): void {
    for (const callId of this.#entries.keys()) this.flush(callId);
  }

  keepMine(callId: CallId): void {
    this.#step(callId, keepMine);
  }

  takeTheirs(callId: CallId): void {
    this.#step(callId, takeTheirs);
  }

  /** The call was closed together with these notes. */
  settle(call: Call, text: string): void {
    this.#step(call.id, (notes) => kept({ ...notes, sending: { text, version: notes.version } }, call));
  }

  #plan(entry: Entry, ms: number, callId: CallId): void {
    entry.cancelPause();
    entry.cancelPause = this.#ports.after(ms, () => this.#step(callId, due));
  }

  #step(callId: CallId, change: (notes: Notes) => Notes): void {
    const entry = this.#entries.get(callId);
    if (entry === undefined) return;
    const next = change(entry.notes);
    const sending = toSend(next);
    entry.notes = sending === null ? next : sent(next, sending);
    this.#keepDraft(callId, entry.notes);
    this.#ports.changed(callId, entry.notes);
    if (sending !== null) void this.#save(callId, entry, sending);
  }

  async #save(callId: CallId, entry: Entry, sending: { text: string; version: number }): Promise<void> {
    const answer = await this.#ports.save({ callId, ...sending });
    if (answer.ok) return this.#step(callId, (notes) => kept(notes, answer.value));
    const newer = Newer.safeParse(answer.error.details);
    this.#step(callId, (notes) => {
      const back = notKept(notes, answer.error);
      return newer.success ? callChanged(back, newer.data) : back;
    });
    if (willPass(answer.error)) this.#plan(entry, askAgainMs, callId);
  }

  #keepDraft(callId: CallId, notes: Notes): void {
    const draft = draftOf(notes);
    if (draft === null) this.#ports.drafts.drop(callId);
    else this.#ports.drafts.keep(callId, draft, this.#ports.nowMs());
  }
}
