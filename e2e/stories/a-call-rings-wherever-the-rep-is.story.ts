import { expect, test } from '../fixtures/story.ts';

test('A call that rings while the rep looks at another place is seen and taken there', async ({
  openDesk,
  ring,
}) => {
  const dana = await openDesk('Dana Reyes');
  const { page } = dana;
  await dana.sayAvailable();
  await dana.press('Control+,');
  await expect(page.getByRole('heading', { level: 1, name: 'Your account' })).toBeVisible();

  await test.step('it rings over the place, and Enter takes it', async () => {
    await ring('Maria Lopez');
    await dana.takeCall('Maria Lopez');
    await expect(page).toHaveURL(/#\/$/);
  });

  await test.step('the call goes on while the rep is elsewhere, and is as it was left', async () => {
    await dana.press('n');
    await page.keyboard.type('Leaks');
    await dana.goTo('Your account');
    await expect(dana.call('Maria Lopez')).toBeHidden();
    // A key of the call does nothing where the call is not seen.
    await dana.press('e');
    await page.getByRole('link', { name: 'Desk: You are on a call' }).click();
    await expect(dana.call('Maria Lopez')).toBeVisible();
    await expect(dana.notes).toHaveValue('Leaks');
  });

  await test.step('back, forward and a reload keep the place', async () => {
    await page.goBack();
    await expect(page.getByRole('heading', { level: 1, name: 'Your account' })).toBeVisible();
    await page.goForward();
    await expect(dana.call('Maria Lopez')).toBeVisible();
    await page.goBack();
    await page.reload();
    await expect(page.getByRole('heading', { level: 1, name: 'Your account' })).toBeVisible();
    await dana.press('Control+1');
    await expect(dana.call('Maria Lopez')).toBeVisible();
  });

  await test.step('the palette leads to every place', async () => {
    await dana.press('Control+k');
    await page.keyboard.type('account');
    await dana.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Your account' })).toBeVisible();
  });
});
