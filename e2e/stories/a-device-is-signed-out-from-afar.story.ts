import { makeAccount } from '../fixtures/account.ts';
import { DoorWindow } from '../fixtures/door-window.ts';
import { expect, test } from '../fixtures/story.ts';

test.use({ allowedTrouble: /status of 401/ });

test('Somebody sees where they are signed in, ends one device and then all of them', async ({ openDesk }) => {
  const home = await openDesk('Dana Reyes');
  const work = await openDesk('Dana Reyes');
  const tablet = await openDesk('Dana Reyes');
  const door = (desk: typeof home) => new DoorWindow(desk.page).step('Sign in');
  const sessions = work.page.getByRole('list', { name: 'Where you are signed in' }).getByRole('listitem');

  await test.step('each window is a device, this one marked', async () => {
    await work.goTo('Your account');
    await expect(sessions).toHaveCount(3);
    await expect(sessions.filter({ hasText: 'This device' })).toHaveCount(1);
    await expect(sessions.filter({ hasText: 'Chrome on' })).toHaveCount(3);
  });

  await test.step('one is ended, and exactly that one lands at the door', async () => {
    await sessions.filter({ hasNotText: 'This device' }).last().getByRole('button', { name: /^End/ }).click();
    await expect(sessions).toHaveCount(2);
    await expect
      .poll(async () => [await door(home).isVisible(), await door(tablet).isVisible()].filter(Boolean))
      .toHaveLength(1);
  });

  await test.step('all others are ended after a question', async () => {
    await work.page.getByRole('button', { name: 'End all others' }).click();
    const question = work.page.getByRole('dialog', { name: 'End all other sessions?' });
    await question.getByRole('button', { name: 'End all others' }).click();
    await expect(sessions).toHaveCount(1);
    await expect(door(home)).toBeVisible();
    await expect(door(tablet)).toBeVisible();
    await expect(tablet.told('You are signed out.')).toBeVisible();
  });

  await test.step('and everywhere means here too', async () => {
    await work.page.getByRole('button', { name: 'Sign out everywhere' }).click();
    const question = work.page.getByRole('dialog', { name: 'Sign out everywhere?' });
    await question.getByRole('button', { name: 'Sign out everywhere' }).click();
    await expect(door(work)).toBeVisible();
  });
});

test('The windows of a browser share one sign-in, which no page can read and a reload does not lose', async ({
  server,
  openWindow,
}) => {
  const robin = await makeAccount(server.url, 'Robin Vale');
  const desk = await openWindow();
  const door = new DoorWindow(desk.page);
  await door.showPassword(robin);
  await door.typeCode(await robin.authenticator.code());
  await expect(desk.presence('Offline')).toBeVisible();

  await desk.page.reload();
  await expect(desk.presence('Offline')).toBeVisible();
  const kept = await desk.page.evaluate(() =>
    JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), document.cookie]),
  );
  expect(kept).not.toMatch(/[\w-]{24,}/);

  const second = await desk.another();
  await expect(second.presence('Offline')).toBeVisible();
  await second.signOut();
  for (const window of [desk, second])
    await expect(new DoorWindow(window.page).step('Sign in')).toBeVisible();
});

test('A window whose browser now belongs to somebody else closes its desk and says so', async ({
  server,
  openWindow,
}) => {
  const robin = await makeAccount(server.url, 'Robin Vale');
  const kit = await makeAccount(server.url, 'Kit Moreau');
  const desk = await openWindow();
  await new DoorWindow(desk.page).showPassword(robin);
  await new DoorWindow(desk.page).typeCode(await robin.authenticator.code());
  await expect(desk.presence('Offline')).toBeVisible();

  const other = await desk.another();
  await expect(other.presence('Offline')).toBeVisible();
  await other.page.evaluate(() => localStorage.removeItem('ringdesk.has-session'));
  await other.page.reload();
  await new DoorWindow(other.page).showPassword(kit);
  await new DoorWindow(other.page).typeCode(await kit.authenticator.code());
  await expect(other.presence('Offline')).toBeVisible();
  await expect(desk.told('Somebody else signed in in this browser')).toBeVisible();
});
