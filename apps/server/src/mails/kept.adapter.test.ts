import { expect, test } from 'vitest';
import { keptMailer } from './kept.adapter.ts';
import { createKeptMails } from './kept-mails.ts';
import { describeMailer, openOutbox, write } from './mailer.suite.ts';

describeMailer('nobody, kept to be read', async () => ({
  mailer: () => keptMailer,
  arrived: ({ db, box }) => createKeptMails({ db, sealing: box.sealing, write }).list(null),
  close: async () => undefined,
}));

test('kept mails stay readable for the server alone: the row shows nothing of a code', async () => {
  const outbox = await openOutbox(() => keptMailer);
  await outbox.box.post('dana@example.com', { kind: 'reset-password', name: 'Dana', code: '135790' });
  await outbox.send();
  const [row] = await outbox.rows();
  expect(row).toMatchObject({ status: 'kept' });
  expect(JSON.stringify(row)).not.toMatch(/135790|Dana/);
  await outbox.close();
});
