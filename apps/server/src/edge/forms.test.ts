import { done, type Result, refused } from '@ringdesk/shared';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type HttpDoor, openTestDoor } from '../testing/http-door.ts';

let door: HttpDoor;
beforeAll(async () => {
  door = await openTestDoor('https://desk.example.com');
});
afterAll(() => door.app.close());

const form = 'application/x-www-form-urlencoded';
const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;

async function ask(
  payload: string,
  headers: Record<string, string> = {},
  answer: Result<unknown> = done({}),
) {
  door.answer = answer;
  door.asked.splice(0);
  const response = await door.app.inject({
    method: 'POST',
    url: '/oauth/token',
    headers: { 'content-type': form, ...headers },
    payload,
  });
  return { response, body: response.json(), input: door.asked[0]?.input };
}

describe('a program asks for its token', () => {
  const secret = { client_id: 'svc_1', client_secret: 's3cret' };
  test('with a form, as OAuth says it', async () => {
    const { input } = await ask(
      'grant_type=client_credentials&client_id=svc_1&client_secret=s3cret&scope=a+b',
    );
    expect(input).toEqual({ grant_type: 'client_credentials', ...secret, scope: 'a b' });
  });

  test('with JSON', async () => {
    const { input } = await ask(JSON.stringify(secret), { 'content-type': 'application/json' });
    expect(input).toEqual(secret);
  });

  test.each([
    ['plain', 'svc_1:s3cret', 's3cret'],
    ['with a colon in it', 'svc_1:s3:cret', 's3:cret'],
    ['written as in a form', 'svc_1:s%2B3+c%25', 's+3 c%'],
    ['with a percent sign that means nothing', 'svc_1:100%', '100%'],
    ['that is empty', 'svc_1:', ''],
  ])('with Basic authorization and a secret %s', async (_, given, client_secret) => {
    const { input } = await ask('grant_type=client_credentials', { authorization: basic(given) });
    expect(input).toEqual({ grant_type: 'client_credentials', client_id: 'svc_1', client_secret });
  });

  test.each([
    ['in both places', 'client_secret=s3cret', basic('svc_1:s3cret'), 'invalid_request'],
    ['under two names', 'client_id=svc_2', basic('svc_1:s3cret'), 'invalid_request'],
    ['without a colon', '', basic('svc_1'), 'invalid_client'],
    ['in what is no base64', '', 'Basic %%%', 'invalid_client'],
    ['in nothing', '', 'Basic', 'invalid_client'],
  ])('not with a secret %s', async (_, payload, authorization, error) => {
    const { body, input } = await ask(payload, { authorization });
    expect([body.error, input]).toEqual([error, undefined]);
  });
});

describe('a refusal of that address', () => {
  test.each([
    ['INPUT_INVALID', 'scope', 'invalid_scope', 400],
    ['INPUT_INVALID', 'grant_type', 'unsupported_grant_type', 400],
    ['INPUT_INVALID', 'client_id', 'invalid_request', 400],
    ['UNAUTHENTICATED', '', 'invalid_client', 401],
    ['RATE_LIMITED', '', 'temporarily_unavailable', 429],
    ['UNAVAILABLE', '', 'temporarily_unavailable', 503],
    ['UNEXPECTED', '', 'server_error', 500],
  ] as const)(
    '%s about "%s" is %s for OAuth, and a problem as everywhere',
    async (code, path, error, status) => {
      const details = path === '' ? undefined : { errors: [{ path, message: 'x' }] };
      const { response, body } = await ask(
        'a=b',
        {},
        refused(code, 'It says "no" – ünd \\ so\non.', details),
      );
      expect(response.statusCode).toBe(status);
      expect(response.headers['content-type']).toBe('application/json; charset=utf-8');
      expect(response.headers['cache-control']).toBe('no-store');
      expect(body).toMatchObject({ error, error_description: 'It says ?no? ? ?nd ? so?on.', code, status });
      expect(response.headers['www-authenticate']).toBe(
        status === 401 ? 'Basic realm="Ringdesk"' : undefined,
      );
    },
  );

  test('that comes before anything is read has the same form', async () => {
    const { response, body } = await ask('{', { 'content-type': 'application/json' });
    expect([response.statusCode, body.error]).toEqual([400, 'invalid_request']);
    const large = await ask(`a=${'x'.repeat(20_000)}`);
    expect(large.response.statusCode).toBe(413);
  });
});

describe('forms elsewhere', () => {
  test.each(['/api/v1/auth/sign-in', '/api/v1/auth/refresh', '/api/v1/auth/demo'])(
    'are refused at %s',
    async (url) => {
      door.asked.splice(0);
      const response = await door.app.inject({
        method: 'POST',
        url,
        headers: { 'content-type': form, authorization: basic('svc_1:s3cret') },
        payload: 'role=rep&email=a@b.example&password=x',
      });
      expect([response.statusCode, door.asked.length]).toEqual([400, 0]);
      expect(response.headers['content-type']).toMatch(/problem\+json/);
    },
  );
});

describe('a brake', () => {
  test('says in a header too when to come back', async () => {
    door.answer = refused('RATE_LIMITED', undefined, { retryAfterSeconds: 12.3 });
    const response = await door.app.inject({ method: 'POST', url: '/api/v1/auth/sign-in', payload: {} });
    expect([response.statusCode, response.headers['retry-after']]).toEqual([429, '13']);
    expect(response.json()).toMatchObject({ code: 'RATE_LIMITED', retryAfterSeconds: 12.3 });
  });
});
