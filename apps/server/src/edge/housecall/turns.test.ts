import { expect, test } from 'vitest';
import { createTurns } from './turns.ts';

test('who writes to one record waits for those who came before, also when they failed', async () => {
  const inTurn = createTurns();
  const seen: string[] = [];
  let isBusy = false;
  const write = (name: string) => async () => {
    expect(isBusy).toBe(false);
    isBusy = true;
    await Promise.resolve();
    isBusy = false;
    seen.push(name);
    if (name === 'second') throw new Error('the cable was pulled');
    return name;
  };
  const written = await Promise.allSettled(
    ['first', 'second', 'third'].map((name) => inTurn('job_1', write(name))),
  );
  expect(seen).toEqual(['first', 'second', 'third']);
  expect(written.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

test('who writes to another record does not wait', async () => {
  const inTurn = createTurns();
  let finish = () => {};
  const held = inTurn('job_1', () => new Promise<void>((resolve) => (finish = resolve)));
  expect(await inTurn('job_2', async () => 'written')).toBe('written');
  finish();
  await held;
  expect(await inTurn('job_1', async () => 'written')).toBe('written');
});
