import type { Page } from '@playwright/test';
import { holdNewsOf } from '../fixtures/held-news.ts';
import { expect, test } from '../fixtures/story.ts';

const blinkMs = 1000;
const blue = 'rgb(21, 101, 168)';
const green = 'rgb(31, 122, 54)';

test('Two reps and a supervisor see each claim within a blink', async ({ openDesk, ring }) => {
  const dana = await openDesk('Dana Reyes');
  const lee = await openDesk('Lee Park');
  const sam = await openDesk('Sam Ortiz');
  await ring('Maria Lopez');
  await ring('Tom Brady');
  for (const desk of [dana, lee, sam]) {
    await expect(desk.section('Waiting')).toContainText('2');
    await expect(desk.row('Maria Lopez')).toContainText('Waiting');
  }

  const clicked = timeOfClick(dana.page);
  const seen = [lee, sam].map((desk) => timeOfRow(desk.page, 'Maria Lopez', 'Dana Reyes'));
  await dana.claim('Maria Lopez');
  const clickedAt = await clicked;
  for (const [i, who] of ['Lee Park', 'Sam Ortiz'].entries()) {
    const ms = ((await seen[i]) ?? Number.POSITIVE_INFINITY) - clickedAt;
    test.info().annotations.push({ type: 'claim seen', description: `${who}: ${ms} ms` });
    process.stdout.write(`  a claim was seen by ${who} after ${ms} ms\n`);
    expect(ms, `claim seen by ${who}`).toBeLessThan(blinkMs);
  }

  await test.step('a claim elsewhere is blue, with an icon and a name; mine is green', async () => {
    for (const desk of [lee, sam]) {
      await expect(desk.section('Others')).toContainText('1');
      await expect(desk.row('Maria Lopez')).toContainText('Dana Reyes');
      await expect(desk.row('Maria Lopez').locator('svg').first()).toHaveCSS('color', blue);
    }
    await expect(dana.section('Mine')).toContainText('1');
    await expect(dana.row('Maria Lopez').locator('svg').first()).toHaveCSS('color', green);
  });

  await test.step('the other rep’s claim is seen as well, and the supervisor sees both', async () => {
    await lee.claim('Tom Brady');
    await expect(dana.row('Tom Brady')).toContainText('Lee Park');
    await expect(sam.row('Tom Brady')).toContainText('Lee Park');
    await expect(sam.section('Others')).toContainText('2');
  });
});

test('A click on a call that somebody else just took is answered by a sentence', async ({
  openDesk,
  openWindow,
  ring,
}) => {
  const dana = await openDesk('Dana Reyes');
  const lee = await openWindow();
  const news = await holdNewsOf(lee.page);
  await lee.signIn('Lee Park');
  await ring('Maria Lopez');
  await expect(lee.row('Maria Lopez')).toContainText('Waiting');

  news.hold();
  await dana.claim('Maria Lopez');
  await expect(dana.call('Maria Lopez')).toBeVisible();
  await lee.claim('Maria Lopez');
  news.letGo();

  await expect(lee.told('Dana Reyes took this call a moment ago.')).toBeVisible();
  await expect(lee.row('Maria Lopez')).toContainText('Dana Reyes');
  await expect(lee.call('Maria Lopez')).toBeHidden();
});

/** When the next click happens in this page. */
function timeOfClick(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        window.addEventListener('pointerdown', () => resolve(Date.now()), { capture: true, once: true });
      }),
  );
}

/** When the row of this caller is painted with these words. */
function timeOfRow(page: Page, caller: string, words: string): Promise<number> {
  return page.evaluate(
    ({ caller, words }) =>
      new Promise<number>((resolve) => {
        const look = () => {
          const rows = [...document.querySelectorAll('[role="row"]')].map((row) => row.textContent);
          if (!rows.some((text) => text.includes(caller) && text.includes(words))) return;
          observer.disconnect();
          requestAnimationFrame(() => resolve(Date.now()));
        };
        const observer = new MutationObserver(look);
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      }),
    { caller, words },
  );
}
