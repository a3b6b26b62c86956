import { type Answer, refused } from '@ringdesk/shared';
import type { Call } from '../http/call.ts';
import type { Entry } from '../outbox/entry.ts';
import type { Shelf } from '../outbox/kept-shelf.ts';
import { Outbox, type OutboxPorts } from '../outbox/outbox.ts';
import { openShelf } from '../outbox/shelf.ts';

interface Asked {
  readonly name: string;
  readonly input: unknown;
  readonly key: string | undefined;
}

/** A computer that keeps text, as a browser's localStorage does. */
export function shelfWith(
  kept: Readonly<Record<string, string>> = {},
): Shelf & { readonly keys: () => string[] } {
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

/** The owner of every entry in these tests. */
export const owner = 'usr_0000dana';

/** A computer before a server that answers as it is told, with as many windows of one person as are opened. */
export function outboxComputer(shelf = shelfWith()) {
  const asked: Asked[] = [];
  const answers: (Answer<unknown> | Promise<Answer<unknown>>)[] = [];
  const open = new Set<string>();
  const clock = { nowMs: 1000 };
  let ids = 0;
  let turns = Promise.resolve();
  const call = (async (name: string, input: unknown, sending?: Parameters<Call>[2]) => {
    asked.push({ name, input, key: sending?.idempotencyKey });
    return answers.shift() ?? refused('UNAVAILABLE');
  }) as unknown as Call;

  function openWindow(over: Partial<OutboxPorts> = {}) {
    const window = `window-${open.size + 1}`;
    const timers: (() => void)[] = [];
    const later: string[] = [];
    const seen = { entries: [] as readonly Entry[], unread: 0, elsewhere: 0 };
    open.add(window);
    const outbox = new Outbox({
      call,
      send: ({ id: key, name, input }) =>
        call(name as 'customer.create', input as never, { idempotencyKey: key }),
      shelf: openShelf(shelf, owner),
      window,
      inTurn: (run) => {
        turns = turns.then(run);
        return turns;
      },
      openWindows: () => Promise.resolve(open),
      newId: () => `key-${++ids}`,
      nowMs: () => clock.nowMs,
      after: (_ms, run) => {
        timers.push(run);
        return () => void timers.splice(timers.indexOf(run), 1);
      },
      changed: ({ entries, unread }) => {
        seen.entries = entries;
        seen.unread = unread.length;
      },
      isHeld: () => false,
      doneLater: (entry) => void later.push(entry.label),
      doneElsewhere: () => {
        seen.elsewhere += 1;
      },
      ...over,
    });
    return {
      outbox,
      later,
      seen,
      /** The time that it waits between tries has passed. */
      waited: () => timers.shift()?.(),
      isWaiting: () => timers.length > 0,
      /** The window is gone, as after a crash. */
      crash: () => {
        open.delete(window);
        outbox.close();
      },
    };
  }
  return { asked, answers, shelf, clock, openWindow };
}

/** Lets everything happen that needs no time. */
export const turn = () => new Promise<void>((resolve) => void setTimeout(resolve, 0));

/** A write as an earlier window kept it. */
export function keptEntry(over: Partial<Entry> & Pick<Entry, 'name' | 'input'>): Entry {
  return { id: 'key-old', label: 'Old', at: 1, tries: 1, refusal: null, ...over };
}

export function keptKey(id: string): string {
  return `ringdesk.outbox.${owner}.${id}`;
}
