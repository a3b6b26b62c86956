import { type Answer, type Customer, CustomerId, refused } from '@ringdesk/shared';
import { describe, expect, it } from 'vitest';
import type { Call } from '../http/call.ts';
import { type Entry, isKept, Outbox, type OutboxPorts } from './outbox.ts';

const id = CustomerId.parse('cus_1');

interface Asked {
  readonly name: string;
  readonly input: unknown;
  readonly key: string | undefined;
}

/** An outbox on a computer with a shelf, before a server that answers as it is told. */
function desk(shelf: { text: string | null } = { text: null }) {
  const asked: Asked[] = [];
  const answers: (Answer<unknown> | Promise<Answer<unknown>>)[] = [];
  const timers: (() => void)[] = [];
  const later: string[] = [];
  let entries: readonly Entry[] = [];
  let ids = 0;
  const call = (async (name: string, input: unknown, sending?: Parameters<Call>[2]) => {
    asked.push({ name, input, key: sending?.idempotencyKey });
    return answers.shift() ?? refused('UNAVAILABLE');
  }) as unknown as Call;
  const ports: OutboxPorts = {
    call,
    send: ({ id: key, name, input }) =>
      call(name as 'customer.create', input as never, { idempotencyKey: key }),
    keep: (text) => {
      shelf.text = text;
      return true;
    },
    kept: () => shelf.text,
    newId: () => `key-${++ids}`,
    nowMs: () => 1000,
    after: (_ms, run) => {
      timers.push(run);
      return () => undefined;
    },
    changed: (now) => {
      entries = now;
    },
    doneLater: (entry) => void later.push(entry.label),
  };
  return {
    asked,
    answers,
    timers,
    later,
    shelf,
    open: () => new Outbox(ports),
    entries: () => entries,
    ports,
  };
}

const customer: Customer = {
  id,
  name: 'Maria',
  firstName: 'Maria',
  lastName: null,
  company: null,
  email: null,
  phones: [],
  tags: [],
  notes: '',
  leadSource: null,
  timeZone: 'America/Chicago',
  addresses: [],
  archivedAt: null,
  version: 1,
  createdAt: '2026-11-24T15:00:00.000Z',
  createdBy: null,
  updatedAt: '2026-11-24T15:00:00.000Z',
  updatedBy: null,
};
const made = { ok: true as const, value: customer };
const maria = { firstName: 'Maria' };
const turn = () => new Promise<void>((resolve) => void setImmediate(resolve));

describe('a write', () => {
  it('is answered by the server, with a key of its own, and then forgotten', async () => {
    const { open, answers, asked, entries } = desk();
    answers.push(made);
    expect(await open().submit('customer.create', maria, 'New customer Maria')).toEqual(made);
    expect(asked).toEqual([{ name: 'customer.create', input: maria, key: 'key-1' }]);
    expect(entries()).toEqual([]);
  });

  it('that the server cannot hear is kept, sent again under the same key, and told when it is done', async () => {
    const { open, answers, asked, entries, timers, later } = desk();
    const answer = await open().submit('customer.create', maria, 'New customer Maria');
    expect(answer).toMatchObject({ ok: false, error: { code: 'UNAVAILABLE' } });
    expect(isKept(answer)).toBe(true);
    expect(entries()).toMatchObject([{ label: 'New customer Maria', tries: 1, refusal: null }]);
    await turn();
    answers.push(made);
    timers.shift()?.();
    await turn();
    expect(asked.map(({ key }) => key)).toEqual(['key-1', 'key-1']);
    expect(later).toEqual(['New customer Maria']);
    expect(entries()).toEqual([]);
  });

  it('survives a window that is closed before the answer came', async () => {
    const first = desk();
    first.answers.push(Promise.withResolvers<Answer<unknown>>().promise);
    void first.open().submit('customer.create', maria, 'New customer Maria');
    await turn();
    const second = desk(first.shelf);
    second.answers.push(made);
    second.open();
    await turn();
    expect(second.asked).toEqual([{ name: 'customer.create', input: maria, key: 'key-1' }]);
    expect(second.later).toEqual(['New customer Maria']);
    expect(second.shelf.text).toBe('[]');
  });

  it('that is refused is answered and not kept: whoever typed it still has it', async () => {
    const { open, answers, entries } = desk();
    answers.push(refused('INPUT_INVALID'));
    const answer = await open().submit('customer.create', {}, 'New customer');
    expect(answer).toMatchObject({ ok: false });
    expect(isKept(answer)).toBe(false);
    expect(entries()).toEqual([]);
  });

  it('waits behind those before it', async () => {
    const { open, answers, asked, timers } = desk();
    const outbox = open();
    await outbox.submit('customer.change', { id, version: 1, ...maria }, 'Maria');
    const second = await outbox.submit('customer.change', { id, version: 2, lastName: 'Lopez' }, 'Lopez');
    expect(isKept(second)).toBe(true);
    expect(asked.at(-1)?.input).toMatchObject({ version: 1 });
    answers.push(made, made);
    timers.at(-1)?.();
    await turn();
    expect(asked.at(-1)?.input).toMatchObject({ version: 2 });
  });
});

