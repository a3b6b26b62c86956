import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sql } from '../database/sql.ts';
import { type Floor, openFloor } from '../testing/floor.ts';
import { testSecret } from '../testing/test-server.ts';
import { signInDemo } from './sign-in-demo.ts';
import { createTokens } from './tokens.ts';

let floor: Floor;
beforeAll(async () => {
  floor = await openFloor({ connections: 12 });
});
beforeEach(() => floor.clear());
afterAll(() => floor.close());

const tokens = createTokens(testSecret);
const app = (isDemo = true) => ({ ...floor.app, tokens, isDemo });
const signIn = (name: string | undefined, from = '127.0.0.1', isDemo = true) =>
  signInDemo(app(isDemo), { role: 'rep', name, from: { address: from, device: '' } });

describe('the demo sign-in', () => {
  test.each(['127.0.0.1', '127.8.9.1', '::1', '::ffff:127.0.0.1'])(
    'is open from this machine (%s)',
    async (from) => {
      expect(await signIn('Dana', from)).toMatchObject({ ok: true });
    },
  );

  test.each(['192.168.1.7', '10.0.0.1', '::ffff:10.0.0.1', 'fe80::1', '127.0.0.1.evil.example', '', '::'])(
    'is shut from elsewhere ("%s")',
    async (from) => {
      expect(await signIn('Dana', from)).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    },
  );

  test('is shut outside demo mode, also from this machine', async () => {
    expect(await signIn('Dana', '127.0.0.1', false)).toMatchObject({
      ok: false,
      error: { code: 'NOT_FOUND' },
    });
  });

  test('with the same name, however it is written, is the same person; another name is another', async () => {
    const people = await Promise.all(
      ['Zoe Quinn', 'zoe quinn', 'ZOE QUINN', 'Zoe'].map((name) => signIn(name)),
    );
    const ids = people.map((answer) => (answer.ok ? answer.value.user.id : answer.error.code));
    expect(new Set(ids.slice(0, 3)).size).toBe(1);
    expect(ids[3]).not.toBe(ids[0]);
  });

  test('is shut to a demo person whom an admin disabled', async () => {
    await signIn('Zoe Quinn');
    await floor.app.db.rows(sql`UPDATE users SET disabled_at = desk_now() WHERE name = 'Zoe Quinn'`);
    expect(await signIn('zoe quinn')).toMatchObject({ ok: false, error: { code: 'UNAUTHENTICATED' } });
  });

  test('of twenty windows that sign in a new person at once gives twenty sessions of one person', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => signIn('Brand New')));
    expect(answers.filter((answer) => !answer.ok)).toEqual([]);
    expect(new Set(answers.map((answer) => (answer.ok ? answer.value.user.id : ''))).size).toBe(1);
  });
});
