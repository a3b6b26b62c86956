import { makeAccount } from '../fixtures/account.ts';
import { DoorWindow } from '../fixtures/door-window.ts';
import { expect, test } from '../fixtures/story.ts';

test.describe('a server without demo people', () => {
  test.use({ environment: { DEMO: 'off' } });

  test('A server without demo people offers none, and says where its mails are', async ({
    openWindow,
    server,
  }) => {
    const { page } = await openWindow();
    await expect(page.getByRole('textbox', { name: 'Email' })).toBeFocused();
    await expect(page.getByRole('button', { name: /Dana Reyes/ })).toBeHidden();
    await expect(page.getByRole('link', { name: '/dev/mail' })).toHaveAttribute(
      'href',
      `${server.url}/dev/mail`,
    );
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

test.describe('what the server refuses', () => {
  test.use({ allowedTrouble: /status of 4(00|01|29)|ERR_FAILED/ });

  test('A wrong password is told beside its field, and five of them stop the account for a while', async ({
    openWindow,
    server,
  }) => {
    const robin = await makeAccount(server.url, 'Robin Vale');
    const { page } = await openWindow();
    const door = new DoorWindow(page);
    await door.press('Continue');
    await expect(door.field('Email')).toBeFocused();
    await expect(door.field('Email')).toHaveAccessibleDescription(/such as dana@example.com/);
    await expect(door.password).toHaveAccessibleDescription('Type your password.');
    for (let tries = 0; tries < 5; tries += 1) {
      await door.showPassword({ email: robin.email, password: `wrong ${tries}` });
      await expect(door.password).toHaveAccessibleDescription(/do not belong together/);
      await expect(door.password).toBeFocused();
      await expect(door.field('Email')).toHaveValue(robin.email);
    }
    await door.showPassword(robin);
    await expect(page.getByRole('alert')).toContainText('Try again in 15 minutes');
    await expect(door.password).toHaveValue(robin.password);
  });

  test('Wrong codes keep the focus and stop the account after five', async ({ openWindow, server }) => {
    const robin = await makeAccount(server.url, 'Robin Vale');
    const { page } = await openWindow();
    const door = new DoorWindow(page);
    await door.showPassword(robin);
    await expect(door.code).toBeFocused();
    const wrong = await robin.authenticator.wrongCode();
    for (let tries = 0; tries < 5; tries += 1) {
      const answered = page.waitForResponse(/sign-in\/verify/);
      await door.typeCode(wrong);
      await answered;
      await expect(door.code).toHaveAccessibleDescription(/This code is not right/);
      await expect(door.code).toBeFocused();
      await expect(door.code).toBeEditable();
    }
    await door.typeCode(await robin.authenticator.code());
    await expect(page.getByRole('alert')).toContainText('Try again in 15 minutes');
  });

  test('A code that comes too late leads back to the password, with a sentence', async ({
    openWindow,
    server,
  }) => {
    const robin = await makeAccount(server.url, 'Robin Vale');
    const desk = await openWindow();
    const door = new DoorWindow(desk.page);
    await door.showPassword(robin);
    await expect(door.step('Enter your code')).toBeVisible();
    await desk.page.evaluate(() => {
      const kept = JSON.parse(sessionStorage.getItem('ringdesk.way-in') ?? '{}');
      sessionStorage.setItem('ringdesk.way-in', JSON.stringify({ ...kept, challengeToken: 'a'.repeat(43) }));
    });
    await desk.page.reload();
    await door.typeCode(await robin.authenticator.code());
    await expect(desk.told('That took too long')).toBeVisible();
    await expect(door.field('Email')).toHaveValue(robin.email);
    await expect(door.password).toBeFocused();
  });

  test('A server that is away is told, nothing typed is lost, and nothing is sent twice', async ({
    openWindow,
    server,
  }) => {
    const robin = await makeAccount(server.url, 'Robin Vale');
    const { page } = await openWindow();
    const door = new DoorWindow(page);
    let asked = 0;
    await page.route('**/auth/sign-in', (route) => {
      asked += 1;
      return asked === 1 ? route.abort() : route.continue();
    });
    await door.showPassword(robin);
    await expect(page.getByRole('alert')).toContainText('Nothing is lost');
    await expect(door.password).toHaveValue(robin.password);
    await page.getByRole('button', { name: 'Continue' }).dblclick();
    await expect(door.step('Enter your code')).toBeVisible();
    expect(asked).toBe(2);
  });
});
