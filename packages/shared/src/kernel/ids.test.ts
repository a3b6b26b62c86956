import { describe, expect, test } from 'vitest';
import { seededRandom } from './clock.ts';
import { CallId, newId, OfferId, SessionId, UserId } from './ids.ts';

const makers = { call: CallId, user: UserId, offer: OfferId, session: SessionId } as const;

describe('ids', () => {
  test.each(Object.entries(makers))(
    'a new id of a %s is one of its own kind and of no other',
    (name, schema) => {
      const id: string = newId[name as keyof typeof makers]({
        nowMs: () => 1_767_603_600_000,
        random: seededRandom(1),
      });
      expect(schema.safeParse(id).success).toBe(true);
      for (const other of Object.values(makers))
        if (other !== schema) expect(other.safeParse(id).success).toBe(false);
    },
  );

  test('ids sort by the time they were made, whatever their chance', () => {
    const random = seededRandom(2);
    const times = [0, 1, 31, 32, 1_767_603_600_000, 1_767_603_600_001, 32 ** 9 - 1];
    const ids: string[] = times.map((ms) => newId.call({ nowMs: () => ms, random }));
    expect([...ids].reverse().sort()).toEqual(ids);
  });

  test('ten thousand ids of one millisecond are ten thousand ids', () => {
    const random = seededRandom(3);
    const ids = Array.from({ length: 10_000 }, () => newId.offer({ nowMs: () => 5, random }));
    expect(new Set(ids).size).toBe(10_000);
  });

  test.each([
    '',
    'call_',
    'call_A',
    'call_a b',
    'usr_1',
    'call-1',
    `call_${'a'.repeat(41)}`,
    'call_1\n',
    7,
    null,
    ['call_1'],
  ])('%j is no id of a call', (value) => {
    expect(CallId.safeParse(value).success).toBe(false);
  });
});

describe('repeatable chance', () => {
  test('the same seed gives the same numbers, each in [0, 1) and spread evenly', () => {
    const [one, again] = [seededRandom(9), seededRandom(9)];
    const numbers = Array.from({ length: 10_000 }, () => one());
    expect(numbers.slice(0, 100)).toEqual(Array.from({ length: 100 }, () => again()));
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThan(1);
    expect(numbers.reduce((sum, n) => sum + n, 0) / numbers.length).toBeCloseTo(0.5, 1);
  });
});
