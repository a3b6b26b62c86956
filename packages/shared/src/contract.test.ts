import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { eventNames, events, operationNames, operations } from './contract.ts';
import type { Operation } from './kernel/operation.ts';

const all: readonly (readonly [string, Operation])[] = operationNames.map((name) => [name, operations[name]]);

describe('the contract', () => {
  test.each(all)('%s says what it does, and has at least one door', (_name, operation) => {
    expect(operation.about).toMatch(/^[A-Z].*\.$/);
    expect(operation.socket === true || operation.http !== undefined).toBe(true);
  });

  test.each(all)('%s refuses keys that it does not know', (_name, operation) => {
    const parsed = operation.input.safeParse({ surely: 'unknown' });
    const codes = parsed.success ? [] : parsed.error.issues.map((issue) => issue.code);
    expect(codes).toContain('unrecognized_keys');
  });

  test.each(all)('%s refuses what is no object', (_name, operation) => {
    for (const input of [null, 'x', 7, true, [], [{}]])
      expect(operation.input.safeParse(input).success).toBe(false);
  });

  test('no two operations share an address, and every part of a path is a field of its input', () => {
    const addresses = all.flatMap(([, { http }]) =>
      http === undefined ? [] : [`${http.method} ${http.path}`],
    );
    expect(new Set(addresses).size).toBe(addresses.length);
    for (const [, { http, input }] of all) {
      const fields = Object.keys(input instanceof z.ZodObject ? input.shape : {});
      for (const [, field] of http?.path.matchAll(/:(\w+)/g) ?? []) expect(fields).toContain(field);
    }
  });

  test.each(eventNames)('%s is told in the past or as it happens, and says to whom', (name) => {
    expect(name).toMatch(/^[a-z]+\.[a-z-]*(ed|ing|heard|made)$/);
    expect(events[name].about).toMatch(/^[A-Z].*\.$/);
  });
});
