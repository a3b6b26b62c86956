import {
  CallId,
  contractVersion,
  operationNames,
  operations,
  type SocketOperationName,
} from '@ringdesk/shared';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../database/sql.ts';
import { type HandLine, handLine } from '../testing/hand-line.ts';
import { servedCustomer } from '../testing/served-customer.ts';
import {
  connectDesk,
  openTestDesk,
  refusedHandshake,
  signIn,
  type TestDesk,
  until,
  within,
} from '../testing/test-desk.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let line: HandLine;
const desks: TestDesk[] = [];
beforeAll(async () => {
  line = handLine();
  server = await startTestServer({ lines: [line] });
});
afterEach(async () => {
  for (const desk of desks.splice(0)) desk.close();
  await server.idle();
});
afterAll(() => server.close());

async function open(name: string, role: Parameters<typeof signIn>[1] = 'rep'): Promise<TestDesk> {
  const desk = await openTestDesk(server.url, role, name);
  desks.push(desk);
  return desk;
}
async function held(desk: TestDesk): Promise<CallId> {
  const callId = await line.ring();
  await desk.does('call.claim', { callId });
  return callId;
}
async function ended(desk: TestDesk): Promise<CallId> {
  const callId = await held(desk);
  await desk.does('call.end', { callId });
  return callId;
}

/** A call whose caller has just said an address for mails. */
async function suggested(desk: TestDesk) {
  const callId = await held(desk);
  line.speak(callId, ['My', 'email', 'is', 'maria@example.com.']);
  const { suggestions } = await desk.waitFor('suggestion.made', (told) => told.callId === callId);
  const [first] = suggestions;
  if (first === undefined) throw new Error('nothing was suggested');
  return { callId, suggestionId: first.id };
}

/** Each operation of a socket, asked as a rep would; a new one does not compile until it stands here. */
const happy: Record<SocketOperationName, (desk: TestDesk) => Promise<unknown>> = {
  'session.renew': (desk) => desk.does('session.renew', { token: desk.session.accessToken }),
  'desk.open': (desk) => desk.does('desk.open', {}),
  'presence.set': (desk) => desk.does('presence.set', { presence: 'away', reason: 'lunch' }),
  'call.claim': async (desk) => desk.does('call.claim', { callId: await line.ring() }),
  'call.decline': async (desk) => {
    await desk.does('presence.set', { presence: 'available' });
    await line.ring();
    const { call } = await desk.waitFor('call.offered');
    return desk.does('call.decline', { callId: call.id });
  },
  'call.release': async (desk) => desk.does('call.release', { callId: await held(desk) }),
  'call.end': async (desk) => desk.does('call.end', { callId: await held(desk) }),
  'call.wrap-up': async (desk) =>
    desk.does('call.wrap-up', { callId: await ended(desk), disposition: 'spam' }),
  'call.note': async (desk) => {
    const callId = await line.ring();
    const { version } = await desk.does('call.claim', { callId });
    return desk.does('call.note', { callId, text: 'no heat', version });
  },
  'call.link': async (desk) => {
    const { customerId } = await servedCustomer({
      db: server.db,
      ids: { nowMs: Date.now, random: Math.random },
    });
    return desk.does('call.link', { callId: await ended(desk), customerId });
  },
  'suggestions.list': async (desk) => desk.does('suggestions.list', { callId: await held(desk) }),
  'suggestion.take': async (desk) => desk.does('suggestion.take', await suggested(desk)),
  'suggestion.dismiss': async (desk) => desk.does('suggestion.dismiss', await suggested(desk)),
  'transcript.watch': async (desk) =>
    desk.does('transcript.watch', { callId: await held(desk), afterSeq: 0 }),
  'transcript.unwatch': async (desk) => desk.does('transcript.unwatch', { callId: await held(desk) }),
};
const names = Object.keys(happy) as SocketOperationName[];

