import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../database/sql.ts';
import { type Floor, openFloor } from '../testing/floor.ts';
import { createMailSweep } from './sweep-mails.ts';

let floor: Floor;
beforeAll(async () => {
  floor = await openFloor();
});
afterAll(() => floor.close());

test('mails are forgotten after thirty days, whether they were sent, given up or never tried', async () => {
  const { db } = floor.app;
  for (const [status, facts] of [
    ['sent', null],
    ['dead', 'sealed'],
    ['queued', 'sealed'],
    ['kept', 'sealed'],
  ] as const)
    for (const days of [29, 31])
      await db.rows(sql`INSERT INTO mails (id, recipient, kind, facts, status, due_at, created_at)
        VALUES (${`${status}-${days}`}, 'dana@example.com', 'password-changed', ${facts}, ${status}, desk_now(),
          desk_now() - make_interval(days => ${days}::int))`);
  await createMailSweep(floor.app)();
  const left = await db.rows<{ id: string }>(sql`SELECT id FROM mails ORDER BY id`);
  expect(left.map(({ id }) => id)).toEqual(['dead-29', 'kept-29', 'queued-29', 'sent-29']);
});
