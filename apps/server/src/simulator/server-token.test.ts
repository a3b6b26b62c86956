import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sql } from '../database/sql.ts';
import { askHttp } from '../testing/ask-http.ts';
import { drivenClock } from '../testing/driven-clock.ts';
import { listen } from '../testing/outside-issuer.ts';
import { makeClient } from '../testing/service-clients.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { fetchToken, keepToken, TokenRefused } from './server-token.ts';

let server: TestServer;
let credentials: Record<string, string>;
beforeAll(async () => {
  server = await startTestServer();
  const client = await makeClient(server.url, ['ingest-calls', 'read-records']);
  credentials = {
    RINGDESK_URL: server.url,
    RINGDESK_CLIENT_ID: client.id,
    RINGDESK_CLIENT_SECRET: client.secret,
  };
});
beforeEach(async () => {
  await server.db.rows(sql`DELETE FROM brakes`);
});
afterAll(() => server.close());

const script = path.resolve(import.meta.dirname, '../../../../scripts/calls.ts');

/** The process as somebody starts it: what it says, and the code it ends with. */
async function runCalls(environment: Record<string, string>): Promise<{ said: string; code: unknown }> {
  const child = spawn(process.execPath, [script], {
    env: { PATH: process.env['PATH'] ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  const [code] = await once(child, 'close');
  return { said, code };
}

describe('the calls process', () => {
  test('signs in, says in one line that there is no door for calls yet, and ends with 2', async () => {
    const { said, code } = await runCalls(credentials);
    expect(said).toBe(
      `Signed in at ${server.url}; this server has no door for calls yet, so nobody can ring there.\n`,
    );
    expect(code).toBe(2);
  });

  test.each([
    ['nothing is set', {}, /^Set RINGDESK_URL and RINGDESK_CLIENT_ID and RINGDESK_CLIENT_SECRET: /],
    ['the address is none', { RINGDESK_URL: 'localhost' }, /^RINGDESK_URL is no address/],
    ['nobody is there', { RINGDESK_URL: 'http://127.0.0.1:9' }, /cannot be reached/],
    ['the secret is wrong', { RINGDESK_CLIENT_SECRET: 'rds_wrong' }, /the secret is not right/],
    ['the client is unknown', { RINGDESK_CLIENT_ID: 'svc_nobody' }, /does not know this client/],
  ])('says what to do when %s, and ends with 1', async (what, wrong, sentence) => {
    const { said, code } = await runCalls(what === 'nothing is set' ? {} : { ...credentials, ...wrong });
    expect(said).toMatch(sentence);
    expect(said.trim().split('\n')).toHaveLength(1);
    expect(said).not.toContain(credentials['RINGDESK_CLIENT_SECRET']);
    expect(code).toBe(1);
  });

  test('says that a service client without the scope may not bring calls', async () => {
    const reader = await makeClient(server.url, ['read-records']);
    const { said, code } = await runCalls({
      ...credentials,
      RINGDESK_CLIENT_ID: reader.id,
      RINGDESK_CLIENT_SECRET: reader.secret,
    });
    expect(said).toMatch(/scope ingest-calls/);
    expect(code).toBe(1);
  });

  test('takes its secret to no other server, and notices one that is no Ringdesk', async () => {
    const [other, canary] = [await listen(), await listen()];
    other.answer = (_request, response) =>
      void response.writeHead(307, { location: `${canary.url}/oauth/token` }).end();
    expect(await runCalls({ ...credentials, RINGDESK_URL: other.url })).toMatchObject({ code: 1 });
    other.answer = (_request, response) => void response.end('<html>');
    const { said } = await runCalls({ ...credentials, RINGDESK_URL: other.url });
    expect(said).toMatch(/no Ringdesk server/);
    expect(canary.hits).toEqual([]);
    await Promise.all([other.close(), canary.close()]);
  });
});

describe('a kept token', () => {
  const access = () => ({
    url: credentials['RINGDESK_URL'] ?? '',
    clientId: credentials['RINGDESK_CLIENT_ID'] ?? '',
    clientSecret: credentials['RINGDESK_CLIENT_SECRET'] ?? '',
  });

  test('opens the server it is from', async () => {
    const { token, expiresInSeconds } = await fetchToken({ ...access(), scope: 'read-records' });
    const headers = { authorization: `Bearer ${token}` };
    expect((await askHttp(server.url, '/api/v1/calls', { headers })).status).toBe(200);
    expect(expiresInSeconds).toBe(600);
  });

  test('is renewed before its end, through an absence of the server, and no more once closed', async () => {
    const clock = drivenClock();
    const troubles: string[] = [];
    let isAway = false;
    let given = 0;
    const askedAt: number[] = [];
    const ask = async () => {
      askedAt.push(clock.nowMs());
      if (isAway) throw new TokenRefused('away', { isFinal: false });
      given += 1;
      return { token: `token ${given}`, expiresInSeconds: 600 };
    };
    const onTrouble = ({ message }: TokenRefused) => void troubles.push(message);
    const kept = await keepToken({ ask, clock, random: () => 1, onTrouble });
    expect(kept.current()).toBe('token 1');
    await clock.pass(420_000);
    expect(kept.current()).toBe('token 2');
    isAway = true;
    await clock.pass(420_000 + 100_000);
    expect(kept.current()).toBe('token 2');
    const pauses = askedAt.slice(2).map((at, i, all) => (i === 0 ? 0 : (at - (all[i - 1] ?? 0)) / 1000));
    expect(pauses).toEqual([0, 1, 2, 4, 8, 16, 30, 30]);
    expect(troubles).toHaveLength(8);
    isAway = false;
    await clock.pass(30_000);
    expect(kept.current()).toBe('token 3');
    kept.close();
    expect(clock.planned()).toBe(0);
  });

  test('is asked for no more when the server refuses the client for good', async () => {
    const clock = drivenClock();
    const troubles: string[] = [];
    let isRevoked = false;
    const kept = await keepToken({
      ask: async () => {
        if (isRevoked) throw new TokenRefused('revoked', { isFinal: true });
        return { token: 'token', expiresInSeconds: 600 };
      },
      clock,
      random: () => 0,
      onTrouble: ({ message }) => void troubles.push(message),
    });
    isRevoked = true;
    await clock.pass(3_600_000);
    expect(troubles).toEqual(['revoked']);
    expect(clock.planned()).toBe(0);
    kept.close();
  });
});
