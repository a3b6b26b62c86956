import { expect, test } from '../fixtures/story.ts';

test('An away rep gets no offers, and claims a waiting call by hand without being back', async ({
  openDesk,
  ring,
}) => {
  const dana = await openDesk('Dana Reyes');
  const lee = await openDesk('Lee Park');
  await dana.say('Lunch');
  await expect(dana.presence('Lunch')).toBeVisible();
  await ring('Maria Lopez');
  await expect(dana.row('Maria Lopez')).toContainText('Waiting');

  await test.step('the call rings for somebody else', async () => {
    await lee.sayAvailable();
    await expect(lee.offer('Maria Lopez')).toContainText('Dana Reyes is away');
    await expect(dana.offer('Maria Lopez')).toBeHidden();
    await lee.press('Enter');
    await expect(lee.call('Maria Lopez')).toBeVisible();
  });

  await test.step('a waiting call is claimed with a click', async () => {
    await ring('Tom Brady');
    await dana.claim('Tom Brady');
    await expect(dana.call('Tom Brady')).toBeVisible();
    await expect(dana.presence('Lunch on a call')).toBeVisible();
  });

  await test.step('the rep is away again when the call is closed', async () => {
    await dana.press('e');
    await expect(dana.wrapUp).toBeVisible();
    await dana.press('2');
    await dana.press('Enter');
    await expect(dana.presence('Lunch')).toBeVisible();
  });
});

test('What a rep says during a call is kept for afterwards, and can be undone', async ({
  openDesk,
  ring,
}) => {
  const dana = await openDesk('Dana Reyes');
  await dana.sayAvailable();
  await ring('Maria Lopez');
  await expect(dana.offer('Maria Lopez')).toBeVisible();
  await dana.press('Enter');
  await expect(dana.presence('Available on a call')).toBeVisible();

  await dana.press('b');
  const next = dana.told('After this call: break');
  await expect(next).toBeVisible();
  await next.getByRole('button', { name: 'Undo' }).click();
  await expect(next).toBeHidden();
  await expect(dana.presence('Available on a call')).toBeVisible();

  await dana.say('Meeting');
  await expect(dana.told('After this call: meeting')).toBeVisible();
  await dana.press('e');
  await expect(dana.wrapUp).toBeVisible();
  await dana.press('1');
  await dana.press('Enter');
  await expect(dana.presence('Meeting')).toBeVisible();
});

test('A rep says away for a reason of their own', async ({ openDesk }) => {
  const dana = await openDesk('Dana Reyes');
  await dana.say('Another reason …');
  const dialog = dana.page.getByRole('dialog', { name: 'Away' });
  await dialog.getByRole('button', { name: 'Say away' }).click();
  await expect(dialog).toContainText('Type a reason, at most 60 letters.');
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Doctor’s appointment');
  await dana.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(dana.presence('Doctor’s appointment')).toBeVisible();
});
