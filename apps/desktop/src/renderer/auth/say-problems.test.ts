import { type Result, refused } from '@ringdesk/shared';
import { describe, expect, it } from 'vitest';
import { checks, found, sayRefusal } from './say-problems.ts';

function refusalOf(result: Result<never>) {
  if (result.ok) throw new Error('expected a refusal');
  return result.error;
}

describe('a refusal at the door', () => {
  it('stands beside the fields it is about, as sentences', () => {
    const refusal = refusalOf(
      refused('INPUT_INVALID', undefined, {
        errors: [
          { path: 'password', message: 'this password is on the list of the most guessed ones' },
          { path: 'email', message: 'expected an address.' },
        ],
      }),
    );
    expect(sayRefusal(refusal, ['email', 'password'])).toEqual({
      password: 'This password is on the list of the most guessed ones.',
      email: 'Expected an address.',
    });
  });

  it('stands above the form when it is about no field that is there', () => {
    const refusal = refusalOf(
      refused('INPUT_INVALID', 'Not as expected.', { errors: [{ path: 'flow', message: 'unknown' }] }),
    );
    expect(sayRefusal(refusal, ['code'])).toEqual({ form: 'Not as expected.' });
  });

  it('says when to try again, in the words of the server', () => {
    const sentence = 'Too many tries in a short time. Try again in 12 minutes.';
    const refusal = refusalOf(refused('RATE_LIMITED', sentence, { retryAfterSeconds: 700 }));
    expect(sayRefusal(refusal, ['password'])).toEqual({ form: sentence });
  });

  it('says that nothing is lost while the server is away', () => {
    expect(sayRefusal(refusalOf(refused('UNAVAILABLE')), []).form).toContain('Nothing is lost');
  });

  it('has the meaning that the step gives it', () => {
    const meanings = { CODE_WRONG: { code: 'Type the newest one.' } };
    expect(sayRefusal(refusalOf(refused('CODE_WRONG')), ['code'], meanings)).toEqual({
      code: 'Type the newest one.',
    });
  });
});

describe('what is seen to be wrong before the server is asked', () => {
  it('is told by field, and nothing is told when all is well', () => {
    expect(found({ email: checks.email('dana'), password: checks.newPassword('short') })).toEqual({
      email: expect.stringContaining('dana@example.com'),
      password: expect.stringContaining('at least 8'),
    });
    expect(
      found({ email: checks.email(' Dana@Example.com '), password: checks.newPassword('harbour lantern') }),
    ).toEqual({});
    expect(found({ name: checks.name('  '), code: checks.code('12345') })).toHaveProperty('name');
    expect(checks.newPassword('x'.repeat(257))).toContain('at most 256');
    expect([checks.password(''), checks.password(' ')]).toEqual(['Type your password.', undefined]);
  });
});
