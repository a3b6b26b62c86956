import type { Refusal } from '@ringdesk/shared';
import { describe, expect, it } from 'vitest';
import { sayField, sayRefusal } from './say-refusal.ts';

describe('a refusal is told with what to do now', () => {
  const told: readonly (readonly [refusal: Refusal, said: string])[] = [
    [
      { code: 'ADMIN_LAST', message: 'This is the last admin.' },
      'This is the last admin. Make somebody else an admin first.',
    ],
    [
      {
        code: 'INPUT_INVALID',
        message: 'Something in the request is not as expected.',
        details: { errors: [{ path: 'password', message: 'use at least 8 characters' }] },
      },
      'Use at least 8 characters.',
    ],
    [
      { code: 'RATE_LIMITED', message: 'Too many tries', details: { retryAfterSeconds: 700 } },
      'Too many tries. Try again in 12 minutes.',
    ],
    [
      { code: 'RATE_LIMITED', message: 'Too many tries in a short time.' },
      'Too many tries in a short time. Wait a little, then try again.',
    ],
  ];
  it.each(told)('%o', (refusal, said) => {
    expect(sayRefusal(refusal)).toBe(said);
  });
});

it('what is wrong with one field is told beside it', () => {
  const errors = [{ path: 'currentPassword', message: 'this is not your password' }];
  const refusal: Refusal = { code: 'INPUT_INVALID', message: 'Not as expected.', details: { errors } };
  expect(sayField(refusal, 'currentPassword')).toBe('This is not your password.');
  expect(sayField(refusal, 'password')).toBeUndefined();
  expect(sayField({ code: 'RATE_LIMITED', message: 'Too many.' }, 'password')).toBeUndefined();
});
