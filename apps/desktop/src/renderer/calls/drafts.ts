import type { CallId, UserId } from '@ringdesk/shared';
import { z } from 'zod';
import type { Draft } from './notes.ts';

const Kept = z.object({ text: z.string(), base: z.string(), at: z.number() });

const prefix = 'ringdesk.notes';
const keptDays = 14;
const dayMs = 86_400_000;

/** What this computer offers for keeping text; the browser's localStorage fits. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** Unsaved notes, kept on this computer by call and person, so that a crash or a reload loses nothing. */
export interface Drafts {
  read(callId: CallId): Draft | null;
  /** False when the computer refused, such as for lack of room. */
  keep(callId: CallId, draft: Draft, nowMs: number): boolean;
  drop(callId: CallId): void;
}

export function draftsOn(shelf: Shelf, userId: UserId): Drafts {
  const key = (callId: CallId) => `${prefix}.${userId}.${callId}`;
  return {
    read: (callId) => readDraft(shelf, key(callId)),
    keep: (callId, draft, nowMs) => {
      try {
        shelf.setItem(key(callId), JSON.stringify({ ...draft, at: nowMs }));
        return true;
      } catch {
        return false;
      }
    },
    drop: (callId) => shelf.removeItem(key(callId)),
  };
}

/** Lets drafts go that nobody came back for in two weeks; they hold words of callers. */
export function dropOldDrafts(shelf: Shelf, nowMs: number): void {
  const keys = Array.from({ length: shelf.length }, (_, i) => shelf.key(i) ?? '');
  for (const key of keys.filter((one) => one.startsWith(`${prefix}.`))) {
    const kept = parse(shelf.getItem(key));
    if (kept === null || nowMs - kept.at > keptDays * dayMs) shelf.removeItem(key);
  }
}

function readDraft(shelf: Shelf, key: string): Draft | null {
  const kept = parse(shelf.getItem(key));
  return kept === null ? null : { text: kept.text, base: kept.base };
}

function parse(text: string | null): z.infer<typeof Kept> | null {
  if (text === null) return null;
  try {
    return Kept.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
