/** What this computer offers for keeping text; the browser's localStorage fits. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** What a key held at a moment; null once it was removed. */
export interface Copy {
  readonly key: string;
  readonly text: string | null;
  readonly at: number;
}

/** Where copies survive also a crash of the whole browser. */
export interface Disk {
  readonly all: () => Promise<readonly Copy[]>;
  /** Settles when it lies on the disk. An older copy never replaces a newer one. */
  readonly put: (copy: Copy) => Promise<void>;
  readonly forget: (keys: readonly string[]) => Promise<void>;
}

export interface KeptShelf extends Shelf {
  /** Brings back what a crash took from the shelf; to be done before anybody reads from it. */
  readonly restore: () => Promise<void>;
}

const stampPrefix = 'ringdesk.at.';
const removedKeptMs = 86_400_000;

/**
 * A shelf that every window reads at once, with a copy of each text on the disk. A browser writes its localStorage to the
 * disk some seconds later, so a crash of all of it would take what was typed last. Each text has the moment it was put
 * there, so that the newer of the two is known.
 */
export function createKeptShelf(ports: {
  readonly local: Shelf;
  readonly disk: Disk;
  readonly nowMs: () => number;
}): KeptShelf {
  const { local, disk, nowMs } = ports;
  const stampOf = (key: string) => Number(local.getItem(stampPrefix + key) ?? 0);
  const copy = copier(disk);
  const changed = (key: string, text: string | null) => {
    // Two writes of one moment, and a clock that was set back, keep their order.
    const at = Math.max(nowMs(), stampOf(key) + 1);
    local.setItem(stampPrefix + key, String(at));
    copy({ key, text, at });
  };
  return {
    get length() {
      return local.length;
    },
    key: (place) => local.key(place),
    getItem: (key) => local.getItem(key),
    setItem(key, text) {
      local.setItem(key, text);
      changed(key, text);
    },
    removeItem(key) {
      if (local.getItem(key) === null) return;
      local.removeItem(key);
      changed(key, null);
    },
    async restore() {
      const copies = await disk.all();
      for (const { key, text, at } of copies.filter((one) => one.at > stampOf(one.key))) {
        if (text === null) local.removeItem(key);
        else local.setItem(key, text);
        local.setItem(stampPrefix + key, String(at));
      }
      const old = copies.filter(({ text, at }) => text === null && at < nowMs() - removedKeptMs);
      await disk.forget(old.map(({ key }) => key));
      for (const { key } of old) local.removeItem(stampPrefix + key);
    },
  };
}

/** Copies to the disk one after the other; of several texts of one key only the newest is still written. */
function copier(disk: Disk): (copy: Copy) => void {
  const waiting = new Map<string, Copy>();
  let isCopying = false;
  const run = async () => {
    isCopying = true;
    for (let next = first(waiting); next !== undefined; next = first(waiting)) {
      waiting.delete(next.key);
      // Without the disk the shelf alone keeps it, as it does over a reload.
      await disk.put(next).catch(() => undefined);
    }
    isCopying = false;
  };
  return (copy) => {
    waiting.set(copy.key, copy);
    if (!isCopying) void run();
  };
}

function first(copies: ReadonlyMap<string, Copy>): Copy | undefined {
  const [next] = copies.values();
  return next;
}
