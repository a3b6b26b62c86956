import { describe, expect, it } from 'vitest';
import { callId } from '../testing/build-call.ts';
import { createCall, type HttpSource, placeInput } from './call.ts';

interface Sent {
  readonly url: string;
  readonly init: RequestInit;
}

/** A server that gives these answers in turn, and keeps what it was asked. */
function server(...answers: readonly (Response | Error)[]) {
  const sent: Sent[] = [];
  const left = [...answers];
  const source: HttpSource = {
    url: () => Promise.resolve('http://desk.test'),
    token: () => 'token-1',
    renew: () => Promise.resolve(true),
    locked: () => undefined,
    fetch: (url, init) => {
      sent.push({ url: url instanceof Request ? url.url : url.toString(), init: init ?? {} });
      const answer = left.shift();
      return answer instanceof Response
        ? Promise.resolve(answer)
        : Promise.reject(answer ?? new Error('asked too often'));
    },
  };
  return { sent, source };
}

const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
const user = { id: 'usr_0000dana', name: 'Dana Reyes', email: null, role: 'rep' };

describe('asking over HTTP', () => {
  it('fills the path, puts the rest of a GET into the query, and leaves out what was not given', async () => {
    const { sent, source } = server(json(200, { items: [], nextCursor: null }));
    await createCall(source)('calls.list', { limit: 5, status: 'waiting', repId: undefined });
    expect(sent[0]?.url).toBe('http://desk.test/api/v1/calls?limit=5&status=waiting');
    expect(placeInput('/calls/:id/offers', { id: 'a b', limit: 2 })).toEqual({
      path: '/calls/a%20b/offers',
      rest: { limit: 2 },
    });
  });

  it('sends the rest of a POST as its body, with the token', async () => {
    const { sent, source } = server(json(200, {}));
    const input = { currentPassword: 'old words', password: 'a few new words' };
    expect(await createCall(source)('password.change', input)).toMatchObject({ ok: true });
    expect(sent[0]?.init.body).toBe(JSON.stringify(input));
    expect(sent[0]?.init.headers).toMatchObject({ authorization: 'Bearer token-1' });
  });

  it('sends nothing more once it is withdrawn, also not after a renewal', async () => {
    const { sent, source } = server(json(401, { code: 'UNAUTHENTICATED', detail: 'Ended.' }));
    const withdrawn = new AbortController();
    const renew = () => {
      withdrawn.abort();
      return Promise.resolve(true);
    };
    const heard = source.fetch;
    const fetch: typeof heard = (url, init) =>
      init?.signal?.aborted === true ? Promise.reject(new DOMException('', 'AbortError')) : heard(url, init);
    const call = createCall({ ...source, renew, fetch });
    const answer = await call('customer.create', { firstName: 'Maria' }, { signal: withdrawn.signal });
    expect(answer).toMatchObject({ ok: false, error: { code: 'UNAVAILABLE' } });
    expect(sent).toHaveLength(1);
  });

  it('shows the token of a session to no door that is open to anyone', async () => {
    const { sent, source } = server(json(202, {}));
    await createCall(source)('password.forgot', { email: 'dana@example.com' });
    expect(sent[0]?.init.headers).not.toHaveProperty('authorization');
  });

  it('sends a step token in place of the session’s, and renews nothing when it is refused', async () => {
    const { sent, source } = server(json(401, { code: 'CODE_WRONG', detail: 'Wrong.' }));
    const renewed: string[] = [];
    const call = createCall({ ...source, renew: () => Promise.resolve(renewed.push('once') > 0) });
    const answer = await call('totp.confirm', { code: '123456' }, { bearer: 'step-1' });
    expect(answer).toMatchObject({ ok: false, error: { code: 'CODE_WRONG' } });
    expect(sent[0]?.init.headers).toMatchObject({ authorization: 'Bearer step-1' });
    expect(sent[0]?.init.headers).not.toHaveProperty('x-ringdesk-desk');
    expect(renewed).toEqual([]);
  });

  it('lets the cookie of the browser speak in place of a refresh token', async () => {
    const { sent, source } = server(json(401, { code: 'UNAUTHENTICATED', detail: 'Ended.' }));
    await createCall(source)('auth.refresh', { refreshToken: '' }, { isByCookie: true });
    expect(sent[0]?.init.headers).toMatchObject({ 'x-ringdesk-desk': 'browser' });
    expect(sent[0]?.init).toMatchObject({ body: '{}', credentials: 'same-origin' });
  });

  it('tells the desk when the server holds its session for locked', async () => {
    const { source } = server(json(423, { code: 'SESSION_LOCKED', detail: 'Locked.' }));
    let isLocked = false;
    const locked = () => {
      isLocked = true;
    };
    await createCall({ ...source, locked })('me.read', {});
    expect(isLocked).toBe(true);
  });

  it('takes a problem document as a refusal', async () => {
    const problem = { status: 404, title: 'No', detail: 'There is no such call.', code: 'CALL_UNKNOWN' };
    const { source } = server(json(404, problem));
    const answer = await createCall(source)('call.read', { id: callId('a') });
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'CALL_UNKNOWN', message: 'There is no such call.' },
    });
  });

  it('calls a server that cannot be reached unavailable, and one behind a broken proxy as well', async () => {
    const { source } = server(new TypeError('fetch failed'), new Response('<html>', { status: 502 }));
    const call = createCall(source);
    expect(await call('me.read', {})).toMatchObject({ ok: false, error: { code: 'UNAVAILABLE' } });
    expect(await call('me.read', {})).toMatchObject({ ok: false, error: { code: 'UNAVAILABLE' } });
  });

  it('renews an ended session once and asks again', async () => {
    const { sent, source } = server(
      json(401, { code: 'UNAUTHENTICATED', detail: 'Ended.' }),
      json(200, user),
    );
    expect(await createCall(source)('me.read', {})).toMatchObject({ ok: true });
    expect(sent).toHaveLength(2);
  });

  it('does not renew when the renewal itself is refused', async () => {
    const { sent, source } = server(json(401, { code: 'UNAUTHENTICATED', detail: 'Ended.' }));
    const answer = await createCall(source)('auth.refresh', { refreshToken: 'r'.repeat(24) });
    expect(answer).toMatchObject({ ok: false, error: { code: 'UNAUTHENTICATED' } });
    expect(sent).toHaveLength(1);
  });

  it('takes a file as the text it is, and a refused one as a refusal', async () => {
    const { source } = server(
      new Response('name,town\r\n"Lopez, Maria",Austin\r\n', { status: 200 }),
      json(403, { code: 'FORBIDDEN', detail: 'Not for you.' }),
    );
    const call = createCall(source);
    expect(await call('customers.export', {})).toEqual({
      ok: true,
      value: 'name,town\r\n"Lopez, Maria",Austin\r\n',
    });
    expect(await call('customers.export', {})).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
  });

  it('does not pass on an answer that it cannot read', async () => {
    const { source } = server(json(200, { name: 'nobody' }));
    expect(await createCall(source)('me.read', {})).toMatchObject({
      ok: false,
      error: { code: 'UNEXPECTED' },
    });
  });
});
