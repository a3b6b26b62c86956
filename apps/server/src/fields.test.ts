import { type Operation, type OperationName, operationNames, operations, Role } from '@ringdesk/shared';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newWish } from './testing/account.ts';
import { askHttp, post } from './testing/ask-http.ts';
import { type HandLine, handLine } from './testing/hand-line.ts';
import { patch, type Someone, someone } from './testing/people.ts';
import { makeClient } from './testing/service-clients.ts';
import { connectDesk, type TestDesk } from './testing/test-desk.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';

let server: TestServer;
let line: HandLine;
const people = new Map<Role, Someone>();
const desks = new Map<Role, TestDesk>();
beforeAll(async () => {
  line = handLine();
  server = await startTestServer({ lines: [line] });
  for (const role of Role.options) {
    const who = await someone(server, `The ${role}`, role);
    people.set(role, who);
    desks.set(role, await connectDesk(server.url, who.session));
  }
});
afterAll(async () => {
  for (const desk of desks.values()) desk.close();
  await server.close();
});

const as = (role: Role): Someone => {
  const who = people.get(role);
  if (who === undefined) throw new Error(`nobody is ${role}`);
  return who;
};

/** What somebody would send along who wants more than they may. */
const greedy: Readonly<Record<string, unknown>> = {
  role: 'admin',
  isAdmin: true,
  isDisabled: false,
  isDemo: true,
  scopes: ['read-records', 'write-records'],
  userId: 'usr_1',
  sessionId: 'ses_1',
  repId: 'usr_1',
  version: 99,
  passwordHash: '$argon2id$x',
  totpSecret: 'x',
  createdAt: '2020-01-01T00:00:00Z',
  emailVerifiedAt: '2020-01-01T00:00:00Z',
  disabledAt: null,
  permissions: ['*'],
  secretHash: 'x',
  isLocked: false,
};

describe('fields that nobody asked for', () => {
  const writes = operationNames.filter((name) => {
    const { http, socket }: Operation = operations[name];
    return socket === true || (http !== undefined && http.method !== 'GET');
  });

  test.each(writes)('%s refuses each of them by name, also from an admin', async (name) => {
    const fields = Object.keys(greedy).filter((field) => !fieldsOf(name).includes(field));
    expect(fields.length).toBeGreaterThanOrEqual(12);
    for (const field of fields) {
      const said = JSON.stringify(await refusalOf(name, { [field]: greedy[field] }));
      expect([name, field, said.includes(`\\"${field}\\"`)]).toEqual([name, field, true]);
    }
  });

  test('change nothing when all else is right', async () => {
    const rep = as('rep');
    const before = await server.db.prisma.user.findMany({ orderBy: { id: 'asc' } });
    const wish = newWish();
    for (const more of [{ role: 'admin' }, { isAdmin: true }, { id: rep.id }, { version: 1 }])
      expect((await askHttp(server.url, '/api/v1/auth/sign-up', post({ ...wish, ...more }))).status).toBe(
        400,
      );
    for (const more of [
      { email: 'x@example.com' },
      { scopes: ['read-records'] },
      { hasAuthenticator: false },
    ])
      expect((await rep.ask(`/users/${rep.id}`, patch({ version: 2, name: 'Rosa', ...more }))).status).toBe(
        400,
      );
    for (const more of ['"__proto__":{"role":"admin"}', '"constructor":{"prototype":{"role":"admin"}}']) {
      const body = `{"version":2,"name":"Rosa",${more}}`;
      expect((await rep.ask(`/users/${rep.id}`, { ...patch({}), body })).status).toBe(400);
      expect(({} as { role?: string }).role).toBeUndefined();
    }
    expect((await rep.ask('/me')).body.role).toBe('rep');
    const after = await server.db.prisma.user.findMany({ orderBy: { id: 'asc' } });
    const quiet = (users: typeof after) =>
      users.map(({ name: _, version: __, lastSeenAt: ___, ...rest }) => rest);
    expect(quiet(after)).toEqual(quiet(before));
    expect(await server.db.prisma.signUp.count()).toBe(0);
  });
});

/** The fields of an operation's own input. */
function fieldsOf(name: OperationName): string[] {
  const { input }: Operation = operations[name];
  return 'shape' in input && typeof input.shape === 'object' ? Object.keys(input.shape ?? {}) : [];
}

/** What an admin is refused with. */
async function refusalOf(name: OperationName, input: object): Promise<unknown> {
  const { http }: Operation = operations[name];
  if (http === undefined) {
    const answer = await desks.get('admin')?.socket.timeout(6_000).emitWithAck(name, input);
    expect(answer.error.code).toBe('INPUT_INVALID');
    return answer.error.details.errors;
  }
  const below = http.isAtRoot === true ? '' : '/api/v1';
  const path = http.path.replaceAll(/:\w+/g, 'x');
  const query = http.method === 'DELETE' ? `?${Object.keys(input).join('=1&')}=1` : '';
  const headers = { authorization: `Bearer ${as('admin').session.accessToken}` };
  const request = http.method === 'DELETE' ? { headers } : post(input, headers);
  const answer = await askHttp(server.url, `${below}${path}${query}`, { ...request, method: http.method });
  expect([name, answer.status, answer.body.code]).toEqual([name, 400, 'INPUT_INVALID']);
  return answer.body.errors;
}

