import { type Answer, type Output, type Question, refused, type UserId } from '@ringdesk/shared';
import { create } from 'zustand';
import { call, callKept } from '../http/call.ts';
import type { Entry, Label, Write } from './entry.ts';
import { keptShelf } from './kept.ts';
import { Outbox, type OutboxPorts } from './outbox.ts';
import { readNow } from './read-now.ts';
import { isOfOwner, type KeptEntries, openShelf } from './shelf.ts';
import { takeTurns } from './turns.adapter.ts';

const nothing: KeptEntries = { entries: [], unread: [] };
const useOutboxStore = create<KeptEntries>(() => nothing);
let current: Outbox | null = null;
/** Its fields are on their way out when a desk closes, and what is typed in them is still kept. */
let closing: Outbox | null = null;

/** Writes that wait for the server, and those that it did not take. */
export const useOutbox = (): KeptEntries['entries'] => useOutboxStore((state) => state.entries);

/** What was kept by another version of this desk. */
export const useUnread = (): KeptEntries['unread'] => useOutboxStore((state) => state.unread);

/** How many writes of whoever is at this desk are not done yet. */
export function undoneCount(): number {
  return useOutboxStore.getState().entries.length;
}

/** What the desk does about writes that nobody waits for. */
export type Later = Pick<OutboxPorts, 'doneLater' | 'doneElsewhere' | 'isHeld'>;

/** Opens the outbox of a person on this computer, with what an earlier window left in it; returns the way to close it. */
export function openOutbox(userId: UserId, later: Later): () => void {
  const closed = new AbortController();
  const { leave, ...turns } = takeTurns(`ringdesk.outbox.${userId}`, navigator.locks);
  const mine = new Outbox({
    ...turns,
    ...later,
    call,
    send: ({ id, name, input }) => callKept(name, input, { idempotencyKey: id, signal: closed.signal }),
    shelf: openShelf(keptShelf, userId),
    newId: () => crypto.randomUUID(),
    nowMs: Date.now,
    after: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    changed: (kept) => useOutboxStore.setState(kept),
  });
  current = mine;
  closing = null;
  const retry = () => mine.retryNow();
  const look = ({ key }: StorageEvent) => (isOfOwner(key, userId) ? mine.changedElsewhere() : undefined);
  window.addEventListener('online', retry);
  window.addEventListener('storage', look);
  return () => {
    window.removeEventListener('online', retry);
    window.removeEventListener('storage', look);
    mine.close();
    // Whoever signs in next has another token: nothing goes out under it.
    closed.abort();
    leave();
    closing = mine;
    if (current === mine) current = null;
    useOutboxStore.setState(nothing);
  };
}

/** Does a write so that neither a cut nor a crash loses or doubles it; `label` is what the desk calls it meanwhile. */
export function submit<Name extends Write>(
  name: Name,
  input: Question<Name>,
  label: Label,
): Promise<Answer<Output<Name>>> {
  const outbox = current ?? closing;
  return outbox?.submit(name, input, label) ?? Promise.resolve(refused('UNAVAILABLE'));
}

export function retryOutbox(): void {
  current?.retryNow();
}

/** Sends a refused write again, changed if wished. */
export function sendAgain(id: string, input?: Record<string, unknown>): void {
  current?.again(id, input);
}

/** Sends a write that may have been done long ago, once somebody has looked. */
export function sendDoubtful(id: string): void {
  current?.sendDoubtful(id);
}

export function dropWrite(id: string): void {
  current?.drop(id);
}

export function dropUnread(key: string): void {
  current?.dropUnread(key);
}

/** The record that a refused write is about, as the server has it now. */
export function readTheirs(entry: Entry): Promise<Answer<object>> {
  return readNow(call, entry);
}
