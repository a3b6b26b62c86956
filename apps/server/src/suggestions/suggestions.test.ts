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
  /** Believes in the last word that has an @ in it. */
  const recognise = (turns: readonly Turn[]) =>
    turns.flatMap(({ text, segment }) =>
      text
        .split(' ')
        .filter((word) => word.includes('@'))
        .slice(-1)
        .map((address) => ({
          value: { field: 'email' as const, email: address },
          text: address,
          words: address,
          segment,
          confidence: 0.9,
        })),
    );
  function listen(framesOf: () => Promise<readonly Frame[]> = async () => []) {
    const planned: (() => void)[] = [];
    const told: unknown[] = [];
    const kept: string[][] = [];
    let keeping = 0;
    const listening = createListening({
      clock: {
        ...floor.app.clock,
        after: (_ms, run) => {
          planned.push(run);
          return () => undefined;
        },
      },
      random: floor.app.random,
      follow: async () => recognise,
      framesOf,
      keep: async (_callId, facts) => {
        kept.push(facts.map(({ text }) => text));
        keeping += 1;
        return keepBeliefs(floor.db, callId, facts).finally(() => {
          keeping -= 1;
        });
      },
      tell: (name, payload, to) => void told.push({ name, payload, to }),
      onTrouble: (error) => told.push(error),
    });
    const understand = async () => {
      await until('words to be gathered', () => planned.length > 0);
      for (const run of planned.splice(0)) run();
      await until('the beliefs to be kept', () => keeping === 0);
    };
    return { listening, told, kept, understand };
  }

  test('understands words together, and tells the rep who holds the call what is new', async () => {
    const { listening, told, kept, understand } = listen();
    listening.heard(callId, [frame(1, 'write to ')]);
    listening.heard(callId, [frame(2, 'maria@example.com')]);
    await understand();
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
    expect(kept).toHaveLength(1);
  });

  test('begins with what was said before this process heard the call, in order, whatever comes meanwhile', async () => {
    const before = Promise.withResolvers<readonly Frame[]>();
    const { listening, kept, understand } = listen(() => before.promise);
    listening.heard(callId, [frame(3, '.com')]);
    listening.heard(callId, [frame(3, '.com'), frame(4, ' please')]);
    before.resolve([frame(1, 'write to '), frame(2, 'maria@example')]);
    await understand();
    expect(kept).toEqual([['maria@example.com']]);
  });
});
