import { go } from '../fixtures/calendar.ts';
import { RecordShelf } from '../fixtures/record-shelf.ts';
import { expect, test } from '../fixtures/story.ts';

// The browser itself tells of each connection that failed.
test.use({ allowedTrouble: /WebSocket|ERR_CONNECTION|ERR_INTERNET/ });

test('While the server is away each page says so, and once it is back what was asked for is there', async ({
  openDesk,
  server,
}) => {
  const dana = await openDesk('Dana Reyes');
  const { page } = dana;
  const shelf = new RecordShelf(dana);
  const owen = await shelf.customer({ lastName: 'Oakes', addresses: [{ street: '3 Oak Street' }] });
  const job = await shelf.job(owen.id, { title: 'Gate' });
  const trouble = page.getByRole('alert').filter({ has: page.getByRole('button', { name: 'Try again' }) });
  await server.crash();
  // A computer without any network is no reason not to ask: the server may stand on it.
  await page.context().setOffline(true);
  for (const place of [
    '#/customers',
    `#/customers/${owen.id}`,
    '#/jobs',
    '#/jobs?view=week&day=2027-06-02',
    `#/jobs/${job.id}`,
  ])
    await test.step(place, async () => {
      await go(page, place);
      await expect(trouble.first()).toBeVisible();
    });
  await page.context().setOffline(false);
  await server.start();
  await expect(page.getByRole('heading', { name: /Gate$/, level: 1 })).toBeVisible({ timeout: 45_000 });
  await expect(trouble).toBeHidden();
});

test('The focus goes back to where it was when a window over the page is closed', async ({ openDesk }) => {
  const sam = await openDesk('Sam Ortiz');
  const { page } = sam;
  await go(page, '#/customers');
  const table = page.getByRole('grid', { name: 'Customers' });
  await expect(table.getByRole('row').nth(3)).toBeVisible();
  const main = page.getByRole('main');
  await main.focus();
  await sam.press('n');
  await expect(page.getByRole('textbox', { name: 'First name' })).toBeFocused();
  await sam.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(main).toBeFocused();

  await test.step('and follows the steps of an import', async () => {
    await go(page, '#/customers/import');
    await page.getByRole('textbox', { name: 'Paste rows' }).fill('name,phone\nAva Stone,12\n');
    await page.getByRole('button', { name: 'Read these rows' }).press('Enter');
    await expect(page.getByRole('region', { name: 'Columns' })).toBeFocused();
    await page.getByRole('button', { name: 'Check the rows' }).press('Enter');
    await expect(page.getByRole('region', { name: 'Check' })).toBeFocused();
    await expect(page.getByText('Phone: expected a number such as (415) 555-0132')).toBeVisible();
  });
});
