import { expect, test } from 'vitest';
import { drivenClock } from '../testing/driven-clock.ts';
import { untilHeard } from './until-heard.ts';

test('what the desk cannot store is told again with growing pauses, and once only when it is stored', async () => {
  const clock = drivenClock(0);
  const tries: number[] = [];
  const heard: string[] = [];
  untilHeard(
    clock,
    async () => {
      tries.push(clock.nowMs());
      if (tries.length < 4) throw new Error('the database is away');
      return 'stored';
    },
    (value) => heard.push(value),
  );
  await clock.pass(60_000);
  expect(tries).toEqual([0, 500, 1500, 3500]);
  expect(heard).toEqual(['stored']);
  expect(clock.planned()).toBe(0);
});

test('a desk that throws before it promises anything is no different', async () => {
  const clock = drivenClock(0);
  let tries = 0;
  const giveUp = untilHeard(
    clock,
    () => refuse(() => (tries += 1)),
    () => undefined,
  );
  await clock.pass(600_000);
  expect(tries).toBeGreaterThan(20);
  expect(tries).toBeLessThan(30);
  giveUp();
  await clock.pass(600_000);
  expect(tries).toBeLessThan(30);
  expect(clock.planned()).toBe(0);
});

function refuse(count: () => void): Promise<never> {
  count();
  throw new Error('no');
}
