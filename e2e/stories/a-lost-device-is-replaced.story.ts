import { makeAccount } from '../fixtures/account.ts';
import { DoorWindow } from '../fixtures/door-window.ts';
import { expect, test } from '../fixtures/story.ts';

test.use({ allowedTrouble: /status of 401/ });

test('Somebody signs in with a recovery code and sets up a new authenticator, and the old one is void', async ({
  server,
  openWindow,
}) => {
  const robin = await makeAccount(server.url, 'Robin Vale');
  const desk = await openWindow();
  const { page } = desk;
  const door = new DoorWindow(page);
  const [recoveryCode = ''] = robin.recoveryCodes;

  await test.step('what to do is explained', async () => {
    await door.showPassword(robin);
    await expect(door.step('Enter your code')).toBeVisible();
    await door.press('I lost my device');
    await expect(page.getByText('Ask an admin of your desk to reset your authenticator')).toBeVisible();
    await door.press('Use a recovery code');
  });

  await test.step('a code that is none says so, one that was kept signs in', async () => {
    await door.field('Recovery code').fill('not a code');
    await door.press('Sign in');
    await expect(page.getByText('Type one of your recovery codes').first()).toBeVisible();
    await door.field('Recovery code').fill('00000-00000');
    await door.press('Sign in');
    await expect(page.getByText('This is none of your recovery codes').first()).toBeVisible();
    await expect(door.field('Recovery code')).toBeFocused();
    await door.field('Recovery code').fill(recoveryCode.toUpperCase().replace('-', ' '));
    await door.press('Sign in');
    await expect(door.step('You are signed in')).toBeVisible();
    await expect(page.getByText('9 are left')).toBeVisible();
  });

  const next = await test.step('a reload does not lose the offer of a new authenticator', async () => {
    await page.reload();
    await expect(door.step('You are signed in')).toBeVisible();
    await door.press('Set up a new authenticator');
    const authenticator = await door.typeKey();
    await door.typeCode(await authenticator.lastCode());
    await expect(door.step('Keep your recovery codes')).toBeVisible();
    const codes = await door.recoveryCodes();
    expect(codes.filter((code) => robin.recoveryCodes.includes(code))).toEqual([]);
    await page.getByRole('checkbox', { name: 'I have kept them' }).check();
    await door.press('Open the desk');
    await expect(desk.presence('Offline')).toBeVisible();
    return authenticator;
  });

  await test.step('from now on only the new one counts', async () => {
    await door.leave();
    await door.showPassword(robin);
    await expect(door.step('Enter your code')).toBeVisible();
    await door.typeCode(await robin.authenticator.code());
    await expect(page.getByText('This code is not right').first()).toBeVisible();
    await door.typeCode(await next.code());
    await expect(desk.presence('Offline')).toBeVisible();
  });
});

test('Who finds the device again may set up nothing, and goes to the desk', async ({
  server,
  openWindow,
}) => {
  const robin = await makeAccount(server.url, 'Robin Vale');
  const desk = await openWindow();
  const door = new DoorWindow(desk.page);
  await door.showPassword(robin);
  await door.press('Use a recovery code instead');
  await door.field('Recovery code').fill(robin.recoveryCodes[1] ?? '');
  await desk.press('Enter');
  await door.press('Later, open the desk');
  await expect(desk.presence('Offline')).toBeVisible();
  await desk.page.reload();
  await expect(desk.presence('Offline')).toBeVisible();
});
