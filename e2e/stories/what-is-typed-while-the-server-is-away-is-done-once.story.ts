import { cutWrites } from '../fixtures/cut-writes.ts';
import type { DeskWindow } from '../fixtures/desk-window.ts';
import { customersCalled, knownCustomer, readCustomer, type StoredCustomer } from '../fixtures/records.ts';
import { expect, test } from '../fixtures/story.ts';

// A browser writes each request that fails to its console.
test.use({ allowedTrouble: /Failed to load resource|net::ERR_/ });

const number = '+13125550188';

async function onCallWith(
  dana: DeskWindow,
  ring: (name: string | null, from?: string) => Promise<unknown>,
): Promise<void> {
  await dana.press('a');
  await ring('Maria Lopez', number);
  await dana.takeCall('Maria Lopez');
}

async function linked(dana: DeskWindow): Promise<void> {
  await dana.press('l');
  await dana.press('Enter');
  await expect(dana.side.getByRole('heading', { name: 'Maria Lopez' })).toBeVisible();
}

const mariaWithPhone = { firstName: 'Maria', lastName: 'Lopez', phones: [{ kind: 'mobile', number }] };
const tray = (dana: DeskWindow) => dana.page.getByRole('dialog', { name: 'Changes on their way' });

test('A new customer whose answer is lost is made once and linked, also after a reload', async ({
  openDesk,
  ring,
}) => {
  const dana = await openDesk('Dana Reyes');
  const { page } = dana;
  await onCallWith(dana, ring);
  // The server does what it is asked, and the desk never hears of it.
  let asked = 0;
  let isCut = true;
  const isCreate = (url: URL) => url.pathname === '/api/v1/customers';
  await page.route(isCreate, async (route) => {
    if (route.request().method() !== 'POST' || !isCut) return route.fallback();
    asked += 1;
    await route.fetch();
    // A window that is reloaded meanwhile does not hear of it either.
    await route.abort().catch(() => undefined);
  });
  await dana.press('c');
  await page.keyboard.type('Maria');
  await page.getByRole('textbox', { name: 'Last name' }).fill('Lopez');
  await dana.press('Control+Enter');
  await expect(dana.told('1 change waits for the server.')).toBeVisible();
  await page.reload();
  await expect(dana.told('1 change waits for the server.')).toBeVisible();
  expect(asked).toBeGreaterThan(0);
  isCut = false;
  await expect(dana.told('Saved now: new customer Maria Lopez.')).toBeVisible();
  await expect(dana.side.getByRole('heading', { name: 'Maria Lopez' })).toBeVisible();
  await expect(dana.told('1 change waits for the server.')).toBeHidden();
  expect(await customersCalled(dana, 'Maria Lopez')).toHaveLength(1);
});

test('A caller is linked and booked while the server is away; both are done once it is back', async ({
  openDesk,
  ring,
  server,
}) => {
  const dana = await openDesk('Dana Reyes');
  const { page } = dana;
  const { id } = await knownCustomer(dana, { ...mariaWithPhone, addresses: [{ street: '7 Ash Street' }] });
  await onCallWith(dana, ring);
  await expect(dana.side.getByText('One customer has this number')).toBeVisible();
  await server.crash();
  await expect(page.getByRole('img', { name: 'Connected', exact: true })).toBeHidden();
  await linked(dana);
  await expect(dana.told('Kept on this computer. The call is linked once the server is back.')).toBeVisible();
  await dana.press('j');
  await page.keyboard.type('Boiler');
  await dana.press('Control+Enter');
  await expect(dana.told('1 change waits for the server.')).toBeVisible();
  await server.start();
  await expect(page.getByRole('img', { name: 'Connected', exact: true })).toBeVisible();
  await expect(dana.side.getByRole('button', { name: /^Job \d+: Boiler/ })).toBeVisible();
  await expect
    .poll(async () => (await dana.read(`/calls?customerId=${id}`)) as object)
    .toMatchObject({ items: [{ customerId: id, jobIds: [expect.stringMatching(/^job_/)] }] });
});

