import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/story.ts';

const many = 600;
const longestTaskMs = 200;
const frameMs = 1000 / 60;

test('The queue scrolls, counts and stays responsive with six hundred waiting calls', async ({
  openDesk,
  ring,
  server,
}) => {
  const sam = await openDesk('Sam Ortiz');
  const { page } = sam;
  await server.ask({ do: 'ring-many', count: many });
  await expect(sam.section('Waiting')).toContainText(String(many));
  await expect(sam.queue).toHaveAttribute('aria-rowcount', String(many + 1));
  await expect(page).toHaveTitle(`(${many}) Ringdesk`);
  expect(await sam.queue.getByRole('row').count(), 'rows that are drawn').toBeLessThan(60);

  const resting = await paceOf(page, { isScrolling: false });
  const scrolling = await paceOf(page, { isScrolling: true });
  const told = `median frame ${scrolling.medianMs.toFixed(1)} ms (at rest ${resting.medianMs.toFixed(1)} ms), long tasks ${scrolling.tasks.join(' ') || 'none'}`;
  process.stdout.write(`  scrolling ${many} calls: ${told}\n`);
  test.info().annotations.push({ type: 'scrolling the queue', description: told });
  await expect(sam.row(`Caller ${many}`)).toBeVisible();
  // On a busy machine frames are late by no fault of the desk: the page at rest tells by how much.
  const slowness = Math.max(1, resting.medianMs / frameMs);
  expect(scrolling.medianMs).toBeLessThan(resting.medianMs + 2 * frameMs);
  expect(Math.max(0, ...scrolling.tasks)).toBeLessThanOrEqual(longestTaskMs * slowness);

  await test.step('a search narrows it at once, and a new caller is counted', async () => {
    await sam.press('/');
    await page.keyboard.type('caller 42');
    await expect(sam.section('Waiting')).toContainText('11');
    await sam.press('Escape');
    await expect(sam.section('Waiting')).toContainText(String(many));
    await ring('Maria Lopez');
    await expect(sam.section('Waiting')).toContainText(String(many + 1));
  });

  await test.step('the oldest call is on top and can be claimed', async () => {
    await sam.press('q');
    await sam.press('Home');
    await expect(sam.row('Caller 1')).toBeVisible();
    await sam.claim('Caller 1');
    await expect(sam.call('Caller 1')).toBeVisible();
    await expect(sam.section('Waiting')).toContainText(String(many));
  });
});

interface Pace {
  readonly medianMs: number;
  /** Milliseconds of each task over 50 ms. */
  readonly tasks: readonly number[];
}

/** How long the frames of this page take, while the queue is scrolled from top to bottom or at rest. */
function paceOf(page: Page, { isScrolling }: { readonly isScrolling: boolean }): Promise<Pace> {
  return page.evaluate(async (scrolls) => {
    const frameCount = 90;
    const observer = new PerformanceObserver(() => undefined);
    observer.observe({ entryTypes: ['longtask'] });
    const queue = document.querySelector<HTMLElement>('[role="treegrid"]');
    if (queue === null) throw new Error('there is no queue');
    const step = scrolls ? queue.scrollHeight / frameCount : 0;
    const frames: number[] = [];
    let before = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
    while (frames.length < frameCount) {
      queue.scrollTop += step;
      const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
      frames.push(now - before);
      before = now;
    }
    const tasks = observer.takeRecords().map((entry) => Math.round(entry.duration));
    observer.disconnect();
    return { medianMs: frames.toSorted((a, b) => a - b)[frameCount / 2] ?? Number.NaN, tasks };
  }, isScrolling);
}
