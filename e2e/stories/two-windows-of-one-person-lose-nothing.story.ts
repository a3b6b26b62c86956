import { cutWrites } from '../fixtures/cut-writes.ts';
import type { DeskWindow } from '../fixtures/desk-window.ts';
import { customersCalled } from '../fixtures/records.ts';
import { expect, test } from '../fixtures/story.ts';

// A browser writes each request that fails to its console.
test.use({ allowedTrouble: /Failed to load resource|net::ERR_/ });

async function makeCustomer(desk: DeskWindow, name: string): Promise<void> {
  const dialog = desk.page.getByRole('dialog', { name: 'New customer' });
  await desk.page.getByRole('button', { name: 'New customer' }).first().click();
  await dialog.getByRole('textbox', { name: 'First name' }).fill(name);
  await desk.press('Control+Enter');
  await expect(dialog).toBeHidden();
}

test('Two windows of one person keep what both typed while the server is away, and it is done once', async ({
  openDesk,
}) => {
  const dana = await openDesk('Dana Reyes');
  const other = await dana.another();
  await other.signIn('Dana Reyes');
  const context = dana.page.context();
  let made = 0;
  context.on('response', (response) => {
    const isCreate =
      response.request().method() === 'POST' && new URL(response.url()).pathname.endsWith('/customers');
    if (isCreate) made += 1;
  });
  for (const desk of [dana, other]) await desk.goTo('Customers');
  const mend = await cutWrites(context);
  await makeCustomer(dana, 'Aamarigold');
  await makeCustomer(other, 'Aatamarind');

  await test.step('both windows show both', async () => {
    for (const desk of [dana, other]) await expect(desk.told('2 changes wait for the server.')).toBeVisible();
  });

  await test.step('neither is lost when both windows are reloaded at once', async () => {
    await Promise.all([dana.page.reload(), other.page.reload()]);
    for (const desk of [dana, other]) await expect(desk.told('2 changes wait for the server.')).toBeVisible();
  });

  await test.step('each is done once, and both windows know', async () => {
    await mend();
    for (const desk of [dana, other]) await expect(desk.told(/wait for the server/)).toBeHidden();
    for (const name of ['Aamarigold', 'Aatamarind']) {
      expect(await customersCalled(dana, name)).toHaveLength(1);
      for (const desk of [dana, other]) await expect(desk.page.getByText(name).first()).toBeVisible();
    }
    expect(made).toBe(2);
  });

  await test.step('a window that crashes leaves what it kept to the other one', async () => {
    const mendAgain = await cutWrites(context);
    await makeCustomer(other, 'Saffron');
    await expect(dana.told('1 change waits for the server.')).toBeVisible();
    const inside = await context.newCDPSession(other.page);
    const crashed = other.page.waitForEvent('crash');
    void inside.send('Page.crash').catch(() => undefined);
    await crashed;
    await other.page.close();
    await mendAgain();
    await expect(dana.told('Saved now: new customer Saffron.')).toBeVisible();
    expect(await customersCalled(dana, 'Saffron')).toHaveLength(1);
  });
});

test('A form that is typed in one window stands in the other one too', async ({ openDesk, ring }) => {
  const dana = await openDesk('Dana Reyes');
  await dana.press('a');
  await ring('Maria Lopez');
  await dana.takeCall('Maria Lopez');
  await dana.press('c');
  const other = await dana.another();
  await other.signIn('Dana Reyes');
  const company = (desk: DeskWindow) => desk.page.getByRole('textbox', { name: 'Company' });
  await company(other).fill('Lopez Tiles');
  await expect(company(dana)).toHaveValue('Lopez Tiles');
  await dana.page.getByRole('textbox', { name: 'First name' }).fill('Maria');
  await expect(company(other)).toHaveValue('Lopez Tiles');
  await expect(other.page.getByRole('textbox', { name: 'First name' })).toHaveValue('Maria');
});
