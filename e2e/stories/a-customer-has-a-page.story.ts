import type { Page } from '@playwright/test';
import type { Job } from '@ringdesk/shared';
import { RecordShelf } from '../fixtures/record-shelf.ts';
import { expect, test } from '../fixtures/story.ts';

// A refusal is a status of its own, which browsers write into their console.
test.use({ allowedTrouble: /status of 409/ });

/** Whoever comes back to a window has its records read again, once they are a few seconds old. */
async function lookAgain(page: Page, place: RegExp): Promise<void> {
  const told = page.waitForResponse(place);
  const timer = await page.evaluate(() =>
    window.setInterval(() => window.dispatchEvent(new Event('visibilitychange')), 300),
  );
  await told;
  await page.evaluate((id) => clearInterval(id), timer);
}

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

    await test.step('also where the page was told of the other before the field was left', async () => {
      await lee.page.getByRole('textbox', { name: 'Lead source' }).fill('Truck');
      await page.reload();
      await page.getByRole('textbox', { name: 'Lead source' }).fill('Neighbour');
      await dana.press('Enter');
      await expect(page.getByText('Lead source: “Radio” became “Neighbour”')).toBeVisible();
      await lookAgain(lee.page, /\/customers\/cus_\w+$/);
      await lee.page.getByRole('textbox', { name: 'Lead source' }).press('Enter');
      await expect(both).toContainText('Neighbour');
      await expect(both).toContainText('Truck');
      await both.getByRole('button', { name: 'Take theirs' }).click();
      await expect(lee.page.getByRole('textbox', { name: 'Lead source' })).toHaveValue('Neighbour');
    });
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
    await expect(page.getByRole('button', { name: 'Edit lines' })).toBeFocused();
    await dana.press('Enter');
    await expect(page.getByRole('textbox', { name: 'What', exact: true })).toBeFocused();
    await page.getByRole('button', { name: 'Remove Visit' }).click();
    await expect(page.getByRole('button', { name: 'Add line' })).toBeFocused();
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();
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
    // The next step is pressed before the server has answered the one before it.
    await page.route(`**/api/v1/jobs/${job.id}`, async (route) => {
      if (route.request().method() === 'PATCH') await new Promise((resume) => setTimeout(resume, 800));
      await route.fallback();
    });
    await ticket.evaluate((here) => {
      const seen: string[] = [];
      const look = () => {
        const words = [...here.querySelectorAll('span')].map((span) => span.textContent);
        const now = words.find((word) => ['Canceled', 'Scheduled', 'In progress'].includes(word));
        if (now !== undefined && now !== seen.at(-1)) seen.push(now);
        document.body.dataset['statuses'] = seen.join(', ');
      };
      look();
      new MutationObserver(look).observe(here, { subtree: true, childList: true, characterData: true });
    });
    await dana.press('Control+z');
    await expect(ticket.getByText('Scheduled', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Start', exact: true }).focus();
    await dana.press('Enter');
    await expect(ticket.getByText('In progress', { exact: true })).toBeVisible();
    await expect(dana.told('“Boiler” is now in progress.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Not started yet' })).toBeFocused();
    expect(await page.evaluate(() => document.body.dataset['statuses'])).toBe(
      'Canceled, Scheduled, In progress',
    );
    await page.unroute(`**/api/v1/jobs/${job.id}`);
  });

  await test.step('what is typed outlives a closed form and a reload, until it is saved or given up', async () => {
    const form = page.getByRole('dialog', { name: /^Edit job/ });
    const open = () => page.getByRole('button', { name: 'Edit', exact: true }).click();
    await page.getByRole('textbox', { name: 'New note' }).fill('Half a sent');
    await open();
    await form.getByRole('textbox', { name: 'What is to be done' }).fill('Boiler and half a w');
    await dana.press('Escape');
    await expect(form).toBeHidden();
    await page.reload();
    await expect(page.getByRole('textbox', { name: 'New note' })).toHaveValue('Half a sent');
    await open();
    await expect(form.getByRole('textbox', { name: 'What is to be done' })).toHaveValue(
      'Boiler and half a w',
    );
    await form.getByRole('button', { name: 'Cancel' }).click();
    await open();
    await expect(form.getByRole('textbox', { name: 'What is to be done' })).toHaveValue('Boiler');
    await dana.press('Escape');
    await expect(form).toBeHidden();

    const quantity = page.getByRole('textbox', { name: 'Quantity' });
    await page.getByRole('button', { name: 'Edit lines' }).click();
    await quantity.fill('3');
    await page.reload();
    await expect(quantity).toHaveValue('3');
    await expect(quantity).not.toBeFocused();
    await quantity.press('Escape');
    await expect(quantity).toBeHidden();
    await dana.press('Control+z');
    await expect(quantity).toHaveValue('3');
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await page.reload();
    await expect(page.getByRole('row', { name: /Total \$240.00/ })).toBeVisible();
    await expect(quantity).toBeHidden();
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

test('Two who write on the same ticket lose nothing of each other', async ({ openDesk }) => {
  const dana = await openDesk('Dana Reyes');
  const { page } = dana;
  const shelf = new RecordShelf(dana);
  const customer = await shelf.customer({
    lastName: 'Together',
    addresses: [{ street: '7 Ash Street' }],
  });
  const addressOf = (street: string) =>
    shelf.post(`/customers/${customer.id}/addresses`, { street }) as Promise<{ id: string }>;
  const job = await shelf.job(customer.id, {
    title: 'Boiler',
    schedule: { start: '2027-01-12T16:00:00Z', end: '2027-01-12T18:00:00Z' },
  });
  const now = async () => (await dana.read(`/jobs/${job.id}`)) as Job;
  await page.evaluate((to) => {
    location.hash = to;
  }, `#/jobs/${job.id}`);
  await expect(page.getByRole('heading', { name: /Boiler$/, level: 1 })).toBeVisible();

  await test.step('a note of somebody else does not refuse a status', async () => {
    await shelf.post(`/jobs/${job.id}/notes`, { text: 'Ring twice.' });
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await expect(dana.told('“Boiler” is now in progress.')).toBeVisible();
    await expect(page.getByRole('article')).toContainText('Ring twice.');
  });

  await test.step('lines that both typed stand side by side, and nothing is written over unseen', async () => {
    await page.getByRole('button', { name: 'Edit lines' }).click();
    await page.getByRole('textbox', { name: 'What', exact: true }).fill('Visit');
    await page.getByRole('textbox', { name: 'Price' }).fill('100');
    const others = [{ name: 'Spare part', unitPriceCents: 5000 }];
    await shelf.change(await now(), { lineItems: others });
    // The page is told of it before the lines are saved.
    await lookAgain(page, /\/jobs\/job_\w+$/);
    await page.getByRole('button', { name: 'Save lines' }).click();
    const both = page.getByRole('alert');
    await expect(both).toContainText('1 × Spare part, $50.00');
    await expect(both).toContainText('1 × Visit, $100.00');
    expect((await now()).lineItems.map(({ name }) => name)).toEqual(['Spare part']);
    await both.getByRole('button', { name: 'Keep mine' }).click();
    await expect(page.getByRole('row', { name: /Total \$100.00/ })).toBeVisible();
  });

  await test.step('in the form as well, with the words for what is named by ids', async () => {
    await addressOf('9 Ash Street');
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    const form = page.getByRole('dialog', { name: /^Edit job/ });
    await expect(form.getByRole('textbox', { name: 'What is to be done' })).toBeFocused();
    await form.getByRole('combobox', { name: 'Address' }).selectOption('9 Ash Street');
    const third = await addressOf('11 Ash Street');
    await shelf.change(await now(), { addressId: third.id, description: 'Cold since Sunday.' });
    await dana.press('Control+Enter');
    const both = form.getByRole('alert').filter({ hasText: 'Somebody else changed the same' });
    await expect(both).toContainText('9 Ash Street');
    await expect(both).toContainText('11 Ash Street');
    await expect(both).not.toContainText('adr_');
    await both.getByRole('button', { name: 'Keep mine' }).click();
    await expect(form).toBeHidden();
    await expect(page.getByText('Cold since Sunday.')).toBeVisible();
    await expect(page.getByRole('complementary', { name: 'Ticket' })).toContainText('9 Ash Street');
  });
});
