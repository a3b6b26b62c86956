import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { sights } from '../fixtures/sights.ts';
import { expect, test } from '../fixtures/story.ts';

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

test.describe.configure({ timeout: 180_000 });

for (const colorScheme of ['light', 'dark'] as const) {
  test(`Every screen meets WCAG 2.2 AA, ${colorScheme}`, async ({ openWindow, openDesk, ring }) => {
    const dana = await openWindow();
    await dana.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(dana.page.getByRole('button', { name: /Dana Reyes/ })).toBeVisible();
    expect.soft(await barriersOn(dana.page), 'sign-in').toEqual([]);
    await dana.signIn('Dana Reyes');
    const lee = await openDesk('Lee Park');
    for (const sight of sights) {
      await test.step(sight.name, async () => {
        await sight.reach({ dana, lee, ring });
        expect.soft(await barriersOn(dana.page), sight.name).toEqual([]);
      });
    }
  });
}

/** What somebody could not see, hear or reach: rule, element and why, one line each. */
async function barriersOn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(levels).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 120)} ${node.failureSummary ?? ''}`),
  );
}
