import { type AuditEntry, AuditedEvent } from '@ringdesk/shared';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  ask,
  challengeOf,
  codeOf,
  does,
  enrollPerson,
  freshCode,
  newWish,
  type SignedUp,
  signInPerson,
  signUpPerson,
  verifyPerson,
} from '../testing/account.ts';
import { askHttp, post } from '../testing/ask-http.ts';
import { mailedCode } from '../testing/mailbox.ts';
import { askAs, patch, type Someone, someone } from '../testing/people.ts';
import { askToken, makeClient } from '../testing/service-clients.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let admin: Someone;
beforeAll(async () => {
  server = await startTestServer();
  admin = await someone(server, 'Ada Admin', 'admin');
});
afterAll(() => server.close());

const seen = new Set<string>();
/** What was added to the audit since the last look, oldest first. */
async function news(): Promise<AuditEntry[]> {
  const { body } = await admin.ask('/audit?limit=100');
  const fresh = body.items.filter(({ id }: AuditEntry) => !seen.has(id)) as AuditEntry[];
  for (const { id } of fresh) seen.add(id);
  return fresh.reverse();
}

let events = 0;
/** Does something that matters for security; exactly these entries must stand in the audit for it, in any order. */
async function leaves<Value>(expected: readonly AuditedEvent[], work: () => Promise<Value>): Promise<Value> {
  await news();
  const value = await work();
  const entries = await news();
  expect(entries.map(({ event }) => event).toSorted(byName)).toEqual(expected.toSorted(byName));
  for (const entry of entries) {
    expect(entry).toMatchObject({ address: '127.0.0.1', device: 'node' });
    for (const secret of secrets()) expect(JSON.stringify(entry)).not.toContain(secret);
  }
  events += expected.length;
  await server.time.advance(1_000);
  return value;
}

const known: string[] = [];
/** Everything that must never stand in an entry. */
const secrets = () => ['four quiet herons', 'a wrong password', ...known];

const byName = (a: string, b: string) => a.localeCompare(b);
const bearer = ({ session }: SignedUp) => ({ bearer: session.accessToken });

describe('what matters for security', () => {
  test('leaves exactly the entries it should, forty and more of them, of every kind there is', async () => {
    const person = await accounts();
    await signIns(person);
    await ownAccount(person);
    await byAdmins(person);
    await serviceClients();
    expect(events).toBeGreaterThanOrEqual(40);
    const kinds = (await server.db.prisma.auditEntry.findMany({ distinct: ['event'] })).map(
      ({ event }) => event,
    );
    expect(kinds.toSorted(byName)).toEqual([...AuditedEvent.options].toSorted(byName));
    expect(server.troubles).toEqual([]);
  }, 60_000);
});

async function accounts(): Promise<SignedUp> {
  const wish = newWish();
  const enrollToken = await leaves(['account.created'], () => verifyPerson(server, wish));
  const made = await leaves(['authenticator.set-up', 'sign-in.done'], () =>
    enrollPerson(server, enrollToken),
  );
  await leaves(['account.sign-up-repeated'], () => does(server, 'auth.sign-up', { body: wish }));
  known.push(made.secret, ...made.recoveryCodes, made.session.accessToken);
  return { ...wish, ...made };
}

async function signIns(person: SignedUp): Promise<void> {
  const { email, password } = person;
  const wrong = { email, password: 'a wrong password' };
  await leaves(['sign-in.password-wrong'], () => ask(server, 'auth.sign-in', { body: wrong }));
  await leaves(['sign-in.password-wrong'], () =>
    ask(server, 'auth.sign-in', { body: { ...wrong, email: 'nobody@example.com' } }),
  );
  await leaves([], () => challengeOf(server, person));
  await leaves(['sign-in.done'], () => signInPerson(server, person));
  const challenge = await challengeOf(server, person);
  await leaves(['sign-in.code-wrong'], () =>
    ask(server, 'auth.verify-sign-in', {
      body: { code: codeOf(server, person.secret, 40) },
      bearer: challenge,
    }),
  );
  const recoveryCode = person.recoveryCodes[3] ?? '';
  await leaves(['sign-in.recovery-code-used', 'sign-in.done'], () =>
    does(server, 'auth.verify-sign-in', { body: { recoveryCode }, bearer: challenge }),
  );
  await leaves(
    [
      'sign-in.password-wrong',
      'sign-in.password-wrong',
      'sign-in.password-wrong',
      'sign-in.password-wrong',
      'sign-in.password-wrong',
      'sign-in.stopped',
    ],
    async () => {
      for (let i = 0; i < 5; i++) await ask(server, 'auth.sign-in', { body: wrong });
    },
  );
  await server.time.advance(16 * 60_000);
  await leaves(['password.reset-asked'], () => does(server, 'password.forgot', { body: { email } }));
  const code = await mailedCode(server.db, email, 'reset-password');
  await leaves(['password.reset'], () => does(server, 'password.reset', { body: { email, code, password } }));
  const session = await leaves(['sign-in.done'], () => signInPerson(server, person));
  const refreshed = async () =>
    askHttp(server.url, '/api/v1/auth/refresh', post({ refreshToken: session.refreshToken }));
  await leaves([], refreshed);
  await server.time.advance(11_000);
  await leaves(['session.reused'], refreshed);
}

