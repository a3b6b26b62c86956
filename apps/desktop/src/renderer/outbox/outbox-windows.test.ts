import { type Answer, refused } from '@ringdesk/shared';
import { describe, expect, it } from 'vitest';
import { outboxComputer, turn } from '../testing/build-outbox.ts';

const maria = { firstName: 'Maria' };
const tom = { firstName: 'Tom' };
const done = (value: object) => ({ ok: true as const, value });

describe('two windows of one person', () => {
  it('lose nothing of each other: what both typed is done, each once', async () => {
    const computer = outboxComputer();
    const first = computer.openWindow();
    const second = computer.openWindow();
    await Promise.all([
      first.outbox.submit('customer.create', maria, 'Maria'),
      second.outbox.submit('customer.create', tom, 'Tom'),
    ]);
    await turn();
    expect(computer.shelf.keys()).toHaveLength(2);
    computer.answers.push(done({}), done({}));
    first.waited();
    second.waited();
    await turn();
    expect(computer.shelf.keys()).toEqual([]);
    const names = computer.asked.slice(-2).map(({ input }) => input);
    expect(names).toEqual([maria, tom]);
    // Each is told by whoever did it, and by nobody twice.
    expect([...first.later, ...second.later].toSorted()).toEqual(['Maria', 'Tom']);
  });

  it('send nothing twice while one of them waits for an answer', async () => {
    const computer = outboxComputer();
    const slow = Promise.withResolvers<Answer<unknown>>();
    const first = computer.openWindow();
    computer.answers.push(slow.promise);
    void first.outbox.submit('customer.create', maria, 'Maria');
    await turn();
    const second = computer.openWindow();
    second.outbox.retryNow();
    await turn();
    expect(computer.asked).toHaveLength(1);
    slow.resolve(done({}));
    await turn();
    expect(computer.asked).toHaveLength(1);
    expect(second.later).toEqual([]);
  });

  it('leave a write to the window in which somebody waits for it, until that window is gone', async () => {
    const computer = outboxComputer();
    const slow = Promise.withResolvers<Answer<unknown>>();
    const first = computer.openWindow({ inTurn: () => slow.promise.then(() => undefined) });
    void first.outbox.submit('customer.create', maria, 'Maria');
    const second = computer.openWindow();
    await turn();
    expect(computer.asked).toEqual([]);
    first.crash();
    computer.answers.push(done({}));
    second.waited();
    await turn();
    expect(computer.asked).toMatchObject([{ input: maria, key: 'key-1' }]);
    expect(second.later).toEqual(['Maria']);
  });

  it('show what the other one keeps, and read again what it has done', async () => {
    const computer = outboxComputer();
    const first = computer.openWindow();
    const second = computer.openWindow();
    await first.outbox.submit('customer.create', maria, 'Maria');
    await turn();
    second.outbox.changedElsewhere();
    expect(second.seen.entries).toMatchObject([{ label: 'Maria' }]);
    computer.answers.push(done({}));
    first.waited();
    await turn();
    second.outbox.changedElsewhere();
    expect(second.seen).toMatchObject({ entries: [], elsewhere: 1 });
  });

  it('do not spur each other on while the server is away', async () => {
    const computer = outboxComputer();
    const first = computer.openWindow();
    const second = computer.openWindow();
    await first.outbox.submit('customer.create', maria, 'Maria');
    await turn();
    const tries = computer.asked.length;
    for (let told = 0; told < 5; told += 1) {
      second.outbox.changedElsewhere();
      await turn();
    }
    expect(computer.asked).toHaveLength(tries);
    expect(second.isWaiting()).toBe(true);
  });

  it('do not bring back what one of them gave up while the other was sending it', async () => {
    const computer = outboxComputer();
    const slow = Promise.withResolvers<Answer<unknown>>();
    const first = computer.openWindow();
    const second = computer.openWindow();
    computer.answers.push(slow.promise);
    void first.outbox.submit('customer.create', maria, 'Maria');
    await turn();
    second.outbox.drop('key-1');
    slow.resolve(refused('UNAVAILABLE'));
    await turn();
    expect(computer.shelf.keys()).toEqual([]);
  });

  it('send a refused write again under one key when both are pressed', async () => {
    const computer = outboxComputer();
    const first = computer.openWindow();
    await first.outbox.submit('customer.create', maria, 'Maria');
    await turn();
    computer.answers.push(refused('INPUT_INVALID'));
    first.waited();
    await turn();
    const second = computer.openWindow();
    expect(second.seen.entries).toMatchObject([{ refusal: { code: 'INPUT_INVALID' } }]);
    computer.answers.push(done({}), done({}));
    first.outbox.again('key-1');
    second.outbox.again('key-1');
    await turn();
    expect(computer.asked.slice(2).map(({ key }) => key)).toEqual(['key-1~2']);
  });
});