describe('each operation over the socket', () => {
  test('is in this list', () => {
    expect(names.sort()).toEqual(operationNames.filter((name) => 'socket' in operations[name]).sort());
  });

  test.each(names)('%s answers what the contract says', async (name) => {
    const value = await happy[name](await open(`Happy ${name}`));
    expect(operations[name].output.safeParse(value).error).toBeUndefined();
    await server.db.rows(sql`UPDATE calls SET status = 'closed', offered_to = NULL, ended_at = now(), wrapped_at = now(), disposition = 'x'
      WHERE status IN ('waiting', 'offered')`);
    await server.db.rows(
      sql`UPDATE offers SET outcome = 'withdrawn', ended_at = now() WHERE outcome IS NULL`,
    );
  });

  test.each(names)(
    '%s refuses keys that it does not know, and answers whatever comes instead of an object',
    async (name) => {
      const desk = await open('Odd');
      const odd = [
        { surely: 'unknown' },
        'x',
        7,
        true,
        [],
        { callId: { $ne: null } },
        { callId: ['call_1'] },
        { __proto__: { callId: 'call_1' } },
      ];
      for (const input of odd) {
        const answer = await desk.ask(name, input as never);
        const isEmpty =
          Object.keys(operations[name].input.shape).length === 0 && JSON.stringify(input) === '{}';
        if (!isEmpty) expect(answer).toMatchObject({ ok: false, error: { code: 'INPUT_INVALID' } });
      }
    },
  );

  test.each(['auth.demo', 'call.read', 'surely.unknown', '__proto__', 'constructor', ''])(
    '"%s" is no operation of a socket',
    async (name) => {
      const desk = await open('Odd');
      expect(await desk.ask(name as never, {} as never)).toMatchObject({
        ok: false,
        error: { code: 'INPUT_INVALID' },
      });
    },
  );

  test('without an acknowledgement nothing is done', async () => {
    const desk = await open('Hasty');
    const callId = await line.ring();
    desk.socket.emit('call.claim', { callId });
    await desk.does('desk.open', {});
    await server.idle();
    expect((await desk.does('desk.open', {})).current).toBeNull();
    await line.hangUp(callId);
  });

  test('more than a desk can ask by hand is refused for a moment, and others go on', async () => {
    const [flood, calm] = [await open('Flood'), await open('Calm')];
    const answers = await Promise.all(
      Array.from({ length: 500 }, () => flood.ask('transcript.unwatch', { callId: CallId.parse('call_1') })),
    );
    const refused = answers.filter((answer) => !answer.ok);
    expect(refused.length).toBeGreaterThan(100);
    expect(refused.every((answer) => !answer.ok && answer.error.code === 'RATE_LIMITED')).toBe(true);
    expect(await calm.ask('desk.open', {})).toMatchObject({ ok: true });
  });
});

