import { expect, test } from '../fixtures/story.ts';

test('A caller who leaves while the call rings takes the card away, and the desk says who left', async ({
  openDesk,
  ring,
}) => {
  const dana = await openDesk('Dana Reyes');
  await dana.sayAvailable();
  const maria = await ring('Maria Lopez');
  await expect(dana.offer('Maria Lopez')).toBeVisible();

  await maria.hangsUp();

  await expect(dana.offer('Maria Lopez')).toBeHidden();
  await expect(dana.told('Maria Lopez hung up before the call was taken.')).toBeVisible();
  await expect(dana.presence('Available')).toBeVisible();
  await dana.section('Ended today').click();
  await expect(dana.row('Maria Lopez')).toContainText('Caller left');
});

test('A caller who leaves the queue is seen to have left by whoever read along', async ({
  openDesk,
  ring,
}) => {
  const sam = await openDesk('Sam Ortiz');
  const maria = await ring('Maria Lopez');
  await maria.says('I will try somebody else.');
  await sam.row('Maria Lopez').click();
  await expect(sam.turn('Maria Lopez', 'I will try somebody else.')).toBeVisible();
  await expect(sam.call('Maria Lopez').getByRole('button', { name: 'Take call' })).toBeEnabled();

  await maria.hangsUp();

  await expect(sam.call('Maria Lopez')).toContainText('The caller left before anybody took the call.');
  await expect(sam.call('Maria Lopez').getByRole('button', { name: 'Take call' })).toBeHidden();
  await expect(sam.words).toContainText('I will try somebody else.');
});

test('A caller who hangs up in the middle of a call leads the rep to the wrap-up, and others read that it is over', async ({
  openDesk,
  ring,
}) => {
  const dana = await openDesk('Dana Reyes');
  const lee = await openDesk('Lee Park');
  const maria = await ring('Maria Lopez');
  await dana.claim('Maria Lopez');
  await maria.begins('I think I');
  await expect(dana.words).toContainText('I think I');

  await maria.hangsUp();

  await expect(dana.wrapUp).toBeVisible();
  await expect(dana.call('Maria Lopez')).toContainText('The caller is gone.');
  await expect(dana.wrapUp.getByRole('timer')).toContainText('Closes by itself in');
  await expect(lee.row('Maria Lopez')).toContainText('Dana Reyes, wrapping up');

  await test.step('it cannot be closed without saying how it came out', async () => {
    await dana.press('Enter');
    await expect(dana.wrapUp.getByRole('alert')).toHaveText('Pick how the call came out first.');
    await dana.press('8');
    await expect(dana.wrapUp.getByRole('alert')).toBeHidden();
    await dana.press('Enter');
    await expect(dana.wrapUp).toBeHidden();
    await lee.section('Ended today').click();
    await expect(lee.row('Maria Lopez')).toContainText('Dana Reyes');
  });
});
