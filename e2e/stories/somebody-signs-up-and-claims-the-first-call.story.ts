import { readFile } from 'node:fs/promises';
import { Authenticator } from '../fixtures/authenticator.ts';
import { DoorWindow } from '../fixtures/door-window.ts';
import { Mailbox } from '../fixtures/mailbox.ts';
import { expect, test } from '../fixtures/story.ts';

const robin = { name: 'Robin Vale', email: 'robin.vale@example.com', password: 'harbour lantern cloudy' };

test.use({ allowedTrouble: /status of 401/ });

test('Somebody signs up, sets up the authenticator, keeps the recovery codes and claims the first call', async ({
  server,
  openWindow,
  ring,
}) => {
  const desk = await openWindow();
  const { page } = desk;
  const door = new DoorWindow(page);
  const mailbox = new Mailbox(server.url, robin.email);
  let codes: string[] = [];

  await test.step('the account', async () => {
    await door.press('Create an account');
    await expect(door.field('Your name')).toBeFocused();
    await expect(page.getByText('At least 8 characters.')).toBeVisible();
    await door.field('Your name').fill(robin.name);
    await door.field('Email').fill('robin.vale@exmaple.com');
    await door.password.fill('robin');
    await expect(page.getByText('3 more characters.')).toBeVisible();
    await door.password.fill(robin.password);
    await expect(page.getByText('Strong.')).toBeVisible();
    await door.press('Create account');
    await expect(door.step('Check your mail')).toBeVisible();
  });

  await test.step('a wrong address is changed, and what was typed is still there', async () => {
    await expect(page.getByText('robin.vale@exmaple.com')).toBeVisible();
    await door.press('Change the address');
    await expect(door.field('Your name')).toHaveValue(robin.name);
    await expect(door.password).toHaveValue(robin.password);
    await door.field('Email').fill(robin.email);
    await door.press('Create account');
    await expect(page.getByText(robin.email)).toBeVisible();
  });

  await test.step('a reload while the mail is fetched loses nothing, and the newest code counts', async () => {
    const first = await mailbox.code('verify-email');
    await page.reload();
    await expect(door.code).toBeFocused();
    await expect(page.getByRole('button', { name: /^New code in \d+ s$/ })).toBeVisible();
    await page.clock.install();
    await page.clock.fastForward(31_000);
    await door.press('Send a new code');
    await expect(desk.told('A new code is on its way.')).toBeVisible();
    const second = await mailbox.code('verify-email');
    await expect(door.code).toBeFocused();
    await page.clock.resume();
    await door.typeCode(first);
    await expect(page.getByText('a newer one was sent').first()).toBeVisible();
    await expect(door.code).toBeFocused();
    await door.typeCode(second);
    await expect(door.step('Set up your authenticator')).toBeVisible();
  });

  await test.step('the authenticator', async () => {
    await expect(page.getByRole('img', { name: /^QR code/ })).toBeVisible();
    const authenticator = await door.typeKey();
    await door.typeCode(await authenticator.wrongCode());
    await expect(page.getByText('set the clock of your phone to automatic').first()).toBeVisible();
    await expect(door.code).toBeFocused();
    await door.typeCode(await authenticator.code());
    await expect(door.step('Keep your recovery codes')).toBeVisible();
  });

  await test.step('ten recovery codes, as a file, before the desk opens', async () => {
    codes = await door.recoveryCodes();
    expect(new Set(codes).size).toBe(10);
    const download = page.waitForEvent('download');
    await door.press('Save as a file');
    expect((await download).suggestedFilename()).toBe('ringdesk-recovery-codes.txt');
    const file = await readFile(await (await download).path(), 'utf8');
    expect(codes.filter((code) => !file.includes(code))).toEqual([]);
    expect(await isWarnedBeforeLeaving()).toBe(true);
    await door.press('Open the desk');
    await expect(page.getByRole('checkbox', { name: 'I have kept them' })).toBeFocused();
    await expect(page.getByText('Keep the codes first').first()).toBeVisible();
    await page.getByRole('checkbox', { name: 'I have kept them' }).check();
    await door.press('Open the desk');
    await expect(desk.presence('Offline')).toBeVisible();
    expect(await isWarnedBeforeLeaving()).toBe(false);
  });

  await test.step('the first call', async () => {
    await ring('Maria Lopez');
    await desk.claim('Maria Lopez');
    await expect(desk.call('Maria Lopez')).toBeVisible();
  });

  await test.step('nothing of what was secret is left in the browser', async () => {
    const kept = await page.evaluate(() => JSON.stringify([sessionStorage, localStorage]));
    for (const secret of [robin.password, 'enrollToken', ...codes]) expect(kept).not.toContain(secret);
  });

  function isWarnedBeforeLeaving(): Promise<boolean> {
    return page.evaluate(() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true })));
  }
});

