import type { CallId, UserId } from '@ringdesk/shared';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Floor, openFloor } from '../testing/floor.ts';
import { claimCall } from './claim-call.ts';
import { noteCall } from './note-call.ts';

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

const version = async () => (await floor.call(callId)).version;
const note = (text: string, at: number, repId = dana) =>
  noteCall(floor.app, { callId, repId, text, version: at });

describe('notes', () => {
  test('are kept, and the answer has the version to go on from', async () => {
    const first = await note('no heat', await version());
    expect(first).toMatchObject({ ok: true, value: { notes: 'no heat' } });
    const next = first.ok ? first.value.version : 0;
    expect(await note('no heat upstairs', next)).toMatchObject({ ok: true, value: { version: next + 1 } });
  });

  test('written over an older state are refused, and the refusal brings what is there now', async () => {
    const at = await version();
    await note('from the left window', at);
    expect(await note('from the right window', at)).toMatchObject({
      ok: false,
      error: { code: 'STALE', details: { version: at + 1, notes: 'from the left window' } },
    });
    expect((await floor.call(callId)).notes).toBe('from the left window');
  });

  test('the same words again, after an answer that was lost, are no conflict and change nothing', async () => {
    const at = await version();
    await note('no heat', at);
    expect(await note('no heat', at)).toMatchObject({ ok: true, value: { version: at + 1 } });
  });

  test('of twenty writers of one version one wins, the others hear that it is stale', async () => {
    const at = await version();
    const results = await Promise.all(Array.from({ length: 20 }, (_, i) => note(`writer ${i}`, at)));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(new Set(results.flatMap((result) => (result.ok ? [] : [result.error.code])))).toEqual(
      new Set(['STALE']),
    );
  });

  test('are the rep’s own', async () => {
    const lee = await floor.rep('Lee');
    expect(await note('not mine', await version(), lee)).toMatchObject({ error: { code: 'NOT_YOURS' } });
    expect(
      await noteCall(floor.app, { callId: 'call_nobody' as CallId, repId: dana, text: '', version: 1 }),
    ).toMatchObject({ error: { code: 'CALL_UNKNOWN' } });
  });
});
