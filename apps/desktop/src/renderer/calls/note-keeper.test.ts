import { type Call, CallId, done, type Result, refused, UserId } from '@ringdesk/shared';
import { describe, expect, it } from 'vitest';
import { NoteKeeper } from './note-keeper.ts';
import type { Draft, Notes } from './notes.ts';

const id = CallId.parse('call_000001');

/** The part of a call that keeping notes looks at. */
function call(notes: string, version: number): Call {
  return { id, notes, version } as Call;
}

/** A rep's desk whose pauses and answers come when the test says so. */
function desk(drafts = new Map<CallId, Draft>()) {
  const saves: { text: string; version: number; answer: (answer: Result<Call>) => void }[] = [];
  const pauses = new Map<number, { ms: number; run: () => void }>();
  let planned = 0;
  let notes: Notes | null = null;
  const keeper = new NoteKeeper(UserId.parse('usr_000001'), {
    save: ({ text, version }) => new Promise((answer) => saves.push({ text, version, answer })),
    drafts: {
      read: (callId) => drafts.get(callId) ?? null,
      keep: (callId, draft) => drafts.set(callId, draft) !== undefined,
      drop: (callId) => drafts.delete(callId),
    },
    after: (ms, run) => {
      const key = planned++;
      pauses.set(key, { ms, run });
      return () => pauses.delete(key);
    },
    nowMs: () => 0,
    changed: (_callId, next) => {
      notes = next;
    },
  });
  return {
    keeper,
    saves,
    drafts,
    pauses: () => [...pauses.values()].map((pause) => pause.ms),
    notes: () => notes,
    pause: () => {
      const all = [...pauses.values()];
      pauses.clear();
      for (const { run } of all) run();
    },
    answer: async (answer: Result<Call>) => {
      saves.at(-1)?.answer(answer);
      await new Promise((resume) => setImmediate(resume));
    },
  };
}

describe('keeping notes while a rep types', () => {
  it('one save after the pause, however many keys', async () => {
    const it = desk();
    it.keeper.hear(call('', 4));
    for (const text of ['l', 'le', 'leak']) it.keeper.type(id, text);
    expect(it.pauses()).toEqual([400]);
    it.pause();
    expect(it.saves).toHaveLength(1);
    expect(it.saves[0]).toMatchObject({ text: 'leak', version: 4 });
    await it.answer(done(call('leak', 5)));
    expect(it.notes()).toMatchObject({ base: 'leak', version: 5, sending: null });
  });

  it('a draft is kept from the first key until the server has it', async () => {
    const it = desk();
    it.keeper.hear(call('', 4));
    it.keeper.type(id, 'leak');
    expect(it.drafts.get(id)).toEqual({ text: 'leak', base: '' });
    it.keeper.flush(id);
    expect(it.drafts.has(id)).toBe(true);
    await it.answer(done(call('leak', 5)));
    expect(it.drafts.has(id)).toBe(false);
  });

  it('a crash loses nothing: the next session saves the draft at once', () => {
    const it = desk(new Map([[id, { text: 'leak', base: '' }]]));
    it.keeper.hear(call('', 4));
    expect(it.notes()?.text).toBe('leak');
    expect(it.saves).toHaveLength(1);
  });

  it('leaving the field saves without waiting for the pause', () => {
    const it = desk();
    it.keeper.hear(call('', 4));
    it.keeper.type(id, 'leak');
    it.keeper.flush(id);
    expect(it.saves).toHaveLength(1);
    expect(it.pauses()).toEqual([]);
  });

  it('without a connection it tries again by itself, and at once when the desk is back', async () => {
    const it = desk();
    it.keeper.hear(call('', 4));
    it.keeper.type(id, 'leak');
    it.keeper.flush(id);
    await it.answer(refused('UNAVAILABLE'));
    expect(it.pauses()).toEqual([3_000]);
    it.keeper.flushAll();
    expect(it.saves).toHaveLength(2);
    expect(it.pauses()).toEqual([]);
  });

  it('STALE because of another change is repaired with what the server told', async () => {
    const it = desk();
    it.keeper.hear(call('', 4));
    it.keeper.type(id, 'leak');
    it.keeper.flush(id);
    await it.answer(refused('STALE', undefined, { version: 6, notes: '' }));
    expect(it.saves.at(-1)).toMatchObject({ text: 'leak', version: 6 });
  });

  it('STALE because of other notes shows both, and the rep decides', async () => {
    const it = desk();
    it.keeper.hear(call('', 4));
    it.keeper.type(id, 'mine');
    it.keeper.flush(id);
    await it.answer(refused('STALE', undefined, { version: 6, notes: 'theirs' }));
    expect(it.saves).toHaveLength(1);
    expect(it.notes()).toMatchObject({ text: 'mine', theirs: { text: 'theirs', version: 6 } });
    it.keeper.keepMine(id);
    expect(it.saves.at(-1)).toMatchObject({ text: 'mine', version: 6 });
  });

  it('notes that went with the end of the wrap-up count as saved', () => {
    const it = desk();
    it.keeper.hear(call('', 4));
    it.keeper.type(id, 'leak');
    it.keeper.settle(call('leak', 7), 'leak');
    expect(it.notes()).toMatchObject({ base: 'leak', version: 7 });
    expect(it.drafts.has(id)).toBe(false);
    it.pause();
    expect(it.saves).toHaveLength(0);
  });
});
