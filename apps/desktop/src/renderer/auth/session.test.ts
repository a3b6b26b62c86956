import { done, refused } from '@ringdesk/shared';
import { describe, expect, it } from 'vitest';
import { dana } from '../testing/build-call.ts';
import { isFresh, keepSession, readKept, renewAtMs, sessionIdIn, whyOver } from './session.ts';

const session = { accessToken: 'a', refreshToken: 'r', expiresIn: 900, user: dana, isLocked: false };
const now = 1_000_000;

describe('a session of this desk', () => {
  it('is renewed a minute before its token ends, and earlier when tokens are short', () => {
    expect(renewAtMs(keepSession(session, 'tab', now))).toBe(now + 840_000);
    expect(renewAtMs(keepSession({ ...session, expiresIn: 10 }, 'tab', now))).toBe(now + 8000);
  });

  it('is not used for its last seconds', () => {
    const kept = keepSession(session, 'tab', now);
    expect(isFresh(kept, now + 894_000)).toBe(true);
    expect(isFresh(kept, now + 896_000)).toBe(false);
  });

  it('survives a reload, and what cannot be read any more is no session', () => {
    const kept = keepSession(session, 'tab', now);
    expect(readKept(JSON.stringify(kept))).toEqual(kept);
    expect(readKept('{"accessToken":1}')).toBeNull();
    expect(readKept('not json')).toBeNull();
    expect(readKept(null)).toBeNull();
  });

  it('holds a refresh token only where the tab itself keeps it, and nothing that came along with its answer', () => {
    const begun = { ...session, recoveryCodes: ['4k7dm-x2p9q'] };
    expect(keepSession(begun, 'tab', now).refreshToken).toBe('r');
    for (const keeper of ['cookie', 'app'] as const) {
      const kept = keepSession(begun, keeper, now);
      expect(kept.refreshToken).toBeNull();
      expect(kept).not.toHaveProperty('recoveryCodes');
    }
  });

  it('is told from another one by what its token says', () => {
    const payload = Buffer.from(JSON.stringify({ sid: 'ses_0000a', note: '≥ÿ~' })).toString('base64url');
    expect(sessionIdIn(`head.${payload}.sign`)).toBe('ses_0000a');
    for (const odd of ['', 'a.b', 'a.e30.c', `a.${btoa('null')}.c`]) expect(sessionIdIn(odd)).toBeNull();
  });

  it.each([
    [refused('UNAUTHENTICATED'), 'expired'],
    [refused('SESSION_REUSED'), 'reused'],
    [refused('UNAVAILABLE'), null],
    [refused('RATE_LIMITED'), null],
    [refused('UNEXPECTED'), null],
    [done(session), null],
  ])('that was asked to be renewed and answered %o is over because of %s', (answer, why) => {
    expect(whyOver(answer)).toBe(why);
  });
});
