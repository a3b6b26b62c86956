import { barriersOn } from '../fixtures/barriers.ts';
import { besideCallSights } from '../fixtures/beside-call-sights.ts';
import { hiddenControls } from '../fixtures/hidden-controls.ts';
import { windows } from '../fixtures/looks.ts';
import { takePictures } from '../fixtures/pictures.ts';
import { expect, test } from '../fixtures/story.ts';

// A browser writes each refusal to its console.
test.use({ allowedTrouble: /409 \(Conflict\)/ });
test.describe.configure({ timeout: 240_000 });

const looks = [
  { name: 'dark', colorScheme: 'dark' },
  { name: 'light', colorScheme: 'light' },
] as const;

for (const { name, width, height } of windows) {
  test(`Beside a call nothing is cut off or covered at ${name}`, async ({ openWindow, ring }) => {
    const dana = await openWindow();
    const { page } = dana;
    await page.setViewportSize({ width, height });
    await dana.signIn('Dana Reyes');
    for (const sight of besideCallSights) {
      await test.step(sight.name, async () => {
        await sight.reach({ dana, ring });
        await takePictures(page, looks, { folder: `beside a call/${name}`, sight: sight.name });
        expect.soft(await dana.isWiderThanWindow(), `${sight.name} is wider than the window`).toBe(false);
        expect.soft(await hiddenControls(page), `controls of ${sight.name} out of reach`).toEqual([]);
      });
    }
  });
}

test('Beside a call everything meets WCAG 2.2 AA, in light, dark and high contrast', async ({
  openWindow,
  ring,
}) => {
  const dana = await openWindow();
  const { page } = dana;
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await dana.signIn('Dana Reyes');
  for (const sight of besideCallSights) {
    await test.step(sight.name, async () => {
      await sight.reach({ dana, ring });
      expect.soft(await barriersOn(page, { isColourOnly: false }), `${sight.name}, light`).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect.soft(await barriersOn(page, { isColourOnly: true }), `${sight.name}, dark`).toEqual([]);
      await page.emulateMedia({ colorScheme: 'light' });
      const root = page.locator('html');
      await root.evaluate((element) => element.setAttribute('data-contrast', 'more'));
      expect.soft(await barriersOn(page, { isColourOnly: true }), `${sight.name}, contrast`).toEqual([]);
      await root.evaluate((element) => element.removeAttribute('data-contrast'));
    });
  }
});