async function ownAccount(person: SignedUp): Promise<void> {
  const { password, secret } = person;
  const session = await leaves(['sign-in.done'], () => signInPerson(server, person));
  const mine = { ...person, session };
  await leaves(['session.locked'], () => does(server, 'auth.lock', bearer(mine)));
  await leaves(['session.unlocked'], async () =>
    does(server, 'auth.unlock', { body: { code: await freshCode(server, secret) }, ...bearer(mine) }),
  );
  await leaves(['recovery-codes.renewed'], async () =>
    does(server, 'recovery-codes.renew', {
      body: { password, code: await freshCode(server, secret) },
      ...bearer(mine),
    }),
  );
  await leaves(['password.changed'], () =>
    does(server, 'password.change', {
      body: { currentPassword: password, password: `${password} twice` },
      ...bearer(mine),
    }),
  );
  const other = await leaves(['sign-in.done'], () =>
    signInPerson(server, { ...mine, password: `${password} twice` }),
  );
  const { body } = await askAs(server.url, other, '/auth/sessions');
  const own = body.items.find((one: { isCurrent: boolean }) => !one.isCurrent).id;
  await leaves(['session.ended'], () =>
    askAs(server.url, other, `/auth/sessions/${own}`, { method: 'DELETE' }),
  );
  const { enrollToken } = await leaves([], async () =>
    does(server, 'totp.replace', {
      body: { password: `${password} twice`, code: await freshCode(server, secret) },
      bearer: other.accessToken,
    }),
  );
  const replaced = await leaves(['authenticator.replaced', 'sign-in.done'], () =>
    enrollPerson(server, enrollToken),
  );
  await leaves(['session.ended'], () => does(server, 'auth.sign-out', bearer({ ...mine, ...replaced })));
  const again = await leaves(['sign-in.done'], () =>
    signInPerson(server, { ...mine, ...replaced, password: `${password} twice` }),
  );
  await leaves(['session.ended'], () =>
    does(server, 'auth.sign-out-everywhere', { bearer: again.accessToken }),
  );
}

async function byAdmins({ email }: SignedUp): Promise<void> {
  const rep = await signUpPerson(server);
  const at = `/users/${rep.session.user.id}`;
  const version = async () => (await admin.ask(at)).body.version;
  const change = async (wish: object) => admin.ask(at, patch({ version: await version(), ...wish }));
  await leaves(['user.name-changed'], () => change({ name: 'Robin Low' }));
  await leaves(['user.role-changed'], () => change({ role: 'supervisor' }));
  await leaves(['user.role-changed', 'user.name-changed'], () => change({ role: 'rep', name: 'Robin' }));
  await leaves(['user.sessions-ended'], () => admin.ask(`${at}/end-sessions`, post({})));
  await leaves(['user.disabled'], () => change({ isDisabled: true }));
  const challenge = await challengeOf(server, rep);
  await leaves(['sign-in.refused-disabled'], async () =>
    ask(server, 'auth.verify-sign-in', {
      body: { code: await freshCode(server, rep.secret) },
      bearer: challenge,
    }),
  );
  await leaves(['user.enabled'], () => change({ isDisabled: false }));
  await leaves(['authenticator.reset-by-admin'], () =>
    admin.ask(`${at}/reset-authenticator`, post({ code: admin.code() })),
  );
  // What was refused to somebody by role changes nothing and is no entry; what was wrong with a code is one.
  await leaves(['sign-in.code-wrong'], () =>
    admin.ask(`${at}/reset-authenticator`, post({ code: admin.code() })),
  );
  await leaves([], () => change({ name: 'Robin' }));
  expect((await admin.ask(`/users?q=${email}`)).body.items).toHaveLength(1);
}

async function serviceClients(): Promise<void> {
  const client = await leaves(['service-client.created'], () => makeClient(server.url, ['read-records']));
  known.push(client.secret);
  await leaves(['service-client.refused'], () => askToken(server.url, { ...client, secret: 'surely wrong' }));
  await leaves(['service-client.rotated'], () => admin.ask(`/service-clients/${client.id}/rotate`, post({})));
  await leaves(['service-client.revoked'], () =>
    admin.ask(`/service-clients/${client.id}`, { method: 'DELETE' }),
  );
}