test('Somebody signs up by keyboard alone, with codes that are pasted', async ({ server, openWindow }) => {
  const desk = await openWindow();
  const { page } = desk;
  const door = new DoorWindow(page);
  const mailbox = new Mailbox(server.url, robin.email);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const { keyboard } = page;

  await test.step('to the sign-up, and through its fields', async () => {
    await expect(door.field('Email')).toBeFocused();
    await tabTo('Create an account');
    await keyboard.press('Enter');
    await expect(door.field('Your name')).toBeFocused();
    await keyboard.press('Enter');
    await expect(door.field('Your name')).toBeFocused();
    await expect(door.field('Your name')).toHaveAccessibleDescription(/Type your name/);
    await keyboard.type(robin.name);
    await keyboard.press('Tab');
    await keyboard.type(robin.email);
    await keyboard.press('Tab');
    await keyboard.type(robin.password);
    await keyboard.press('Enter');
    await expect(door.step('Check your mail')).toBeVisible();
  });

  await test.step('a whole mail is pasted while the focus is on a link', async () => {
    const { text } = await mailbox.next('verify-email');
    await tabTo('Change the address');
    await paste(text);
    await expect(door.step('Set up your authenticator')).toBeVisible();
  });

  await test.step('the key is copied, and a code with a blank in it is pasted', async () => {
    await expect(door.code).toBeFocused();
    await tabTo('Copy key', 'Shift+Tab');
    await keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Copied' })).toBeFocused();
    const authenticator = new Authenticator(await page.evaluate(() => navigator.clipboard.readText()));
    const code = await authenticator.code();
    await keyboard.press('Tab');
    await expect(door.code).toBeFocused();
    await keyboard.type('12');
    await keyboard.press('Backspace');
    await expect(door.code).toHaveValue('1');
    await paste(`${code.slice(0, 3)} ${code.slice(3)}`);
    await expect(door.step('Keep your recovery codes')).toBeVisible();
  });

  await test.step('the codes are heard, copied and kept', async () => {
    await expect(door.step('Keep your recovery codes')).toBeFocused();
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.split('\n')).toEqual(await door.recoveryCodes());
    await keyboard.press('Tab');
    await keyboard.press('Tab');
    await keyboard.press(' ');
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    await expect(desk.presence('Offline')).toBeVisible();
  });

  async function tabTo(button: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    const target = page.getByRole('button', { name: button, exact: true });
    await expect(async () => {
      await keyboard.press(key);
      await expect(target).toBeFocused({ timeout: 50 });
    }).toPass({ intervals: [0] });
  }

  async function paste(text: string): Promise<void> {
    await page.evaluate((words) => navigator.clipboard.writeText(words), text);
    await keyboard.press('Control+v');
  }
});

test('Who reloads while the recovery codes are shown is told where to get others', async ({
  server,
  openWindow,
}) => {
  const desk = await openWindow();
  const { page } = desk;
  const door = new DoorWindow(page);
  await door.signUp(robin);
  await door.typeCode(await new Mailbox(server.url, robin.email).code('verify-email'));
  await door.typeCode(await (await door.typeKey()).code());
  await expect(door.step('Keep your recovery codes')).toBeVisible();
  const [code = ''] = await door.recoveryCodes();
  // The browser asks whether to leave; this is somebody who leaves all the same.
  page.removeAllListeners('dialog');
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await page.reload();
  expect(asked).toEqual(['beforeunload']);
  await expect(desk.told('make new ones in your account')).toBeVisible();
  await expect(desk.presence('Offline')).toBeVisible();
  await expect(page.getByText(code)).toBeHidden();
});
