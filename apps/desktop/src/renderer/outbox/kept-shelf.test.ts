import { describe, expect, it } from 'vitest';
import { shelfWith } from '../testing/build-outbox.ts';
import { type Copy, createKeptShelf, type Disk } from './kept-shelf.ts';

const hourMs = 3_600_000;

/** A disk that writes when it is told to. */
function slowDisk() {
  const copies = new Map<string, Copy>();
  const writing: (() => void)[] = [];
  let puts = 0;
  const disk: Disk = {
    all: async () => [...copies.values()],
    put(copy) {
      puts += 1;
      return new Promise((resolve) => {
        writing.push(() => {
          if ((copies.get(copy.key)?.at ?? 0) < copy.at) copies.set(copy.key, copy);
          resolve();
        });
      });
    },
    forget: async (keys) => keys.forEach((key) => void copies.delete(key)),
  };
  const written = async () => {
    for (let next = writing.shift(); next !== undefined; next = writing.shift()) {
      next();
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return { disk, copies, written, puts: () => puts };
}

function computer() {
  const clock = { nowMs: 1_000_000 };
  const { disk, ...rest } = slowDisk();
  const open = (local = shelfWith()) => ({
    local,
    shelf: createKeptShelf({ local, disk, nowMs: () => clock.nowMs }),
  });
  return { ...rest, clock, open };
}

describe('what is kept on a shelf', () => {
  it('is read at once, and is back after a crash that took the shelf, as it was last', async () => {
    const { open, written } = computer();
    const { shelf } = open();
    shelf.setItem('draft', 'a');
    shelf.setItem('draft', 'ab');
    shelf.setItem('gone', 'x');
    shelf.removeItem('gone');
    expect(shelf.getItem('draft')).toBe('ab');
    await written();
    const after = open(shelfWith({ gone: 'x' }));
    await after.shelf.restore();
    expect(after.shelf.getItem('draft')).toBe('ab');
    expect(after.shelf.getItem('gone')).toBeNull();
  });

  it('is not written over by an older copy, when the shelf came through and the disk did not', async () => {
    const { open, written } = computer();
    const { shelf, local } = open();
    shelf.setItem('draft', 'old');
    await written();
    shelf.setItem('draft', 'new');
    const after = open(local);
    await after.shelf.restore();
    expect(after.shelf.getItem('draft')).toBe('new');
  });

  it('keeps its order within one moment and while a clock is set back', async () => {
    const { open, written, clock, copies } = computer();
    const { shelf } = open();
    shelf.setItem('draft', 'first');
    clock.nowMs -= hourMs;
    shelf.setItem('draft', 'second');
    await written();
    expect(copies.get('draft')?.text).toBe('second');
  });

  it('is copied one after the other, and of what is typed meanwhile only the last', async () => {
    const { open, written, copies, puts } = computer();
    const { shelf } = open();
    for (let i = 0; i <= 100; i++) shelf.setItem('draft', String(i));
    await written();
    expect(copies.get('draft')?.text).toBe('100');
    expect(puts()).toBe(2);
  });

  it('is kept without a disk as well', async () => {
    const disk: Disk = {
      all: () => Promise.reject(new Error('no disk')),
      put: () => Promise.reject(new Error('no disk')),
      forget: () => Promise.reject(new Error('no disk')),
    };
    const shelf = createKeptShelf({ local: shelfWith(), disk, nowMs: () => 1 });
    shelf.setItem('draft', 'a');
    shelf.setItem('draft', 'ab');
    await new Promise((resolve) => setImmediate(resolve));
    expect(shelf.getItem('draft')).toBe('ab');
  });

  it('leaves nothing behind a day after it was removed', async () => {
    const { open, written, clock, copies } = computer();
    const { shelf, local } = open();
    shelf.setItem('draft', 'a');
    shelf.removeItem('draft');
    await written();
    clock.nowMs += 25 * hourMs;
    await open(local).shelf.restore();
    expect(copies.size).toBe(0);
    expect(local.keys()).toEqual([]);
  });
});