describe('the handshake', () => {
  test.each([
    ['no words at all', undefined, 'CONTRACT_OUTDATED'],
    ['another contract', { contract: contractVersion + 1, token: 'x' }, 'CONTRACT_OUTDATED'],
    ['the contract in words', { contract: '1', token: 'x' }, 'CONTRACT_OUTDATED'],
    ['no token', { contract: contractVersion }, 'UNAUTHENTICATED'],
    ['a token that is none', { contract: contractVersion, token: 'x.y.z' }, 'UNAUTHENTICATED'],
    ['a token in a list', { contract: contractVersion, token: ['x'] }, 'UNAUTHENTICATED'],
    ['a token that is an object', { contract: contractVersion, token: { toString: 'x' } }, 'UNAUTHENTICATED'],
    ['a very long token', { contract: contractVersion, token: 'x'.repeat(50_000) }, 'UNAUTHENTICATED'],
  ])('with %s is refused', async (_, auth, code) => {
    expect(await refusedHandshake(server.url, auth)).toMatchObject({ code, message: expect.any(String) });
  });

  test('with a good token of a session that has ended is refused', async () => {
    const session = await signIn(server.url, 'rep', 'Leaver');
    await fetch(`${server.url}/api/v1/auth/sign-out`, {
      method: 'POST',
      headers: { authorization: `Bearer ${session.accessToken}`, 'content-type': 'application/json' },
      body: '{}',
    });
    const auth = { token: session.accessToken, contract: contractVersion };
    expect(await refusedHandshake(server.url, auth)).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  test('of a locked session is refused, until it is unlocked', async () => {
    const session = await signIn(server.url, 'rep', 'Locked');
    const auth = { token: session.accessToken, contract: contractVersion };
    await server.db.rows(sql`UPDATE sessions SET locked_at = desk_now() WHERE user_id = ${session.user.id}`);
    expect(await refusedHandshake(server.url, auth)).toMatchObject({ code: 'SESSION_LOCKED' });
    await server.db.rows(sql`UPDATE sessions SET locked_at = NULL WHERE user_id = ${session.user.id}`);
    desks.push(await connectDesk(server.url, session));
  });

  test('by long polling, or at the namespace beside the desk, leads nowhere', async () => {
    const polling = await fetch(`${server.url}/socket.io/?EIO=4&transport=polling`);
    expect(polling.status).toBe(400);
  });
});

describe('desks come and go', () => {
  test('fifty desks that open at once while calls change are all answered', async () => {
    const sessions = await Promise.all(
      Array.from({ length: 50 }, (_, i) => signIn(server.url, 'rep', `Rep ${i}`)),
    );
    const ringing = Promise.all(Array.from({ length: 30 }, () => line.ring()));
    const all = await Promise.all(sessions.map((session) => connectDesk(server.url, session)));
    desks.push(...all);
    const startedAt = Date.now();
    const snapshots = await Promise.all(all.map((desk) => desk.does('desk.open', {})));
    expect(Date.now() - startedAt).toBeLessThan(4_000);
    expect(snapshots.every((snapshot) => snapshot.presence.isConnected)).toBe(true);
    for (const callId of await ringing) await line.hangUp(callId);
  }, 30_000);

  test('a desk that is cut is forgotten, and its rep is not connected any more', async () => {
    const desk = await open('Cut');
    const connected = async () =>
      (
        await server.db.rows(
          sql`SELECT FROM reps WHERE user_id = ${desk.session.user.id} AND disconnected_at IS NULL`,
        )
      ).length === 1;
    expect(await until('the desk to be stored', connected)).toBe(true);
    desk.socket.io.engine.close();
    await until('the desk to be forgotten', async () => !(await connected()));
  });

  test('before a restart every desk is told when to come back', async () => {
    const [node, own] = [handLine('other'), await startTestServer()];
    expect(node.name).toBe('other');
    const desk = await openTestDesk(own.url, 'rep', 'Dana');
    await own.close();
    const [draining] = desk.heard('server.draining');
    expect(draining?.reconnectInMs).toBeGreaterThanOrEqual(500);
    await within(2_000, 'the socket to close', (done) =>
      desk.socket.disconnected ? done(undefined) : desk.socket.once('disconnect', done),
    );
  });

  test('nothing of all this is a fault of the server', () => {
    expect(server.troubles).toEqual([]);
  });
});

describe('thirty desks that click on one call at the same moment', () => {
  test('five times: one has it, and all the others hear who was quicker', async () => {
    const all = await Promise.all(Array.from({ length: 30 }, (_, i) => open(`Clicker ${i}`)));
    for (let round = 0; round < 5; round++) {
      const callId = await line.ring();
      const answers = await Promise.all(all.map((desk) => desk.ask('call.claim', { callId })));
      const winners = all.filter((_, i) => answers[i]?.ok);
      expect(winners).toHaveLength(1);
      expect(new Set(answers.flatMap((answer) => (answer.ok ? [] : [answer.error.code])))).toEqual(
        new Set(['CALL_TAKEN']),
      );
      const told = await Promise.all(
        all.map((desk) =>
          desk.waitFor('call.changed', ({ call }) => call.id === callId && call.status === 'active'),
        ),
      );
      expect(new Set(told.map(({ call }) => call.repId))).toEqual(new Set([winners[0]?.session.user.id]));
      await winners[0]?.does('call.end', { callId });
      await winners[0]?.does('call.wrap-up', { callId, disposition: 'spam' });
    }
  }, 30_000);
});
