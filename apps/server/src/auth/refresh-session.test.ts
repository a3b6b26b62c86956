import { newId, type Session } from '@ringdesk/shared';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Statement, sql } from '../database/sql.ts';
import { type Floor, openFloor } from '../testing/floor.ts';
import { testSecret } from '../testing/test-server.ts';
import { endSessionsOf } from './end-sessions.store.ts';
import { refreshSession } from './refresh-session.ts';
import { hashOf, newRefreshToken, openSuccessor, sealSuccessor } from './refresh-token.ts';
import { beginSession } from './sessions.ts';
import { createSessionSweep } from './sweep-sessions.ts';
import { createTokens } from './tokens.ts';

const hourMs = 3_600_000;
const here = {
  address: '203.0.113.7',
  device: 'Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko Firefox/130.0',
};
const elsewhere = { address: '198.51.100.9', device: 'curl/8.5.0' };
const tokens = createTokens(testSecret);

let floor: Floor;
beforeAll(async () => {
  floor = await openFloor({ connections: 12 });
});
beforeEach(() => floor.clear());
afterAll(() => floor.close());

const app = () => ({ ...floor.app, tokens });

/** Somebody with an address, signed in here. */
async function signedIn(email: string | null = 'dana@example.com') {
  const id = newId.user({ nowMs: floor.clock.nowMs, random: floor.app.random });
  await floor.db.rows(
    sql`INSERT INTO users (id, name, email, role) VALUES (${id}, 'Dana Reyes', ${email}, 'rep')`,
  );
  const user = { id, name: 'Dana Reyes', email, role: 'rep' } as const;
  return { user, first: refreshTokenOf(await beginSession(app(), user, here)) };
}
function refreshTokenOf(session: Session): string {
  if (session.refreshToken === null) throw new Error('a refresh token was expected');
  return session.refreshToken;
}

/** The next token, or the code of the refusal. */
async function refresh(refreshToken: string, from = here): Promise<string> {
  const answer = await refreshSession(app(), refreshToken, from);
  return answer.ok ? refreshTokenOf(answer.value) : answer.error.code;
}
const count = async (from: Statement) => (await floor.db.rows(sql`SELECT FROM ${from}`)).length;
const mails = (kind: string) => count(sql`mails WHERE kind = ${kind}`);
const allTokens = () => count(sql`refresh_tokens`);
const alarms = async () => [
  await mails('session-reused'),
  await count(sql`audit_entries WHERE event = 'session.reused' AND user_id IN (SELECT id FROM users)`),
];

