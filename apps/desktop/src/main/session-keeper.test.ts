import { beforeEach, describe, expect, it } from 'vitest';
import { type KeeperMeans, keepSessions } from './session-keeper.ts';
import type { TokenShelf } from './token-shelf.ts';

interface Asked {
  readonly address: string;
  readonly init: RequestInit;
}

const user = { id: 'usr_0000dana', name: 'Dana Reyes', email: 'dana@example.com', role: 'rep' };
const session = (refreshToken: string | null) => ({
  accessToken: `access of ${refreshToken}`,
  refreshToken,
  expiresIn: 600,
  user,
  isLocked: false,
});
const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
const refusal = (status: number, code: string) => json(status, { code, detail: `It was ${code}.`, status });

let asked: Asked[];
let answers: (Response | Error | Promise<Response>)[];
let kept: string | null;

beforeEach(() => {
  asked = [];
  answers = [];
  kept = null;
});

function keeper(isSafe = true) {
  const shelf: TokenShelf = {
    isSafe: () => isSafe,
    read: () => kept,
    keep: (token) => {
      if (isSafe) kept = token;
    },
    forget: () => {
      kept = null;
    },
  };
  const fetch: KeeperMeans['fetch'] = async (address, init) => {
    asked.push({ address, init });
    const answer = await answers.shift();
    if (answer instanceof Response) return answer;
    throw answer ?? new Error('asked too often');
  };
  return keepSessions({ server: new URL('https://desk.example.com'), shelf, fetch });
}

const confirm = { operation: 'totp.confirm', bearer: 'step-1', input: { code: '123456' } } as const;

describe('a session begins in the app', () => {
  it('at the configured server, with the step token, and follows it to no other', async () => {
    answers = [json(200, { ...session('refresh-1'), recoveryCodes: ['4k7dm-x2p9q'] })];
    const answer = await keeper().beginSession(confirm);
    expect(asked[0]?.address).toBe('https://desk.example.com/api/v1/auth/totp/confirm');
    expect(asked[0]?.init).toMatchObject({
      method: 'POST',
      body: '{"code":"123456"}',
      redirect: 'error',
      credentials: 'omit',
    });
    expect(asked[0]?.init.headers).toMatchObject({ authorization: 'Bearer step-1' });
    expect(answer).toMatchObject({ ok: true, value: { user, recoveryCodes: ['4k7dm-x2p9q'] } });
  });

  it('and its refresh token never reaches the page', async () => {
    answers = [json(200, { ...session('refresh-1'), recoveryCodes: [] })];
    const answer = await keeper().beginSession(confirm);
    expect(answer).toMatchObject({ value: { refreshToken: null } });
    expect(kept).toBe('refresh-1');
  });

  it('with the server’s refusal, which leaves a session before it alone', async () => {
    kept = 'refresh-0';
    answers = [refusal(401, 'CODE_WRONG')];
    const answer = await keeper().beginSession(confirm);
    expect(answer).toEqual({ ok: false, error: { code: 'CODE_WRONG', message: 'It was CODE_WRONG.' } });
    answers = [
      json(401, { code: 'UNAUTHENTICATED', detail: 'Ask an admin.', status: 401, reason: 'disabled' }),
    ];
    expect(await keeper().beginSession(confirm)).toMatchObject({
      error: { code: 'UNAUTHENTICATED', details: { reason: 'disabled' } },
    });
    expect(kept).toBe('refresh-0');
  });

  it.each([
    ['no session', json(200, { ok: true })],
    ['a session without its refresh token', json(200, { ...session(null), recoveryCodes: [] })],
    [
      'a session for more than it may be',
      json(200, { ...session('r'), recoveryCodes: [], user: { role: 'king' } }),
    ],
  ])('not with %s', async (_what, answer) => {
    answers = [answer];
    expect(await keeper().beginSession(confirm)).toMatchObject({ error: { code: 'UNEXPECTED' } });
    expect(kept).toBeNull();
  });
});

describe('a session is renewed by the app', () => {
  it('with the token of the last start, and the new one is kept before it is told', async () => {
    kept = 'refresh-1';
    answers = [json(200, session('refresh-2'))];
    const answer = await keeper().renewSession();
    expect(asked[0]?.init.body).toBe('{"refreshToken":"refresh-1"}');
    expect(answer).toEqual({ ok: true, value: { ...session('refresh-2'), refreshToken: null } });
    expect(kept).toBe('refresh-2');
  });

  it('one at a time: two wishes never show the same token', async () => {
    kept = 'refresh-1';
    const late = Promise.withResolvers<Response>();
    answers = [late.promise, json(200, session('refresh-3'))];
    const desk = keeper();
    const both = [desk.renewSession(), desk.renewSession()];
    late.resolve(json(200, session('refresh-2')));
    await Promise.all(both);
    expect(asked.map(({ init }) => init.body)).toEqual([
      '{"refreshToken":"refresh-1"}',
      '{"refreshToken":"refresh-2"}',
    ]);
  });

  it('not when nobody is signed in', async () => {
    expect(await keeper().renewSession()).toBeNull();
    expect(asked).toEqual([]);
  });

  it.each(['UNAUTHENTICATED', 'SESSION_REUSED'])('no more once the server said %s', async (code) => {
    kept = 'refresh-1';
    answers = [refusal(401, code)];
    const desk = keeper();
    expect(await desk.renewSession()).toMatchObject({ error: { code } });
    expect(kept).toBeNull();
    expect(await desk.renewSession()).toBeNull();
  });

  it.each([
    ['cannot be reached', new TypeError('net::ERR_CONNECTION_REFUSED'), 'UNAVAILABLE'],
    ['is busy', refusal(429, 'RATE_LIMITED'), 'RATE_LIMITED'],
    ['hides behind a broken proxy', new Response('<html>', { status: 502 }), 'UNAVAILABLE'],
    ['sends something else', json(502, { oops: true }), 'UNAVAILABLE'],
  ])('again later when the server %s', async (_how, first, code) => {
    kept = 'refresh-1';
    answers = [first, json(200, session('refresh-2'))];
    const desk = keeper();
    expect(await desk.renewSession()).toMatchObject({ ok: false, error: { code } });
    expect(kept).toBe('refresh-1');
    expect(await desk.renewSession()).toMatchObject({ ok: true });
  });

  it('from memory alone where the system has no keychain', async () => {
    answers = [json(200, { ...session('refresh-1'), recoveryCodes: [] }), json(200, session('refresh-2'))];
    const desk = keeper(false);
    await desk.beginSession(confirm);
    expect(await desk.renewSession()).toMatchObject({ ok: true });
    expect(kept).toBeNull();
    expect(await desk.keepsSession()).toBe(false);
    expect(await keeper(false).renewSession()).toBeNull();
  });
});

it('a session that is ended is forgotten, after whatever is under way', async () => {
  kept = 'refresh-1';
  answers = [json(200, session('refresh-2'))];
  const desk = keeper();
  await Promise.all([desk.renewSession(), desk.endSession()]);
  expect(kept).toBeNull();
  expect(await desk.renewSession()).toBeNull();
});
