import { SessionId, UserId } from '@ringdesk/shared';
import { calculateJwkThumbprint } from 'jose';
import { describe, expect, test } from 'vitest';
import { drivenClock } from '../testing/driven-clock.ts';
import { createSigningKeys, periodSeconds } from './signing-keys.ts';
import { accessSeconds, createTokens } from './tokens.ts';

const secret = 'a secret that is long enough for tests';
const periodMs = periodSeconds * 1000;
/** The moment at which a period begins. */
const turnMs = Math.ceil(Date.UTC(2026, 0, 5) / periodMs) * periodMs;
const dana = { userId: UserId.parse('usr_dana'), sessionId: SessionId.parse('ses_1'), role: 'rep' } as const;

const kids = (nowMs: number) =>
  createTokens(secret)
    .keys(nowMs)
    .keys.map((key) => key.kid);

describe('signing keys', () => {
  test('are named by their own digest (RFC 7638)', async () => {
    for (const { kid, ...key } of createTokens(secret).keys(turnMs).keys)
      expect(kid).toBe(await calculateJwkThumbprint({ ...key }));
  });

  test('are the same on every node that has the secret, and others under another secret', () => {
    expect(kids(turnMs)).toEqual(kids(turnMs));
    const elsewhere = createTokens('another secret that is long enough for tests').keys(turnMs).keys;
    expect(elsewhere.filter(({ kid }) => kids(turnMs).includes(kid))).toEqual([]);
  });

  test('turn at the end of a period: three are published, one leaves and one comes', () => {
    const before = kids(turnMs - 1);
    const after = kids(turnMs);
    expect(new Set([...before, ...after]).size).toBe(4);
    expect(after.slice(0, 2)).toEqual(before.slice(1));
    expect(kids(turnMs + periodMs - 1)).toEqual(after);
  });

  test('that signed before a turn are believed after it until the token ends, on every node', async () => {
    const clock = drivenClock(turnMs - 1_000);
    const [first, second] = [createTokens(secret), createTokens(secret)];
    const token = await first.sign(dana, clock.nowMs());
    const endsMs = clock.nowMs() + accessSeconds * 1000;
    const later = await (async () => {
      clock.advance(2_000);
      return second.sign(dana, clock.nowMs());
    })();
    for (const tokens of [first, second]) {
      expect(await tokens.verify(token, clock.nowMs())).toMatchObject({ userId: 'usr_dana' });
      expect(await tokens.verify(later, clock.nowMs())).toMatchObject({ userId: 'usr_dana' });
      expect(await tokens.verify(token, endsMs)).not.toBeNull();
      expect(await tokens.verify(token, endsMs + 6_000)).toBeNull();
    }
    expect(kidOf(later)).not.toBe(kidOf(token));
  });

  test('of the next period are believed already, for a node whose clock is ahead', async () => {
    const ahead = await createTokens(secret).sign(dana, turnMs);
    expect(await createTokens(secret).verify(ahead, turnMs - 3_000)).not.toBeNull();
  });

  test('that left the published ones verify nothing any more', () => {
    const keys = createSigningKeys(secret);
    const old = keys.current(turnMs).published.kid;
    const believed = (ms: number) => keys.believed(ms).map(({ published }) => published.kid);
    expect(believed(turnMs + periodMs)).toContain(old);
    expect(believed(turnMs + 2 * periodMs)).not.toContain(old);
    // Also for a node that was asked about the time in between, in any order.
    expect(believed(turnMs)).toContain(old);
    expect(believed(turnMs + 2 * periodMs)).not.toContain(old);
  });
});

function kidOf(token: string): unknown {
  return JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString('utf8')).kid;
}
