import type { BrowserContext, Page } from '@playwright/test';
import { DeskWindow } from '../fixtures/desk-window.ts';
import { OwnBrowser } from '../fixtures/own-browser.ts';
import { customersCalled, knownCustomer, readCustomer } from '../fixtures/records.ts';
import { expect, test } from '../fixtures/story.ts';

test('What was saved and what was typed is there after the whole browser was killed, and is done once', async ({
  server,
  ring,
  launchOptions,
}) => {
  const browser = new OwnBrowser(launchOptions);
  try {
    const before = await openedBy(await browser.open(), server.url);
    await before.press('a');
    await ring('Maria Lopez');
    await before.takeCall('Maria Lopez');
    await server.crash();
    await before.press('c');
    await before.page.keyboard.type('Maria');
    await before.press('Tab');
    await before.page.keyboard.type('Lopez');
    await before.press('Control+Enter');
    await expect(before.page.getByText('is kept on this computer')).toBeVisible();
    await before.press('n');
    await before.page.keyboard.type('Gate code 4411');
    await expect.poll(() => textsOnDisk(before.page)).toContain('Gate code 4411');
    browser.kill();

    await server.start();
    const after = await openedBy(await browser.open(), server.url);
    await expect.poll(async () => (await customersCalled(after, 'Maria Lopez')).length).toBe(1);
    await expect(after.call('Maria Lopez')).toBeVisible();
    await expect(after.page.getByPlaceholder('Saved as you type')).toHaveValue('Gate code 4411');
    await after.page.context().close();
  } finally {
    browser.drop();
  }
});

test('A field that is edited where it stands keeps its words over a killed browser, and says that they are not saved', async ({
  server,
  launchOptions,
}) => {
  const browser = new OwnBrowser(launchOptions);
  try {
    const before = await openedBy(await browser.open(), server.url);
    const { id } = await knownCustomer(before, { firstName: 'Marigold' });
    const place = new URL(`/#/customers/${id}`, server.url).href;
    const companyOf = ({ page }: DeskWindow) => page.getByRole('textbox', { name: 'Company' });
    await before.page.goto(place);
    await companyOf(before).pressSequentially('Lopez T');
    await expect.poll(() => textsOnDisk(before.page)).toContain('Lopez T');
    browser.kill();

    const after = await openedBy(await browser.open(), server.url);
    await after.page.goto(place);
    const news = after.page.getByText('Typed earlier and not saved.');
    await expect(companyOf(after)).toHaveValue('Lopez T');
    await expect(news).toBeVisible();
    // Nobody has touched it: going elsewhere saves nothing and loses nothing.
    await after.page.goto(new URL('/#/jobs', server.url).href);
    await expect(after.page.getByRole('heading', { name: 'Jobs', exact: true })).toBeVisible();
    await after.page.goto(place);
    await expect(news).toBeVisible();
    expect(await readCustomer(after, id)).toMatchObject({ company: null, version: 1 });

    await companyOf(after).focus();
    await after.press('End');
    await after.page.keyboard.type('iles');
    await after.press('Enter');
    await expect.poll(() => readCustomer(after, id)).toMatchObject({ company: 'Lopez Tiles', version: 2 });
    await after.page.reload();
    await expect(companyOf(after)).toHaveValue('Lopez Tiles');
    await expect(news).toBeHidden();
    await after.page.context().close();
  } finally {
    browser.drop();
  }
});

/** What a crash leaves of the words that are kept. */
function textsOnDisk(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('ringdesk');
        opening.addEventListener('error', () => reject(new Error('no disk')));
        opening.addEventListener('success', () => {
          const reading = opening.result.transaction('copies').objectStore('copies').getAll();
          reading.addEventListener('success', () => resolve(JSON.stringify(reading.result)));
        });
      }),
  );
}

async function openedBy(context: BrowserContext, url: string): Promise<DeskWindow> {
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(url);
  const desk = new DeskWindow(page);
  await desk.signIn('Dana Reyes');
  return desk;
}
