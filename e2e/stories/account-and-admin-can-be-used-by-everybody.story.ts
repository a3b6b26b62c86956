import { makeAccount } from '../fixtures/account.ts';
import { barriersOn } from '../fixtures/barriers.ts';
import { hiddenControls } from '../fixtures/hidden-controls.ts';
import { looks, windows } from '../fixtures/looks.ts';
import { takePictures } from '../fixtures/pictures.ts';
import { comeIn, longName, placeSights } from '../fixtures/place-sights.ts';
import { expect, test } from '../fixtures/story.ts';

test.describe.configure({ timeout: 240_000 });
test.use({
  allowedTrouble: /status of (400|401|422)/,
  environment: { ADMIN_EMAIL: 'robin.vale@example.com' },
});

test('Every screen of account and admin meets WCAG 2.2 AA, in light, dark and high contrast', async ({
  openWindow,
  server,
}) => {
  const robin = await makeAccount(server.url, 'Robin Vale');
  await makeAccount(server.url, longName);
  const desk = await openWindow();
  await desk.page.emulateMedia({ reducedMotion: 'reduce' });
  await comeIn({ desk, robin });
  for (const sight of placeSights) {
    await test.step(sight.name, async () => {
      await sight.reach({ desk, robin });
      for (const [place, { name, ...media }] of looks.entries()) {
        await desk.page.emulateMedia({ ...media, reducedMotion: 'reduce' });
        // The page is the same but for its colours.
        const barriers = await barriersOn(desk.page, { isColourOnly: place > 0 });
        expect.soft(barriers, `${sight.name}, ${name}`).toEqual([]);
      }
    });
  }
});

for (const { name, width, height } of windows) {
  test(`Nothing of account and admin is cut off or covered at ${name}`, async ({ openWindow, server }) => {
    const robin = await makeAccount(server.url, 'Robin Vale');
    await makeAccount(server.url, longName);
    const desk = await openWindow();
    const { page } = desk;
    await page.setViewportSize({ width, height });
    await comeIn({ desk, robin });
    for (const sight of placeSights) {
      await test.step(sight.name, async () => {
        await sight.reach({ desk, robin });
        // Sentences in the corner lie over the place for a few seconds, and then they are gone.
        await expect(page.getByRole('status').getByRole('button', { name: 'Close' })).toHaveCount(0);
        await takePictures(page, looks, { folder: `account and admin/${name}`, sight: sight.name });
        expect.soft(await desk.isWiderThanWindow(), `${sight.name} is wider than the window`).toBe(false);
        expect.soft(await hiddenControls(page), `controls of ${sight.name} out of reach`).toEqual([]);
      });
    }
  });
}
