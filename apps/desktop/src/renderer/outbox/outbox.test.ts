import { type Answer, CustomerId, refused } from '@ringdesk/shared';
import { describe, expect, it } from 'vitest';
import { buildCustomer } from '../testing/build-customer.ts';
import { keptEntry, keptKey, outboxComputer, shelfWith, turn } from '../testing/build-outbox.ts';
import type { Entry } from './entry.ts';
import { isKept } from './outbox.ts';

const id = CustomerId.parse('cus_1');
const customer = buildCustomer({ id });
const made = { ok: true as const, value: customer };
const maria = { firstName: 'Maria' };

describe('a write', () => {
  it('is answered by the server, with a key of its own, and then forgotten', async () => {
    const computer = outboxComputer();
    const { outbox, seen } = computer.openWindow();
    computer.answers.push(made);
    expect(await outbox.submit('customer.create', maria, 'New customer Maria')).toEqual(made);
    expect(computer.asked).toEqual([{ name: 'customer.create', input: maria, key: 'key-1' }]);
    expect(seen.entries).toEqual([]);
    expect(computer.shelf.keys()).toEqual([]);
  });

  it('that the server cannot hear is kept, sent again under the same key, and told when it is done', async () => {
    const computer = outboxComputer();
    const { outbox, seen, waited, later } = computer.openWindow();
    const answer = await outbox.submit('customer.create', maria, 'New customer Maria');
    expect(answer).toMatchObject({ ok: false, error: { code: 'UNAVAILABLE' } });
    expect(isKept(answer)).toBe(true);
    expect(seen.entries).toMatchObject([{ label: 'New customer Maria', tries: 1, refusal: null }]);
    await turn();
    computer.answers.push(made);
    waited();
    await turn();
    expect(computer.asked.map(({ key }) => key)).toEqual(['key-1', 'key-1']);
    expect(later).toEqual(['New customer Maria']);
    expect(seen.entries).toEqual([]);
  });

  it('that leans on something else is kept and not sent until that is done, and nor is what was written after it', async () => {
    const computer = outboxComputer();
    let isHeld = true;
    const { outbox, seen, waited, later } = computer.openWindow({
      isHeld: ({ label }) => isHeld && label === 'Job',
    });
    expect(isKept(await outbox.submit('customer.create', { firstName: 'Rosa' }, 'Job'))).toBe(true);
    const behind = outbox.submit('customer.create', maria, 'New customer Maria');
    expect(isKept(await behind)).toBe(true);
    expect(computer.asked).toEqual([]);
    expect(seen.entries).toMatchObject([
      { label: 'Job', tries: 0 },
      { label: 'New customer Maria', tries: 0 },
    ]);
    isHeld = false;
    computer.answers.push(made, made);
    waited();
    await turn();
    await turn();
    expect(computer.asked.map(({ key }) => key)).toEqual(['key-1', 'key-2']);
    expect(later).toEqual(['Job', 'New customer Maria']);
  });

  it('survives a window that is closed before the answer came', async () => {
    const computer = outboxComputer();
    const first = computer.openWindow({ send: () => Promise.withResolvers<Answer<unknown>>().promise });
    void first.outbox.submit('customer.create', maria, 'New customer Maria');
    await turn();
    first.crash();
    const second = outboxComputer(computer.shelf);
    second.answers.push(made);
    const { later } = second.openWindow();
    await turn();
    expect(second.asked).toEqual([{ name: 'customer.create', input: maria, key: 'key-1' }]);
    expect(later).toEqual(['New customer Maria']);
    expect(second.shelf.keys()).toEqual([]);
  });

  it('that is refused is answered and not kept: whoever typed it still has it', async () => {
    const computer = outboxComputer();
    const { outbox, seen } = computer.openWindow();
    computer.answers.push(refused('INPUT_INVALID'));
    const answer = await outbox.submit('customer.create', {}, 'New customer');
    expect(answer).toMatchObject({ ok: false });
    expect(isKept(answer)).toBe(false);
    expect(seen.entries).toEqual([]);
  });

  it('waits behind those before it', async () => {
    const computer = outboxComputer();
    const { outbox, waited } = computer.openWindow();
    await outbox.submit('customer.change', { id, version: 1, ...maria }, 'Maria');
    const second = await outbox.submit('customer.change', { id, version: 2, lastName: 'Lopez' }, 'Lopez');
    expect(isKept(second)).toBe(true);
    expect(computer.asked.at(-1)?.input).toMatchObject({ version: 1 });
    computer.answers.push(made, made);
    waited();
    await turn();
    expect(computer.asked.at(-1)?.input).toMatchObject({ version: 2 });
  });

  it('over which the server fails again and again is left to a person, and those behind it go on', async () => {
    const computer = outboxComputer();
    const { outbox, seen, waited } = computer.openWindow();
    computer.answers.push(...Array.from({ length: 10 }, () => refused('UNEXPECTED')));
    await outbox.submit('job.note', { id, text: 'Ring twice' }, 'A note');
    await outbox.submit('customer.create', maria, 'New customer Maria');
    computer.answers.push(made);
    for (let tries = 0; tries < 9; tries += 1) {
      waited();
      await turn();
    }
    expect(seen.entries).toMatchObject([{ label: 'A note', refusal: { code: 'UNEXPECTED' } }]);
    expect(computer.asked.at(-1)).toMatchObject({ name: 'customer.create' });
  });
});

