import { makeAccount } from '../fixtures/account.ts';
import { DoorWindow } from '../fixtures/door-window.ts';
import { expect, test } from '../fixtures/story.ts';

test.use({ allowedTrouble: /status of (401|423)/ });

test('A locked desk shows nothing of the calls, stays locked over a reload, and opens with the code where it was', async ({
  server,
  openWindow,
  ring,
}) => {
  const robin = await makeAccount(server.url, 'Robin Vale');
  const desk = await openWindow();
  const { page } = desk;
  const locked = page.getByRole('heading', { name: 'This desk is locked' });
  const code = page.getByRole('textbox', { name: 'Code of your authenticator' });
  const door = new DoorWindow(page);

  await test.step('sign in with a recovery code, so that the authenticator’s is still good', async () => {
    await door.showPassword(robin);
    await door.press('Use a recovery code instead');
    await door.field('Recovery code').fill(robin.recoveryCodes[0] ?? '');
    await desk.press('Enter');
    await door.press('Later, open the desk');
    await ring('Maria Lopez');
    await expect(desk.row('Maria Lopez')).toBeVisible();
    await desk.goTo('Your account');
  });

  await test.step('lock by hand', async () => {
    await desk.press('Control+Shift+L');
    await expect(locked).toBeVisible();
    await expect(code).toBeFocused();
    expect(await page.content()).not.toContain('Maria Lopez');
    await expect(page.getByText('robin.vale@example.com')).toBeVisible();
  });

  await test.step('the session is good for nothing else meanwhile', async () => {
    await page.reload();
    await expect(locked).toBeVisible();
    expect(await page.content()).not.toContain('Maria Lopez');
    await code.fill(await robin.authenticator.wrongCode());
    await expect(desk.told('This code is not right')).toBeVisible();
    await expect(code).toHaveValue('');
  });

  await test.step('a second window of this browser is locked as well, and opens with it', async () => {
    const second = await desk.another();
    const alsoLocked = second.page.getByRole('heading', { name: 'This desk is locked' });
    await expect(alsoLocked).toBeVisible();
    await code.fill(await robin.authenticator.code());
    await expect(page.getByRole('heading', { level: 1, name: 'Your account' })).toBeVisible();
    await expect(alsoLocked).toBeHidden();
    await desk.goTo('Desk');
    await expect(desk.row('Maria Lopez')).toBeVisible();
  });
});

test('A desk that nobody uses warns, and locks; a key in time keeps it open', async ({ openWindow }) => {
  const dana = await openWindow();
  const { page } = dana;
  await page.clock.install();
  await page.reload();
  await dana.signIn('Dana Reyes');
  const warning = page.getByRole('region', { name: /^This desk locks in/ });

  await page.clock.fastForward('14:10');
  await expect(warning).toContainText('A locked desk is not connected');
  await dana.press('Shift');
  await expect(warning).toBeHidden();

  await page.clock.fastForward('14:10');
  await expect(warning).toBeVisible();
  await page.clock.fastForward('01:00');
  await expect(page.getByRole('heading', { name: 'This desk is locked' })).toBeVisible();
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(dana.presence(/./)).toBeVisible();
});

test('A rep on a call is not locked out of it', async ({ openDesk, ring }) => {
  const dana = await openDesk('Dana Reyes');
  await dana.sayAvailable();
  await ring('Maria Lopez');
  await dana.takeCall('Maria Lopez');
  await dana.press('Control+Shift+L');
  await expect(dana.told('You are on a call. End it or give it back first')).toBeVisible();
  await expect(dana.call('Maria Lopez')).toBeVisible();
});

test('Whoever finds a locked desk may sign in as somebody else', async ({ openDesk }) => {
  const dana = await openDesk('Dana Reyes');
  await dana.press('Control+Shift+L');
  await dana.page.getByRole('button', { name: 'Sign out and sign in as somebody else' }).click();
  await expect(new DoorWindow(dana.page).step('Sign in')).toBeVisible();
  await dana.signIn('Lee Park');
  await expect(dana.page.getByRole('button', { name: 'Lee Park, your account' })).toBeVisible();
});
