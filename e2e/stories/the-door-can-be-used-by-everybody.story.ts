import { makeAccount } from '../fixtures/account.ts';
import { barriersOn } from '../fixtures/barriers.ts';
import { doorSights } from '../fixtures/door-sights.ts';
import { DoorWindow } from '../fixtures/door-window.ts';
import { hiddenControls } from '../fixtures/hidden-controls.ts';
import { looks, windows } from '../fixtures/looks.ts';
import { takePictures } from '../fixtures/pictures.ts';
import { expect, test } from '../fixtures/story.ts';

test.describe.configure({ timeout: 240_000 });
test.use({ allowedTrouble: /status of 401/ });

test('Every step of the door meets WCAG 2.2 AA, in light, dark and high contrast', async ({
  openWindow,
  server,
}) => {
  const robin = await makeAccount(server.url, 'Robin Vale');
  const { page } = await openWindow();
  const door = new DoorWindow(page);
  for (const sight of doorSights) {
    await test.step(sight.name, async () => {
      await sight.reach({ door, serverUrl: server.url, robin });
      for (const [place, { name, ...media }] of looks.entries()) {
        await page.emulateMedia({ ...media, reducedMotion: 'reduce' });
        // The page is the same but for its colours.
        const barriers = await barriersOn(page, { isColourOnly: place > 0 });
        expect.soft(barriers, `${sight.name}, ${name}`).toEqual([]);
      }
    });
  }
});

for (const { name, width, height } of windows) {
  test(`Nothing of the door is cut off or covered at ${name}`, async ({ openWindow, server }) => {
    const robin = await makeAccount(server.url, 'Robin Vale');
    const desk = await openWindow();
    const { page } = desk;
    const door = new DoorWindow(page);
    await page.setViewportSize({ width, height });
    for (const sight of doorSights) {
      await test.step(sight.name, async () => {
        await sight.reach({ door, serverUrl: server.url, robin });
        await takePictures(page, looks, { folder: `door/${name}`, sight: sight.name });
        expect.soft(await desk.isWiderThanWindow(), `${sight.name} is wider than the window`).toBe(false);
        expect.soft(await hiddenControls(page), `controls of ${sight.name} out of reach`).toEqual([]);
      });
    }
  });
}
