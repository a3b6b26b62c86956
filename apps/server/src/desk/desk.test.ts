import { Call, type CallId } from '@ringdesk/shared';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type HandLine, handLine } from '../testing/hand-line.ts';
import { openTestDesk, type TestDesk, until } from '../testing/test-desk.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let line: HandLine;
let dana: TestDesk;
let lee: TestDesk;
let sam: TestDesk;
beforeEach(async () => {
  line = handLine();
  server = await startTestServer({ lines: [line] });
  dana = await openTestDesk(server.url, 'rep', 'Dana');
  lee = await openTestDesk(server.url, 'rep', 'Lee');
  sam = await openTestDesk(server.url, 'supervisor', 'Sam');
});
afterEach(async () => {
  for (const desk of [dana, lee, sam]) desk.close();
  await server.close();
  expect(server.troubles).toEqual([]);
});

const changes = (desk: TestDesk, callId: CallId) =>
  desk.heard('call.changed').filter(({ call }) => call.id === callId);
const isNow = (callId: CallId, status: Call['status']) => (told: { call: Call }) =>
  told.call.id === callId && told.call.status === status;

describe('what desks hear', () => {
  test('a call rings for one rep: the card comes to that rep alone, the change to everybody', async () => {
    await dana.does('presence.set', { presence: 'available' });
    const callId = await line.ring({ name: 'Maria Lopez' });
    const { call, offer } = await dana.waitFor('call.offered');
    expect(call).toMatchObject({
      id: callId,
      status: 'offered',
      offeredToName: 'Dana',
      callerName: 'Maria Lopez',
    });
    expect(offer.why).toMatchObject({ fit: 1, askedBefore: 0 });
    for (const desk of [dana, lee, sam]) await desk.waitFor('call.changed', isNow(callId, 'offered'));
    expect([lee.heard('call.offered'), sam.heard('call.offered')]).toEqual([[], []]);
  });

  test('a claim turns the call to its rep on every desk, and ends the card', async () => {
    await dana.does('presence.set', { presence: 'available' });
    const callId = await line.ring();
    await dana.waitFor('call.offered');
    await dana.does('call.claim', { callId });
    for (const desk of [lee, sam]) {
      const { call } = await desk.waitFor('call.changed', isNow(callId, 'active'));
      expect(call).toMatchObject({ repId: dana.session.user.id, repName: 'Dana' });
    }
    expect(await dana.waitFor('call.offer-ended')).toMatchObject({ callId, outcome: 'claimed' });
  });

  test('numbers grow by one without a gap, the same on every desk', async () => {
    for (const desk of [dana, lee]) await desk.does('desk.open', {});
    const first = Math.max(0, ...lee.heard('call.changed').map(({ rev }) => rev));
    const calls = [];
    for (let i = 0; i < 8; i++) calls.push(await line.ring());
    for (const callId of calls) await line.hangUp(callId);
    for (const callId of calls)
      for (const desk of [dana, lee]) await desk.waitFor('call.changed', isNow(callId, 'abandoned'));
    for (const desk of [dana, lee]) {
      const revs = desk
        .heard('call.changed')
        .map(({ rev }) => rev)
        .filter((rev) => rev > first);
      expect(revs).toEqual(revs.map((_, i) => first + i + 1));
      expect(revs.length).toBeGreaterThanOrEqual(16);
    }
  });

  test('presence is told to supervisors and to the rep alone', async () => {
    await dana.does('presence.set', { presence: 'away', reason: 'lunch' });
    const isDanaAway = ({ rep }: { rep: { name: string; presence: string } }) =>
      rep.name === 'Dana' && rep.presence === 'away';
    for (const desk of [dana, sam])
      expect((await desk.waitFor('presence.changed', isDanaAway)).rep.reason).toBe('lunch');
    expect(lee.heard('presence.changed').filter(({ rep }) => rep.name === 'Dana')).toEqual([]);
  });

  test('an event is told only when what it tells can be read', async () => {
    // Whoever hears of a call can read it at once, in the state that was told or a later one.
    const reads: Promise<{ told: number; read: number }>[] = [];
    sam.socket.on('call.changed', ({ call }: { call: Call }) => {
      reads.push(
        fetch(`${server.url}/api/v1/calls/${call.id}`, {
          headers: { authorization: `Bearer ${sam.session.accessToken}` },
        })
          .then((response) => response.json())
          .then((body) => ({ told: call.version, read: Call.parse(body).version })),
      );
    });
    for (let i = 0; i < 10; i++) {
      const callId = await line.ring();
      await lee.does('call.claim', { callId });
      await lee.does('call.end', { callId });
      await lee.does('call.wrap-up', { callId, disposition: 'spam' });
    }
    await until('forty changes', () => reads.length >= 40);
    for (const { told, read } of await Promise.all(reads)) expect(read).toBeGreaterThanOrEqual(told);
  });
});

