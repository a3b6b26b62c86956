import { describe, expect, it } from 'vitest';
import { dropOldDrafts, type Shelf } from './drafts.ts';

const dayMs = 86_400_000;
const nowMs = Date.UTC(2026, 10, 21);

/** A computer that keeps text. */
function shelfWith(kept: Readonly<Record<string, string>>): Shelf & { readonly keys: () => string[] } {
  const texts = new Map(Object.entries(kept));
  return {
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => void texts.set(key, text),
    removeItem: (key) => void texts.delete(key),
    key: (place) => [...texts.keys()][place] ?? null,
    get length() {
      return texts.size;
    },
    keys: () => [...texts.keys()],
  };
}

describe('a form that nobody came back to', () => {
  it('goes after two weeks, and so does what cannot be read; everything else stays', () => {
    const shelf = shelfWith({
      'ringdesk.draft.job.usr_1.call_1': JSON.stringify({ at: nowMs - 13 * dayMs, draft: {} }),
      'ringdesk.draft.job.usr_1.call_2': JSON.stringify({ at: nowMs - 15 * dayMs, draft: {} }),
      'ringdesk.draft.customer.usr_1.call_3': 'no json',
      'ringdesk.outbox.usr_1': 'not a draft',
    });
    dropOldDrafts(shelf, nowMs);
    expect(shelf.keys()).toEqual(['ringdesk.draft.job.usr_1.call_1', 'ringdesk.outbox.usr_1']);
  });
});
