import type { Locator } from '@playwright/test';
import type { DeskWindow } from '../fixtures/desk-window.ts';
import { customersCalled, knownCustomer, readCustomer } from '../fixtures/records.ts';
import { expect, test } from '../fixtures/story.ts';

// A browser writes each refusal and each failure to its console.
test.use({ allowedTrouble: /409 \(Conflict\)|400 \(Bad Request\)|500 \(Internal Server Error\)/ });

const number = '+13125550188';
const maria = { firstName: 'Maria', lastName: 'Lopez', phones: [{ kind: 'mobile', number }] };
const oak = { street: '12 Oak Street', city: 'Chicago', state: 'IL' };

async function link(dana: DeskWindow): Promise<void> {
  await dana.linkMatch();
  await expect(dana.side.getByRole('heading', { name: 'Maria Lopez' })).toBeVisible();
}

test('Taking everything that was heard writes over nothing: not in the record, not in what was typed', async ({
  openDesk,
  ring,
}) => {
  const dana = await openDesk('Dana Reyes');
  const { page } = dana;
  const { id } = await knownCustomer(dana, { ...maria, addresses: [oak] });
  await dana.press('a');
  const caller = await ring('Maria Lopez', number);
  await dana.takeCall('Maria Lopez');
  await link(dana);
  await caller.says('Who am I speaking with?', 'assistant');
  await caller.says('My name is Tom Brady.');
  await caller.says('My water heater is leaking.');
  await expect(dana.heard.getByRole('button', { name: /^Take Name Tom Brady/ })).toBeVisible();
  await expect(dana.heard.getByRole('button', { name: /^Take Problem/ })).toBeVisible();
  await dana.press('j');
  const title = page.getByRole('textbox', { name: 'What is to be done' });
  await page.keyboard.type('Boiler');
  await dana.press('Control+.');
  await expect(dana.told('2 are left: they would write over something that stands there.')).toBeVisible();
  await expect(title).toHaveValue('Boiler');
  expect((await readCustomer(dana, id)).name).toBe('Maria Lopez');

  await test.step('by itself each can be taken', async () => {
    await dana.heard.getByRole('button', { name: /^Take Name Tom Brady/ }).click();
    await expect.poll(async () => (await readCustomer(dana, id)).name).toBe('Tom Brady');
  });
});

test('A form that is open when the call is closed is found again and can be saved', async ({
  openDesk,
  ring,
}) => {
  const dana = await openDesk('Dana Reyes');
  const { page } = dana;
  await dana.press('a');
  await ring('Maria Lopez', number);
  await dana.takeCall('Maria Lopez');
  await dana.press('c');
  await page.getByRole('textbox', { name: 'Company' }).fill('Lopez Tiles');
  await page.getByRole('button', { name: 'End', exact: true }).click();
  await expect(dana.wrapUp).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Company' })).toHaveValue('Lopez Tiles');
  await dana.wrapUp.getByText('Follow up').click();
  await dana.wrapUp.getByRole('button', { name: 'Close call' }).click();
  const left = dana.told('What was typed in the last call is not saved yet.');
  await left.getByRole('button', { name: 'Open' }).click();
  await dana.side.getByRole('button', { name: 'Go on' }).click();
  const form = page.getByRole('dialog', { name: 'New customer' });
  await expect(form.getByRole('textbox', { name: 'Company' })).toHaveValue('Lopez Tiles');
  await dana.press('Control+Enter');
  await expect(dana.told('Lopez Tiles is saved.')).toBeVisible();
  await expect(dana.side.getByRole('button', { name: 'Go on' })).toBeHidden();
  expect(await customersCalled(dana, 'Lopez Tiles')).toHaveLength(1);
});

test('An address that is saved twice by an impatient hand is there once; one that somebody else changed is shown beside mine', async ({
  openDesk,
  ring,
}) => {
  const dana = await openDesk('Dana Reyes');
  const { page } = dana;
  const { id } = await knownCustomer(dana, maria);
  await dana.press('a');
  await ring('Maria Lopez', number);
  await dana.takeCall('Maria Lopez');
  await link(dana);
  const slow = Promise.withResolvers<void>();
  const isAddress = (url: URL) => url.pathname.includes('/addresses');
  await page.route(isAddress, async (route) => {
    await slow.promise;
    await route.fallback();
  });
  await dana.side.getByRole('button', { name: 'Add an address' }).click();
  await page.keyboard.type('12 Oak Street');
  await dana.press('Enter');
  await dana.press('Enter');
  await dana.press('Enter');
  slow.resolve();
  const row = dana.side.getByRole('button', { name: /^Change 12 Oak Street/ });
  await expect(row).toBeVisible();
  await page.unroute(isAddress);
  const customer = await readCustomer(dana, id);
  expect(customer.addresses).toHaveLength(1);

  await test.step('both wrote into the same field', async () => {
    await row.click();
    const street = page.getByRole('textbox', { name: 'Street' });
    await street.fill('14 Oak Street');
    await dana.send('PATCH', `/customers/${id}/addresses/${customer.addresses[0]?.id}`, {
      version: 1,
      street: '16 Oak Street',
    });
    await dana.press('Enter');
    const both = dana.side.getByRole('table', { name: 'Changed in the meantime' });
    await expect(both.getByRole('row', { name: /14 Oak Street 16 Oak Street/ })).toBeVisible();
    await dana.side.getByRole('button', { name: 'Keep mine' }).click();
    await expect(dana.side.getByRole('button', { name: /^Change 14 Oak Street/ })).toBeVisible();
  });

  await test.step('an address that was left by Escape can be taken back', async () => {
    await dana.side.getByRole('button', { name: 'Add an address' }).click();
    await page.keyboard.type('99 Elm Road');
    await dana.press('Escape');
    await dana.told('The address was not saved.').getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByRole('textbox', { name: 'Street' })).toHaveValue('99 Elm Road');
  });
});

