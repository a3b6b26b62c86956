import type { UserId } from '@ringdesk/shared';
import { useCallback } from 'react';
import { z } from 'zod';
import { create } from 'zustand';
import { keptShelf } from './kept.ts';
import type { Shelf } from './kept-shelf.ts';

const keptDays = 14;
const dayMs = 86_400_000;
const prefix = 'ringdesk.draft';
const Kept = z.object({ at: z.number(), draft: z.unknown() });

/** Who types at this computer; drafts are kept by person. */
let owner: UserId | null = null;

/** Says whose drafts are typed from now on, and lets those go that nobody came back for in two weeks. */
export function openDrafts(userId: UserId): () => void {
  owner = userId;
  dropOldDrafts(keptShelf, Date.now());
  const told = ({ key, newValue }: StorageEvent) => {
    for (const { hear } of kinds) hear(key, newValue);
  };
  window.addEventListener('storage', told);
  return () => {
    window.removeEventListener('storage', told);
    owner = null;
    for (const { forget } of kinds) forget();
  };
}

export function dropOldDrafts(shelf: Shelf, nowMs: number): void {
  const keys = Array.from({ length: shelf.length }, (_, i) => shelf.key(i) ?? '');
  for (const key of keys.filter((one) => one.startsWith(`${prefix}.`))) {
    const kept = parse(shelf.getItem(key));
    if (kept === null || nowMs - kept.at > keptDays * dayMs) shelf.removeItem(key);
  }
}

export interface Drafts<Draft> {
  /** The draft of a place, such as the id of a call; null where nothing was typed. */
  readonly useDraft: (place: string) => Draft | null;
  readonly now: (place: string) => Draft | null;
  readonly keep: (place: string, draft: Draft) => void;
  readonly drop: (place: string) => void;
}

interface Kind {
  readonly forget: () => void;
  /** Another window of this person has typed; a text of null was saved or given up there. */
  readonly hear: (key: string | null, text: string | null) => void;
}
const kinds: Kind[] = [];

/**
 * Forms that are typed and not yet sent: they outlive a closed panel, another call that is picked, and a reload. Windows of
 * one person show the same: none writes an older form over what was typed in another.
 */
export function createDrafts<Draft>(name: string, schema: z.ZodType<Draft>): Drafts<Draft> {
  type Typed = ReadonlyMap<string, Draft | null>;
  const useTyped = create<{ readonly typed: Typed }>(() => ({ typed: new Map() }));
  const keyOf = (place: string) => `${prefix}.${name}.${owner ?? 'nobody'}.${place}`;
  const put = (place: string, draft: Draft | null) =>
    useTyped.setState(({ typed }) => ({ typed: new Map(typed).set(place, draft) }));
  function now(place: string): Draft | null {
    const typed = useTyped.getState().typed.get(place);
    if (typed !== undefined) return typed;
    return owner === null ? null : read(keptShelf.getItem(keyOf(place)));
  }
  function read(text: string | null): Draft | null {
    return schema.safeParse(parse(text)?.draft).data ?? null;
  }
  kinds.push({
    forget: () => useTyped.setState({ typed: new Map() }),
    hear: (key, text) => {
      const stem = keyOf('');
      if (owner !== null && key?.startsWith(stem) === true) put(key.slice(stem.length), read(text));
    },
  });
  return {
    now,
    useDraft: (place) => {
      const typed = useTyped(useCallback((state) => state.typed.get(place), [place]));
      return typed === undefined ? now(place) : typed;
    },
    keep: (place, draft) => {
      put(place, draft);
      try {
        keptShelf.setItem(keyOf(place), JSON.stringify({ at: Date.now(), draft }));
      } catch {
        // Without room it lives as long as the window; the write itself says so when it is sent.
      }
    },
    drop: (place) => {
      put(place, null);
      keptShelf.removeItem(keyOf(place));
    },
  };
}

function parse(text: string | null): z.infer<typeof Kept> | null {
  if (text === null) return null;
  try {
    return Kept.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
