import { barriersOn } from '../fixtures/barriers.ts';
import { sights } from '../fixtures/sights.ts';
import { expect, test } from '../fixtures/story.ts';

test.describe.configure({ timeout: 240_000 });

test('Every screen meets WCAG 2.2 AA, in light and in dark', async ({ openWindow, openDesk, ring }) => {
  const lee = await openDesk('Lee Park');
  const dana = await openWindow();
  await dana.page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await expect(dana.page.getByRole('button', { name: /Dana Reyes/ })).toBeVisible();
  await judge('sign-in');
  await dana.signIn('Dana Reyes');
  for (const sight of sights) {
    await test.step(sight.name, async () => {
      await sight.reach({ dana, lee, ring });
      await judge(sight.name);
    });
  }

  async function judge(sight: string): Promise<void> {
    expect.soft(await barriersOn(dana.page, { isColourOnly: false }), `${sight}, light`).toEqual([]);
    await dana.page.emulateMedia({ colorScheme: 'dark' });
    // The page is the same but for its colours.
    expect.soft(await barriersOn(dana.page, { isColourOnly: true }), `${sight}, dark`).toEqual([]);
    await dana.page.emulateMedia({ colorScheme: 'light' });
  }
});