describe('two changes of one record while the server is away', () => {
  it('follow each other: the second goes on from what the first made', async () => {
    const { open, answers, asked, entries, timers } = desk();
    const outbox = open();
    await outbox.submit('customer.change', { id, version: 4, ...maria }, 'Maria');
    await outbox.submit('customer.change', { id, version: 4, lastName: 'Lopez' }, 'Maria');
    answers.push({ ok: true, value: { id, version: 5 } }, { ok: true, value: { id, version: 6 } });
    timers.at(-1)?.();
    await turn();
    expect(asked.slice(-2).map(({ input }) => input)).toMatchObject([
      { version: 4, firstName: 'Maria' },
      { version: 5, lastName: 'Lopez' },
    ]);
    expect(entries()).toEqual([]);
  });
});

describe('a write of an earlier hour', () => {
  const kept = (name: Entry['name'], input: Record<string, unknown>) => {
    const entry: Entry = { id: 'key-old', name, input, label: 'Old', at: 1, tries: 1, refusal: null };
    return { text: JSON.stringify([entry]) };
  };

  it('is done when the record already says what was wished: its answer was lost', async () => {
    const it = desk(kept('customer.change', { id, version: 1, firstName: 'Maria' }));
    it.answers.push(refused('STALE'), { ok: true, value: { id, version: 2, firstName: 'Maria' } });
    it.open();
    await turn();
    expect(it.asked.map(({ name }) => name)).toEqual(['customer.change', 'customer.read']);
    expect(it.entries()).toEqual([]);
  });

  it('stays, with the reason, when somebody else changed the record; mine wins when it is sent again', async () => {
    const it = desk(kept('customer.change', { id, version: 1, firstName: 'Maria' }));
    it.answers.push(refused('STALE'), { ok: true, value: { id, version: 2, firstName: 'Mary' } });
    const outbox = it.open();
    await turn();
    expect(it.entries()).toMatchObject([{ refusal: { code: 'STALE' } }]);
    it.answers.push(made);
    outbox.again('key-old', { id, version: 2, firstName: 'Maria' });
    await turn();
    expect(it.asked.at(-1)).toMatchObject({ input: { version: 2 }, key: 'key-1' });
    expect(it.entries()).toEqual([]);
  });

  it('that removes what is gone is done', async () => {
    const it = desk(kept('customer.delete', { id }));
    it.answers.push(refused('NOT_FOUND'));
    it.open();
    await turn();
    expect(it.entries()).toEqual([]);
  });

  it('that cannot be read any more is no write', () => {
    for (const text of ['no json', '{}', '[{"id":1}]', '[{"name":"auth.sign-out"}]'])
      expect(desk({ text }).open()).toBeDefined();
  });
});

describe('a computer without room', () => {
  it('says so at once', async () => {
    const { ports } = desk();
    const outbox = new Outbox({ ...ports, keep: () => false });
    expect(await outbox.submit('customer.create', maria, 'Maria')).toMatchObject({
      ok: false,
      error: { code: 'UNAVAILABLE' },
    });
  });
});
