import { expect, test } from 'vitest';
import { drivenClock } from './driven-clock.ts';

test('timers run in the order of their time, then of their making, each at its own moment', () => {
  const clock = drivenClock(1_000);
  const ran: string[] = [];
  const note = (name: string) => () => ran.push(`${name} ${clock.nowMs()}`);
  clock.after(20, note('b'));
  clock.after(10, () => {
    note('a')();
    clock.after(5, note('a2'));
  });
  clock.after(20, note('c'));
  const stop = clock.every(15, note('tick'));
  clock.after(40, note('late'));
  clock.advance(30);
  stop();
  expect(ran).toEqual(['a 1010', 'tick 1015', 'a2 1015', 'b 1020', 'c 1020', 'tick 1030']);
  expect(clock.nowMs()).toBe(1_030);
  expect(clock.planned()).toBe(1);
});

test('passing time lets promises settle between timers', async () => {
  const clock = drivenClock(0);
  const ran: string[] = [];
  clock.after(
    10,
    () => void Promise.resolve().then(() => clock.after(5, () => ran.push(`after ${clock.nowMs()}`))),
  );
  clock.after(20, () => ran.push('last'));
  await clock.pass(30);
  expect(ran).toEqual(['after 15', 'last']);
});
