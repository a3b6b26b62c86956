import { describe, expect, test } from 'vitest';
import { gapBeforeMs } from './arrivals.ts';
import { chanceFor } from './chance.ts';
import { someManner, somePatienceMs } from './manner.ts';

describe('arrivals', () => {
  const gaps = Array.from({ length: 10_000 }, (_, i) => gapBeforeMs(7, i, 6));

  test('come at the rate that was asked for, on average', () => {
    const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
    expect(mean).toBeGreaterThan(9_700);
    expect(mean).toBeLessThan(10_300);
  });

  test('are memoryless: the gaps are spread as an exponential distribution says', () => {
    // The largest distance between the two distributions (Kolmogorov, Smirnov); 1.63 / √n is exceeded once in a hundred.
    const ordered = [...gaps].sort((a, b) => a - b);
    const distances = ordered.map((gap, i) =>
      Math.abs(1 - Math.exp(-gap / 10_000) - (i + 0.5) / gaps.length),
    );
    expect(Math.max(...distances)).toBeLessThan(1.63 / Math.sqrt(gaps.length));
  });

  test('one gap tells nothing of the next', () => {
    const above = gaps.map((gap) => gap > 10_000 * Math.LN2);
    const changes = above.filter((is, i) => i > 0 && is !== above[i - 1]).length;
    expect(changes / gaps.length).toBeCloseTo(0.5, 1);
  });

  test('never come when none are wanted', () => {
    expect(gapBeforeMs(7, 0, 0)).toBe(Number.POSITIVE_INFINITY);
    expect(gapBeforeMs(7, 0, -1)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('patience', () => {
  test('is two to six minutes for most, and hardly ever less than one', () => {
    const minutes = Array.from({ length: 5_000 }, (_, i) => {
      const chance = chanceFor(3, `patience ${i}`);
      return somePatienceMs(someManner(chance), chance) / 60_000;
    });
    const share = (from: number, to: number) =>
      minutes.filter((m) => m >= from && m < to).length / minutes.length;
    expect(share(2, 6)).toBeGreaterThan(0.7);
    expect(share(0, 1)).toBeLessThan(0.01);
    expect(share(15, Number.POSITIVE_INFINITY)).toBeLessThan(0.01);
  });
});
