import { expect, test } from 'vitest';
import { newMailedCode } from './mailed-codes.ts';
import { newRecoveryCodes, readable, slotOf } from './recovery-codes.ts';

/** Chi-square of how often each of the values was seen, against all of them being equally likely. */
function chiSquare(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

test('a hundred thousand mailed codes have six digits each, and every digit is equally likely in every place', () => {
  const codes = Array.from({ length: 100_000 }, newMailedCode);
  expect(codes.every((code) => /^[0-9]{6}$/.test(code))).toBe(true);
  // Critical values for p = 0.0001 with 9 and 999 degrees of freedom.
  for (let place = 0; place < 6; place++) {
    const counts = Array.from({ length: 10 }, () => 0);
    for (const code of codes) counts[Number(code[place])] = (counts[Number(code[place])] ?? 0) + 1;
    expect(chiSquare(counts)).toBeLessThan(33.72);
  }
  const thousands = Array.from({ length: 1_000 }, () => 0);
  for (const code of codes)
    thousands[Number(code.slice(0, 3))] = (thousands[Number(code.slice(0, 3))] ?? 0) + 1;
  expect(chiSquare(thousands)).toBeLessThan(1_172);
  expect(codes.filter((code) => code.startsWith('0')).length).toBeGreaterThan(9_000);
});

test('ten recovery codes name their slot, are all different, and are read in two groups', () => {
  const codes = newRecoveryCodes();
  expect(codes.map(slotOf)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(new Set(codes.map((code) => code.slice(1))).size).toBe(10);
  expect(codes.map(readable).every((code) => /^[0-9][0-9a-z]{4}-[0-9a-z]{5}$/.test(code))).toBe(true);
  expect(slotOf('kkkkkkkkkk')).toBeNull();
});
