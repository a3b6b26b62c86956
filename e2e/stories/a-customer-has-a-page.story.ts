import { RecordShelf } from '../fixtures/record-shelf.ts';
import { expect, test } from '../fixtures/story.ts';

// A refusal is a status of its own, which browsers write into their console.
test.use({ allowedTrouble: /status of 409/ });

test('A customer’s page is edited where it stands, and tells what was there before', async ({ openDesk }) => {
  const dana = await openDesk('Dana Reyes');
  const { page } = dana;
  const shelf = new RecordShelf(dana);
  const customer = await shelf.customer({
    firstName: 'Vera',
    lastName: 'Pagel',
    email: 'vera@example.com',
    timeZone: 'America/Chicago',
    addresses: [{ street: '5 Pine Street', city: 'Austin', state: 'TX' }],
  });
  await page.evaluate((to) => {
    location.hash = to;
  }, `#/customers/${customer.id}`);
  await expect(page.getByRole('heading', { name: 'Vera Pagel', level: 1 })).toBeVisible();

  await test.step('a field is saved on leaving it', async () => {
    await page.getByRole('textbox', { name: 'Email' }).fill('vera.pagel@example.com');
    await dana.press('Enter');
    await expect(page.getByText('Email: “vera@example.com” became “vera.pagel@example.com”')).toBeVisible();
    await page.getByRole('textbox', { name: 'Lead source' }).fill('Radio');
    await dana.press('Enter');
    await expect(page.getByText('Lead source: Radio')).toBeVisible();
  });

  await test.step('a job is booked from it, and stands in what happened', async () => {
    await page.getByRole('button', { name: 'New job' }).click();
    const form = page.getByRole('dialog', { name: 'New job' });
    await form.getByRole('textbox', { name: 'What is to be done' }).fill('Sweep the chimney');
    await form.getByRole('textbox', { name: 'When' }).fill('in 3 days 2pm for 1h');
    await dana.press('Control+Enter');
    await expect(page.getByRole('heading', { name: /^Job \d+: Sweep the chimney$/ })).toBeVisible();
    await page.getByRole('link', { name: 'Vera Pagel' }).click();
    await expect(page.getByText('Job “Sweep the chimney”')).toBeVisible();
  });

  await test.step('two who write into the same field see both, side by side', async () => {
    const lee = await openDesk('Lee Park');
    await lee.page.evaluate((to) => {
      location.hash = to;
    }, `#/customers/${customer.id}`);
    await expect(lee.page.getByRole('textbox', { name: 'Company' })).toBeVisible();
    await page.getByRole('textbox', { name: 'Company' }).fill('Pagel & Sons');
    await dana.press('Enter');
    await expect(page.getByText('Company: Pagel & Sons')).toBeVisible();
    await lee.page.getByRole('textbox', { name: 'Company' }).fill('Pagel Roofing');
    await lee.press('Enter');
    const both = lee.page.getByRole('alert');
    await expect(both).toContainText('Pagel & Sons');
    await expect(both).toContainText('Pagel Roofing');
    await both.getByRole('button', { name: 'Keep mine' }).click();
    await expect(lee.page.getByText('Company: “Pagel & Sons” became “Pagel Roofing”')).toBeVisible();
  });
});

test('A job’s ticket has its lines, notes and steps, and a canceled job is taken up again', async ({
  openDesk,
}) => {
  const dana = await openDesk('Dana Reyes');
  const { page } = dana;
  const shelf = new RecordShelf(dana);
  const customer = await shelf.customer({
    firstName: 'Ines',
    lastName: 'Ticket',
    timeZone: 'America/Chicago',
    addresses: [{ street: '7 Ash Street' }],
  });
  const job = await shelf.job(customer.id, {
    title: 'Boiler',
    schedule: { start: '2027-01-12T16:00:00Z', end: '2027-01-12T18:00:00Z', arrivalWindowMinutes: 60 },
  });
  await page.evaluate((to) => {
    location.hash = to;
  }, `#/jobs/${job.id}`);
  const ticket = page.getByRole('complementary', { name: 'Ticket' });
  await expect(ticket).toContainText('Tue, Jan 12');
  await expect(ticket).toContainText('10:00 AM in Chicago');
  await expect(ticket).toContainText('The crew arrives between 8:00 AM and 9:00 AM.');

  await test.step('lines are typed and come to a total', async () => {
    await page.getByRole('button', { name: 'Edit lines' }).click();
    await page.getByRole('textbox', { name: 'What', exact: true }).fill('Visit');
    await page.getByRole('textbox', { name: 'Quantity' }).fill('1.5');
    await page.getByRole('textbox', { name: 'Price' }).fill('120.00');
    await expect(page.getByText('Comes to $180.00')).toBeVisible();
    await page.getByRole('textbox', { name: 'Quantity' }).fill('many');
    await page.getByRole('button', { name: 'Save lines' }).click();
    await expect(page.getByText('Type a number such as 1.5.')).toBeVisible();
    await page.getByRole('textbox', { name: 'Quantity' }).fill('2');
    await dana.press('Control+Enter');
    await expect(page.getByRole('row', { name: /Total \$240.00/ })).toBeVisible();
  });

  await test.step('a note is added', async () => {
    await page.getByRole('textbox', { name: 'New note' }).fill('The key is under the mat.');
    await dana.press('Control+Enter');
    await expect(page.getByRole('article')).toContainText('The key is under the mat.');
    await expect(page.getByRole('article')).toContainText('Dana Reyes');
  });

  await test.step('canceling can be taken back, only what may follow is offered', async () => {
    await page.getByRole('button', { name: 'Cancel job' }).click();
    await expect(ticket.getByText('Canceled', { exact: true }).first()).toBeVisible();
    await expect(page.getByRole('button', { name: 'Complete' })).toBeHidden();
    await expect(dana.told('“Boiler” is now canceled.')).toBeVisible();
    await dana.press('Control+z');
    await expect(ticket.getByText('Scheduled', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await expect(ticket.getByText('In progress', { exact: true })).toBeVisible();
  });

  await test.step('it is edited over what is there', async () => {
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    const form = page.getByRole('dialog', { name: /^Edit job/ });
    await form.getByRole('textbox', { name: 'What is to be done' }).fill('Boiler and pipes');
    await dana.press('Control+Enter');
    await expect(page.getByRole('heading', { name: /Boiler and pipes/, level: 1 })).toBeVisible();
    await expect(page.getByRole('row', { name: /Total \$240.00/ })).toBeVisible();
  });
});
