import path from 'node:path';
import type { Page } from '@playwright/test';
import { sights } from '../fixtures/sights.ts';
import { expect, test } from '../fixtures/story.ts';

/** Beside the results of failures, which are emptied at each run; for people to look at, never compared. */
const pictures = path.resolve(import.meta.dirname, '../test-results/pictures');

interface Window {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** Of the text, where it is not 100 %. */
  readonly textPercent?: number;
}

/** Zoom of 200 % is a window of half the size, as WCAG 1.4.4 and 1.4.10 measure it. */
const windows: readonly Window[] = [
  { name: '1440x900', width: 1440, height: 900 },
  { name: '1024x700', width: 1024, height: 700 },
  { name: '1440x900 text 125', width: 1440, height: 900, textPercent: 125 },
  { name: '1440x900 zoom 200', width: 720, height: 450 },
];

test.describe.configure({ timeout: 240_000 });

for (const { name, width, height, textPercent = 100 } of windows) {
  test(`Nothing is cut off or covered at ${name}`, async ({ openWindow, openDesk, ring }) => {
    const lee = await openDesk('Lee Park');
    const dana = await openWindow();
    const { page } = dana;
    await page.setViewportSize({ width, height });
    await page.addInitScript((percent) => {
      document.addEventListener('DOMContentLoaded', () => {
        document.documentElement.style.fontSize = `${percent}%`;
      });
    }, textPercent);
    await page.reload();
    await expect(page.getByRole('button', { name: /Dana Reyes/ })).toBeVisible();
    await look('sign-in');
    await dana.signIn('Dana Reyes');
    for (const sight of sights) {
      await test.step(sight.name, async () => {
        await sight.reach({ dana, lee, ring });
        await look(sight.name);
      });
    }

    async function look(sight: string): Promise<void> {
      for (const colorScheme of ['dark', 'light'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        const file = path.join(pictures, `${name} ${colorScheme}`, `${sight}.png`);
        await page.screenshot({ path: file, animations: 'disabled' });
      }
      expect.soft(await dana.isWiderThanWindow(), `${sight} is wider than the window`).toBe(false);
      expect.soft(await hiddenControls(page), `controls of ${sight} that cannot be reached`).toEqual([]);
    }
  });
}

/** Buttons and fields that are there but lie outside the window, or under something else, and no scrolling brings them out. */
function hiddenControls(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const layer = document.querySelector('[role="dialog"], [role="menu"]') ?? document;
    const found: string[] = [];
    for (const control of layer.querySelectorAll<HTMLElement>('button, input, textarea, [role="menuitem"]')) {
      const seen = control.closest('label') ?? control;
      if (!seen.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      // What scrolls can be reached by scrolling.
      seen.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      const { left, top, right, bottom, width, height } = seen.getBoundingClientRect();
      if (width < 2 || height < 2) continue;
      const label = control.getAttribute('aria-label') ?? control.textContent;
      const isInside = left >= -1 && top >= -1 && right <= innerWidth + 1 && bottom <= innerHeight + 1;
      if (!isInside) {
        found.push(`outside the window: ${label}`);
        continue;
      }
      const above = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      // A drawer lies over the call until it is closed, by its button or its key.
      const drawer = above?.closest('aside');
      const isUnderDrawer = drawer && getComputedStyle(drawer).position === 'absolute';
      if (isUnderDrawer && !drawer.contains(seen)) continue;
      if (above === null || !(seen.contains(above) || above.contains(seen))) {
        found.push(`covered: ${label} by ${above?.outerHTML.slice(0, 100) ?? 'nothing'}`);
      }
    }
    return found;
  });
}
