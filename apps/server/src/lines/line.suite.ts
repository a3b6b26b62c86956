import { isOnTheLine, segmentsOf } from '@ringdesk/shared';
import { describe, expect, test } from 'vitest';
import { type DrivenClock, drivenClock } from '../testing/driven-clock.ts';
import { type HeardCall, type ListeningDesk, listeningDesk } from '../testing/listening-desk.ts';
import type { Line } from './line.ts';

/** A line that rings at least twice within ten minutes; its callers speak before a rep is there. */
export type MakeLine = (clock: DrivenClock) => Line;

interface Floor {
  readonly clock: DrivenClock;
  readonly desk: ListeningDesk;
  readonly line: Line;
}

const tenMinutesMs = 600_000;

/** What every line promises the desk. */
export function lineSuite(name: string, make: MakeLine): void {
  describe(`the ${name} line`, () => {
    test('each caller has rung before the first word is heard', async () => {
      const { desk } = await heardFor(make, 3 * tenMinutesMs);
      expect(desk.calls.length).toBeGreaterThan(1);
      const rings = desk.log.filter((entry) => entry.startsWith('rang'));
      expect(new Set(rings).size).toBe(desk.calls.length);
      for (const call of desk.calls) expect(firstEntryOf(desk, call)).toMatch(/^rang/);
    });

    test('turns are numbered from one as they begin, and the last word of a turn closes it', async () => {
      const { desk } = await heardFor(make, 3 * tenMinutesMs);
      for (const call of desk.calls.filter(hasLeft)) {
        const begun = [...new Set(call.frames.map((frame) => frame.segment))];
        expect(begun).toEqual(begun.map((_, i) => i + 1));
        for (const { segment } of segmentsOf(call.frames)) {
          const finals = call.frames.filter((frame) => frame.segment === segment).map((frame) => frame.final);
          expect(finals.indexOf(true)).toBe(finals.length - 1);
        }
      }
    });

    test('the caller hangs up after the last word, once, and says nothing more', async () => {
      const { desk } = await heardFor(make, 3 * tenMinutesMs);
      const over = desk.calls.filter(hasLeft);
      expect(over.length).toBeGreaterThan(0);
      for (const call of over) {
        const entries = desk.log.filter((entry) => entry.includes(call.id));
        expect(entries.at(-1)).toBe(`hung up ${call.id}`);
        expect(entries.filter((entry) => entry.startsWith('hung up')).length).toBe(1);
      }
    });

    test('a call that the rep ended falls silent at once, and is not hung up again', async () => {
      const floor = openFloor(make);
      floor.desk.onWord = (call) => {
        if (call.frames.length === 3) floor.desk.claim(call);
        if (call.frames.length === 60) floor.desk.end(call);
      };
      await floor.clock.pass(tenMinutesMs);
      const ended = floor.desk.calls.filter((call) => call.frames.length >= 60);
      expect(ended.length).toBeGreaterThan(0);
      for (const call of ended) expect(call.frames.length).toBe(60);
      expect(
        floor.desk.log.filter(
          (entry) => entry.startsWith('hung up') && ended.some((call) => entry.includes(call.id)),
        ),
      ).toEqual([]);
    });

    test('after closing nothing is said and nothing is planned', async () => {
      const { clock, desk, line } = await heardFor(make, 90_000);
      await line.close();
      const heard = desk.log.length;
      expect(clock.planned()).toBe(0);
      await clock.pass(tenMinutesMs);
      expect(desk.log.length).toBe(heard);
    });

    test('a ring that cannot be stored is told again until it can', async () => {
      const floor = openFloor(make);
      floor.desk.refusals = 3;
      await floor.clock.pass(tenMinutesMs);
      expect(floor.desk.refusals).toBe(0);
      expect(floor.desk.calls.length).toBeGreaterThan(1);
    });

    test('news of strangers, repeated news and news out of season do no harm', async () => {
      const { clock, desk, line } = await heardFor(make, 60_000);
      const stranger = { id: desk.calls[0]?.id, externalId: 'somebody-else', lastSeq: 0, lastSegment: 0 };
      const { id } = stranger;
      if (id === undefined) throw new Error('nobody rang within a minute');
      for (const status of ['waiting', 'active', 'closed'] as const)
        line.callChanged({ ...stranger, id, status });
      for (const call of desk.calls) for (let i = 0; i < 3; i += 1) desk.claim(call);
      await clock.pass(60_000);
      await line.close();
      await line.close();
      for (const call of desk.calls) desk.release(call);
      await clock.pass(60_000);
    });

    test('a call of an earlier process that this line does not know is hung up', async () => {
      const before = openFloor(make);
      const id = await before.desk.rang({
        externalId: 'a-line-of-long-ago',
        from: '+12025550100',
        callerName: null,
      });
      await before.line.close();
      const line = make(before.clock);
      before.desk.connect(line);
      await before.clock.pass(5_000);
      expect(before.desk.log).toContain(`hung up ${id}`);
      await line.close();
    });

    test.each([1, 2, 5, 9, 14, 23, 31, 44, 58, 77, 101])(
      'a process that died after word %i is followed by one that says the next word',
      async (lastWord) => {
        const whole = await firstCall(make, null);
        const resumed = await firstCall(make, lastWord);
        expect(wordsOf(resumed)).toEqual(wordsOf(whole));
        expect(resumed.status).toBe('wrap_up');
      },
    );

    test('a call that was given back goes on with the next rep where it stopped', async () => {
      const whole = repWords(await firstCall(make, null));
      const floor = openFloor(make);
      const first = await claimedAtWord(floor, 5);
      await until(floor, () => repWords(first).length > 20);
      floor.desk.release(first);
      await floor.clock.pass(20_000);
      const silent = repWords(first).length;
      await floor.clock.pass(10_000);
      expect(repWords(first).length).toBe(silent);
      floor.desk.claim(first);
      await until(floor, () => hasLeft(first));
      const said = repWords(first).join('');
      for (const word of [whole.slice(0, silent), whole.slice(silent)]) expect(said).toContain(word.join(''));
      await floor.line.close();
    });
  });
}

