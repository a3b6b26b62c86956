import { describe, expect, test } from 'vitest';
import { type JudgedCall, score } from './testing/score.ts';
import {
  daysAndStreets,
  firstHalf,
  neverLookedAt,
  onceUnseen,
  rulesKnow,
  secondHalf,
  withoutStops,
} from './testing/written-calls.ts';

/** By field: how much of what is suggested is right, and how much of what was said is found. */
const bars = [
  ['name', 0.9, 0.8],
  ['phone', 0.95, 0.85],
  ['email', 0.95, 0.85],
  ['address', 0.85, 0.75],
  ['wishedDate', 0.9, 0.8],
  ['problem', 0.85, 0.8],
] as const;

/** Of a few dozen facts a single one is some hundredths. */
const barsOfFew = bars.map(
  ([field, precision, recall]) => [field, field === 'wishedDate' ? 0.8 : precision, recall] as const,
);

const sets: readonly (readonly [string, readonly JudgedCall[], typeof barsOfFew])[] = [
  ['calls that rules were written with', firstHalf, barsOfFew],
  ['calls that were looked at when the rules stood', secondHalf, barsOfFew],
  ['calls that press on days and streets', daysAndStreets, [...bars]],
  ['calls that were looked at once they had been measured', onceUnseen, [...bars]],
  ['calls that no rule has seen', neverLookedAt, [...bars]],
  ['all of them', [...rulesKnow, ...neverLookedAt], [...bars]],
  ['calls without stops and capitals', firstHalf.map(withoutStops), barsOfFew],
];

describe.each(sets)('in %s, written by hand', (_, calls, reached) => {
  const { scores } = score(calls);

  test.each(reached)('%s is right in %d of what is suggested, and found in %d of what was said', (...bar) => {
    const [field, precision, recall] = bar;
    const one = scores.find((of) => of.field === field);
    expect(one?.precision).toBeGreaterThanOrEqual(precision);
    expect(one?.recall).toBeGreaterThanOrEqual(recall);
  });
});