test('Changes that were typed while the server was away are kept over a reload and done in their order', async ({
  openDesk,
  ring,
}) => {
  const dana = await openDesk('Dana Reyes');
  const { page } = dana;
  const maria = await knownCustomer(dana, mariaWithPhone);
  await onCallWith(dana, ring);
  await linked(dana);
  const mend = await cutWrites(page);
  await dana.side.getByRole('textbox', { name: 'Email' }).fill('maria@example.com');
  await dana.press('Enter');
  await dana.side.getByRole('textbox', { name: 'Company' }).fill('Lopez Tiles');
  await dana.press('Enter');
  await expect(dana.told('2 changes wait for the server.')).toBeVisible();
  await page.reload();
  await expect(dana.told('2 changes wait for the server.')).toBeVisible();
  await dana.told('2 changes wait').getByRole('button', { name: 'Show' }).click();
  await expect(tray(dana).getByRole('listitem')).toHaveCount(2);
  await mend();
  await tray(dana).getByRole('button', { name: 'Try now' }).click();
  await expect(tray(dana).getByText('Everything is saved.')).toBeVisible();
  const now: StoredCustomer & { company?: string } = await readCustomer(dana, maria.id);
  expect(now).toMatchObject({
    email: 'maria@example.com',
    company: 'Lopez Tiles',
    version: maria.version + 2,
  });
});

test('When two people wrote into the same field, both are shown side by side and one is chosen', async ({
  openDesk,
  ring,
}) => {
  const dana = await openDesk('Dana Reyes');
  const { page } = dana;
  const maria = await knownCustomer(dana, mariaWithPhone);
  await onCallWith(dana, ring);
  await linked(dana);
  const email = dana.side.getByRole('textbox', { name: 'Email' });

  await test.step('beside the field, while the rep is there', async () => {
    await dana.send('PATCH', `/customers/${maria.id}`, {
      version: maria.version,
      email: 'theirs@example.com',
    });
    await email.fill('mine@example.com');
    await dana.press('Enter');
    const both = dana.side.getByRole('table', { name: 'Changed in the meantime' });
    await expect(both.getByRole('row', { name: /mine@example.com theirs@example.com/ })).toBeVisible();
    await dana.side.getByRole('button', { name: 'Keep mine' }).click();
    await expect(both).toBeHidden();
    expect((await readCustomer(dana, maria.id)).email).toBe('mine@example.com');
  });

  await test.step('another field that somebody changed is no conflict', async () => {
    const { version } = await readCustomer(dana, maria.id);
    await dana.send('PATCH', `/customers/${maria.id}`, { version, notes: 'Rings twice' });
    await dana.side.getByRole('textbox', { name: 'Company' }).fill('Lopez Tiles');
    await dana.press('Enter');
    await expect
      .poll(async () => (await readCustomer(dana, maria.id)) as object)
      .toMatchObject({
        company: 'Lopez Tiles',
        notes: 'Rings twice',
      });
    await expect(dana.side.getByText('Changed in the meantime')).toBeHidden();
  });

  await test.step('in the tray, when it was typed while the server was away', async () => {
    const mend = await cutWrites(page);
    await email.fill('offline@example.com');
    await dana.press('Enter');
    await expect(dana.told('1 change waits for the server.')).toBeVisible();
    const { version } = await readCustomer(dana, maria.id);
    await mend();
    // Between the cut and the next try somebody else is faster.
    await dana.send('PATCH', `/customers/${maria.id}`, { version, email: 'faster@example.com' });
    await expect(dana.told('1 change was not taken.')).toBeVisible();
    await dana.told('1 change was not taken.').getByRole('button', { name: 'Show' }).click();
    const both = tray(dana).getByRole('table', { name: 'Changed in the meantime' });
    await expect(both.getByRole('row', { name: /offline@example.com faster@example.com/ })).toBeVisible();
    await tray(dana).getByRole('button', { name: 'Take theirs' }).click();
    await expect(tray(dana).getByText('Everything is saved.')).toBeVisible();
    expect((await readCustomer(dana, maria.id)).email).toBe('faster@example.com');
  });
});