describe('a refresh token', () => {
  test('works once and gives the next one; the session lives on with it', async () => {
    const { first } = await signedIn();
    const second = await refresh(first);
    const third = await refresh(second);
    expect(new Set([first, second, third]).size).toBe(3);
    expect([first, second, third].every((token) => token.length === 43)).toBe(true);
  });

  test('shown again within ten seconds gets the very same answer, since the first may have been lost', async () => {
    const { first } = await signedIn();
    const second = await refresh(first);
    await floor.clock.advance(9_999);
    expect(await refresh(first)).toBe(second);
    expect(await alarms()).toEqual([0, 0]);
  });

  test('shown again after ten seconds ends the whole session, with one entry in the audit and one mail', async () => {
    const { first } = await signedIn();
    const second = await refresh(first);
    await floor.clock.advance(10_000);
    expect(await refresh(first, elsewhere)).toBe('SESSION_REUSED');
    expect(await refresh(second)).toBe('SESSION_REUSED');
    expect(await refresh(first)).toBe('SESSION_REUSED');
    expect(await alarms()).toEqual([1, 1]);
    const [entry] = await floor.db.rows(
      sql`SELECT address, device, by_id FROM audit_entries ORDER BY at DESC LIMIT 1`,
    );
    expect(entry).toEqual({ ...elsewhere, by_id: null });
  });

  test('stolen and used first by the thief ends for both', async () => {
    const { first: stolen } = await signedIn();
    const thief = await refresh(stolen, elsewhere);
    await floor.clock.advance(60_000);
    expect(await refresh(stolen)).toBe('SESSION_REUSED');
    expect(await refresh(thief, elsewhere)).toBe('SESSION_REUSED');
  });

  test('stolen and used first by its owner ends for both', async () => {
    const { first: stolen } = await signedIn();
    const owner = await refresh(stolen);
    await floor.clock.advance(60_000);
    expect(await refresh(stolen, elsewhere)).toBe('SESSION_REUSED');
    expect(await refresh(owner)).toBe('SESSION_REUSED');
  });

  test('stolen and used by both within the ten seconds is one line all the same, and ends for both at the next step', async () => {
    const { first: stolen } = await signedIn();
    const [owner, thief] = [await refresh(stolen), await refresh(stolen, elsewhere)];
    expect(thief).toBe(owner);
    await floor.clock.advance(10 * 60_000);
    const next = await refresh(owner);
    await floor.clock.advance(10 * 60_000);
    expect(await refresh(thief, elsewhere)).toBe('SESSION_REUSED');
    expect(await refresh(next)).toBe('SESSION_REUSED');
  });

  test('used by twenty at once gives twenty equal answers and one way on', async () => {
    const { first } = await signedIn();
    const answers = await Promise.all(Array.from({ length: 20 }, () => refresh(first)));
    expect(new Set(answers).size).toBe(1);
    expect(await count(sql`refresh_tokens WHERE spent_at IS NULL`)).toBe(1);
    expect(await alarms()).toEqual([0, 0]);
  });

  test('reused by twenty at once is one alarm', async () => {
    const { first } = await signedIn();
    await refresh(first);
    await floor.clock.advance(11_000);
    const answers = await Promise.all(Array.from({ length: 20 }, () => refresh(first)));
    expect(new Set(answers)).toEqual(new Set(['SESSION_REUSED']));
    expect(await alarms()).toEqual([1, 1]);
  });

  test('of somebody without an address ends with an entry, and no mail', async () => {
    const { first } = await signedIn(null);
    await refresh(first);
    await floor.clock.advance(11_000);
    expect(await refresh(first)).toBe('SESSION_REUSED');
    expect(await alarms()).toEqual([0, 1]);
  });

  test('that nobody was given is refused, and does nothing', async () => {
    await signedIn();
    for (const token of ['x'.repeat(43), newRefreshToken(), '', "' OR 1=1 --"])
      expect(await refresh(token)).toBe('UNAUTHENTICATED');
    expect(await alarms()).toEqual([0, 0]);
  });

  test('works from another device and another address, and the session says where it was seen last', async () => {
    const { first } = await signedIn();
    await floor.clock.advance(5_000);
    expect(await refresh(first, elsewhere)).toHaveLength(43);
    const [session] = await floor.db.rows(
      sql`SELECT s.address, s.device, s.last_seen_at, u.last_seen_at AS seen FROM sessions s JOIN users u ON u.id = s.user_id`,
    );
    const now = new Date(floor.clock.nowMs());
    expect(session).toEqual({ ...elsewhere, last_seen_at: now, seen: now });
  });
});

