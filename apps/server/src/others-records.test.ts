import type { CallId, ErrorCode } from '@ringdesk/shared';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type HttpRequest, post } from './testing/ask-http.ts';
import { type HandLine, handLine } from './testing/hand-line.ts';
import { newSession, patch, type Someone, someone } from './testing/people.ts';
import { makeClient } from './testing/service-clients.ts';
import { connectDesk, type TestDesk } from './testing/test-desk.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';

let server: TestServer;
let line: HandLine;
let owner: Someone;
let ownerDesk: TestDesk;
let theirs: { user: string; session: string; client: string; call: CallId };
beforeAll(async () => {
  line = handLine();
  server = await startTestServer({ lines: [line] });
  owner = await someone(server, 'Owner', 'rep');
  ownerDesk = await connectDesk(server.url, owner.session);
  const { id: client } = await makeClient(server.url, ['read-records']);
  const call = await line.ring();
  await ownerDesk.does('call.claim', { callId: call });
  const session = (await owner.ask('/auth/sessions')).body.items[0].id;
  theirs = { user: owner.id, session, client, call };
});
afterAll(async () => {
  ownerDesk.close();
  await server.close();
});

type Theirs = typeof theirs;
const gone = {
  user: 'usr_nobody',
  session: 'ses_nobody',
  client: 'svc_nobody',
  call: 'call_nobody' as CallId,
};

/** Every place where the id of a person, a session or a service client can be named, in path, query and body. */
const places: readonly (readonly [string, (id: Theirs) => readonly [string, HttpRequest]])[] = [
  ['reading a person', ({ user }) => [`/users/${user}`, {}]],
  ['renaming a person', ({ user }) => [`/users/${user}`, patch({ version: 2, name: 'Mine now' })]],
  ['making a person an admin', ({ user }) => [`/users/${user}`, patch({ version: 2, role: 'admin' })]],
  ['disabling a person', ({ user }) => [`/users/${user}`, patch({ version: 2, isDisabled: true })]],
  ['reading sessions of a person', ({ user }) => [`/users/${user}/sessions`, {}]],
  ['ending the sessions of a person', ({ user }) => [`/users/${user}/end-sessions`, post({})]],
  [
    'ending one session of a person',
    ({ user, session }) => [`/users/${user}/end-sessions`, post({ sessionId: session })],
  ],
  [
    'resetting an authenticator',
    ({ user }) => [`/users/${user}/reset-authenticator`, post({ code: '123456' })],
  ],
  ['ending a session by its id', ({ session }) => [`/auth/sessions/${session}`, { method: 'DELETE' }]],
  ['reading the audit of a person', ({ user }) => [`/audit?userId=${user}`, {}]],
  ['reading a service client', ({ client }) => [`/service-clients/${client}`, {}]],
  ['rotating a service client', ({ client }) => [`/service-clients/${client}/rotate`, post({})]],
  ['revoking a service client', ({ client }) => [`/service-clients/${client}`, { method: 'DELETE' }]],
];

describe('somebody else’s record, by its id', () => {
  test.each(['rep', 'clinician', 'supervisor'] as const)(
    'is to a %s as if it did not exist, wherever the id stands',
    async (role) => {
      const stranger = await someone(server, 'Stranger', role);
      for (const [what, request] of places) {
        const [answer, absent] = [
          await stranger.ask(...request(theirs)),
          await stranger.ask(...request(gone)),
        ];
        const plain = ({ body, status }: typeof answer) => ({ what, status, ...body, requestId: '' });
        expect(plain(answer)).toEqual(plain(absent));
        expect([what, answer.status >= 400]).toEqual([what, true]);
      }
      await nothingHappened();
    },
  );

  test('cannot be ended beside an own one: a session goes with its own person only', async () => {
    const admin = await someone(server, 'Admin', 'admin');
    const answer = await admin.ask(`/users/${admin.id}/end-sessions`, post({ sessionId: theirs.session }));
    expect(answer.body.code).toBe('NOT_FOUND');
    const other = await someone(server, 'Other', 'rep');
    const { user } = other.session;
    const mine = await newSession(server, user);
    expect(mine.user.id).toBe(other.id);
    for (const sneaky of [
      `/auth/sessions/${theirs.session}?id=${theirs.session}`,
      `/auth/sessions/${theirs.session}?userId=${owner.id}`,
    ])
      expect((await other.ask(sneaky, { method: 'DELETE' })).status).toBe(400);
    await nothingHappened();
  });

  test('is not reached by naming two ids, the own one and another', async () => {
    const other = await someone(server, 'Other', 'rep');
    for (const path of [
      `/users/${other.id}?id=${owner.id}`,
      `/audit?userId=${other.id}&userId=${owner.id}`,
      `/users/${other.id},${owner.id}`,
      `/users/${other.id}/../${owner.id}`,
    ]) {
      const { status, body } = await other.ask(path);
      expect([path, status >= 400, JSON.stringify(body).includes('owner@')]).toEqual([path, true, false]);
    }
    const twice = `{"version":2,"name":"Mine","id":"${owner.id}"}`;
    expect((await other.ask(`/users/${other.id}`, { ...patch({}), body: twice })).status).toBe(400);
    await nothingHappened();
  });

  test('a call is changed by the rep who holds it, whoever else knows its id', async () => {
    const refused: [string, ErrorCode | undefined][] = [];
    for (const role of ['rep', 'clinician', 'supervisor', 'admin'] as const) {
      const who = await someone(server, 'Stranger', role);
      const desk = await connectDesk(server.url, who.session);
      const callId = theirs.call;
      const answers = {
        'call.claim': await desk.ask('call.claim', { callId }),
        'call.decline': await desk.ask('call.decline', { callId }),
        'call.release': await desk.ask('call.release', { callId }),
        'call.end': await desk.ask('call.end', { callId }),
        'call.wrap-up': await desk.ask('call.wrap-up', { callId, disposition: 'Other' }),
        'call.note': await desk.ask('call.note', { callId, text: 'mine', version: 1 }),
      };
      for (const [name, answer] of Object.entries(answers))
        refused.push([name, answer.ok ? undefined : answer.error.code]);
      desk.close();
    }
    const known: readonly (ErrorCode | undefined)[] = [
      'NOT_YOURS',
      'CALL_TAKEN',
      'OFFER_EXPIRED',
      'CALL_ACTIVE',
    ];
    for (const [name, code] of refused) expect([name, known.includes(code)]).toEqual([name, true]);
    expect((await owner.ask(`/calls/${theirs.call}`)).body).toMatchObject({
      status: 'active',
      repId: owner.id,
      notes: '',
    });
    expect(server.troubles).toEqual([]);
  });
});

async function nothingHappened(): Promise<void> {
  const { body, status } = await owner.ask(`/users/${owner.id}`);
  expect([status, body]).toMatchObject([
    200,
    { name: 'Owner', role: 'rep', version: 2, sessions: 1, hasAuthenticator: true },
  ]);
  const client = await server.db.prisma.serviceClient.findUnique({ where: { id: theirs.client } });
  expect(client).toMatchObject({ revokedAt: null, secretVersion: 1 });
}
