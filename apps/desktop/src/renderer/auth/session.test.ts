import { describe, expect, it } from 'vitest';
import { dana } from '../testing/build-call.ts';
import { isFresh, keepSession, readKept, renewAtMs } from './session.ts';

const session = { accessToken: 'a', refreshToken: 'r', expiresIn: 900, user: dana, isLocked: false };
const now = 1_000_000;

describe('a session of this tab', () => {
  it('is renewed a minute before its token ends, and earlier when tokens are short', () => {
    expect(renewAtMs(keepSession(session, now))).toBe(now + 840_000);
    expect(renewAtMs(keepSession({ ...session, expiresIn: 10 }, now))).toBe(now + 8000);
  });

  it('is not used for its last seconds', () => {
    const kept = keepSession(session, now);
    expect(isFresh(kept, now + 894_000)).toBe(true);
    expect(isFresh(kept, now + 896_000)).toBe(false);
  });

  it('survives a reload, and what cannot be read any more is no session', () => {
    const kept = keepSession(session, now);
    expect(readKept(JSON.stringify(kept))).toEqual(kept);
    expect(readKept('{"accessToken":1}')).toBeNull();
    expect(readKept('not json')).toBeNull();
    expect(readKept(null)).toBeNull();
  });
});
