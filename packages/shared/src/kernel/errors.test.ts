import { describe, expect, test } from 'vitest';
import { ErrorCode, errorMeanings } from './errors.ts';
import { done, Refusal, refused } from './result.ts';

describe('refusals', () => {
  test('every code has its meaning, and no meaning stands without a code', () => {
    expect(Object.keys(errorMeanings).sort()).toEqual([...ErrorCode.options].sort());
  });

  test.each(ErrorCode.options)(
    '%s is a noun and a state, with a sentence, a remedy and a fitting status',
    (code) => {
      const { status, sentence, remedy, alert } = errorMeanings[code];
      expect(code).toMatch(/^[A-Z]+(_[A-Z]+)*$/);
      expect(sentence).toMatch(/^[A-Z][^!]*\.$/);
      expect(remedy).toMatch(/^[A-Z][^!]*\.$/);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(alert === 'page').toBe(status >= 500);
    },
  );

  test('a refusal says its own sentence unless a better one is given', () => {
    expect(refused('STALE')).toEqual({
      ok: false,
      error: { code: 'STALE', message: errorMeanings.STALE.sentence },
    });
    const details = { errors: [{ path: 'text', message: 'too long' }] };
    const told = refused('STALE', 'Dana changed it.', details);
    expect(told).toEqual({ ok: false, error: { code: 'STALE', message: 'Dana changed it.', details } });
    expect(told.ok ? null : Refusal.parse(told.error)).toEqual({
      code: 'STALE',
      message: 'Dana changed it.',
      details,
    });
  });

  test('what went well carries its value', () => {
    expect(done(7)).toEqual({ ok: true, value: 7 });
  });
});
