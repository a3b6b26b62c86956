import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Operation, operationNames, operations } from '@ringdesk/shared';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askHttp, post } from '../testing/ask-http.ts';
import { openTestDoor } from '../testing/http-door.ts';
import { sendRaw } from '../testing/send-raw.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const publicUrl = 'https://desk.example.com';
let server: TestServer;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'ringdesk-'));
  mkdirSync(path.join(folder, 'assets'));
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>Ringdesk</title>');
  writeFileSync(path.join(folder, 'assets/desk.js'), 'let desk;');
  writeFileSync(path.join(path.dirname(folder), `${path.basename(folder)}-secret`), 'outside');
  server = await startTestServer({
    isDemo: false,
    deskFolder: folder,
    config: {
      http: { host: '127.0.0.1', port: 0, publicUrl },
      mail: { smtpUrl: 'smtp://127.0.0.1:1', from: 'desk@example.com', isKept: false },
    },
  });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
  rmSync(`${folder}-secret`);
});

describe('in production the doors', () => {
  test('are exactly those that are declared, and no other', async () => {
    const routes = await declaredBy(publicUrl);
    const contracted = operationNames.flatMap((name) => {
      const { http }: Operation = operations[name];
      return http === undefined
        ? []
        : [`${http.method} ${http.isAtRoot === true ? '' : '/api/v1'}${http.path}`];
    });
    const beside = [
      'GET /.well-known/jwks.json',
      'GET /api/v1/openapi.json',
      'GET /docs',
      'GET /docs/',
      'GET /docs/*',
      'GET /docs/json',
      'GET /docs/yaml',
      'GET /docs/static/index.html',
      'GET /docs/static/swagger-initializer.js',
      'GET /health/live',
      'GET /health/ready',
    ];
    expect(routes.sort()).toEqual([...contracted, ...beside].sort());
  });

  test('are the same outside of production, as far as operations go', async () => {
    expect((await declaredBy(null)).sort()).toEqual((await declaredBy(publicUrl)).sort());
  });
});

/** Each route as method and address, without the HEAD that stands beside each GET. */
async function declaredBy(url: string | null): Promise<string[]> {
  const { app } = await openTestDoor(url);
  const text = app.printRoutes({ includeHooks: false, commonPrefix: false });
  await app.close();
  return routesIn(text);
}

function routesIn(text: string): string[] {
  const parents: string[] = [];
  return text.split('\n').flatMap((line) => {
    const [, indent = '', part = '', methods = ''] =
      /^([\s│├└─]*)(\S*)(?: \(([A-Z, ]+)\))?$/.exec(line) ?? [];
    const depth = Math.round(indent.length / 4);
    parents.splice(Math.max(depth - 1, 0));
    parents.push(part);
    const address = parents.join('');
    return methods
      .split(', ')
      .filter((method) => method !== '' && method !== 'HEAD')
      .map((method) => `${method} ${address}`);
  });
}

describe('in production nothing leaks by', () => {
  const paths = [
    '/.git/config',
    '/.git/HEAD',
    '/.env',
    '/.env.local',
    '/.ringdesk/secret',
    '/.DS_Store',
    '/package.json',
    '/pnpm-lock.yaml',
    '/apps/server/src/main.ts',
    '/src/main.ts',
    '/node_modules/fastify/package.json',
    '/assets/',
    '/assets/..%2f..%2fetc/passwd',
    '/assets/desk.js.map',
    '/dev/mail',
    '/dev/mail.json',
    '/dev',
    '/metrics',
    '/debug',
    '/debug/pprof',
    '/status',
    '/server-status',
    '/admin',
    '/api/v0/me',
    '/api/v1',
    '/api/v1/debug',
    '/api/v1/test',
    '/graphql',
    '/wp-login.php',
    '/backup.sql',
    '/index.html.bak',
    '/..%2fsecret',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/..\\secret',
  ];
  test.each(paths)('%s', async (address) => {
    const answer = await sendRaw(server.url, [
      `GET ${address} HTTP/1.1`,
      'Host: desk.example.com',
      'Connection: close',
      '',
      '',
    ]);
    expect(answer).toMatch(/^HTTP\/1\.1 40[0345] /);
    expect(answer).not.toMatch(/outside|root:|\[core\]|node_modules|at .*\.ts/);
  });

  test('the demo sign-in, which is not there', async () => {
    const { status, body } = await askHttp(server.url, '/api/v1/auth/demo', post({ role: 'admin' }));
    expect([status, body.code]).toEqual([404, 'NOT_FOUND']);
    const ways = await askHttp(server.url, '/api/v1/auth/ways');
    expect(ways.body).toEqual({ isDemo: false, mailAt: null });
  });

  test.each(['TRACE', 'TRACK', 'CONNECT', 'OPTIONS', 'PUT', 'DELETE', 'PROPFIND', 'DEBUG'])(
    'the method %s',
    async (method) => {
      const secret = 'Authorization: Bearer canary-of-the-test';
      for (const address of ['/', '/api/v1/me', '/api/v1/auth/sign-in']) {
        const answer = await sendRaw(server.url, [
          `${method} ${address} HTTP/1.1`,
          'Host: desk.example.com',
          secret,
          'Connection: close',
          '',
          '',
        ]);
        expect(answer).not.toMatch(/^HTTP\/1\.1 2/);
        expect(answer).not.toContain('canary');
      }
    },
  );

  test('the headers of an answer', async () => {
    for (const address of ['/api/v1/auth/ways', '/health/live', '/', '/docs', '/nowhere']) {
      const { headers } = await askHttp(server.url, address);
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('server')).toBeNull();
      expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('access-control-allow-origin')).toBeNull();
    }
  });
});