describe('the life of a session', () => {
  test('ends after twelve hours without use, to the minute', async () => {
    const { first } = await signedIn();
    await floor.clock.advance(12 * hourMs - 1_000);
    const second = await refresh(first);
    expect(second).toHaveLength(43);
    await floor.clock.advance(12 * hourMs);
    expect(await refresh(second)).toBe('UNAUTHENTICATED');
    expect(await alarms()).toEqual([0, 0]);
  });

  test('ends after seven days, however busy', async () => {
    let token = (await signedIn()).first;
    for (let hours = 0; hours < 7 * 24 - 8; hours += 8) {
      await floor.clock.advance(8 * hourMs);
      token = await refresh(token);
      expect(token).toHaveLength(43);
    }
    await floor.clock.advance(8 * hourMs);
    expect(await refresh(token)).toBe('UNAUTHENTICATED');
  });

  test.each([
    [
      'a password reset',
      async (id: string) => void (await endSessionsOf(floor.db, id as never, { why: 'password reset' })),
    ],
    [
      'another authenticator',
      async (id: string) =>
        void (await endSessionsOf(floor.db, id as never, { why: 'authenticator replaced' })),
    ],
    [
      'being disabled',
      async (id: string) =>
        void (await floor.db.rows(sql`UPDATE users SET disabled_at = desk_now() WHERE id = ${id}`)),
    ],
    [
      'being removed',
      async (id: string) => void (await floor.db.rows(sql`DELETE FROM users WHERE id = ${id}`)),
    ],
  ])('ends with %s, also for a token that was spent just now', async (_, ends) => {
    const { user, first } = await signedIn();
    const second = await refresh(first);
    await ends(user.id);
    expect([await refresh(first), await refresh(second)]).toEqual(['UNAUTHENTICATED', 'UNAUTHENTICATED']);
    expect((await alarms())[0]).toBe(0);
  });

  test('goes on while it is locked, and its answer says so', async () => {
    const { first } = await signedIn();
    await floor.db.rows(sql`UPDATE sessions SET locked_at = desk_now()`);
    expect(await refreshSession(app(), first, here)).toMatchObject({ ok: true, value: { isLocked: true } });
    expect(await refreshSession(app(), first, here)).toMatchObject({ ok: true, value: { isLocked: true } });
  });

  test('that is over leaves nothing behind after a while: first its spent tokens, after thirty days itself', async () => {
    const sweep = createSessionSweep({
      db: floor.db,
      clock: { ...floor.app.clock, nowMs: floor.clock.nowMs },
    });
    const { first, user } = await signedIn();
    await refresh(first);
    await sweep();
    expect(await allTokens()).toBe(2);
    await endSessionsOf(floor.db, user.id, { why: 'signed out everywhere' });
    await sweep();
    expect(await allTokens()).toBe(2);
    await floor.clock.advance(10 * 60_000);
    await sweep();
    expect(await allTokens()).toBe(1);
    await floor.clock.advance(29 * 24 * hourMs);
    await sweep();
    expect(await allTokens()).toBe(1);
    await floor.clock.advance(24 * hourMs);
    await sweep();
    expect(await allTokens()).toBe(0);
  });
});

describe('what the database knows', () => {
  test('is no token, and opens none', async () => {
    const { first } = await signedIn();
    const second = await refresh(first);
    const rows = JSON.stringify(await floor.db.rows(sql`SELECT * FROM refresh_tokens`));
    for (const token of [first, second]) expect(rows).not.toContain(token);
    const [spent] = await floor.db.rows<{ hash: string; successor: string }>(
      sql`SELECT hash, successor FROM refresh_tokens WHERE spent_at IS NOT NULL`,
    );
    expect(openSuccessor(first, spent?.successor ?? '')).toBe(second);
    for (const guess of [spent?.hash ?? '', second, newRefreshToken(), testSecret])
      expect(openSuccessor(guess, spent?.successor ?? '')).toBeNull();
  });

  test('a changed seal opens nothing, and the session ends rather than go on in two lines', async () => {
    const { first } = await signedIn();
    await refresh(first);
    await floor.db.rows(
      sql`UPDATE refresh_tokens SET successor = ${sealSuccessor('another', newRefreshToken())} WHERE hash = ${hashOf(first)}`,
    );
    expect(await refresh(first)).toBe('SESSION_REUSED');
  });
});

describe('a sign-in', () => {
  const told = () => mails('signed-in-somewhere-new');

  test('on a device or at an address that is new to its owner is mailed, the very first one is not', async () => {
    const { user } = await signedIn();
    expect(await told()).toBe(0);
    const newer = { ...here, device: here.device.replace('130.0', '131.0') };
    await beginSession(app(), user, newer);
    expect(await told()).toBe(0);
    await beginSession(app(), user, elsewhere);
    expect(await told()).toBe(1);
    await beginSession(app(), user, elsewhere);
    expect(await told()).toBe(1);
    await beginSession(app(), user, { ...here, address: elsewhere.address });
    expect(await told()).toBe(2);
  });

  test('of a demo person is never mailed', async () => {
    const { user } = await signedIn(null);
    await beginSession(app(), user, elsewhere);
    expect(await told()).toBe(0);
  });
});
