import type { Person } from '@ringdesk/shared';
import { DoorWindow } from '../fixtures/door-window.ts';
import { expect, test } from '../fixtures/story.ts';

test.use({ allowedTrouble: /status of (401|409)/ });

test('An admin changes a role, and the open desk has it at once without losing a word', async ({
  openDesk,
  ring,
}) => {
  const dana = await openDesk('Dana Reyes');
  const alex = await openDesk('Alex Kim');
  const admin = dana.page.getByRole('link', { name: 'Admin' });
  const role = alex.page.getByRole('complementary').getByRole('combobox', { name: 'Role' });

  await test.step('Dana is on a call and takes notes', async () => {
    await dana.sayAvailable();
    await ring('Maria Lopez');
    await dana.takeCall('Maria Lopez');
    await dana.press('n');
    await dana.page.keyboard.type('Water heater in the basement');
    await expect(admin).toBeHidden();
  });

  await test.step('Alex makes her an admin', async () => {
    await alex.goTo('Admin');
    await alex.page.getByRole('button', { name: 'Dana Reyes' }).click();
    await role.selectOption('Admin');
    await expect(alex.told('Was rep, is admin now.')).toBeVisible();
  });

  await test.step('her desk goes on as an admin’s, with the call and the notes', async () => {
    await expect(dana.told('Your role is admin now.')).toBeVisible();
    await expect(admin).toBeVisible();
    await expect(dana.call('Maria Lopez')).toBeVisible();
    await expect(dana.notes).toHaveValue('Water heater in the basement');
    await expect(dana.savedSign).toBeVisible();
  });

  await test.step('and it is taken back while she looks at a page of admins', async () => {
    await dana.goTo('Admin');
    await expect(dana.page.getByRole('heading', { level: 1, name: 'People' })).toBeVisible();
    await alex.page.getByRole('button', { name: 'Undo' }).click();
    await expect(admin).toBeHidden();
    await expect(dana.call('Maria Lopez')).toBeVisible();
    await expect(dana.notes).toHaveValue('Water heater in the basement');
  });
});

test('Somebody who is disabled lands at the door and is let in again', async ({ openDesk }) => {
  const dana = await openDesk('Dana Reyes');
  const alex = await openDesk('Alex Kim');
  const details = alex.page.getByRole('complementary');
  await alex.goTo('Admin');
  await alex.page.getByRole('button', { name: 'Dana Reyes' }).click();
  await details.getByRole('button', { name: 'Disable' }).click();
  const question = alex.page.getByRole('dialog', { name: 'Disable Dana Reyes?' });
  await question.getByRole('button', { name: 'Disable' }).click();
  await expect(dana.told('This account was disabled. Ask an admin.')).toBeVisible();

  await details.getByRole('button', { name: 'Enable again' }).click();
  await expect(alex.told('Dana Reyes may sign in again.')).toBeVisible();
  await dana.signIn('Dana Reyes');
});

test('The last admin stays one, and what somebody else changed meanwhile is told', async ({ openDesk }) => {
  const alex = await openDesk('Alex Kim');
  const details = alex.page.getByRole('complementary');
  const role = details.getByRole('combobox', { name: 'Role' });
  await alex.goTo('Admin');
  await alex.page.getByRole('button', { name: 'Alex Kim', exact: true }).click();
  await role.selectOption('Rep');
  await expect(details.getByRole('alert')).toContainText('This is the last admin');
  await expect(role).toHaveValue('admin');

  await alex.page.getByRole('button', { name: 'Lee Park' }).click();
  await expect(role).toHaveValue('rep');
  const { items } = (await alex.read('/users?q=Lee')) as { items: readonly Pick<Person, 'id' | 'version'>[] };
  // Another admin, somewhere else, a moment ago.
  const [lee] = items;
  expect(
    await alex.send('PATCH', `/users/${lee?.id}`, { version: lee?.version, name: 'Lee Park-Ruiz' }),
  ).toMatchObject({ name: 'Lee Park-Ruiz' });
  await role.selectOption('Supervisor');
  await expect(details.getByRole('alert')).toContainText('name: Lee Park → Lee Park-Ruiz');
  await expect(details.getByRole('heading', { name: 'Lee Park-Ruiz' })).toBeVisible();
  await expect(role).toHaveValue('rep');
});

test('People are found by name, role and state, and the address keeps what was looked for', async ({
  openDesk,
}) => {
  const alex = await openDesk('Alex Kim');
  const { page } = alex;
  const rows = page.getByRole('table', { name: 'People' }).getByRole('row');
  const search = page.getByRole('searchbox', { name: 'Search people' });
  await alex.goTo('Admin');
  await expect(rows).toHaveCount(8);
  await page.getByRole('combobox', { name: 'Role' }).selectOption('Rep');
  await expect(rows).toHaveCount(5);
  await search.fill('dana');
  await expect(rows).toHaveCount(2);
  await page.reload();
  await expect(search).toHaveValue('dana');
  await expect(rows).toHaveCount(2);
  await search.fill('nobody of that name');
  await expect(page.getByText('Nobody matches.')).toBeVisible();
  await page.getByRole('button', { name: 'Show everybody' }).click();
  await expect(rows).toHaveCount(8);
  await page.goBack();
  await expect(page).toHaveURL(/role=rep/);
});

test('The pages of admins are closed to everybody else', async ({ openDesk }) => {
  const dana = await openDesk('Dana Reyes');
  await dana.page.goto(`${dana.page.url().split('#')[0]}#/admin/people`);
  await expect(dana.presence(/./)).toBeVisible();
  await expect(dana.page).toHaveURL(/#\/$/);
  await expect(new DoorWindow(dana.page).step('People')).toBeHidden();
});
