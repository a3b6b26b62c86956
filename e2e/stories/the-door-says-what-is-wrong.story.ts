import { expect, test } from '../fixtures/story.ts';

test.describe('a server without demo people', () => {
  test.use({ environment: { DEMO: 'off' }, allowedTrouble: /403|404/ });

  test('Demo sign-in that is off is explained at the door', async ({ openWindow }) => {
    const { page } = await openWindow();
    await page.getByRole('button', { name: /Dana Reyes/ }).click();
    await expect(page.getByRole('alert')).toContainText('Demo sign-in is off on this server');
    await expect(page.getByRole('button', { name: /Dana Reyes/ })).toBeEnabled();
  });
});

test('Somebody else signs in under a typed name and role, signs out, and is told so', async ({
  openWindow,
}) => {
  const desk = await openWindow();
  const { page } = desk;
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByText('Type a name, at most 80 letters.')).toBeVisible();
  await desk.signInAsNew('Robin Vale', 'Supervisor');
  await page.getByRole('button', { name: 'Robin Vale, your account' }).click();
  await expect(page.getByText('Robin Vale · supervisor')).toBeVisible();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('status')).toHaveText('You are signed out.');
  await page.reload();
  await expect(page.getByRole('button', { name: /Dana Reyes/ })).toBeVisible();
});
