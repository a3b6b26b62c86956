import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Floor, openFloor } from '../testing/floor.ts';
import { servedCustomer } from '../testing/served-customer.ts';
import { answerOnce, sweepAnswers } from './idempotency.ts';
import { sql } from './sql.ts';

let floor: Floor;
beforeAll(async () => {
  floor = await openFloor({ connections: 25 });
});
beforeEach(() => floor.clear());
afterAll(() => floor.close());

const customers = async () => (await floor.db.rows(sql`SELECT FROM customers`)).length;
const question = (request = 'create maria', key = 'key-1', asker = 'usr_dana') => ({ asker, key, request });
/** Makes a customer and answers who it is. */
const make = () => ({
  answer: async () => (await servedCustomer(floor)).customerId as string,
  isKept: () => true,
});

describe('a question with a key', () => {
  test('has one effect and one answer, however often it comes', async () => {
    const first = await answerOnce(floor.app, question(), make());
    expect(await answerOnce(floor.app, question(), make())).toEqual(first);
    expect(await customers()).toBe(1);
  });

  test('has one effect when twenty come at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => answerOnce(floor.app, question(), make())),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await customers()).toBe(1);
  });

  test('is refused when the key was for something else, and is its own with every asker', async () => {
    await answerOnce(floor.app, question(), make());
    expect(await answerOnce(floor.app, question('create lee'), make())).toBe('mismatch');
    expect(await customers()).toBe(1);
    await answerOnce(floor.app, question('create maria', 'key-1', 'usr_lee'), make());
    expect(await customers()).toBe(2);
  });

  test('that broke on the way has no effect, and may be asked again', async () => {
    const broken = {
      answer: async () => {
        await servedCustomer(floor);
        throw new Error('the cable was pulled');
      },
      isKept: () => true,
    };
    await expect(answerOnce(floor.app, question(), broken)).rejects.toThrow('the cable was pulled');
    expect(await customers()).toBe(0);
    const unkept = { ...make(), isKept: () => false };
    await answerOnce(floor.app, question(), unkept);
    expect(await customers()).toBe(0);
    await answerOnce(floor.app, question(), make());
    expect(await customers()).toBe(1);
  });

  test('goes on after a statement inside was refused', async () => {
    const kept = await answerOnce(floor.app, question(), {
      isKept: () => true,
      answer: async () => {
        const [refused, made] = await Promise.all([
          floor.db.rows(sql`SELECT 1 / 0`).catch(() => 'refused'),
          servedCustomer(floor),
        ]);
        return [refused, made.customerId];
      },
    });
    expect(kept).toMatchObject({ answer: ['refused', expect.stringMatching(/^cus_/)] });
    expect(await customers()).toBe(1);
  });

  test('may do its work in a transaction of its own, and ask beside it', async () => {
    const kept = await answerOnce(floor.app, question(), {
      isKept: () => true,
      answer: () =>
        floor.db.transaction(async (tx) => {
          await servedCustomer(floor);
          const [row] = await tx.rows<{ many: number }>(sql`SELECT count(*)::int AS many FROM customers`);
          return row?.many;
        }),
    });
    expect(kept).toEqual({ answer: 1 });
  });

  test('is answered anew after a day', async () => {
    await answerOnce(floor.app, question(), make());
    await floor.clock.advance(24 * 60 * 60 * 1000);
    await answerOnce(floor.app, question('create lee'), make());
    expect(await customers()).toBe(2);
    await floor.clock.advance(24 * 60 * 60 * 1000);
    await sweepAnswers(floor.db);
    expect(await floor.db.rows(sql`SELECT FROM idempotent_answers`)).toEqual([]);
  });

  test('keeps what was asked and its answer unreadable at rest', async () => {
    await answerOnce(floor.app, question(), { answer: async () => 'blood pressure 180', isKept: () => true });
    const [row] = await floor.db.rows<{ answer: string; request: string }>(
      sql`SELECT answer, request FROM idempotent_answers`,
    );
    expect(row?.request).not.toContain(question().request);
    expect(Buffer.from(row?.answer ?? '', 'base64url').toString('latin1')).not.toContain('blood');
    expect(row?.answer).not.toContain('blood');
  });
});
