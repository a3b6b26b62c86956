import type { CallId, Frame, SuggestedValue, Suggestion, UserId } from '@ringdesk/shared';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { claimCall } from '../calls/claim-call.ts';
import { type Floor, openFloor } from '../testing/floor.ts';
import { until } from '../testing/test-desk.ts';
import { createListening, type Turn } from './listen.ts';
import { settleSuggestion } from './settle-suggestion.ts';
import { type HeardFact, keepBeliefs, listOf } from './store.ts';

let floor: Floor;
let dana: UserId;
let callId: CallId;
beforeAll(async () => {
  floor = await openFloor();
});
beforeEach(async () => {
  await floor.clear();
  dana = await floor.rep('Dana');
  callId = await floor.ring();
  await claimCall(floor.app, { callId, repId: dana });
});
afterAll(() => floor.close());

let made = 0;
function fact(value: SuggestedValue, words: string): HeardFact {
  made += 1;
  const key = JSON.stringify(value).toLowerCase();
  return {
    id: `sug_test${made}`,
    field: value.field,
    key,
    value,
    text: words,
    words,
    segment: made,
    confidence: 0.9,
  };
}
const email = (address: string) => fact({ field: 'email', email: address }, `it is ${address}`);
const open = async () => (await listOf(floor.db, callId)).map(({ value, status }) => [value, status]);
const settle = (one: Pick<Suggestion, 'id'>, status: 'taken' | 'dismissed', repId = dana) =>
  settleSuggestion(floor.app, { callId, suggestionId: one.id, repId, status });

describe('what is suggested', () => {
  test('is open until the caller corrects it, then it is withdrawn', async () => {
    const first = await keepBeliefs(floor.db, callId, [email('maria@example.com')]);
    expect(first).toMatchObject({ repId: dana, changed: [{ status: 'open' }] });
    const next = await keepBeliefs(floor.db, callId, [email('marie@example.com')]);
    expect(next.changed.map(({ status, words }) => [status, words])).toEqual([
      ['withdrawn', 'it is maria@example.com'],
      ['open', 'it is marie@example.com'],
    ]);
    expect(await open()).toEqual([[{ field: 'email', email: 'marie@example.com' }, 'open']]);
  });

  test('is told once, however often it is believed', async () => {
    const one = email('maria@example.com');
    await keepBeliefs(floor.db, callId, [one]);
    expect((await keepBeliefs(floor.db, callId, [one])).changed).toEqual([]);
  });

  test('that was taken or dismissed does not come again', async () => {
    const { changed } = await keepBeliefs(floor.db, callId, [email('maria@example.com')]);
    const [suggestion] = changed;
    if (suggestion === undefined) throw new Error('nothing was suggested');
    expect(await settle(suggestion, 'dismissed')).toMatchObject({ ok: true, value: { status: 'dismissed' } });
    expect((await keepBeliefs(floor.db, callId, [email('maria@example.com')])).changed).toEqual([]);
    expect(await open()).toEqual([[{ field: 'email', email: 'maria@example.com' }, 'dismissed']]);
    expect(await settle(suggestion, 'dismissed')).toMatchObject({ ok: true });
    expect(await settle(suggestion, 'taken')).toMatchObject({ ok: false, error: { code: 'STALE' } });
  });

  test('is settled by the rep who holds the call, and by nobody else', async () => {
    const lee = await floor.rep('Lee');
    const { changed } = await keepBeliefs(floor.db, callId, [email('maria@example.com')]);
    const [suggestion] = changed;
    if (suggestion === undefined) throw new Error('nothing was suggested');
    expect(await settle(suggestion, 'taken', lee)).toMatchObject({ ok: false, error: { code: 'NOT_YOURS' } });
    const other = await floor.ring();
    const elsewhere = { callId: other, suggestionId: suggestion.id, repId: dana, status: 'taken' as const };
    expect(await settleSuggestion(floor.app, elsewhere)).toMatchObject({
      ok: false,
      error: { code: 'NOT_YOURS' },
    });
    expect(await settle({ id: 'sug_nothing' as never }, 'taken')).toMatchObject({
      ok: false,
      error: { code: 'NOT_FOUND' },
    });
    expect(await settle(suggestion, 'taken')).toMatchObject({ ok: true, value: { status: 'taken' } });
  });
});

