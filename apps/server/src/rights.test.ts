import {
  type ErrorCode,
  type Operation,
  type OperationName,
  operations,
  type RightsRow,
  Role,
  rightsTable,
  Scope,
  standings,
} from '@ringdesk/shared';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { challengeOf, newWish, signUpPerson, verifyPerson } from './testing/account.ts';
import { askHttp, post } from './testing/ask-http.ts';
import { makeClient, tokenOf } from './testing/service-clients.ts';
import { openTestDesk, refusedHandshake, signIn, type TestDesk } from './testing/test-desk.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';

let server: TestServer;
/** The bearer token of everybody in the table, by name; null for a stranger. */
const tokens = new Map<string, string | null>();
const desks = new Map<Role, TestDesk>();
beforeAll(async () => {
  server = await startTestServer();
  tokens.set('stranger', null);
  for (const role of Role.options) {
    const desk = await openTestDesk(server.url, role);
    desks.set(role, desk);
    tokens.set(role, desk.session.accessToken);
  }
  for (const scope of Scope.options) {
    const client = await makeClient(server.url, [scope]);
    tokens.set(scope, await tokenOf(server.url, client));
  }
  const { accessToken } = await signIn(server.url, 'admin', 'Locked Admin');
  await askHttp(server.url, '/api/v1/auth/lock', post({}, bearer(accessToken)));
  tokens.set('locked admin', accessToken);
  // Somebody who has shown a password and no code, and somebody who has shown a mailed code and no authenticator.
  tokens.set('half signed in', await challengeOf(server, await signUpPerson(server)));
  tokens.set('half signed up', await verifyPerson(server, newWish()));
});
afterAll(async () => {
  for (const desk of desks.values()) desk.close();
  await server.close();
});

const rows = rightsTable();
const odd = 'surely-unknown';

function bearer(token: string | null): Record<string, string> {
  return token === null ? {} : { authorization: `Bearer ${token}` };
}

/** What a cell of the table comes to when a question cannot be read: whoever may ask is told so, everybody else is refused. */
function expected(may: RightsRow['may'][number] | undefined, isKnown: boolean): ErrorCode {
  if (may === true) return 'INPUT_INVALID';
  if (may === 'locked') return 'SESSION_LOCKED';
  return isKnown ? 'FORBIDDEN' : 'UNAUTHENTICATED';
}

/** Asks with a field that no operation has, so that nothing is done, whoever asks. */
async function probe(name: OperationName, token: string | null): Promise<ErrorCode> {
  const { http }: Operation = operations[name];
  if (http === undefined) throw new Error(`${name} has no address`);
  const path = `${http.isAtRoot === true ? '' : '/api/v1'}${http.path.replaceAll(/:\w+/g, 'x')}`;
  const isQuery = http.method === 'GET' || http.method === 'DELETE';
  const request = isQuery
    ? { method: http.method, headers: bearer(token) }
    : { ...post({ [odd]: true }, bearer(token)), method: http.method };
  const answer = await askHttp(server.url, isQuery ? `${path}?${odd}=1` : path, request);
  if (answer.body.code === 'INPUT_INVALID') expect(JSON.stringify(answer.body.errors)).toContain(odd);
  return answer.body.code;
}

describe('over HTTP', () => {
  const atHttp = rows.filter(({ name }) => 'http' in operations[name]);

  test.each(standings.map(({ name, standing }, i) => [name, i, standing !== null] as const))(
    'a %s may ask for just what the table says',
    async (name, column, isKnown) => {
      const found: Record<string, ErrorCode> = {};
      const wanted: Record<string, ErrorCode> = {};
      for (const row of atHttp) {
        found[row.name] = await probe(row.name, tokens.get(name) ?? null);
        wanted[row.name] = expected(row.may[column], isKnown);
      }
      expect(found).toEqual(wanted);
    },
  );

  test.each(['half signed in', 'half signed up'])(
    'somebody %s is a stranger everywhere but at the next step',
    async (name) => {
      for (const row of atHttp)
        expect([row.name, await probe(row.name, tokens.get(name) ?? null)]).toEqual([
          row.name,
          expected(row.may[0], false),
        ]);
    },
  );

  test('a step needs its own token: no role, no scope and no other token will do', async () => {
    const steps = {
      'totp.enroll': {},
      'totp.confirm': { code: '123456' },
      'auth.verify-sign-in': { code: '123456' },
    } as const;
    const byStep = rows.filter(({ right }) => right === 'holders of a step token');
    expect(byStep.map(({ name }) => name).toSorted((a, b) => a.localeCompare(b))).toEqual(
      Object.keys(steps).toSorted((a, b) => a.localeCompare(b)),
    );
    for (const [name, body] of Object.entries(steps)) {
      const { path } = operations[name as keyof typeof steps].http;
      const rightful = name === 'auth.verify-sign-in' ? 'half signed in' : 'half signed up';
      for (const [who, token] of tokens) {
        if (who === rightful) continue;
        const answer = await askHttp(server.url, `/api/v1${path}`, post(body, bearer(token)));
        expect([name, who, answer.body.code]).toEqual([name, who, 'UNAUTHENTICATED']);
      }
    }
  });
});

describe('over the socket', () => {
  test.each(Role.options)(
    'a %s may ask for just what the table says, and for nothing that has no place there',
    async (role) => {
      const column = standings.findIndex(({ name }) => name === role);
      for (const { name, may } of rows) {
        const answer = await desks
          .get(role)
          ?.socket.timeout(6_000)
          .emitWithAck(name, { [odd]: true });
        const isThere = 'socket' in operations[name];
        const code = isThere ? expected(may[column], true) : 'INPUT_INVALID';
        expect([name, answer.error?.code]).toEqual([name, code]);
        if (code === 'INPUT_INVALID')
          expect(JSON.stringify(answer.error.details)).toContain(isThere ? odd : 'no such operation');
      }
    },
  );

  test('nobody else gets as far as asking', async () => {
    for (const [name, token] of tokens) {
      if (desks.has(name as Role)) continue;
      const { code } = await refusedHandshake(server.url, { token, contract: 1 });
      expect([name, code]).toEqual([name, name === 'locked admin' ? 'SESSION_LOCKED' : 'UNAUTHENTICATED']);
    }
  });
});

describe('the table', () => {
  test('has somebody in it for each operation, and an operation for everybody', () => {
    expect(rows.map(({ name }) => name)).toEqual(Object.keys(operations));
    for (const row of rows) {
      expect(row.doors.length).toBeGreaterThan(0);
      expect([row.name, row.may.some((may) => may === true)]).toEqual([row.name, true]);
    }
    expect(server.troubles).toEqual([]);
  });
});
