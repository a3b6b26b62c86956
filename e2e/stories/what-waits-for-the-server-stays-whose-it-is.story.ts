import { cutWrites } from '../fixtures/cut-writes.ts';
import type { DeskWindow } from '../fixtures/desk-window.ts';
import { customersCalled, knownCustomer, readCustomer } from '../fixtures/records.ts';
import { expect, test } from '../fixtures/story.ts';

// A browser writes each request that fails to its console.
test.use({ allowedTrouble: /Failed to load resource|net::ERR_|409 \(Conflict\)/ });

const tray = (dana: DeskWindow) => dana.page.getByRole('dialog', { name: 'Changes on their way' });

/** Lays something on this computer, as an earlier window of the person left it there. */
async function leftBehind(dana: DeskWindow, id: string, text: string): Promise<void> {
  await dana.page.evaluate(
    ([name, kept]) => {
      const session: { user: { id: string } } = JSON.parse(
        sessionStorage.getItem('ringdesk.session') ?? '{}',
      );
      localStorage.setItem(`ringdesk.outbox.${session.user.id}.${name}`, kept ?? '');
    },
    [id, text],
  );
  await dana.page.reload();
}

test('A write of the day before may be done already: it waits until somebody has looked', async ({
  openDesk,
}) => {
  const dana = await openDesk('Dana Reyes');
  const dayBefore = Date.now() - 24 * 3_600_000;
  const entry = {
    id: 'key-old',
    name: 'customer.create',
    input: { firstName: 'Marigold', notes: 'Rings twice' },
    label: 'new customer Marigold',
    at: dayBefore,
    triedAt: dayBefore,
    tries: 1,
    refusal: null,
  };
  await leftBehind(dana, entry.id, JSON.stringify(entry));
  const news = dana.told('1 change may have been done already.');
  await expect(news).toBeVisible();
  expect(await customersCalled(dana, 'Marigold')).toHaveLength(0);

  await test.step('all that was typed is shown, and the way to look is one press', async () => {
    await news.getByRole('button', { name: 'Show' }).click();
    await tray(dana).getByText('What was typed').click();
    await expect(tray(dana).getByText('Rings twice')).toBeVisible();
    await tray(dana).getByRole('link', { name: 'Look' }).click();
    await expect(tray(dana)).toBeHidden();
    await expect(dana.page).toHaveURL(/customers\?q=Marigold/);
  });

  await test.step('it is sent when somebody says so', async () => {
    await news.getByRole('button', { name: 'Show' }).click();
    await tray(dana).getByRole('button', { name: 'Send', exact: true }).click();
    await expect(tray(dana).getByText('Everything is saved.')).toBeVisible();
    expect(await customersCalled(dana, 'Marigold')).toHaveLength(1);
  });
});

test('A new record that was not taken comes back into its form and is put right there', async ({
  openDesk,
}) => {
  const dana = await openDesk('Dana Reyes');
  const { page } = dana;
  const { id, addresses } = await knownCustomer(dana, {
    firstName: 'Marigold',
    addresses: [{ street: '12 Oak Street', city: 'Chicago', state: 'IL' }],
  });
  const schedule = { start: '2027-03-15T19:00:00Z', end: '2027-03-15T21:00:00Z' };
  const job = { customerId: id, addressId: addresses[0]?.id, title: 'Roof', schedule };
  await dana.send('POST', '/jobs', job);
  const entry = {
    id: 'key-job',
    name: 'job.create',
    input: { ...job, title: 'Boiler', lineItems: [{ name: 'Visit', unitPriceCents: 9900 }] },
    label: 'job “Boiler” for Marigold',
    at: Date.now(),
    tries: 0,
    refusal: null,
  };
  await leftBehind(dana, entry.id, JSON.stringify(entry));
  const news = dana.told('1 change was not taken.');
  await news.getByRole('button', { name: 'Show' }).click();
  await expect(tray(dana).getByText('This customer has another job in that time.')).toBeVisible();
  await tray(dana).getByRole('button', { name: 'Change' }).click();
  const form = page.getByRole('form', { name: 'New job' });
  await expect(form.getByRole('textbox', { name: 'What is to be done' })).toHaveValue('Boiler');
  await expect(form.getByRole('textbox', { name: 'Line 1: price' })).toHaveValue('99.00');
  await expect(form.getByText(/^Marigold has “Roof” then, /)).toBeVisible();

  await test.step('closed and opened again, nothing is lost', async () => {
    await form.getByRole('textbox', { name: 'Description' }).fill('In the basement');
    await dana.press('Escape');
    await expect(form).toBeHidden();
    await news.getByRole('button', { name: 'Show' }).click();
    await tray(dana).getByRole('button', { name: 'Change' }).click();
    await expect(form.getByRole('textbox', { name: 'Description' })).toHaveValue('In the basement');
  });

  await test.step('booked at the next free time, it waits no more', async () => {
    await dana.press('F2');
    await expect(form.getByText(/ then, /)).toBeHidden();
    await dana.press('Control+Enter');
    await expect(form).toBeHidden();
    await expect(news).toBeHidden();
    const { items } = (await dana.read(`/jobs?customerId=${id}`)) as { items: { title: string }[] };
    expect(items.map(({ title }) => title).toSorted()).toEqual(['Boiler', 'Roof']);
  });
});