describe('a desk that is closed', () => {
  it('tells and shows nothing of a write that is done afterwards; the next opening hears of it', async () => {
    const computer = outboxComputer();
    const answered = Promise.withResolvers<Answer<unknown>>();
    const first = computer.openWindow({ send: () => answered.promise });
    void first.outbox.submit('customer.create', maria, 'New customer Maria');
    await turn();
    const { entries } = first.seen;
    first.crash();
    answered.resolve(made);
    await turn();
    expect(first.later).toEqual([]);
    expect(first.seen.entries).toBe(entries);
    computer.answers.push(made);
    const second = computer.openWindow();
    await turn();
    expect(second.later).toEqual(['New customer Maria']);
  });

  it('keeps what is typed in a field that goes with it', async () => {
    const computer = outboxComputer();
    const first = computer.openWindow();
    first.crash();
    void first.outbox.submit('customer.change', { id, version: 1, ...maria }, 'Maria');
    await turn();
    expect(computer.asked).toEqual([]);
    computer.answers.push(made);
    computer.openWindow();
    await turn();
    expect(computer.asked).toMatchObject([{ name: 'customer.change', input: maria }]);
  });
});

describe('two changes of one record while the server is away', () => {
  it('follow each other: the second goes on from what the first made', async () => {
    const computer = outboxComputer();
    const { outbox, seen, waited } = computer.openWindow();
    await outbox.submit('customer.change', { id, version: 4, ...maria }, 'Maria');
    await outbox.submit('customer.change', { id, version: 4, lastName: 'Lopez' }, 'Maria');
    computer.answers.push({ ok: true, value: { id, version: 5 } }, { ok: true, value: { id, version: 6 } });
    waited();
    await turn();
    expect(computer.asked.slice(-2).map(({ input }) => input)).toMatchObject([
      { version: 4, firstName: 'Maria' },
      { version: 5, lastName: 'Lopez' },
    ]);
    expect(seen.entries).toEqual([]);
  });
});

describe('a write of an earlier hour', () => {
  const hourMs = 3_600_000;
  function earlier(entry: Pick<Entry, 'name' | 'input'> & Partial<Entry>) {
    const kept = keptEntry(entry);
    return outboxComputer(shelfWith({ [keptKey(kept.id)]: JSON.stringify(kept) }));
  }

  it('is done when the record already says what was wished: its answer was lost', async () => {
    const computer = earlier({ name: 'customer.change', input: { id, version: 1, firstName: 'Maria' } });
    computer.answers.push(refused('STALE'), { ok: true, value: { id, version: 2, firstName: 'Maria' } });
    const { seen } = computer.openWindow();
    await turn();
    expect(computer.asked.map(({ name }) => name)).toEqual(['customer.change', 'customer.read']);
    expect(seen.entries).toEqual([]);
  });

  it('stays, with the reason, when somebody else changed the record; mine wins when it is sent again', async () => {
    const computer = earlier({ name: 'customer.change', input: { id, version: 1, firstName: 'Maria' } });
    computer.answers.push(refused('STALE'), { ok: true, value: { id, version: 2, firstName: 'Mary' } });
    const { outbox, seen } = computer.openWindow();
    await turn();
    expect(seen.entries).toMatchObject([{ refusal: { code: 'STALE' } }]);
    computer.answers.push(made);
    outbox.again('key-old', { id, version: 2, firstName: 'Maria' });
    await turn();
    expect(computer.asked.at(-1)).toMatchObject({ input: { version: 2 }, key: 'key-old~2' });
    expect(seen.entries).toEqual([]);
  });

  it('that removes what is gone is done', async () => {
    const computer = earlier({ name: 'customer.delete', input: { id } });
    computer.answers.push(refused('NOT_FOUND'));
    const { seen } = computer.openWindow();
    await turn();
    expect(seen.entries).toEqual([]);
  });

  it('whose key the server has forgotten is not sent before somebody has looked; those behind it go on', async () => {
    const computer = earlier({ name: 'customer.create', input: maria, at: 0, triedAt: 0 });
    computer.clock.nowMs = 23.5 * hourMs;
    const { outbox, seen } = computer.openWindow();
    await turn();
    expect(computer.asked).toEqual([]);
    computer.answers.push(made);
    await outbox.submit('customer.create', { firstName: 'Tom' }, 'Tom');
    expect(computer.asked).toMatchObject([{ input: { firstName: 'Tom' } }]);
    computer.answers.push(made);
    outbox.sendDoubtful('key-old');
    await turn();
    expect(computer.asked.at(-1)).toMatchObject({ input: maria, key: 'key-old' });
    expect(seen.entries).toEqual([]);
  });

  it('is sent however old it is when it was never sent, or is made over a version', async () => {
    for (const over of [
      { name: 'customer.create', input: maria, tries: 0 },
      { name: 'customer.change', input: { id, version: 1, ...maria } },
    ] as const) {
      const computer = earlier({ ...over, at: 0 });
      computer.clock.nowMs = 90 * hourMs;
      computer.answers.push(made);
      const { seen } = computer.openWindow();
      await turn();
      expect(seen.entries).toEqual([]);
    }
  });
});

describe('a computer without room', () => {
  it('says so at once', async () => {
    const shelf = shelfWith();
    const { outbox } = outboxComputer({
      ...shelf,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    }).openWindow();
    expect(await outbox.submit('customer.create', maria, 'Maria')).toMatchObject({
      ok: false,
      error: { code: 'UNAVAILABLE' },
    });
  });
});
