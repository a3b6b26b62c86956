import type { CallId, Frame } from '@ringdesk/shared';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createWatching, type Watcher } from './watching.ts';

const call = 'call_1' as CallId;

function frame(seq: number): Frame {
  return {
    seq,
    segment: 1,
    speaker: 'caller',
    text: `${seq} `,
    final: false,
    at: '2026-01-05T09:00:00.000Z',
  };
}
const oneTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

/** A watching over a store in memory; the test says when a read looks at the store, and when its answer arrives. */
function watched() {
  let storedSeq = 0;
  const reads: (() => () => void)[] = [];
  const answers: (() => void)[] = [];
  const rooms = new Set<Desk>();
  const readNow = () => {
    const read = reads.shift();
    if (read !== undefined) answers.push(read());
  };
  const watching = createWatching({
    framesAfter: (_, afterSeq) =>
      new Promise((resolve) =>
        reads.push(() => {
          const lastSeq = storedSeq;
          return () => resolve({ lastSeq, frames: oneTo(lastSeq).slice(afterSeq).map(frame) });
        }),
      ),
    tell: (_, frames) => {
      for (const desk of rooms) desk.seen.push(...frames.map(({ seq }) => seq));
    },
  });
  return {
    watching,
    rooms,
    store: (n: number) => {
      const fresh = oneTo(n).map((i) => frame(storedSeq + i));
      storedSeq += n;
      return fresh;
    },
    tell: (frames: readonly Frame[]) => watching.heard(call, frames),
    readNow,
    arrive: () => answers.shift()?.(),
    isReading: () => reads.length + answers.length > 0,
  };
}

/** What one connection of a desk has seen: the answer, then what it was told. */
class Desk implements Watcher {
  readonly seen: number[] = [];
  readonly id: string;
  readonly #rooms: Set<Desk>;
  constructor(id: string, rooms: Set<Desk>) {
    this.id = id;
    this.#rooms = rooms;
  }
  watch = () => void this.#rooms.add(this);
  unwatch = () => void this.#rooms.delete(this);
}

const turns = async () => {
  for (let i = 0; i < 10; i++) await Promise.resolve();
};

describe('joining a live transcript', () => {
  const step = fc.oneof(
    { weight: 5, arbitrary: fc.constant('store') },
    { weight: 4, arbitrary: fc.constant('tell') },
    { weight: 1, arbitrary: fc.constant('lose') },
    { weight: 1, arbitrary: fc.constant('tell out of order') },
    { weight: 3, arbitrary: fc.constant('join') },
    { weight: 5, arbitrary: fc.constant('read') },
    { weight: 5, arbitrary: fc.constant('arrive') },
    { weight: 1, arbitrary: fc.constant('forget') },
  );

  test('in whatever order storing, telling, losing, reading and leaving happen, each desk sees 1..n without hole or repeat', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60, size: 'max' }), async (steps) => {
        const world = watched();
        const untold: (readonly Frame[])[] = [];
        const desks: Desk[] = [];
        for (const what of steps) {
          if (what === 'store') untold.push(world.store(1 + (untold.length % 3)));
          if (what === 'tell') world.tell(untold.shift() ?? []);
          if (what === 'tell out of order') world.tell(untold.pop() ?? []);
          if (what === 'lose') untold.shift();
          if (what === 'read') world.readNow();
          if (what === 'arrive') world.arrive();
          if (what === 'join' && desks.length < 5) desks.push(join(world));
          if (what === 'forget') leave(world, desks.shift());
          await turns();
          for (const desk of desks) expect(desk.seen).toEqual(oneTo(desk.seen.length));
        }
        for (const frames of untold) world.tell(frames);
        await readAll(world);
        // The next word brings everybody up to date, whatever was lost before.
        const last = world.store(1);
        world.tell(last);
        await readAll(world);
        for (const desk of desks) expect(desk.seen).toEqual(oneTo(last[0]?.seq ?? 0));
      }),
      { numRuns: 1_500 },
    );
  });

  test('a desk that has left while its frames were read is not joined', async () => {
    const world = watched();
    const desk = join(world);
    leave(world, desk);
    world.store(3);
    world.readNow();
    world.arrive();
    await turns();
    expect(world.rooms.size).toBe(0);
  });
});

async function readAll(world: ReturnType<typeof watched>): Promise<void> {
  for (await turns(); world.isReading(); await turns()) {
    world.readNow();
    world.arrive();
  }
}

function join(world: ReturnType<typeof watched>): Desk {
  const desk = new Desk(`desk_${Math.random()}`, world.rooms);
  void world.watching.join(desk, call, 0).then((frames) => {
    desk.seen.unshift(...(frames ?? []).map(({ seq }) => seq));
  });
  return desk;
}

function leave(world: ReturnType<typeof watched>, desk: Desk | undefined): void {
  if (desk === undefined) return;
  world.rooms.delete(desk);
  world.watching.forget(desk.id);
}
