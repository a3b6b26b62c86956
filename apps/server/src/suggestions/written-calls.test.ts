import { describe, expect, test } from 'vitest';
import { type JudgedCall, score } from './testing/score.ts';
import { firstHalf, neverLookedAt, secondHalf, withoutStops } from './testing/written-calls.ts';

/** By field: how much of what is suggested is right, and how much of what was said is found. */
const bars = [
  ['name', 0.9, 0.8],
  ['phone', 0.95, 0.85],
  ['email', 0.95, 0.85],
  ['address', 0.85, 0.75],
  ['wishedDate', 0.9, 0.8],
  ['problem', 0.85, 0.8],
] as const;

const sets: readonly (readonly [string, readonly JudgedCall[]])[] = [
  ['calls that rules were written with', firstHalf],
  ['calls that were looked at when the rules stood', secondHalf],
  ['calls that no rule has seen', neverLookedAt],
  ['calls without stops and capitals', firstHalf.map(withoutStops)],
];

describe.each(sets)('in %s, written by hand', (_, calls) => {
  const { scores } = score(calls);

  test.each(bars)('%s is right in %d of what is suggested, and found in %d of what was said', (...bar) => {
    const [field, precision, recall] = bar;
    const reached = scores.find((one) => one.field === field);
    expect(reached?.precision).toBeGreaterThanOrEqual(precision);
    expect(reached?.recall).toBeGreaterThanOrEqual(recall);
  });
});