/** The lookup stands so in the published addresses. Callers' numbers are no secret to who asks, and addresses are not logged. */
const agreed = new Set(['customers.lookup phone']);

test('nothing that must stay secret is ever part of an address', () => {
  const inAddresses = operationNames.flatMap((name) => {
    const { http, input }: Operation = operations[name];
    if (http === undefined) return [];
    const fields = Object.keys('shape' in input ? Object(input.shape) : {});
    const told =
      http.method === 'GET' || http.method === 'DELETE'
        ? fields
        : fields.filter((field) => http.path.includes(`:${field}`));
    return told.map((field) => `${name} ${field}`);
  });
  expect(inAddresses.length).toBeGreaterThan(10);
  const secrets = inAddresses.filter((it) => /token|code|secret|password|email|phone/i.test(it));
  expect(new Set(secrets)).toEqual(agreed);
});

test('an address is not logged, also when its question fails', async () => {
  const door = await openTestDoor(null);
  door.answer = new Error('the database is away');
  const { statusCode } = await door.app.inject('/api/v1/customers/lookup?phone=4155550132');
  expect(statusCode).toBe(500);
  expect(door.logged).toHaveLength(1);
  expect(door.logged[0]).not.toContain('5550132');
});

test('a question that finds the database away before it is asked may come again, and operators hear of it', async () => {
  const door = await openTestDoor(null);
  door.answer = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' });
  const answer = await door.app.inject('/api/v1/me');
  expect(answer.json()).toMatchObject({ status: 503, code: 'UNAVAILABLE' });
  expect(door.logged).toHaveLength(1);
});

describe('every answer', () => {
  test('names its type and the character set of its text', async () => {
    for (const [address, request] of [
      ['/api/v1/auth/ways', {}],
      ['/api/v1/me', {}],
      ['/api/v1/auth/sign-in', post('{')],
      ['/api/v1/openapi.json', {}],
      ['/oauth/token', post({})],
      ['/health/ready', {}],
      ['/.well-known/jwks.json', {}],
      ['/nowhere', {}],
      ['/docs', {}],
      ['/', { headers: { accept: 'text/html' } }],
      ['/assets/desk.js', {}],
    ] as const) {
      const { type, body } = await askHttp(server.url, address, request);
      expect(type, address).toMatch(
        /^(application\/(problem\+)?json|text\/html|application\/javascript); charset=utf-8$/,
      );
      expect(typeof body, address).toBe(type.includes('json') ? 'object' : 'string');
    }
  });
});

describe('a message that two servers could read in two ways', () => {
  const good = '{"email":"a@b.example","password":"x"}';
  const head = [
    'POST /api/v1/auth/sign-in HTTP/1.1',
    'Host: desk.example.com',
    'Content-Type: application/json',
  ];
  const smuggled = 'GET /api/v1/auth/ways HTTP/1.1\r\nHost: desk.example.com\r\n\r\n';
  test.each([
    ['with both lengths', ['Content-Length: 4', 'Transfer-Encoding: chunked', '', `0\r\n\r\n${smuggled}`]],
    ['with two lengths', ['Content-Length: 38', 'Content-Length: 4', '', good]],
    ['with two equal lengths', ['Content-Length: 38', 'Content-Length: 38', '', good]],
    ['with a list of lengths', ['Content-Length: 38, 38', '', good]],
    ['with a negative length', ['Content-Length: -1', '', good]],
    ['with a length and a sign', ['Content-Length: +38', '', good]],
    ['with a length in hex', ['Content-Length: 0x26', '', good]],
    [
      'with a chunk whose size is no number',
      ['Transfer-Encoding: chunked', '', `zz\r\n${good}\r\n0\r\n\r\n`],
    ],
    ['with a chunk larger than it says', ['Transfer-Encoding: chunked', '', `5\r\n${good}\r\n0\r\n\r\n`]],
    ['with an encoding after chunked', ['Transfer-Encoding: chunked, identity', '', `0\r\n\r\n`]],
    ['with a blank before the colon', ['Transfer-Encoding : chunked', '', `0\r\n\r\n`]],
    ['with a folded header', ['X: y', ' Transfer-Encoding: chunked', '', `0\r\n\r\n`]],
    ['with a NUL in a header', ['X: a\u0000b', 'Content-Length: 38', '', good]],
  ])('%s is refused, and the connection closed', async (_, rest) => {
    const answer = await sendRaw(server.url, [...head, ...rest]);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer.match(/HTTP\/1\.1/g)).toHaveLength(1);
    expect(answer.toLowerCase()).toContain('connection: close');
  });
});

describe('a body that reaches for what every object has', () => {
  test.each([
    '{"__proto__":{"polluted":true},"email":"a@b.example","password":"x"}',
    '{"constructor":{"prototype":{"polluted":true}},"email":"a@b.example","password":"x"}',
    '{"email":"a@b.example","password":"x","__proto__":null}',
    '{"email":{"__proto__":{"polluted":true}},"password":"x"}',
    '{"\\u005f_proto__":{"polluted":true},"email":"a@b.example","password":"x"}',
  ])('%s is refused and changes nothing', async (body) => {
    expect((await askHttp(server.url, '/api/v1/auth/sign-in', post(body))).status).toBe(400);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test.each([
    '/api/v1/auth/ways?__proto__[polluted]=1',
    '/api/v1/auth/ways?constructor.prototype.polluted=1',
    '/api/v1/auth/ways?a=1&a=2',
  ])('and so is the query of %s', async (address) => {
    expect((await askHttp(server.url, address)).status).toBe(400);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe('what went wrong in all this', () => {
  test('was nothing of the server', () => {
    expect(server.troubles).toEqual([]);
  });
});
