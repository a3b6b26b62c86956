import { z } from 'zod';
import { Entry } from './entry.ts';
import type { Shelf } from './kept-shelf.ts';

/** Something that an earlier or a later desk kept and this one cannot read; it is never written over. */
export interface Unread {
  readonly key: string;
  readonly text: string;
}

export interface KeptEntries {
  /** In the order in which they were made. */
  readonly entries: readonly Entry[];
  readonly unread: readonly Unread[];
}

/** The entries of one person on this computer, each under a key of its own: windows never write over each other's. */
export interface EntryShelf {
  readonly read: () => KeptEntries;
  /** False when the computer refused. */
  readonly put: (entry: Entry) => boolean;
  readonly has: (id: string) => boolean;
  readonly drop: (id: string) => void;
  readonly dropUnread: (key: string) => void;
}

const root = 'ringdesk.outbox';

/** Whether a key of the shelf belongs to the entries of this person. */
export function isOfOwner(key: string | null, owner: string): boolean {
  return key === null || key.startsWith(`${root}.${owner}.`);
}

export function openShelf(shelf: Shelf, owner: string): EntryShelf {
  const prefix = `${root}.${owner}.`;
  const keyOf = (id: string) => `${prefix}${id}`;
  takeApart(shelf, owner);
  return {
    read: () => readAll(shelf, prefix),
    put: (entry) => hasKept(shelf, keyOf(entry.id), JSON.stringify(entry)),
    has: (id) => shelf.getItem(keyOf(id)) !== null,
    drop: (id) => shelf.removeItem(keyOf(id)),
    dropUnread: (key) => shelf.removeItem(key),
  };
}

function readAll(shelf: Shelf, prefix: string): KeptEntries {
  const entries: Entry[] = [];
  const unread: Unread[] = [];
  for (let place = 0; place < shelf.length; place += 1) {
    const key = shelf.key(place) ?? '';
    const text = key.startsWith(prefix) ? shelf.getItem(key) : null;
    if (text === null) continue;
    const entry = Entry.safeParse(parsed(text));
    if (entry.success) entries.push(entry.data);
    else unread.push({ key, text });
  }
  const inOrder = entries.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  return { entries: inOrder, unread: unread.toSorted((a, b) => (a.key < b.key ? -1 : 1)) };
}

/** Desks before this one kept all entries in one text. Taken apart by two windows at once it comes out the same. */
function takeApart(shelf: Shelf, owner: string): void {
  const key = `${root}.${owner}`;
  const text = shelf.getItem(key);
  if (text === null) return;
  const list = z.array(z.unknown()).safeParse(parsed(text));
  const parts = list.success ? list.data.map((one, place) => partOf(one, place)) : [{ id: 'old', text }];
  if (parts.every(({ id, text: part }) => hasKept(shelf, `${key}.${id}`, part))) shelf.removeItem(key);
}

/** The place in the list is their order; two that were made in the same moment keep it. */
function partOf(one: unknown, place: number): { readonly id: string; readonly text: string } {
  const { data } = Entry.safeParse(one);
  if (data === undefined) return { id: `old-${place}`, text: JSON.stringify(one) };
  return { id: data.id, text: JSON.stringify({ ...data, at: data.at + place / 1000 }) };
}

function hasKept(shelf: Shelf, key: string, text: string): boolean {
  try {
    shelf.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

/** Undefined for what is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
