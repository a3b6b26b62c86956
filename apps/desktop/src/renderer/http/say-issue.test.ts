import { expect, it } from 'vitest';
import { z } from 'zod';
import { sayIssue } from './say-issue.ts';

it.each([
  [z.string().max(80), 'x'.repeat(81), 'Use at most 80 characters'],
  [z.string().min(8), 'short', 'Use at least 8 characters'],
  [z.array(z.string()).max(2), ['a', 'b', 'c'], 'At most 2 fit here'],
  [z.number().max(100), 101, 'The amount goes up to 100'],
  [z.number().int().max(100), 101, 'The amount goes up to 100'],
  [z.string().regex(/^a/, 'expected a street'), 'b', 'Expected a street'],
] as const)('what a schema says of a field is said in plain words %#', (schema, value, words) => {
  expect(sayIssue(schema.safeParse(value).error?.issues[0]?.message ?? '')).toBe(words);
});
