import type { CallId, SpokenFrame } from '@ringdesk/shared';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hangUpCall } from '../calls/hang-up-call.ts';
import { sql } from '../database/sql.ts';
import { type Floor, found, openFloor } from '../testing/floor.ts';
import { append, foldCall, framesAfter, unfolded } from './store.ts';
import { sweepTranscripts } from './sweep-transcripts.ts';

let floor: Floor;
beforeAll(async () => {
  floor = await openFloor({ connections: 10 });
});
beforeEach(() => floor.clear());
afterAll(() => floor.close());

function words(text: string, segment = 1): SpokenFrame[] {
  const at = new Date(floor.clock.nowMs()).toISOString();
  return text.split(' ').map((word) => ({ segment, speaker: 'caller', text: `${word} `, final: false, at }));
}
let batches = 0;
const nextBatch = () => `batch-${++batches}`;
const say = (callId: CallId, text: string) => append(floor.db, new Map([[callId, words(text)]]), nextBatch());
const stored = async (callId: CallId, afterSeq = 0) => found(await framesAfter(floor.db, callId, afterSeq));
const oneTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

describe('storing words', () => {
  test('numbers them 1..n for each call by itself, and answers them as they are stored', async () => {
    const [first, second] = [await floor.ring(), await floor.ring()];
    const heard = await append(
      floor.db,
      new Map([
        [first, words('my water heater')],
        [second, words('hello there')],
      ]),
      nextBatch(),
    );
    expect(heard.get(first)?.map(({ seq, text }) => [seq, text])).toEqual([
      [1, 'my '],
      [2, 'water '],
      [3, 'heater '],
    ]);
    await say(first, 'is leaking');
    expect(heard.get(second)?.map(({ seq }) => seq)).toEqual([1, 2]);
    expect((await stored(first)).frames.map(({ text }) => text).join('')).toBe('my water heater is leaking ');
    expect((await floor.call(first)).lastSeq).toBe(5);
  });

  test('by twenty writers at once leaves no hole, no repeat, and keeps each batch together', async () => {
    const call = await floor.ring();
    const batches = Array.from({ length: 60 }, (_, i) => `${i}a ${i}b ${i}c`);
    await Promise.all(batches.map((batch) => say(call, batch)));
    const { frames, lastSeq } = await stored(call);
    expect(frames.map(({ seq }) => seq)).toEqual(oneTo(180));
    expect(lastSeq).toBe(180);
    for (let i = 0; i < 180; i += 3)
      expect(frames.slice(i, i + 3).map(({ text }) => text.replace(/\d+/, ''))).toEqual(['a ', 'b ', 'c ']);
  });

  test('seen at any moment is a beginning of what is there in the end', async () => {
    const call = await floor.ring();
    let isSpeaking = true;
    const speaking = (async () => {
      for (let i = 0; i < 15; i++) await Promise.all(oneTo(4).map((n) => say(call, `${n} x`)));
      isSpeaking = false;
    })();
    const looks: number[][] = [];
    while (isSpeaking) looks.push((await stored(call)).frames.map(({ seq }) => seq));
    await speaking;
    for (const look of looks) expect(look).toEqual(oneTo(look.length));
    expect(looks.length).toBeGreaterThan(0);
  });

  test('twice, because the answer was lost on the way, stores them once and answers the same', async () => {
    const [first, second] = [await floor.ring(), await floor.ring()];
    await say(first, 'before');
    const heard = new Map([
      [first, words('it leaks')],
      [second, words('good morning')],
    ]);
    const once = await append(floor.db, heard, 'lost');
    expect(await append(floor.db, heard, 'lost')).toEqual(once);
    await say(first, 'badly');
    expect((await stored(first)).frames.map(({ seq, text }) => [seq, text])).toEqual([
      [1, 'before '],
      [2, 'it '],
      [3, 'leaks '],
      [4, 'badly '],
    ]);
    expect((await stored(second)).frames).toHaveLength(2);
  });

  test('of a call that is over or unknown stores nothing and does not stop the others', async () => {
    const [over, open] = [await floor.ring(), await floor.ring()];
    await hangUpCall(floor.app, over);
    const unknown = 'call_nobody' as CallId;
    const heard = await append(
      floor.db,
      new Map([
        [over, words('a')],
        [open, words('b')],
        [unknown, words('c')],
      ]),
      nextBatch(),
    );
    expect([...heard.keys()]).toEqual([open]);
  });
});

describe('reading words', () => {
  test('after a number gives the rest', async () => {
    const call = await floor.ring();
    await say(call, 'a b c d');
    expect((await stored(call, 2)).frames.map(({ seq }) => seq)).toEqual([3, 4]);
    expect((await stored(call, 4)).frames).toEqual([]);
    expect((await stored(call, 99)).frames).toEqual([]);
    expect(await framesAfter(floor.db, 'call_nobody' as CallId, 0)).toBeNull();
  });

  test('of a folded call gives exactly what was told before', async () => {
    const call = await floor.ring();
    await say(call, 'a b c d');
    const before = await stored(call);
    expect(await foldCall(floor.db, call)).toBe(false);
    await hangUpCall(floor.app, call);
    await sweepTranscripts(floor.app);
    expect(await floor.db.rows(sql`SELECT FROM frames`)).toEqual([]);
    expect(await stored(call)).toEqual(before);
    expect((await stored(call, 3)).frames.map(({ seq }) => seq)).toEqual([4]);
    expect(await foldCall(floor.db, call)).toBe(false);
  });

  test('in the moment of folding finds all of them, in one place or the other', async () => {
    for (let i = 0; i < 15; i++) {
      const call = await floor.ring();
      await say(call, 'a b c d e');
      await hangUpCall(floor.app, call);
      const [, ...looks] = await Promise.all([foldCall(floor.db, call), ...oneTo(8).map(() => stored(call))]);
      for (const look of looks) expect(look.frames.map(({ seq }) => seq)).toEqual(oneTo(5));
    }
  });

  test('only calls that are over are folded, and each is found', async () => {
    const calls = [];
    for (let i = 0; i < 6; i++) calls.push(await floor.ring());
    for (const call of calls) await say(call, 'a b');
    for (const call of calls.slice(0, 4)) await hangUpCall(floor.app, call);
    expect(new Set(await unfolded(floor.db))).toEqual(new Set(calls.slice(0, 4)));
    expect(await sweepTranscripts(floor.app)).toBe(4);
    expect(await sweepTranscripts(floor.app)).toBe(0);
  });
});
