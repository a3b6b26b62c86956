import { makeAccount } from '../fixtures/account.ts';
import { DoorWindow } from '../fixtures/door-window.ts';
import { expect, test } from '../fixtures/story.ts';

test.use({ allowedTrouble: /status of 40[01]/ });

test('A forgotten password is set anew by mail, every device is signed out, and the authenticator stays', async ({
  server,
  openWindow,
}) => {
  const robin = await makeAccount(server.url, 'Robin Vale');
  const elsewhere = await openWindow();
  const other = new DoorWindow(elsewhere.page);
  await other.showPassword(robin);
  await other.typeCode(await robin.authenticator.code());
  await expect(elsewhere.presence('Offline')).toBeVisible();

  const desk = await openWindow();
  const { page } = desk;
  const door = new DoorWindow(page);
  const password = 'copper teapot under rain';

  await test.step('the address is taken along, and the answer is the same for every address', async () => {
    await door.field('Email').fill(robin.email);
    await door.press('Forgot your password?');
    await expect(door.field('Email')).toHaveValue(robin.email);
    await door.field('Email').fill('nobody@example.com');
    await door.press('Send code');
    await expect(page.getByText('If there is an account for nobody@example.com')).toBeVisible();
    await door.press('Use another address');
    await door.field('Email').fill(robin.email);
    await door.press('Send code');
  });

  await test.step('a wrong code and a poor password are told beside their fields', async () => {
    await expect(door.code).toBeFocused();
    await door.typeCode('000000');
    await expect(door.newPassword).toBeFocused();
    await page.keyboard.type('robin.vale');
    await expect(page.getByText('Easy to guess.')).toBeVisible();
    await desk.press('Enter');
    await expect(door.newPassword).toHaveAccessibleDescription(/easy to guess/i);
    await door.newPassword.fill(password);
    await desk.press('Enter');
    await expect(page.getByText('This code is not right').first()).toBeVisible();
    await expect(door.code).toBeFocused();
    await expect(door.newPassword).toHaveValue(password);
  });

  await test.step('the mailed code sets it', async () => {
    await door.typeCode(await robin.mailbox.code('reset-password'));
    await desk.press('Enter');
    await expect(desk.told('Your password is set.')).toBeVisible();
    await expect(elsewhere.page.getByRole('heading', { name: 'Sign in', exact: true })).toBeVisible();
    await robin.mailbox.next('password-changed');
  });

  await test.step('the old one is void, the new one needs the authenticator still', async () => {
    await expect(door.field('Email')).toHaveValue(robin.email);
    await expect(door.password).toBeFocused();
    await door.showPassword(robin);
    await expect(page.getByText('do not belong together').first()).toBeVisible();
    await door.showPassword({ email: robin.email, password });
    await expect(door.step('Enter your code')).toBeVisible();
  });
});
