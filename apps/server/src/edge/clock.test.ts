import { AsyncLocalStorage } from 'node:async_hooks';
import { describe, expect, test } from 'vitest';
import { drivenClock } from '../testing/driven-clock.ts';
import { startPulse } from './clock.ts';

/** A beat that counts its runs, holds each until it is let go, and knows whether it ever overlapped itself. */
function heldBeat(name: string) {
  const letGo: (() => void)[] = [];
  const beat = {
    name,
    runs: 0,
    most: 0,
    running: 0,
    async run() {
      beat.runs += 1;
      beat.running += 1;
      beat.most = Math.max(beat.most, beat.running);
      await new Promise<void>((resolve) => letGo.push(resolve));
      beat.running -= 1;
    },
    finish: () => letGo.shift()?.(),
  };
  return beat;
}

const turns = async () => {
  for (let i = 0; i < 20; i++) await Promise.resolve();
};

function pulseOf(parts: Partial<Parameters<typeof startPulse>[0]>) {
  const clock = drivenClock();
  const troubles: string[] = [];
  const onTrouble = (name: string, error: unknown) => void troubles.push(`${name}: ${String(error)}`);
  return {
    clock,
    troubles,
    pulse: startPulse({ clock, afterCommit: [], eachSecond: [], onTrouble, ...parts }),
  };
}

describe('the heartbeat', () => {
  test('many nudges while something runs become one more run, and nothing overlaps itself', async () => {
    const beat = heldBeat('publish');
    const { pulse } = pulseOf({ afterCommit: [beat] });
    for (let i = 0; i < 10; i++) pulse.nudge();
    await turns();
    for (let i = 0; i < 10; i++) pulse.nudge();
    beat.finish();
    await turns();
    expect(beat.runs).toBe(2);
    beat.finish();
    await pulse.idle();
    expect([beat.runs, beat.most]).toEqual([2, 1]);
  });

  test('what follows a commit stays outside of whatever it was nudged from', async () => {
    const within = new AsyncLocalStorage<string>();
    const seen: unknown[] = [];
    const beat = { name: 'publish', run: async () => void seen.push(within.getStore()) };
    const { pulse } = pulseOf({ afterCommit: [beat] });
    within.run('a transaction', () => pulse.nudge());
    await pulse.idle();
    expect(seen).toEqual([undefined]);
  });

  test('no nudge is lost, in whatever turn it comes', async () => {
    for (let turn = 0; turn < 12; turn++) {
      const beat = heldBeat('publish');
      const { pulse } = pulseOf({ afterCommit: [beat] });
      pulse.nudge();
      await turns();
      beat.finish();
      for (let i = 0; i < turn; i++) await Promise.resolve();
      pulse.nudge();
      await turns();
      expect(beat.runs, `a nudge ${turn} turns after the end`).toBe(2);
    }
  });

  test('a sweep that fails is told, and the others and the next second go on', async () => {
    let swept = 0;
    const broken = { name: 'broken', run: () => Promise.reject(new Error('no database')) };
    const fine = { name: 'fine', run: async () => void swept++ };
    const { clock, troubles, pulse } = pulseOf({ eachSecond: [broken, fine] });
    await clock.pass(3_000);
    await turns();
    expect(swept).toBe(3);
    expect(troubles).toEqual(Array(3).fill('broken: Error: no database'));
    await pulse.stop();
    await clock.pass(3_000);
    expect(swept).toBe(3);
  });

  test('what follows a commit runs after each sweep too, since a sweep commits', async () => {
    let published = 0;
    const { clock } = pulseOf({
      eachSecond: [{ name: 'offers', run: async () => undefined }],
      afterCommit: [{ name: 'publish', run: async () => void published++ }],
    });
    await clock.pass(1_000);
    await turns();
    expect(published).toBe(1);
  });
});
