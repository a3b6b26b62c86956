import { hiddenControls } from '../fixtures/hidden-controls.ts';
import { takePictures } from '../fixtures/pictures.ts';
import { sights } from '../fixtures/sights.ts';
import { expect, test } from '../fixtures/story.ts';

const looks = [
  { name: 'dark', colorScheme: 'dark' },
  { name: 'light', colorScheme: 'light' },
] as const;

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
      await takePictures(page, looks, { folder: name, sight });
      expect.soft(await dana.isWiderThanWindow(), `${sight} is wider than the window`).toBe(false);
      expect.soft(await hiddenControls(page), `controls of ${sight} that cannot be reached`).toEqual([]);
    }
  });
}
