import { openDisk } from './disk.adapter.ts';
import { createKeptShelf, type Shelf } from './kept-shelf.ts';

/** A disk that does not answer must not keep the desk closed. */
const mostWaitMs = 2_000;

/** The page's own; asked for when it is needed, since pages of tests have none. */
const local: Shelf = {
  get length() {
    return localStorage.length;
  },
  key: (place) => localStorage.key(place),
  getItem: (key) => localStorage.getItem(key),
  setItem: (key, text) => localStorage.setItem(key, text),
  removeItem: (key) => localStorage.removeItem(key),
};

/** Where this desk keeps what is typed and not yet at the server. */
export const keptShelf = createKeptShelf({
  local,
  disk: openDisk('ringdesk', () => indexedDB),
  nowMs: Date.now,
});

/** Brings back what a crash of the browser or the app took; to be done before the desk opens. */
export async function restoreKept(): Promise<void> {
  const late = new Promise<void>((resolve) => setTimeout(resolve, mostWaitMs));
  await Promise.race([keptShelf.restore().catch(() => undefined), late]);
}