describe('listening', () => {
  const frame = (seq: number, text: string, segment = 1): Frame => ({
    seq,
    segment,
    speaker: 'caller',
    text,
    final: false,
    at: '2026-11-24T15:00:00.000Z',
  });
  /** Believes in the last word that has an @ in it, and in a wish at four in the caller's zone. */
  const follow = (timeZone: string) => (turns: readonly Turn[]) =>
    turns.flatMap(({ text, segment }) =>
      text
        .split(' ')
        .filter((word) => word.includes('@') || word === 'four')
        .slice(-1)
        .map((said) => ({
          value: meantBy(said, timeZone),
          text: said,
          words: said,
          segment,
          confidence: 0.9,
        })),
    );
  const meantBy = (said: string, timeZone: string): SuggestedValue =>
    said === 'four'
      ? {
          field: 'wishedDate',
          date: '2026-11-25',
          from: '16:00',
          to: null,
          start: startIn[timeZone] ?? null,
          end: null,
        }
      : { field: 'email', email: said };
  const startIn: Readonly<Record<string, string>> = {
    'America/Denver': '2026-11-25T23:00:00.000Z',
    'America/New_York': '2026-11-25T21:00:00.000Z',
  };

  function listen(stored: readonly Frame[] = []) {
    const planned: (() => void)[] = [];
    const told: unknown[] = [];
    const kept: string[][] = [];
    const read: number[] = [];
    const world = { nowMs: 0, timeZone: 'America/Denver', keep: keepBeliefs };
    const listening = createListening({
      clock: {
        ...floor.app.clock,
        nowMs: () => world.nowMs,
        after: (_ms, run) => {
          planned.push(run);
          return () => undefined;
        },
      },
      random: floor.app.random,
      follow,
      zoneOf: async () => world.timeZone,
      framesAfter: async (_callId, afterSeq) => {
        read.push(afterSeq);
        return stored.filter(({ seq }) => seq > afterSeq);
      },
      keep: async (_callId, facts) => {
        const answer = await world.keep(floor.db, callId, facts);
        kept.push(facts.map(({ text }) => text));
        return answer;
      },
      tell: (name, payload, to) => void told.push({ name, payload, to }),
      onTrouble: (error) => told.push(error),
    });
    const understand = async () => {
      await until('words to be gathered', () => planned.length > 0);
      for (const run of planned.splice(0)) run();
    };
    const keeps = (times: number) => until('the beliefs to be kept', () => kept.length >= times);
    return { listening, told, kept, read, world, understand, keeps };
  }

  test('understands words together, and tells the rep who holds the call what is new', async () => {
    const { listening, told, kept, read, understand, keeps } = listen();
    listening.heard(callId, [frame(1, 'write to ')]);
    listening.heard(callId, [frame(2, 'maria@example.com')]);
    await understand();
    await until('the rep to be told', () => told.length > 0);
    expect(kept).toEqual([['maria@example.com']]);
    expect(told).toMatchObject([
      {
        name: 'suggestion.made',
        to: { rep: dana },
        payload: { suggestions: [{ text: 'maria@example.com' }] },
      },
    ]);
    listening.heard(callId, [frame(3, ' thank you')]);
    await understand();
    listening.heard(callId, [frame(4, ' or at joe@example.com')]);
    await understand();
    await keeps(2);
    expect(kept).toEqual([['maria@example.com'], ['joe@example.com']]);
    expect(read).toEqual([]);
  });

  test('begins with what was said before this process heard the call, in order, whatever comes meanwhile', async () => {
    const { listening, kept, understand, keeps } = listen([frame(1, 'write to '), frame(2, 'maria@example')]);
    listening.heard(callId, [frame(3, '.com')]);
    listening.heard(callId, [frame(3, '.com'), frame(4, ' please')]);
    await understand();
    await keeps(1);
    expect(kept).toEqual([['maria@example.com']]);
  });

  test('reads what another node was told, so that no word between is missed', async () => {
    const elsewhere = [frame(1, 'write to '), frame(2, 'maria'), frame(3, '@example'), frame(4, '.com')];
    const { listening, kept, read, understand, keeps } = listen(elsewhere);
    listening.heard(callId, [frame(1, 'write to ')]);
    listening.heard(callId, [frame(4, '.com')]);
    await understand();
    await keeps(1);
    expect(kept).toEqual([['maria@example.com']]);
    expect(read).toEqual([1]);
  });

  test('withdraws what was suggested before a restart and is believed no longer', async () => {
    await keepBeliefs(floor.db, callId, [email('marie@example.com')]);
    const { listening, told, understand } = listen([frame(1, 'write to nobody')]);
    listening.heard(callId, [frame(2, ' please')]);
    await understand();
    await until('the rep to be told', () => told.length > 0);
    expect(told).toMatchObject([
      { payload: { suggestions: [{ status: 'withdrawn', words: 'it is marie@example.com' }] } },
    ]);
  });

  test('keeps beliefs in the order of the words, also where the database is slow', async () => {
    const { listening, kept, world, understand, keeps } = listen();
    const slow = Promise.withResolvers<void>();
    world.keep = (db, id, facts) => slow.promise.then(() => keepBeliefs(db, id, facts));
    listening.heard(callId, [frame(1, 'maria@example.com')]);
    await understand();
    world.keep = keepBeliefs;
    listening.heard(callId, [frame(2, ' sorry marie@example.com')]);
    slow.resolve();
    await understand();
    await keeps(2);
    expect(kept).toEqual([['maria@example.com'], ['marie@example.com']]);
    expect(await open()).toEqual([[{ field: 'email', email: 'marie@example.com' }, 'open']]);
  });

  test('forgets a call that was silent for long, and reads it again when somebody speaks', async () => {
    const { listening, kept, read, world, understand, keeps } = listen([frame(1, 'maria@')]);
    listening.heard(callId, [frame(1, 'maria@')]);
    await understand();
    await keeps(1);
    const other = await floor.ring();
    world.nowMs += 300_000;
    listening.heard(other, [frame(1, 'hello')]);
    listening.heard(callId, [frame(2, 'example')]);
    world.nowMs += 601_000;
    listening.heard(other, [frame(2, 'hello')]);
    listening.heard(callId, [frame(3, '.com')]);
    await until('the call to be read', () => read.length > 0);
    expect(read).toEqual([0]);
    expect(kept).toEqual([['maria@']]);
  });

  test('keeps later what could not be kept, though nobody speaks any more', async () => {
    const { listening, told, kept, world, understand, keeps } = listen();
    world.keep = () => Promise.reject(new Error('the database is away'));
    listening.heard(callId, [frame(1, 'maria@example.com')]);
    await understand();
    await until('the trouble to be seen', () => told.length > 0);
    expect(told).toMatchObject([{ message: 'the database is away' }]);
    world.keep = keepBeliefs;
    await understand();
    await keeps(1);
    expect(kept).toEqual([['maria@example.com']]);
  });

  test('counts a wish in the zone of the customer that was linked, and suggests it no second time', async () => {
    const { listening, world, understand, keeps } = listen();
    listening.heard(callId, [frame(1, 'tomorrow at four')]);
    await understand();
    await keeps(1);
    const [first] = await listOf(floor.db, callId);
    expect(first?.value).toMatchObject({ start: startIn['America/Denver'] });
    world.timeZone = 'America/New_York';
    world.nowMs += 10_000;
    listening.heard(callId, [frame(2, ' please')]);
    await understand();
    await keeps(2);
    const [second, ...others] = await listOf(floor.db, callId);
    expect(others).toEqual([]);
    expect(second).toMatchObject({ id: first?.id, value: { start: startIn['America/New_York'] } });
  });
});