describe('the picture a desk opens with', () => {
  test('has everything: who I am, what rings for me, what I hold, and the calls', async () => {
    await dana.does('presence.set', { presence: 'available' });
    const ringing = await line.ring();
    await dana.waitFor('call.offered');
    const held = await line.ring();
    await lee.does('call.claim', { callId: held });
    const mine = await dana.does('desk.open', {});
    expect(mine).toMatchObject({
      me: { name: 'Dana', role: 'rep' },
      presence: { presence: 'available', work: 'offered', isConnected: true },
      offer: { call: { id: ringing } },
      current: null,
      endedToday: 0,
    });
    expect(new Set(mine.calls.map((call) => call.id))).toEqual(new Set([ringing, held]));
    expect(await lee.does('desk.open', {})).toMatchObject({
      offer: null,
      current: { id: held, status: 'active' },
    });
    await line.hangUp(ringing);
    await until('the call to be over', async () => (await lee.does('desk.open', {})).endedToday === 1);
  });

  test('a desk that was away is brought up to date by opening again', async () => {
    const callId = await line.ring();
    await dana.does('call.claim', { callId });
    dana.socket.disconnect();
    await line.hangUp(callId);
    await server.idle();
    dana.socket.connect();
    const { current, rev } = await dana.does('desk.open', {});
    expect(current).toMatchObject({ id: callId, status: 'wrap_up' });
    await line.ring();
    expect((await dana.waitFor('call.changed', (told) => told.rev > rev)).rev).toBe(rev + 1);
  });
});

describe('time goes by', () => {
  test('a card that is not answered ends, and the next rep hears it within a second', async () => {
    for (const desk of [dana, lee]) await desk.does('presence.set', { presence: 'available' });
    const callId = await line.ring();
    const { offer } = await dana.waitFor('call.offered');
    await server.time.advance(15_000);
    const movedOnAt = Date.now();
    expect(await dana.waitFor('call.offer-ended', ({ offerId }) => offerId === offer.id)).toMatchObject({
      outcome: 'missed',
    });
    expect((await lee.waitFor('call.offered')).call.id).toBe(callId);
    expect(Date.now() - movedOnAt).toBeLessThan(2_000);
  });

  test('the call of a rep whose desk is gone comes back to the queue and rings for another', async () => {
    const callId = await line.ring();
    await dana.does('call.claim', { callId });
    dana.close();
    await until('the desk to be forgotten', async () => (await server.db.prisma.desk.count()) === 2);
    await lee.does('presence.set', { presence: 'available' });
    await server.time.advance(14_000);
    await server.idle();
    expect(changes(lee, callId).at(-1)?.call.status).toBe('active');
    await server.time.advance(1_000);
    expect((await lee.waitFor('call.offered')).call.id).toBe(callId);
  });

  test('the line hears what becomes of its calls', async () => {
    const callId = await line.ring();
    await dana.does('call.claim', { callId });
    const hears = (status: Call['status']) =>
      until(`the line to hear ${status}`, () =>
        line.changes.some((call) => call.id === callId && call.status === status),
      );
    await hears('active');
    await dana.does('call.end', { callId });
    await hears('wrap_up');
    await dana.does('call.wrap-up', { callId, disposition: 'spam' });
    await hears('closed');
  });
});
