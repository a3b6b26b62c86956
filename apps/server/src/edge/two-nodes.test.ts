import type { Frame } from '@ringdesk/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HandLine, handLine } from '../testing/hand-line.ts';
import { hasRedis, startTestRedis, type TestRedis } from '../testing/redis.ts';
import { openTestDesk, type TestDesk, until } from '../testing/test-desk.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

// Without a Redis server on the path there is nothing to join nodes with, and these stories are passed over.
describe.runIf(hasRedis)('two nodes on one database and one Redis', () => {
  let redis: TestRedis;
  let line: HandLine;
  let first: TestServer;
  let second: TestServer;
  let dana: TestDesk;
  let lee: TestDesk;

  beforeAll(async () => {
    redis = await startTestRedis();
    line = handLine();
    first = await startTestServer({ lines: [line], redisUrl: redis.url, isTimeReal: true });
    second = await startTestServer({ beside: first, redisUrl: redis.url, isTimeReal: true });
    dana = await openTestDesk(first.url, 'rep', 'Dana');
    lee = await openTestDesk(second.url, 'rep', 'Lee');
    await dana.does('desk.open', {});
    await lee.does('desk.open', {});
  });
  afterAll(async () => {
    dana.close();
    lee.close();
    await second.close();
    await first.close();
    await redis.kill();
  });

  it('a call that rings at one node is offered to the rep at the other, who takes it, and both desks see it', async () => {
    await lee.does('presence.set', { presence: 'available' });
    const callId = await line.ring();
    const offered = await lee.waitFor('call.offered', ({ call }) => call.id === callId);
    expect(offered.offer.why.fit).toBe(1);
    await lee.does('call.claim', { callId });
    await dana.waitFor('call.changed', ({ call }) => call.id === callId && call.status === 'active');
    await until('the line to hear of the claim', () => line.changes.some((call) => call.status === 'active'));
    expect(await dana.ask('call.claim', { callId })).toMatchObject({
      ok: false,
      error: { code: 'CALL_TAKEN' },
    });
    await lee.does('call.end', { callId });
    await lee.does('call.wrap-up', { callId, disposition: 'spam' });
  });

  it('numbers its changes without a gap on either node', async () => {
    for (const desk of [dana, lee]) {
      const revs = desk.heard('call.changed').map((told) => told.rev);
      const seen = [...new Set(revs)];
      expect(seen).toEqual(seen.map((_, i) => (seen[0] ?? 0) + i));
    }
  });

  it('words spoken at one node reach watchers of both, each without hole or repeat', async () => {
    const callId = await line.ring();
    const early = await lee.does('transcript.watch', { callId, afterSeq: 0 });
    for (let turn = 0; turn < 40; turn++) {
      line.speak(callId, ['it', 'still', 'leaks', 'here']);
      if (turn % 10 === 5) await first.idle();
    }
    const here = await dana.does('transcript.watch', { callId, afterSeq: 0 });
    line.speak(callId, ['that', 'is', 'all']);
    await first.idle();
    const last = 40 * 4 + 3;
    const whole = (desk: TestDesk, answered: readonly Frame[]) => [
      ...answered,
      ...desk.heard('transcript.heard').flatMap((told) => (told.callId === callId ? told.frames : [])),
    ];
    for (const [desk, answered] of [
      [lee, early.frames],
      [dana, here.frames],
    ] as const) {
      await until('the last word', () => whole(desk, answered).some((frame) => frame.seq === last));
      expect(whole(desk, answered).map((frame) => frame.seq)).toEqual(
        Array.from({ length: last }, (_, i) => i + 1),
      );
    }
    await line.hangUp(callId);
  });

  it('a Redis that crashes and comes back empty costs hints, never facts', async () => {
    await lee.does('presence.set', { presence: 'away' });
    const port = Number(new URL(redis.url).port);
    await redis.kill();
    const callId = await line.ring();
    line.speak(callId, ['nobody', 'across', 'hears', 'this']);
    await first.idle();
    expect((await dana.does('call.claim', { callId })).status).toBe('active');
    redis = await startTestRedis(port);
    const snapshot = await lee.does('desk.open', {});
    expect(snapshot.calls.find((call) => call.id === callId)?.repName).toBe('Dana');
    await until('events to cross again', async () => {
      const before = lee.heard('call.changed').length;
      const probe = await line.ring();
      await line.hangUp(probe);
      await first.idle();
      return lee.heard('call.changed').length > before;
    });
    const watched = await lee.does('transcript.watch', { callId, afterSeq: 0 });
    line.speak(callId, ['and', 'this', 'again'], { speaker: 'rep' });
    await until('the words after the crash', () =>
      lee.heard('transcript.heard').some((told) => told.callId === callId && told.frames.at(-1)?.seq === 7),
    );
    expect(watched.frames.map((frame) => frame.text.trim())).toEqual(['nobody', 'across', 'hears', 'this']);
  });
});

it('a Redis that does not answer stops the start with one sentence', async () => {
  await expect(startTestServer({ redisUrl: 'redis://127.0.0.1:1' })).rejects.toThrow(
    /Redis cannot be reached/,
  );
});