test('What another version of the desk kept is not thrown away', async ({ openDesk }) => {
  const dana = await openDesk('Dana Reyes');
  await leftBehind(dana, 'key-later', '{"name":"customer.merge"}');
  const news = dana.told('1 change of another version is kept.');
  await expect(news).toBeVisible();
  await dana.page.reload();
  await news.getByRole('button', { name: 'Show' }).click();
  await expect(tray(dana).getByRole('button', { name: 'Throw away' })).toBeHidden();
  const saved = dana.page.waitForEvent('download');
  await tray(dana).getByRole('button', { name: 'Save' }).click();
  await saved;
  await tray(dana).getByRole('button', { name: 'Throw away' }).click();
  await expect(tray(dana).getByText('Everything is saved.')).toBeVisible();
});

test('Whoever signs out with changes on their way is warned; nobody else sees or sends them', async ({
  openDesk,
}) => {
  const dana = await openDesk('Dana Reyes');
  const { page } = dana;
  await dana.goTo('Customers');
  const mend = await cutWrites(page);
  await page.getByRole('button', { name: 'New customer' }).first().click();
  await page.getByRole('textbox', { name: 'First name' }).fill('Marigold');
  await dana.press('Control+Enter');
  await expect(dana.told('1 change waits for the server.')).toBeVisible();

  await dana.goTo('Desk');
  const warning = page.getByRole('dialog', { name: 'Sign out with unsaved changes?' });
  await dana.signOut();
  await expect(warning).toContainText('1 change is not saved yet.');
  await warning.getByRole('button', { name: 'Stay' }).click();
  await expect(dana.told('1 change waits for the server.')).toBeVisible();
  await dana.signOut();
  await warning.getByRole('button', { name: 'Sign out' }).click();

  await mend();
  await dana.signIn('Lee Park');
  await expect(dana.told(/for the server/)).toBeHidden();
  expect(await customersCalled(dana, 'Marigold')).toHaveLength(0);
  await dana.signOut();

  await dana.signIn('Dana Reyes');
  await expect(dana.told('Saved now: new customer Marigold.')).toBeVisible();
  const [marigold] = await customersCalled(dana, 'Marigold');
  const me = (await dana.read('/me')) as { id: string };
  expect(marigold).toMatchObject({ createdBy: me.id });
});

test('What is typed in a field when the desk is locked is saved once it is open again', async ({
  openDesk,
}) => {
  const dana = await openDesk('Dana Reyes');
  const { page } = dana;
  const { id } = await knownCustomer(dana, { firstName: 'Marigold' });
  await page.goto(new URL(`/#/customers/${id}`, page.url()).href);
  await page.getByRole('textbox', { name: 'Company' }).fill('Lopez Tiles');
  await dana.press('Control+Shift+L');
  await expect(page.getByRole('heading', { name: 'This desk is locked' })).toBeVisible();
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByRole('textbox', { name: 'Company' })).toHaveValue('Lopez Tiles');
  await expect
    .poll(async () => (await readCustomer(dana, id)) as object)
    .toMatchObject({ company: 'Lopez Tiles', version: 2 });
});

test('A server that is slow is no news: nothing comes and goes above the desk at each change', async ({
  openDesk,
}) => {
  const dana = await openDesk('Dana Reyes');
  const { page } = dana;
  const { id } = await knownCustomer(dana, { firstName: 'Marigold' });
  await page.goto(new URL(`/#/customers/${id}`, page.url()).href);
  const company = page.getByRole('textbox', { name: 'Company' });
  await expect(company).toBeVisible();
  // Late enough for every shape that shows only what is slow.
  await page.route(`**/api/v1/customers/${id}`, async (route) => {
    if (route.request().method() === 'PATCH') await new Promise((resume) => setTimeout(resume, 1200));
    await route.fallback();
  });
  await page.evaluate(() => {
    const look = () => {
      if (document.body.textContent.includes('for the server')) document.body.dataset['news'] = 'yes';
    };
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true });
  });
  await company.fill('Lopez Tiles');
  await dana.press('Enter');
  // What was typed stands there meanwhile.
  await expect(company).toHaveValue('Lopez Tiles');
  await expect.poll(async () => (await readCustomer(dana, id)).version).toBe(2);
  await expect(company).toHaveValue('Lopez Tiles');
  await expect(page.locator('body')).not.toHaveAttribute('data-news');
});
