import type { CallId, Frame, SpokenFrame } from '@ringdesk/shared';
import { describe, expect, test } from 'vitest';
import { drivenClock } from '../testing/driven-clock.ts';
import { createHearing, gatherMs } from './hear-frames.ts';
import type { Heard } from './store.ts';

const [one, two] = ['call_1' as CallId, 'call_2' as CallId];

function word(text: string): SpokenFrame {
  return { segment: 1, speaker: 'caller', text, final: false, at: '2026-01-05T09:00:00.000Z' };
}

/** A hearing whose store counts per call, and refuses while `fails` says so. */
function hearing(fails: (heard: Heard) => boolean = () => false, failsToTell = false) {
  const clock = drivenClock();
  const log: string[] = [];
  const counts = new Map<CallId, number>();
  const asked: string[] = [];
  let batches = 0;
  const parts = createHearing({
    clock,
    newBatchId: () => `batch-${++batches}`,
    async append(heard, batchId) {
      asked.push(batchId);
      if (fails(heard)) throw new Error('refused');
      const stored = new Map<CallId, Frame[]>();
      for (const [callId, frames] of heard) {
        const before = counts.get(callId) ?? 0;
        counts.set(callId, before + frames.length);
        stored.set(
          callId,
          frames.map((frame, i) => ({ ...frame, seq: before + i + 1 })),
        );
      }
      log.push(
        `stored ${[...heard].map(([id, frames]) => `${id} ${frames.map(({ text }) => text).join('')}`).join(', ')}`,
      );
      return stored;
    },
    told(callId, frames) {
      log.push(`told ${callId} ${frames.map(({ seq }) => seq).join(' ')}`);
      if (failsToTell) throw new Error('no desk');
    },
    onTrouble: (error) => void log.push(String(error)),
  });
  return {
    clock,
    log,
    asked,
    hear: (callId: CallId, text: string) => parts.hear(callId, [word(text)]),
    parts,
  };
}

describe('hearing', () => {
  test('gathers for fifty milliseconds, then stores once for all calls, and only then tells', async () => {
    const { clock, log, hear } = hearing();
    hear(one, 'a');
    hear(two, 'x');
    await clock.pass(gatherMs - 1);
    hear(one, 'b');
    expect(log).toEqual([]);
    await clock.pass(1);
    expect(log).toEqual(['stored call_1 ab, call_2 x', 'told call_1 1 2', 'told call_2 1']);
  });

  test('keeps words through an outage of the database, in their order, and tells none before it is stored', async () => {
    let isAway = true;
    const { clock, log, asked, hear } = hearing(() => isAway);
    hear(one, 'a');
    await clock.pass(gatherMs);
    hear(one, 'b');
    await clock.pass(gatherMs);
    expect(log.filter((entry) => !entry.startsWith('Error'))).toEqual([]);
    isAway = false;
    hear(one, 'c');
    await clock.pass(1_000);
    expect(log.filter((entry) => !entry.startsWith('Error'))).toEqual([
      'stored call_1 a',
      'told call_1 1',
      'stored call_1 bc',
      'told call_1 2 3',
    ]);
    // The batch that failed may have been stored all the same: it is asked for under its own name until it is answered.
    expect(new Set(asked)).toEqual(new Set(['batch-1', 'batch-2']));
  });

  test('words that could not be told are not stored a second time', async () => {
    const { clock, log, hear } = hearing(undefined, true);
    hear(one, 'a');
    await clock.pass(5_000);
    expect(log).toEqual(['stored call_1 a', 'told call_1 1', 'Error: no desk']);
  });

  test('a character that the database cannot hold does not keep everybody’s words from being stored', async () => {
    const { clock, log, hear } = hearing((heard) =>
      [...heard.values()].flat().some(({ text }) => /[\0\ud800]/.test(text)),
    );
    hear(one, 'a\u0000b\ud800');
    hear(two, 'x');
    await clock.pass(gatherMs);
    expect(log[0]).toBe('stored call_1 ab\ufffd, call_2 x');
  });

  test('settles when everything heard so far is stored', async () => {
    const { log, hear, parts } = hearing();
    hear(one, 'a');
    await parts.settled();
    expect(log).toEqual(['stored call_1 a', 'told call_1 1']);
  });

  test('stops taking words in when very many wait for the database, and says so', async () => {
    const { clock, log, hear } = hearing(() => true);
    for (let i = 0; i < 50_001; i++) hear(one, 'a');
    expect(log).toEqual([expect.stringContaining('50000')]);
    await clock.pass(gatherMs);
    expect(log).toHaveLength(2);
  });
});
