import { knownCustomer } from '../fixtures/records.ts';
import { expect, test } from '../fixtures/story.ts';

const number = '+13125550188';
const phones = [{ kind: 'mobile', number }];

test('Several customers have the number that calls: all are shown, one is linked by key, changed and unlinked', async ({
  openDesk,
  ring,
}) => {
  const dana = await openDesk('Dana Reyes');
  const { page } = dana;
  for (const firstName of ['Maria', 'Marco', 'Mona'])
    await knownCustomer(dana, {
      firstName,
      lastName: 'Lopez',
      phones,
      addresses: [{ street: `${firstName.length} Oak Street`, city: 'Chicago', state: 'IL' }],
    });
  await knownCustomer(dana, {
    company: 'Søren & Müller Plumbing',
    addresses: [{ street: '1 Elm Road', city: 'Peoria' }],
  });
  await dana.press('a');
  await ring('Somebody', number);
  await expect(dana.offer('Somebody')).toBeVisible();
  await dana.press('Enter');
  const list = dana.side.getByRole('listbox', { name: 'Customers' });
  const field = dana.side.getByRole('combobox', { name: 'Find a customer' });

  await test.step('all of them are shown and none is linked', async () => {
    await expect(dana.side.getByText('3 customers have this number')).toBeVisible();
    await expect(list.getByRole('option')).toHaveCount(3);
    await expect(dana.call('Somebody')).toContainText('no customer');
  });

  await test.step('arrows and Enter link the one that is meant', async () => {
    await dana.press('l');
    await expect(field).toBeFocused();
    await dana.press('ArrowDown');
    const second = list.getByRole('option').nth(1);
    await expect(second).toHaveAttribute('aria-selected', 'true');
    const name = /^M\w+ Lopez/.exec((await second.textContent()) ?? '')?.[0] ?? '';
    await dana.press('Enter');
    await expect(dana.side.getByRole('heading', { name })).toBeVisible();
    await expect(dana.call('Somebody')).toContainText('customer linked');
  });

  await test.step('another one is found as one types, by town and without accents', async () => {
    await dana.press('l');
    await expect(field).toBeFocused();
    await page.keyboard.type('soren');
    await expect(list.getByRole('option').first()).toContainText('Søren & Müller Plumbing');
    await field.fill('peor müll');
    await expect(list.getByRole('option').first().locator('mark')).toHaveText(['Müll', 'Peor']);
    await dana.press('Enter');
    await expect(dana.side.getByRole('heading', { name: 'Søren & Müller Plumbing' })).toBeVisible();
  });

  await test.step('a field takes letters, and the keys of the desk rest', async () => {
    await dana.press('l');
    await page.keyboard.type('ecjxq');
    await expect(dana.side.getByText('Nobody is found for “ecjxq”.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'End', exact: true })).toBeEnabled();
    await dana.press('Escape');
    await dana.press('Escape');
    await expect(dana.side.getByRole('heading', { name: 'Søren & Müller Plumbing' })).toBeVisible();
  });

  await test.step('the link is taken away again', async () => {
    await dana.side.getByRole('button', { name: 'Unlink' }).click();
    await expect(dana.side.getByText('3 customers have this number')).toBeVisible();
    await expect(dana.call('Somebody')).toContainText('no customer');
  });
});

test('A field of the linked customer is changed where it stands, and an address is added there', async ({
  openDesk,
  ring,
}) => {
  const dana = await openDesk('Dana Reyes');
  const { page } = dana;
  await knownCustomer(dana, { firstName: 'Maria', lastName: 'Lopez', phones });
  await dana.press('a');
  await ring('Maria Lopez', number);
  await expect(dana.offer('Maria Lopez')).toBeVisible();
  await dana.press('Enter');
  await dana.linkMatch();
  const email = dana.side.getByRole('textbox', { name: 'Email' });
  await email.fill('Maria@Example.com');
  await dana.press('Enter');
  await expect(email).toHaveValue('maria@example.com');
  await email.fill('nobody');
  await dana.press('Escape');
  await expect(email).toHaveValue('maria@example.com');
  await email.fill('no address');
  await dana.press('Enter');
  await expect(dana.side.getByRole('alert')).toContainText('such as maria@example.com');
  await email.fill('');
  await dana.press('Enter');
  await expect(dana.side.getByRole('alert')).toBeHidden();

  await dana.side.getByRole('button', { name: 'Add an address' }).click();
  await expect(page.getByRole('textbox', { name: 'Street' })).toBeFocused();
  await page.keyboard.type('12 Oak Street');
  await page.getByRole('textbox', { name: 'Town' }).fill('Chicago');
  // What is typed outlives a reload.
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Street' })).toHaveValue('12 Oak Street');
  await page.getByRole('textbox', { name: 'State' }).fill('IL');
  await dana.press('Enter');
  await expect(dana.side.getByRole('button', { name: 'Change 12 Oak Street, Chicago, IL' })).toBeVisible();
});