/** The first call from ring to hang-up, claimed at its fifth word; the process may die once on the way. */
async function firstCall(make: MakeLine, diesAtWord: number | null): Promise<HeardCall> {
  const floor = openFloor(make);
  let { line } = floor;
  let isDead = false;
  const call = await claimedAtWord(floor, 5, (one) => {
    if (one.frames.length !== diesAtWord || isDead) return;
    isDead = true;
    void line.close();
  });
  await until(floor, () => hasLeft(call) || isDead);
  if (isDead && !hasLeft(call)) {
    line = make(floor.clock);
    floor.desk.connect(line);
    await until(floor, () => hasLeft(call));
  }
  await line.close();
  return call;
}

async function claimedAtWord(
  floor: Floor,
  word: number,
  alsoOnWord: (call: HeardCall) => void = () => undefined,
): Promise<HeardCall> {
  const { desk } = floor;
  desk.onWord = (call) => {
    if (call !== desk.calls[0]) return;
    if (call.frames.length === word) desk.claim(call);
    alsoOnWord(call);
  };
  await until(floor, () => desk.calls.length > 0);
  const call = desk.calls[0];
  if (call === undefined) throw new Error('nobody rang');
  return call;
}

async function until(floor: Floor, isSo: () => boolean): Promise<void> {
  for (let ms = 0; ms < 4 * tenMinutesMs; ms += 500) {
    if (isSo()) return;
    await floor.clock.pass(500);
  }
  throw new Error(`waited forty minutes in vain; heard:\n${floor.desk.log.slice(-20).join('\n')}`);
}

function openFloor(make: MakeLine): Floor {
  const clock = drivenClock();
  const desk = listeningDesk();
  const line = make(clock);
  desk.connect(line);
  return { clock, desk, line };
}

/** Every other call is claimed at its fifth word, the others wait. */
async function heardFor(make: MakeLine, ms: number): Promise<Floor> {
  const floor = openFloor(make);
  floor.desk.onWord = (call) => {
    if (call.frames.length === 5 && Number(call.id.slice(-1)) % 2 === 1) floor.desk.claim(call);
  };
  await floor.clock.pass(ms);
  return floor;
}

function firstEntryOf(desk: ListeningDesk, call: HeardCall): string | undefined {
  return desk.log.find((entry) => entry.includes(call.id));
}

function wordsOf(call: HeardCall): string[] {
  return segmentsOf(call.frames).map((turn) => `${turn.speaker}: ${turn.text}`);
}

function repWords(call: HeardCall): string[] {
  return call.frames.filter((frame) => frame.speaker === 'rep').map((frame) => frame.text);
}

function hasLeft(call: HeardCall): boolean {
  return !isOnTheLine(call);
}
