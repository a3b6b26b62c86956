import { knownCustomer } from '../fixtures/records.ts';
import { expect, test } from '../fixtures/story.ts';

const number = '+13125550188';

test('A known caller is linked, booked and wrapped up in under ten keys', async ({
  openDesk,
  ring,
}, info) => {
  const dana = await openDesk('Dana Reyes');
  await knownCustomer(dana, {
    firstName: 'Maria',
    lastName: 'Lopez',
    phones: [{ kind: 'mobile', number }],
    addresses: [{ street: '12 Oak Street', city: 'Chicago', state: 'IL' }],
  });
  await dana.press('a');
  const caller = await ring(null, number);
  await caller.says('My water heater is leaking.');
  await caller.says('When would you like somebody to come?', 'assistant');
  await caller.says('Could somebody come tomorrow between two and four in the afternoon?');
  await expect(dana.offer('+1 312 555 0188')).toBeVisible();

  let keys = 0;
  const beganMs = Date.now();
  const key = (name: string) => {
    keys += 1;
    return dana.press(name);
  };
  const job = dana.page.getByRole('form', { name: 'New job' });
  await key('Enter');
  await expect(dana.side.getByText('One customer has this number')).toBeVisible();
  await expect(dana.heard.getByRole('button', { name: /^Take Wished time/ })).toBeVisible();
  await key('l');
  await key('Enter');
  await expect(dana.side.getByRole('heading', { name: 'Maria Lopez' })).toBeVisible();
  // What was heard of the job opens its form with all of it.
  await key('Control+.');
  await expect(job.getByText(/2:00 – 4:00 PM · 2 h/)).toBeVisible();
  await key('Control+Enter');
  await expect(dana.side.getByRole('button', { name: /^Job \d+: My water heater/ })).toBeVisible();
  await key('e');
  await expect(dana.wrapUp).toBeVisible();
  await key('1');
  await key('Enter');
  await expect(dana.wrapUp).toBeHidden();
  const seconds = (Date.now() - beganMs) / 1000;

  info.annotations.push({ type: 'keys', description: String(keys) });
  process.stdout.write(`  a known caller: ${keys} keys, ${seconds.toFixed(1)} s\n`);
  expect(keys).toBeLessThan(10);
  const jobs = (await dana.read(`/jobs?callId=${caller.callId}`)) as { items: unknown[] };
  expect(jobs.items).toHaveLength(1);
});

test('A new caller is made a customer, booked and wrapped up in under ten keys', async ({
  openDesk,
  ring,
}) => {
  const dana = await openDesk('Dana Reyes');
  await dana.press('a');
  const caller = await ring(null, number);
  await caller.says('Who am I speaking with?', 'assistant');
  await caller.says('My name is Maria Lopez, and my water heater is leaking.');
  await caller.says('What is the address, please?', 'assistant');
  await caller.says('It is 1420 West Fullerton Avenue in Chicago, Illinois, 60614.');
  await caller.says('When would you like somebody to come?', 'assistant');
  await caller.says('Could somebody come tomorrow between two and four in the afternoon?');
  await expect(dana.offer('+1 312 555 0188')).toBeVisible();

  let keys = 0;
  const beganMs = Date.now();
  const key = (name: string) => {
    keys += 1;
    return dana.press(name);
  };
  const job = dana.page.getByRole('form', { name: 'New job' });
  await key('Enter');
  await expect(
    dana.heard.getByText('1 more').or(dana.heard.getByRole('button', { name: /Wished/ })),
  ).toBeVisible();
  await key('Control+.');
  await expect(dana.page.getByRole('textbox', { name: 'Street' })).toHaveValue('1420 West Fullerton Avenue');
  await key('Control+Enter');
  await expect(dana.side.getByRole('heading', { name: 'Maria Lopez' })).toBeVisible();
  await key('j');
  await expect(job.getByText(/2:00 – 4:00 PM · 2 h/)).toBeVisible();
  await key('Control+Enter');
  await expect(dana.side.getByRole('button', { name: /^Job \d+: / })).toBeVisible();
  await key('e');
  await expect(dana.wrapUp).toBeVisible();
  await key('1');
  await key('Enter');
  await expect(dana.wrapUp).toBeHidden();
  process.stdout.write(`  a new caller: ${keys} keys, ${((Date.now() - beganMs) / 1000).toFixed(1)} s\n`);
  expect(keys).toBeLessThan(10);
});
