import { describe, expect, it } from 'vitest';
import { strengthOf } from './password-strength.ts';

const known = ['Dana Reyes', 'dana.reyes@example.com'];

describe('the hint about a new password', () => {
  it.each([
    ['', 'none'],
    ['abc12', 'short'],
    ['12345678', 'easy'],
    ['aaaaaaaaaaaa', 'easy'],
    ['qwertyuiop', 'easy'],
    ['password1', 'easy'],
    ['dana.reyes', 'easy'],
    ['Reyes1987!', 'easy'],
    ['ringdesk2026', 'easy'],
    ['harbour lantern', 'fair'],
    ['harbour lantern cloudy', 'strong'],
    ['x9!Lq2#vT7pZ', 'strong'],
    ['ein ganz gewöhnlicher Dienstag', 'strong'],
  ])('calls %j %s', (password, strength) => {
    expect(strengthOf(password, known)).toBe(strength);
  });

  it('never falls while something new is typed at the end', () => {
    const order = ['none', 'short', 'easy', 'fair', 'strong'];
    const whole = 'copper Teapot 5 under rain';
    const ranks = Array.from({ length: whole.length }, (_, at) =>
      order.indexOf(strengthOf(whole.slice(0, at + 1), known)),
    );
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
  });
});