/** Everything that can be read, and which of its fields each role gets; `null` where the role gets nothing. */
const user = ['email', 'id', 'name', 'role'];
const person = [
  ...user,
  'createdAt',
  'hasAuthenticator',
  'isDemo',
  'isDisabled',
  'lastSeenAt',
  'sessions',
  'version',
];
const call = sorted([
  'callerName',
  'claimedAt',
  'customerId',
  'disposition',
  'endedAt',
  'from',
  'id',
  'jobIds',
  'lastSeq',
  'line',
  'notes',
  'offeredTo',
  'offeredToName',
  'patientId',
  'priority',
  'queuedAt',
  'repId',
  'repName',
  'status',
  'topic',
  'version',
  'wrapUpEndsAt',
  'wrappedAt',
]);
const shown: readonly (readonly [
  string,
  OperationName,
  (ids: Ids) => string,
  Readonly<Record<Role, readonly string[] | null>>,
])[] = [
  ['oneself', 'me.read', () => '/me', everybody(user)],
  ['the own account', 'user.read', ({ self }) => `/users/${self}`, everybody(person)],
  ['somebody else', 'user.read', ({ other }) => `/users/${other}`, admins(person)],
  ['people', 'users.list', () => '/users', admins(person)],
  [
    'sessions of somebody',
    'user.sessions',
    ({ other }) => `/users/${other}/sessions`,
    admins(['address', 'createdAt', 'device', 'id', 'lastSeenAt']),
  ],
  [
    'own sessions',
    'sessions.list',
    () => '/auth/sessions',
    everybody(['address', 'createdAt', 'device', 'expiresAt', 'id', 'isCurrent', 'isLocked', 'lastSeenAt']),
  ],
  [
    'the audit',
    'audit.list',
    () => '/audit',
    admins(['address', 'at', 'byId', 'byName', 'detail', 'device', 'event', 'id', 'userId', 'userName']),
  ],
  [
    'service clients',
    'service-clients.list',
    () => '/service-clients',
    admins([
      'createdAt',
      'createdBy',
      'id',
      'lastUsedAt',
      'name',
      'oldSecretUntil',
      'revokedAt',
      'rotatedAt',
      'scopes',
    ]),
  ],
  [
    'one service client',
    'service-client.read',
    ({ client }) => `/service-clients/${client}`,
    admins([
      'createdAt',
      'createdBy',
      'id',
      'lastUsedAt',
      'name',
      'oldSecretUntil',
      'revokedAt',
      'rotatedAt',
      'scopes',
    ]),
  ],
  ['calls', 'calls.list', () => '/calls', everybody(call)],
  ['a call', 'call.read', ({ callId }) => `/calls/${callId}`, everybody(call)],
];

interface Ids {
  readonly self: string;
  readonly other: string;
  readonly client: string;
  readonly callId: string;
}

function everybody(fields: readonly string[]) {
  return { rep: fields, clinician: fields, supervisor: fields, admin: fields };
}
function admins(fields: readonly string[]) {
  return { rep: null, clinician: null, supervisor: null, admin: fields };
}

describe('fields that come back', () => {
  test('are for each role just those that are written here, and what the contract says', async () => {
    const { id: client } = await makeClient(server.url, ['read-records']);
    const callId = await line.ring();
    const other = await someone(server, 'Other', 'rep');
    for (const role of Role.options)
      for (const [what, name, path, fields] of shown) {
        const { status, body } = await as(role).ask(
          path({ self: as(role).id, other: other.id, client, callId }),
        );
        if (fields[role] === null) {
          expect([role, what, status >= 400]).toEqual([role, what, true]);
          continue;
        }
        const item = 'items' in body ? body.items[0] : body;
        expect([role, what, sorted(Object.keys(item))]).toEqual([role, what, sorted(fields[role])]);
        // A field that the contract does not know would be lost here.
        expect(operations[name].output.parse(body)).toEqual(body);
      }
    expect(server.troubles).toEqual([]);
  });

  test('never hold what only the server may know', async () => {
    const secrets = await server.db.prisma.user.findMany({ where: { totpSecret: { not: null } } });
    for (const path of [
      '/users?limit=100',
      '/audit?limit=100',
      '/service-clients',
      '/auth/sessions',
      '/me',
    ]) {
      const text = JSON.stringify((await as('admin').ask(path)).body);
      expect(text).not.toMatch(/hash|secret"|token|totpSecret|mac"|demoKey/i);
      for (const { totpSecret } of secrets) expect(text).not.toContain(totpSecret);
    }
  });
});

function sorted(words: readonly string[]): string[] {
  return words.toSorted((a, b) => a.localeCompare(b));
}
