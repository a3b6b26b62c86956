import type { Job } from '@ringdesk/shared';
import { at, drag, go, week } from '../fixtures/calendar.ts';
import { RecordShelf } from '../fixtures/record-shelf.ts';
import { expect, test } from '../fixtures/story.ts';

// A version that somebody else has passed is told by a status, which browsers write into their console.
test.use({ allowedTrouble: /status of 409/ });

test('In the calendar a job that goes on after midnight, and one that is carried away, are where they should be', async ({
  openDesk,
}) => {
  const dana = await openDesk('Dana Reyes');
  const { page } = dana;
  const shelf = new RecordShelf(dana);
  const eve = await shelf.customer({ lastName: 'Elder', addresses: [{ street: '4 Cedar Street' }] });
  const night = await shelf.job(eve.id, { title: 'Night shift', schedule: at('12T22:00', 5) });
  const fence = await shelf.job(eve.id, { title: 'Fence', schedule: at('17T09:00', 1) });
  const startOf = async ({ id }: Job) => ((await dana.read(`/jobs/${id}`)) as Job).schedule?.start;
  await go(page, week);
  const calendar = page.getByRole('region', { name: /^Jobs, January 11/ });
  const parts = calendar.getByRole('link', { name: /^Night shift/ });
  await expect(parts).toHaveCount(2);

  await test.step('grabbed where it goes on, it moves by what the hand moves', async () => {
    await calendar.evaluate((grid) => grid.scrollTo({ top: 0 }));
    const dayPx = (await calendar.locator('[data-date="2027-01-12"]').boundingBox())?.width ?? 0;
    await drag(page, parts.nth(1), { x: dayPx, y: 24 });
    await expect.poll(() => startOf(night)).toBe('2027-01-14T06:30:00.000Z');
  });

  await test.step('who leaves the calendar while they carry a job leaves it where it was', async () => {
    await calendar.getByRole('link', { name: /^Fence/ }).focus();
    await dana.press('m');
    await dana.press('ArrowUp');
    await expect(page.getByRole('log')).toContainText('Sun, Jan 17, 2027, 8:30');
    await page.getByRole('searchbox', { name: 'Search the jobs' }).focus();
    await expect(page.getByRole('log')).toContainText('The job is back where it was.');
    await expect(calendar.locator('[data-carried]')).toBeHidden();
    expect(await startOf(fence)).toBe('2027-01-17T17:00:00.000Z');
  });

  await test.step('it is carried into the next week by key, and has the focus there', async () => {
    await calendar.getByRole('link', { name: /^Fence/ }).focus();
    await dana.press('m');
    await dana.press('ArrowRight');
    await expect(page.getByText('January 18 – 24, 2027')).toBeVisible();
    await shelf.post(`/jobs/${fence.id}/notes`, { text: 'Somebody wrote this meanwhile.' });
    await dana.press('Enter');
    const there = page.getByRole('link', { name: /^Fence.*Mon, Jan 18/ });
    await expect(there).toBeFocused();
    await expect.poll(() => startOf(fence)).toBe('2027-01-18T17:00:00.000Z');
    await dana.press('Control+z');
    await expect.poll(() => startOf(fence)).toBe('2027-01-17T17:00:00.000Z');
  });

  await test.step('days without jobs say so', async () => {
    await go(page, '#/jobs?view=day&day=2027-06-01');
    await expect(dana.told('No jobs in these days.')).toBeVisible();
  });
});

test('Thirty jobs at the same hour are all there to be seen and hit', async ({ openDesk }) => {
  const sam = await openDesk('Sam Ortiz');
  const { page } = sam;
  const shelf = new RecordShelf(sam);
  for (const [place, id] of (await shelf.customers(30)).entries())
    await shelf.job(id, { title: `Visit ${place}`, schedule: at('13T09:00', 1) });
  for (const [view, narrowest] of [
    ['week', 24],
    ['day', 80],
  ] as const) {
    await go(page, `#/jobs?view=${view}&day=2027-01-13`);
    const head = page
      .getByRole('heading', { name: /Wednesday, January 13/ })
      .getByText('13', { exact: true });
    const blocks = page.getByRole('region', { name: /^Jobs, / }).getByRole('link', { name: /^Visit/ });
    await expect(blocks).toHaveCount(30);
    const widths = await blocks.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width));
    expect(Math.min(...widths), view).toBeGreaterThan(narrowest);
    await expect(head, 'its day is named however wide it is').toBeInViewport({ ratio: 1 });
    expect(await sam.isWiderThanWindow()).toBe(false);
  }
});

test('On a board that is wider than its window a card is dragged to the last column', async ({
  openDesk,
}) => {
  const dana = await openDesk('Dana Reyes');
  const { page } = dana;
  await page.setViewportSize({ width: 800, height: 700 });
  const shelf = new RecordShelf(dana);
  const finn = await shelf.customer({ lastName: 'Fir', addresses: [{ street: '5 Cedar Street' }] });
  await shelf.job(finn.id, { title: 'Chimney' });
  await go(page, `#/jobs?view=board&customer=${finn.id}`);
  const card = page.getByRole('region', { name: /^Unscheduled/ }).getByRole('link', { name: 'Chimney' });
  await expect(card).toBeVisible();
  const box = await card.boundingBox();
  await page.mouse.move((box?.x ?? 0) + 20, (box?.y ?? 0) + 10);
  await page.mouse.down();
  for (let step = 0; step < 60; step += 1) await page.mouse.move(790 - (step % 2), 300);
  await page.mouse.move(720, 300);
  await page.mouse.up();
  await expect(dana.told('“Chimney” is now canceled.')).toBeVisible();
});
