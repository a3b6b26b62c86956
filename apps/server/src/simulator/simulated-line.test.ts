import { isOnTheLine } from '@ringdesk/shared';
import { describe, expect, test } from 'vitest';
import { lineSuite } from '../lines/line.suite.ts';
import { drivenClock } from '../testing/driven-clock.ts';
import { listeningDesk } from '../testing/listening-desk.ts';
import { gapBeforeMs } from './arrivals.ts';
import { writeScript } from './script.ts';
import { type SimulatorSettings, simulatedLine } from './simulated-line.ts';

lineSuite('simulated', (clock) => simulatedLine({ seed: 11, callsPerMinute: 2, speed: 1, clock }));

describe('the simulator', () => {
  test('the same seed brings the same callers, words and times', async () => {
    const [first, again] = [await anHour({ seed: 7 }), await anHour({ seed: 7 })];
    expect(first.log.length).toBeGreaterThan(5000);
    expect(again.log).toEqual(first.log);
  });

  test('another seed brings other callers', async () => {
    const [first, other] = [await anHour({ seed: 7 }), await anHour({ seed: 8 })];
    expect(other.calls.map((call) => call.ring.from)).not.toEqual(first.calls.map((call) => call.ring.from));
    expect(other.log.slice(0, 50)).not.toEqual(first.log.slice(0, 50));
  });

  test('what one caller says does not depend on when others are answered', async () => {
    const [busy, idle] = [await anHour({ seed: 7 }, 2), await anHour({ seed: 7 }, 0)];
    const words = (desk: typeof busy) =>
      desk.calls.filter((_, i) => i % 2 === 0).map((call) => call.frames.map((frame) => frame.text).join(''));
    expect(busy.calls.some((call) => call.status === 'wrap_up')).toBe(true);
    expect(words(busy)).toEqual(words(idle));
  });

  test('callers whom nobody answers lose patience, and some say so', async () => {
    const { calls } = await anHour({ seed: 3, callsPerMinute: 1 }, 0);
    const left = calls.filter((call) => call.status === 'abandoned');
    const minutes = left.map((call) => minutesWaited(call.frames)).sort((a, b) => a - b);
    expect(left.length).toBeGreaterThan(30);
    expect(minutes[Math.floor(minutes.length / 2)]).toBeGreaterThan(2);
    expect(minutes[Math.floor(minutes.length / 2)]).toBeLessThan(6);
    expect(calls.slice(0, 30).every((call) => !isOnTheLine(call))).toBe(true);
  });

  test('a caller who was answered and given back waits anew, however long the first wait was', async () => {
    const clock = drivenClock();
    const desk = listeningDesk();
    const line = simulatedLine({ seed: 7, callsPerMinute: 0.001, speed: 1, clock });
    desk.connect(line);
    await clock.pass(gapBeforeMs(7, 0, 0.001) + 1);
    const [call] = desk.calls;
    if (call === undefined) throw new Error('nobody rang');
    await clock.pass(writeScript(7, 0).patienceMs - 20_000);
    desk.claim(call);
    await clock.pass(40_000);
    desk.release(call);
    await clock.pass(30_000);
    expect(call.status).toBe('waiting');
    await clock.pass(600_000);
    expect(call.status).toBe('abandoned');
    await line.close();
  });

  test('at ten times the speed the same words take a tenth of the time', async () => {
    const [slow, fast] = [await anHour({ seed: 5 }), await anHour({ seed: 5, speed: 10 })];
    const [one, ten] = [slow.calls[0], fast.calls[0]];
    expect(ten?.frames.map((frame) => frame.text)).toEqual(one?.frames.map((frame) => frame.text));
    expect(minutesWaited(one?.frames ?? []) / minutesWaited(ten?.frames ?? [])).toBeCloseTo(10, 1);
  });

  test('when too many are on the line, further callers find it busy', async () => {
    const { calls } = await anHour({ seed: 7, callsPerMinute: 20, mostOpenCalls: 5 }, 0);
    expect(calls.filter(isOnTheLine).length).toBeLessThanOrEqual(5);
    expect(calls.length).toBeLessThan(200);
  });

  test('nobody calls when no calls are wanted', async () => {
    expect((await anHour({ seed: 7, callsPerMinute: 0 })).log).toEqual([]);
  });
});

/** An hour of calls; every `claimEvery`-th is claimed at its twelfth word, none with 0. */
async function anHour(settings: Partial<SimulatorSettings>, claimEvery = 2) {
  const clock = drivenClock();
  const desk = listeningDesk();
  desk.onWord = (call) => {
    const isClaimed = claimEvery > 0 && Number(call.id.slice(5)) % claimEvery === 0;
    if (isClaimed && call.frames.length === 12) desk.claim(call);
  };
  const line = simulatedLine({ seed: 7, callsPerMinute: 1, speed: 1, clock, ...settings });
  desk.connect(line);
  await clock.pass(3_600_000);
  await line.close();
  return desk;
}

function minutesWaited(frames: readonly { readonly at: string }[]): number {
  return (Date.parse(frames.at(-1)?.at ?? '') - Date.parse(frames[0]?.at ?? '')) / 60_000;
}
