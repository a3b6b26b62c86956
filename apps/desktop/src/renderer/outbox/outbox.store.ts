import { type Answer, type Output, type Question, refused, type UserId } from '@ringdesk/shared';
import { create } from 'zustand';
import { call, callKept } from '../http/call.ts';
import { type Entry, type Label, Outbox, type OutboxPorts, type Write } from './outbox.ts';
import { readNow } from './read-now.ts';

const useOutboxStore = create<{ readonly entries: readonly Entry[] }>(() => ({ entries: [] }));
let current: Outbox | null = null;

/** Writes that wait for the server, and those that it did not take. */
export const useOutbox = (): readonly Entry[] => useOutboxStore((state) => state.entries);

/** Opens the outbox of a person on this computer, with what an earlier window left in it; returns the way to close it. */
export function openOutbox(userId: UserId, doneLater: OutboxPorts['doneLater']): () => void {
  const key = `ringdesk.outbox.${userId}`;
  const mine = new Outbox({
    call,
    send: ({ id, name, input }) => callKept(name, input, { idempotencyKey: id }),
    keep: (text) => {
      try {
        if (text === '[]') localStorage.removeItem(key);
        else localStorage.setItem(key, text);
        return true;
      } catch {
        return false;
      }
    },
    kept: () => localStorage.getItem(key),
    newId: () => crypto.randomUUID(),
    nowMs: Date.now,
    after: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    changed: (entries) => useOutboxStore.setState({ entries }),
    doneLater,
  });
  current = mine;
  const retry = () => mine.retryNow();
  window.addEventListener('online', retry);
  return () => {
    window.removeEventListener('online', retry);
    mine.close();
    if (current === mine) current = null;
    useOutboxStore.setState({ entries: [] });
  };
}

/** Does a write so that neither a cut nor a crash loses or doubles it; `label` is what the desk calls it meanwhile. */
export function submit<Name extends Write>(
  name: Name,
  input: Question<Name>,
  label: Label,
): Promise<Answer<Output<Name>>> {
  return current?.submit(name, input, label) ?? Promise.resolve(refused('UNAVAILABLE'));
}

export function retryOutbox(): void {
  current?.retryNow();
}

/** Sends a refused write again, changed if wished. */
export function sendAgain(id: string, input?: Record<string, unknown>): void {
  current?.again(id, input);
}

export function dropWrite(id: string): void {
  current?.drop(id);
}

/** The record that a refused write is about, as the server has it now; null where it cannot be read. */
export function readTheirs(entry: Entry): Promise<object | null> {
  return readNow(call, entry);
}
