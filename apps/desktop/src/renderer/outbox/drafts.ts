import type { UserId } from '@ringdesk/shared';
import { useCallback } from 'react';
import { z } from 'zod';
import { create } from 'zustand';

const keptDays = 14;
const dayMs = 86_400_000;
const prefix = 'ringdesk.draft';
const Kept = z.object({ at: z.number(), draft: z.unknown() });

/** Who types at this computer; drafts are kept by person. */
let owner: UserId | null = null;

/** What this computer offers for keeping text; the browser's localStorage fits. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** Says whose drafts are typed from now on, and lets those go that nobody came back for in two weeks. */
export function openDrafts(userId: UserId): () => void {
  owner = userId;
  dropOldDrafts(localStorage, Date.now());
  return () => {
    owner = null;
    for (const forget of forgets) forget();
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

const forgets: (() => void)[] = [];

/** Forms that are typed and not yet sent: they outlive a closed panel, another call that is picked, and a reload. */
export function createDrafts<Draft>(name: string, schema: z.ZodType<Draft>): Drafts<Draft> {
  type Typed = ReadonlyMap<string, Draft | null>;
  const useTyped = create<{ readonly typed: Typed }>(() => ({ typed: new Map() }));
  const keyOf = (place: string) => `${prefix}.${name}.${owner ?? 'nobody'}.${place}`;
  forgets.push(() => useTyped.setState({ typed: new Map() }));

  const put = (place: string, draft: Draft | null) =>
    useTyped.setState(({ typed }) => ({ typed: new Map(typed).set(place, draft) }));
  function now(place: string): Draft | null {
    const typed = useTyped.getState().typed.get(place);
    if (typed !== undefined) return typed;
    const kept = owner === null ? null : parse(localStorage.getItem(keyOf(place)));
    const read = kept === null ? undefined : schema.safeParse(kept.draft);
    return read?.success === true ? read.data : null;
  }
  return {
    now,
    useDraft: (place) => {
      const typed = useTyped(useCallback((state) => state.typed.get(place), [place]));
      return typed === undefined ? now(place) : typed;
    },
    keep: (place, draft) => {
      put(place, draft);
      try {
        localStorage.setItem(keyOf(place), JSON.stringify({ at: Date.now(), draft }));
      } catch {
        // Without room it lives as long as the window; the write itself says so when it is sent.
      }
    },
    drop: (place) => {
      put(place, null);
      localStorage.removeItem(keyOf(place));
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
