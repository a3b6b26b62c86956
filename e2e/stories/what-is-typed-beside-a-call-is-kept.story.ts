import { knownCustomer } from '../fixtures/records.ts';
import { expect, test } from '../fixtures/story.ts';

// A browser writes each refusal to its console.
test.use({ allowedTrouble: /409 \(Conflict\)/ });

const number = '+13125550188';
const maria = {
  firstName: 'Maria',
  lastName: 'Lopez',
  phones: [{ kind: 'mobile', number }],
  addresses: [{ street: '12 Oak Street', city: 'Chicago', state: 'IL' }],
};

test('A form beside a call outlives a closed panel, another call that is picked, and a reload', async ({
  openDesk,
  ring,
}) => {
  const dana = await openDesk('Dana Reyes');
  const { page } = dana;
  await dana.press('a');
  await ring('Maria Lopez', number);
  await dana.takeCall('Maria Lopez');
  await ring('Tom Brady');
  await dana.press('c');
  const company = page.getByRole('textbox', { name: 'Company' });
  await company.fill('Lopez Tiles');

  await test.step('the panel is closed and opened', async () => {
    await page.getByRole('button', { name: 'Hide the caller’s facts' }).click();
    await expect(company).toBeHidden();
    await page.getByRole('button', { name: 'Show the caller’s facts' }).click();
    await expect(company).toHaveValue('Lopez Tiles');
  });

  await test.step('another call is read', async () => {
    await dana.row('Tom Brady').click();
    await expect(dana.call('Tom Brady')).toBeVisible();
    await expect(company).toBeHidden();
    await dana.row('Maria Lopez').click();
    await expect(company).toHaveValue('Lopez Tiles');
  });

  await test.step('the window is reloaded', async () => {
    await page.reload();
    await expect(company).toHaveValue('Lopez Tiles');
  });

  await test.step('Escape closes the form and loses nothing; the keys of the desk work again', async () => {
    await company.focus();
    await dana.press('Escape');
    await expect(company).toBeHidden();
    await dana.press('c');
    await expect(company).toHaveValue('Lopez Tiles');
  });
});

test('Whoever types on after opening a job has written it, and no letter was a key of the desk', async ({
  openDesk,
  ring,
}) => {
  const dana = await openDesk('Dana Reyes');
  const { page } = dana;
  const { id } = await knownCustomer(dana, maria);
  await dana.press('a');
  await ring('Maria Lopez', number);
  await expect(dana.offer('Maria Lopez')).toBeVisible();
  await dana.press('Enter');
  await expect(dana.side.getByText('One customer has this number')).toBeVisible();
  const slow = Promise.withResolvers<void>();
  await page.route(`**/api/v1/customers/${id}`, async (route) => {
    await slow.promise;
    await route.fallback();
  });
  await dana.press('l');
  await dana.press('Enter');
  await dana.press('j');
  const title = page.getByRole('textbox', { name: 'What is to be done' });
  await page.keyboard.type('Boiler, ');
  await expect(title).toHaveValue('Boiler, ');
  slow.resolve();
  await expect(page.getByRole('textbox', { name: 'When' })).toBeVisible();
  await expect(title).toBeFocused();
  await page.keyboard.type('end of the heater');
  await expect(title).toHaveValue('Boiler, end of the heater');
  await expect(dana.wrapUp).toBeHidden();
});

test('A time that is still looked up is booked with the job, and words that are no time are not passed over', async ({
  openDesk,
  ring,
}) => {
  const dana = await openDesk('Dana Reyes');
  const { page } = dana;
  await knownCustomer(dana, maria);
  await dana.press('a');
  const caller = await ring('Maria Lopez', number);
  await expect(dana.offer('Maria Lopez')).toBeVisible();
  await dana.press('Enter');
  await dana.linkMatch();
  await dana.press('j');
  await page.keyboard.type('Boiler');
  const job = page.getByRole('form', { name: 'New job' });
  const when = job.getByRole('textbox', { name: 'When' });

  await test.step('words that are no time', async () => {
    await when.fill('some day');
    await dana.press('Control+Enter');
    await expect(when).toHaveAccessibleDescription(/This is no time yet/);
    await expect(when).toBeFocused();
  });

  await test.step('a morning, while the server is slow to say what is taken', async () => {
    const slow = Promise.withResolvers<void>();
    await page.route('**/api/v1/jobs/taken**', async (route) => {
      await slow.promise;
      await route.fallback();
    });
    await when.fill('2027-03-15 morning');
    await dana.press('Control+Enter');
    await expect(job.getByRole('button', { name: 'Booking …' })).toBeVisible();
    slow.resolve();
    await expect(dana.side.getByRole('button', { name: /^Job \d+: Boiler/ })).toBeVisible();
    const { items } = (await dana.read(`/jobs?callId=${caller.callId}`)) as { items: { schedule: object }[] };
    // In Chicago the clock was turned the day before.
    expect(items).toMatchObject([{ schedule: { start: '2027-03-15T13:00:00.000Z' } }]);
  });
});

test('Somebody was faster with the same time: it is said in words, and the next free time is one key away', async ({
  openDesk,
  ring,
}) => {
  const dana = await openDesk('Dana Reyes');
  const { page } = dana;
  const { id, addresses } = await knownCustomer(dana, maria);
  await dana.press('a');
  const caller = await ring('Maria Lopez', number);
  await expect(dana.offer('Maria Lopez')).toBeVisible();
  await dana.press('Enter');
  await dana.linkMatch();
  await dana.press('j');
  const job = page.getByRole('form', { name: 'New job' });
  await page.keyboard.type('Boiler');
  await job.getByRole('textbox', { name: 'When' }).fill('2027-03-15 2-4');
  await expect(job.getByText(/Mar 15, 2027, 2:00 – 4:00 PM/)).toBeVisible();
  await expect(job.getByText(/ then, /)).toBeHidden();

  // In Chicago the clock was turned the day before: two in the afternoon is UTC minus five hours.
  await dana.send('POST', '/jobs', {
    customerId: id,
    addressId: addresses[0]?.id,
    title: 'Roof',
    schedule: { start: '2027-03-15T19:30:00Z', end: '2027-03-15T20:00:00Z' },
  });
  await dana.press('Control+Enter');
  await expect(job.getByText(/Maria Lopez has “Roof” then, .*2:30 – 3:00 PM\./)).toBeVisible();
  await expect(job.getByRole('button', { name: 'Mar 15, 3 PM', exact: true })).toBeVisible();
  await dana.press('F2');
  await expect(job.getByText(/ then, /)).toBeHidden();
  await dana.press('Control+Enter');
  await expect(dana.side.getByRole('button', { name: /^Job \d+: Boiler/ })).toBeVisible();
  const jobs = (await dana.read(`/jobs?callId=${caller.callId}`)) as {
    items: { schedule: { start: string; end: string } }[];
  };
  expect(jobs.items[0]?.schedule).toMatchObject({
    start: '2027-03-15T20:00:00.000Z',
    end: '2027-03-15T22:00:00.000Z',
  });
});
