import { barriersOn } from '../fixtures/barriers.ts';
import { hiddenControls } from '../fixtures/hidden-controls.ts';
import { looks, windows } from '../fixtures/looks.ts';
import { takePictures } from '../fixtures/pictures.ts';
import { fillShelf, recordSights } from '../fixtures/record-sights.ts';
import { expect, test } from '../fixtures/story.ts';

test.describe.configure({ timeout: 300_000 });

test('Every page of the records meets WCAG 2.2 AA, in light, dark and high contrast', async ({
  openDesk,
}) => {
  const sam = await openDesk('Sam Ortiz');
  const shown = await fillShelf(sam);
  for (const sight of recordSights) {
    await test.step(sight.name, async () => {
      await sight.reach(sam.page, shown);
      for (const [place, { name, ...media }] of looks.entries()) {
        await sam.page.emulateMedia({ ...media, reducedMotion: 'reduce' });
        // The page is the same but for its colours.
        const barriers = await barriersOn(sam.page, { isColourOnly: place > 0 });
        expect.soft(barriers, `${sight.name}, ${name}`).toEqual([]);
      }
    });
  }
});

for (const { name, width, height } of windows) {
  test(`Nothing of the records is cut off or covered at ${name}`, async ({ openDesk }) => {
    const sam = await openDesk('Sam Ortiz');
    const shown = await fillShelf(sam);
    const { page } = sam;
    await page.setViewportSize({ width, height });
    for (const sight of recordSights) {
      await test.step(sight.name, async () => {
        await sight.reach(page, shown);
        await takePictures(page, looks, { folder: `records/${name}`, sight: sight.name });
        expect.soft(await sam.isWiderThanWindow(), `${sight.name} is wider than the window`).toBe(false);
        expect.soft(await hiddenControls(page), `controls of ${sight.name}`).toEqual([]);
      });
    }
  });
}