test('What is refused in a field stays to be put right, and what is typed in one is saved with a reload', async ({
  openDesk,
  ring,
}) => {
  const dana = await openDesk('Dana Reyes');
  const { page } = dana;
  const { id } = await knownCustomer(dana, maria);
  await dana.press('a');
  await ring('Maria Lopez', number);
  await dana.takeCall('Maria Lopez');
  await link(dana);
  const email = dana.side.getByRole('textbox', { name: 'Email' });
  const company = dana.side.getByRole('textbox', { name: 'Company' });
  await email.fill('maria at example');
  await dana.press('Enter');
  await expect(dana.side.getByRole('alert')).toContainText('such as maria@example.com');
  await expect(email).toHaveValue('maria at example');
  await company.fill('Lopez Tiles');
  await dana.press('Enter');
  await expect(company).toHaveValue('Lopez Tiles');
  await expect(email).toHaveValue('maria at example');
  await email.fill('maria@example.com');
  await page.reload();
  await expect(email).toHaveValue('maria@example.com');
  await expect.poll(async () => (await readCustomer(dana, id)).email).toBe('maria@example.com');
});

test('A lookup that fails is not told as nobody, and a linked customer who cannot be read can be unlinked', async ({
  openDesk,
  ring,
}) => {
  const dana = await openDesk('Dana Reyes');
  const { page } = dana;
  const { id } = await knownCustomer(dana, maria);
  const fail = (url: URL) => url.pathname.endsWith('/lookup') || url.pathname.endsWith(id);
  await page.route(fail, (route) => route.fulfill({ status: 500, json: { code: 'UNEXPECTED', title: 'x' } }));
  await dana.press('a');
  await ring('Maria Lopez', number);
  await dana.takeCall('Maria Lopez');
  await expect(dana.side.getByText('The customers could not be read.')).toBeVisible();
  await expect(dana.side.getByText('Nobody has this number')).toBeHidden();
  await dana.press('l');
  await page.keyboard.type('maria lopez');
  await expect(dana.side.getByRole('option').first()).toContainText('Maria Lopez');
  await dana.press('Enter');
  // Who was found is shown as they were found; after a reload nothing is known of them.
  await expect(dana.side.getByRole('heading', { name: 'Maria Lopez' })).toBeVisible();
  await page.reload();
  await expect(dana.side.getByText('The linked customer could not be read.')).toBeVisible();
  await dana.side.getByRole('button', { name: 'Unlink' }).click();
  await expect(dana.call('Maria Lopez')).toContainText('no customer');
});

test('What is heard while somebody types does not move the field from under their hands', async ({
  openDesk,
  ring,
}) => {
  const dana = await openDesk('Dana Reyes');
  const { page } = dana;
  await dana.press('a');
  const caller = await ring('Maria Lopez', number);
  await dana.takeCall('Maria Lopez');
  await dana.press('c');
  const form = page.getByRole('region', { name: 'New customer' });
  const company = form.getByRole('textbox', { name: 'Company' });
  const notes = form.getByRole('textbox', { name: 'Notes' });
  const placeOf = async (field: Locator) => (await field.boundingBox())?.y ?? 0;
  await company.fill('Lopez');
  const before = await placeOf(company);
  await caller.says('Who am I speaking with?', 'assistant');
  await caller.says('My name is Maria Lopez.');
  // It stands above the field in which somebody types.
  await expect(form.getByRole('button', { name: /^Take Name Maria Lopez/ })).toBeAttached();
  await expect(company).toBeFocused();
  expect(Math.abs((await placeOf(company)) - before)).toBeLessThan(2);

  await test.step('the last field stays in sight when the list of what was heard needs room below it', async () => {
    await notes.fill('Rings twice');
    await caller.says('My water heater is leaking.');
    await expect(dana.heard.getByRole('button', { name: /^Take Problem/ })).toBeVisible();
    await expect(notes).toBeInViewport({ ratio: 1 });
    const save = (await form.getByRole('button', { name: 'Save and link' }).boundingBox())?.y ?? 0;
    const box = await notes.boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(save);
  });
});
