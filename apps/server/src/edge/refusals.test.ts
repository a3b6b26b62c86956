import { type CallId, type ErrorCode, errorMeanings } from '@ringdesk/shared';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askHttp, type HttpRequest, post } from '../testing/ask-http.ts';
import { handLine } from '../testing/hand-line.ts';
import { signIn } from '../testing/test-desk.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let call: CallId;
let accessToken: string;
beforeAll(async () => {
  const line = handLine();
  server = await startTestServer({ lines: [line] });
  ({ accessToken } = await signIn(server.url, 'rep', 'Dana'));
  call = await line.ring();
});
afterAll(() => server.close());

const ask = (path: string, request?: HttpRequest) => askHttp(server.url, path, request);
const token = () => ({ authorization: `Bearer ${accessToken}` });

describe('a refusal', () => {
  const refusals: readonly (readonly [string, ErrorCode, () => Promise<readonly [string, HttpRequest]>])[] = [
    ['of a call that nobody knows', 'CALL_UNKNOWN', async () => ['/calls/call_nobody', { headers: token() }]],
    ['of an id that is none', 'INPUT_INVALID', async () => ['/calls/DROP%20TABLE', { headers: token() }]],
    ['of a page too large', 'INPUT_INVALID', async () => ['/calls?limit=101', { headers: token() }]],
    [
      'of a cursor that we did not make',
      'INPUT_INVALID',
      async () => ['/calls?cursor=abc', { headers: token() }],
    ],
    ['of a field given twice', 'INPUT_INVALID', async () => ['/calls?limit=1&limit=2', { headers: token() }]],
    [
      'of a field that stands in the path too',
      'INPUT_INVALID',
      async () => [`/calls/${call}?id=call_1`, { headers: token() }],
    ],
    ['of what is not readable as JSON', 'INPUT_INVALID', async () => ['/auth/demo', post('{"role":')]],
    ['of a list', 'INPUT_INVALID', async () => ['/auth/demo', post('[]')]],
    ['of a word', 'INPUT_INVALID', async () => ['/auth/demo', post('"rep"')]],
    ['of null', 'INPUT_INVALID', async () => ['/auth/demo', post('null')]],
    ['of an empty body', 'INPUT_INVALID', async () => ['/auth/demo', post('')]],
    [
      'of a name with a NUL in it',
      'INPUT_INVALID',
      async () => ['/auth/demo', post({ role: 'rep', name: 'a\u0000b' })],
    ],
    [
      'of another type of content',
      'INPUT_INVALID',
      async () => ['/auth/demo', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'x' }],
    ],
    [
      'of a body too large',
      'TOO_LARGE',
      async () => ['/auth/demo', post({ role: 'rep', name: 'x'.repeat(300_000) })],
    ],
    ['of an address without anything', 'NOT_FOUND', async () => ['/nowhere', { headers: token() }]],
    [
      'of a used refresh token',
      'UNAUTHENTICATED',
      async () => ['/auth/refresh', post({ refreshToken: 'x'.repeat(43) })],
    ],
  ];
  test.each(refusals)('%s is a problem with the code %s', async (_, code, request) => {
    const [path, init] = await request();
    const answer = await ask(`/api/v1${path}`, init);
    expect(answer.type).toMatch(/^application\/problem\+json/);
    expect(answer.status).toBe(errorMeanings[code].status);
    expect(answer.body).toMatchObject({
      type: `/docs#${code}`,
      title: errorMeanings[code].sentence,
      status: answer.status,
      code,
    });
    expect(answer.body.detail.length).toBeGreaterThan(10);
    expect(answer.body.requestId).toBe(answer.headers.get('x-request-id'));
    if (code === 'INPUT_INVALID')
      expect(answer.body.errors[0]).toEqual({ path: expect.any(String), message: expect.any(String) });
  });

  test('never shows what is inside', async () => {
    for (const [, , request] of refusals) {
      const [path, init] = await request();
      expect(JSON.stringify((await ask(`/api/v1${path}`, init)).body)).not.toMatch(
        /stack|node_modules|\.ts:|SELECT|prisma/i,
      );
    }
  });

  test('after a sign-out is for every token of that session', async () => {
    const leaver = await signIn(server.url, 'rep', 'Leaver');
    const headers = { authorization: `Bearer ${leaver.accessToken}` };
    expect((await ask('/api/v1/me', { headers })).status).toBe(200);
    await ask('/api/v1/auth/sign-out', post({}, headers));
    expect((await ask('/api/v1/me', { headers })).status).toBe(401);
  });

  const spellings = [
    'application/json',
    'Application/JSON',
    'application/json ',
    'application/json;',
    'application/json; charset=utf-8',
    'application/json\t',
    'text/json',
    'application/json, text/plain',
    'application/JSON;x',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    '',
  ];
  test.each(spellings)('is what an invalid body gets under the content type "%s"', async (type) => {
    const { status } = await ask('/api/v1/auth/demo', {
      method: 'POST',
      headers: { 'content-type': type },
      body: '{"role":"king"}',
    });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });

  test('is no fault of the server', () => {
    expect(server.troubles).toEqual([]);
  });
});
