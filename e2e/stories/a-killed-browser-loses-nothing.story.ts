import type { BrowserContext, Page } from '@playwright/test';
import { DeskWindow } from '../fixtures/desk-window.ts';
import { OwnBrowser } from '../fixtures/own-browser.ts';
import { customersCalled } from '../fixtures/records.ts';
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
