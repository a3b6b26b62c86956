import type { Role } from '@ringdesk/shared';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DesktopBridge } from '../../ipc.ts';
import { type FakeBrowser, fakeBrowser } from '../testing/fake-browser.ts';

interface Asked {
  readonly path: string;
  readonly headers: Headers;
  readonly body: unknown;
}

/** An answer, or one that comes later. */
type Given = Response | Error | Promise<Response>;

let browser: FakeBrowser;
let asked: Asked[];
let answers: Given[];

beforeEach(() => {
  asked = [];
  answers = [];
  browser = fakeBrowser();
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** The desk as it is when its page is loaded: what was kept is there, what was only in memory is gone. */
async function load() {
  vi.resetModules();
  const { openHttp } = await import('../http/call.ts');
  const store = await import('./session.store.ts');
  const { renewSession, resumeSession } = await import('./renew-session.ts');
  const { sessionEnding } = await import('./session-ending.ts');
  const { beginSession } = await import('./begin-session.ts');
  const { oweLock } = await import('./lock-owed.ts');
  openHttp({
    url: () => Promise.resolve('http://desk.test'),
    token: () => store.sessionNow()?.accessToken ?? null,
    renew: renewSession,
    locked: () => store.lockedIs(true),
    fetch: async (url, init) => {
      asked.push({
        path: new URL(String(url instanceof Request ? url.url : url)).pathname.replace('/api/v1', ''),
        headers: new Headers(init?.headers),
        body: typeof init?.body === 'string' ? JSON.parse(init.body) : null,
      });
      const answer = await answers.shift();
      if (answer instanceof Response) return answer;
      throw answer ?? new Error('asked too often');
    },
  });
  return { store, renewSession, resumeSession, sessionEnding, beginSession, oweLock };
}

const ids = { dana: 'usr_0000dana', lee: 'usr_0000lee' };

/** A session as the server answers it; `n` tells one from the next, `of` is the session that its token is of. */
function session(
  n: number,
  over: { who?: keyof typeof ids; role?: Role; of?: string; isLocked?: boolean } = {},
) {
  const { who = 'dana', role = 'rep', of = 'ses_0000one', isLocked = false } = over;
  const payload = Buffer.from(JSON.stringify({ sid: of, n })).toString('base64url');
  const user = { id: ids[who], name: who, email: `${who}@example.com`, role };
  return { accessToken: `h.${payload}.s`, refreshToken: null, expiresIn: 600, user, isLocked };
}

const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
const refusal = (status: number, code: string) => json(status, { code, detail: `${code}.` });
const code = { code: '123456' };

/** Somebody signs in with their code, in a browser. */
async function signIn(desk: Awaited<ReturnType<typeof load>>, first = session(1)) {
  answers.push(json(200, first));
  await desk.beginSession('auth.verify-sign-in', code, { bearer: 'step' });
}

describe('a session in a browser', () => {
  it('leaves nothing in the page that a stranger could use, and comes back after a reload', async () => {
    const desk = await load();
    await signIn(desk);
    expect(asked[0]?.headers.get('x-ringdesk-desk')).toBe('browser');
    expect(browser.local.words + browser.tab.words).not.toContain('h.');
    const again = await load();
    expect(again.store.isReturning()).toBe(true);
    answers.push(json(200, session(2)));
    expect(await again.resumeSession()).toBe(true);
    expect(asked.at(-1)).toMatchObject({ path: '/auth/refresh', body: {} });
    expect(again.store.deskOwner()?.user.id).toBe(ids.dana);
  });

  it('of a demo person belongs to its tab alone, refresh token and all', async () => {
    const desk = await load();
    answers.push(json(200, { ...session(1), refreshToken: 'r'.repeat(24) }));
    await desk.beginSession('auth.demo', { role: 'rep' });
    expect(asked[0]?.headers.has('x-ringdesk-desk')).toBe(false);
    expect(browser.local.words).toBe('[]');
    const again = await load();
    expect(again.store.sessionNow()?.refreshToken).toBe('r'.repeat(24));
    answers.push(json(200, { ...session(2), refreshToken: 'n'.repeat(24) }));
    expect(await again.renewSession()).toBe(true);
    expect(asked.at(-1)?.body).toEqual({ refreshToken: 'r'.repeat(24) });
    expect(again.store.sessionNow()?.refreshToken).toBe('n'.repeat(24));
  });

  it('is renewed once however many ask', async () => {
    const desk = await load();
    await signIn(desk);
    answers.push(json(200, session(2)));
    expect(await Promise.all([desk.renewSession(), desk.renewSession()])).toEqual([true, true]);
    expect(asked.filter(({ path }) => path === '/auth/refresh')).toHaveLength(1);
  });

  it.each(['UNAUTHENTICATED', 'SESSION_REUSED'])('that is refused with %s is over', async (refused) => {
    const desk = await load();
    await signIn(desk);
    answers.push(refusal(401, refused));
    expect(await desk.renewSession()).toBe(false);
    expect(desk.store.sessionNow()).toBeNull();
    expect((await load()).store.isReturning()).toBe(false);
  });

  it('outlives a server that is away', async () => {
    const desk = await load();
    await signIn(desk);
    answers.push(new TypeError('fetch failed'), refusal(503, 'UNAVAILABLE'));
    expect(await desk.renewSession()).toBe(true);
    expect(await desk.renewSession()).toBe(true);
    expect(desk.store.sessionNow()).not.toBeNull();
    const again = await load();
    answers.push(new TypeError('fetch failed'));
    expect(await again.resumeSession()).toBeNull();
    expect(again.store.isReturning()).toBe(true);
  });

  it('never turns into somebody else’s', async () => {
    const desk = await load();
    await signIn(desk);
    answers.push(json(200, session(2, { who: 'lee' })));
    expect(await desk.renewSession()).toBe(false);
    expect(desk.store.sessionNow()).toBeNull();
    // The other person’s session is still the browser’s: a reload opens it.
    expect((await load()).store.isReturning()).toBe(true);
  });
});

describe('the desk hears that its session ends', () => {
  it.each(['signed-out', 'disabled', 'reused'] as const)(
    'because of %s, and goes to the door',
    async (why) => {
      const desk = await load();
      await signIn(desk);
      await desk.sessionEnding({ why }, session(1).accessToken);
      expect(desk.store.deskOwner()).toBeNull();
    },
  );

  it('for a while only: a token that ran out is none of its business', async () => {
    const desk = await load();
    await signIn(desk);
    await desk.sessionEnding({ why: 'expired' }, session(1).accessToken);
    expect(desk.store.deskOwner()).not.toBeNull();
    expect(asked).toHaveLength(1);
  });

  it('for another role, and has it at once', async () => {
    const desk = await load();
    await signIn(desk);
    const roles: (Role | undefined)[] = [];
    desk.store.onDeskOwner((now) => roles.push(now?.user.role));
    answers.push(json(200, session(2, { role: 'admin' })));
    await desk.sessionEnding({ why: 'role-changed' }, session(1).accessToken);
    expect(roles).toEqual(['admin']);
  });

  it('because it is locked, and keeps the session', async () => {
    const desk = await load();
    await signIn(desk);
    await desk.sessionEnding({ why: 'locked' }, session(1).accessToken);
    expect(desk.store.deskOwner()?.isLocked).toBe(true);
  });

  it('while a new one is on its way, and waits for that instead of going to the door', async () => {
    const desk = await load();
    await signIn(desk);
    const late = Promise.withResolvers<Response>();
    answers.push(late.promise);
    const begun = desk.beginSession('totp.confirm', code, { bearer: 'step' });
    const heard = desk.sessionEnding({ why: 'signed-out' }, session(1).accessToken);
    const renewed = desk.renewSession();
    late.resolve(json(200, { ...session(2, { of: 'ses_0000two' }), recoveryCodes: [] }));
    expect((await begun).ok).toBe(true);
    await heard;
    expect(await renewed).toBe(true);
    expect(desk.store.deskOwner()?.user.id).toBe(ids.dana);
    expect(asked.map(({ path }) => path)).toEqual(['/auth/sign-in/verify', '/auth/totp/confirm']);
  });

  it('after a new one has taken its place, and stays', async () => {
    const desk = await load();
    await signIn(desk);
    await signIn(desk, session(2, { of: 'ses_0000two' }));
    await desk.sessionEnding({ why: 'signed-out' }, session(1).accessToken);
    expect(desk.store.deskOwner()).not.toBeNull();
  });
});

describe('a locked desk', () => {
  it('stays locked over a reload when the server says so', async () => {
    await signIn(await load());
    const again = await load();
    answers.push(json(200, session(2, { isLocked: true })));
    await again.resumeSession();
    expect(again.store.deskOwner()?.isLocked).toBe(true);
  });

  it('stays locked also when the server was never reached', async () => {
    const desk = await load();
    await signIn(desk);
    const owner = desk.store.deskOwner();
    if (owner !== null) desk.oweLock(owner.user.id);
    const again = await load();
    answers.push(json(200, session(2)));
    await again.resumeSession();
    expect(again.store.deskOwner()?.isLocked).toBe(true);
  });
});

describe('a session in the desktop app', () => {
  const bridge = (over: Partial<DesktopBridge>): DesktopBridge => ({
    kind: 'desktop',
    serverUrl: async () => 'http://desk.test',
    notify: async () => undefined,
    seekAttention: async () => undefined,
    setBadge: async () => undefined,
    beginSession: async () => ({ ok: true, value: session(1) }),
    renewSession: async () => ({ ok: true, value: session(2) as never }),
    endSession: async () => undefined,
    keepsSession: async () => true,
    ...over,
  });

  it('begins and is renewed by the app, and nothing of it is kept in the page', async () => {
    const wishes: unknown[] = [];
    browser = fakeBrowser(
      bridge({
        beginSession: async (wish) => {
          wishes.push(wish);
          return { ok: true, value: session(1) };
        },
      }),
    );
    const desk = await load();
    await desk.beginSession('auth.verify-sign-in', code, { bearer: 'step' });
    expect(wishes).toEqual([{ operation: 'auth.verify-sign-in', bearer: 'step', input: code }]);
    expect(await desk.renewSession()).toBe(true);
    expect(desk.store.sessionNow()?.accessToken).toBe(session(2).accessToken);
    expect(browser.local.words + browser.tab.words).toBe('[][]');
    expect(asked).toEqual([]);
  });

  it('is looked for when the app starts, and the door is shown when there is none', async () => {
    browser = fakeBrowser(bridge({ renewSession: async () => null }));
    const desk = await load();
    expect(desk.store.isReturning()).toBe(true);
    expect(await desk.resumeSession()).toBe(false);
    expect(desk.store.isReturning()).toBe(false);
  });

  it('is forgotten by the app when it ends', async () => {
    let forgotten = 0;
    browser = fakeBrowser(
      bridge({
        endSession: async () => {
          forgotten += 1;
        },
      }),
    );
    const desk = await load();
    await desk.beginSession('auth.demo', { role: 'rep' });
    desk.store.signedOut('signed-out');
    expect(forgotten).toBe(1);
  });
});
