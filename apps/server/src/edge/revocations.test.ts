import type { Payload } from '@ringdesk/shared';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { post } from '../testing/ask-http.ts';
import { mailedCode } from '../testing/mailbox.ts';
import { askAs, patch, type Someone, someone } from '../testing/people.ts';
import { connectDesk } from '../testing/test-desk.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const rounds = 10;
const mostMs = 5_000;

let nodes: readonly TestServer[];
let admin: Someone;
beforeAll(async () => {
  // Each person is a peer of its own, so that no brake on peers is felt.
  const config = { trustedProxies: ['127.0.0.1'] };
  const first = await startTestServer({ config });
  nodes = [first, await startTestServer({ beside: first, config })];
  admin = await someone(first, 'Ada Admin', 'admin');
});
afterAll(async () => {
  for (const node of [...nodes].reverse()) await node.close();
});

interface Revocation {
  readonly name: string;
  /** What the socket hears before it closes. */
  readonly why: Payload<'session.ending'>['why'];
  readonly revoke: (of: Someone, at: TestServer) => Promise<{ readonly status: number }>;
  /** Whether an answer over HTTP shows that the right is lost. */
  readonly isFelt: (answer: { readonly status: number; readonly body: { role?: string } }) => boolean;
}
const change = async (of: Someone, at: TestServer, to: object) => {
  const { version } = (await admin.ask(`/users/${of.id}`)).body;
  return askAs(at.url, admin.session, `/users/${of.id}`, patch({ version, ...to }));
};
const peer = (of: Someone) => ({
  'x-forwarded-for': `2001:db8:${parseInt(of.id.slice(-3), 36).toString(16)}::1`,
});

const revocations: readonly Revocation[] = [
  {
    name: 'another role',
    why: 'role-changed',
    revoke: (of, at) => change(of, at, { role: 'rep' }),
    isFelt: ({ body }) => body.role === 'rep',
  },
  {
    name: 'being disabled',
    why: 'disabled',
    revoke: (of, at) => change(of, at, { isDisabled: true }),
    isFelt: ({ status }) => status === 401,
  },
  {
    name: 'signing out everywhere',
    why: 'signed-out',
    revoke: (of, at) => askAs(at.url, of.session, '/auth/sign-out-everywhere', post({})),
    isFelt: ({ status }) => status === 401,
  },
  {
    name: 'a new password',
    why: 'signed-out',
    async revoke(of, at) {
      const email = of.session.user.email ?? '';
      await askAs(at.url, of.session, '/auth/password/forgot', post({ email }, peer(of)));
      const code = await mailedCode(at.db, email, 'reset-password');
      return askAs(
        at.url,
        of.session,
        '/auth/password/reset',
        post({ email, code, password: 'four quiet herons wade' }, peer(of)),
      );
    },
    isFelt: ({ status }) => status === 401,
  },
  {
    name: 'locking',
    why: 'locked',
    revoke: (of, at) => askAs(at.url, of.session, '/auth/lock', post({})),
    isFelt: ({ status }) => status === 423,
  },
];

/** Milliseconds from the moment the revocation was acknowledged until it is felt by HTTP on both nodes, and by a socket at each. */
async function felt(
  { why, revoke, isFelt }: Revocation,
  i: number,
): Promise<{ http: number; socket: number }> {
  const [here, there] = nodes;
  if (here === undefined || there === undefined) throw new Error('two nodes were expected');
  const of = await someone(here, `Person ${i}`, 'supervisor');
  const desks = [await connectDesk(here.url, of.session), await connectDesk(there.url, of.session)];
  const { status } = await revoke(of, i % 2 === 0 ? here : there);
  expect(status).toBeLessThan(300);
  const at = performance.now();
  const closed = Promise.all(desks.map((desk) => desk.closed(mostMs)));
  let isOver = false;
  while (!isOver && performance.now() - at < mostMs) {
    const answers = await Promise.all(nodes.map((node) => askAs(node.url, of.session, '/me')));
    isOver = answers.every(isFelt);
  }
  expect(isOver).toBe(true);
  const http = performance.now() - at;
  await closed;
  const socket = performance.now() - at;
  for (const desk of desks) expect(desk.heard('session.ending')).toEqual([{ why }]);
  return { http, socket };
}

test.each(revocations)(
  '$name is felt on both nodes within five seconds, by HTTP and by open desks',
  async (revocation) => {
    const times = await Promise.all(Array.from({ length: rounds }, (_, i) => felt(revocation, i)));
    expect(Math.max(...times.map(({ http }) => http))).toBeLessThan(mostMs);
    expect(Math.max(...times.map(({ socket }) => socket))).toBeLessThan(mostMs);
  },
  60_000,
);

test('what a desk may renew itself with is a token of its own session, and of nobody else', async () => {
  const [here] = nodes;
  if (here === undefined) throw new Error('a node was expected');
  const [one, other] = [await someone(here, 'One', 'rep'), await someone(here, 'Other', 'rep')];
  const desk = await connectDesk(here.url, one.session);
  for (const token of [other.session.accessToken, one.session.refreshToken ?? '', 'x.y.z', ''])
    expect(await desk.ask('session.renew', { token })).toMatchObject({ error: { code: 'UNAUTHENTICATED' } });
  expect(await desk.ask('session.renew', { token: one.session.accessToken })).toMatchObject({ ok: true });
  desk.close();
});
