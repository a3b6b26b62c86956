import { expect, test } from '../fixtures/story.ts';

test('An offer that is declined with Escape rings for the next rep, who reads why', async ({
  openDesk,
  ring,
}) => {
  const dana = await openDesk('Dana Reyes');
  const lee = await openDesk('Lee Park');
  await dana.sayAvailable();
  await ring('Maria Lopez');
  await expect(dana.offer('Maria Lopez')).toBeVisible();
  await lee.sayAvailable();
  await expect(lee.row('Maria Lopez')).toContainText('Ringing for Dana Reyes');

  await dana.press('Escape');

  await expect(lee.offer('Maria Lopez')).toContainText('Dana Reyes declined it just now');
  await expect(dana.offer('Maria Lopez')).toBeHidden();
  await expect(dana.row('Maria Lopez')).toContainText('Ringing for Lee Park');
  await expect(dana.presence('Available')).toBeVisible();
});

test.describe('with little time to answer', () => {
  test.use({ environment: { OFFER_SECONDS: '4' } });

  test('An offer that is missed rings for the next rep, and both are told', async ({ openDesk, ring }) => {
    const dana = await openDesk('Dana Reyes');
    const lee = await openDesk('Lee Park');
    await dana.sayAvailable();
    await lee.presence(/./).click();
    await ring('Maria Lopez');
    await expect(dana.offer('Maria Lopez')).toBeVisible();
    await lee.page.getByRole('menuitem', { name: 'Available' }).click();

    await expect(lee.offer('Maria Lopez')).toContainText('Dana Reyes missed it');
    await expect(dana.told('You missed this call; it went to the next rep.')).toBeVisible();
    await expect(dana.offer('Maria Lopez')).toBeHidden();
  });
});

test.describe('with hardly any time to answer', () => {
  test.use({ environment: { OFFER_SECONDS: '1' } });

  test('A rep who missed three calls is not responding, reads why, and is back by saying available', async ({
    openDesk,
    ring,
  }) => {
    const dana = await openDesk('Dana Reyes');
    await dana.sayAvailable();
    await ring('Maria Lopez');

    await expect(dana.presence('Not responding')).toBeVisible();
    await expect(dana.told('You missed three calls. Say Available when you are back.')).toBeVisible();
    await expect(dana.row('Maria Lopez')).toContainText('Waiting');
    await expect(dana.offer('Maria Lopez')).toBeHidden();

    await dana.page.getByRole('alert').getByRole('button', { name: 'Available' }).click();
    await dana.takeCall('Maria Lopez');
    await expect(dana.presence('Available on a call')).toBeVisible();
  });
});
