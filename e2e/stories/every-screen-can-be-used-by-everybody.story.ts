import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { sights } from '../fixtures/sights.ts';
import { expect, test } from '../fixtures/story.ts';

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

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

/** What somebody could not see, hear or reach: rule, element and why, one line each. */
async function barriersOn(
  page: Page,
  { isColourOnly }: { readonly isColourOnly: boolean },
): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (isColourOnly
    ? axe.withRules(['color-contrast', 'link-in-text-block'])
    : axe.withTags(levels)
  ).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 120)} ${node.failureSummary ?? ''}`),
  );
}
