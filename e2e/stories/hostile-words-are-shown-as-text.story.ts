import { expect, test } from '../fixtures/story.ts';

const markup = '<img src=x onerror="alert(1)"><script>alert(2)</script>';
/** Right-to-left override, isolates, zero-width characters: they would turn what stands beside them. */
const turned = '\u202Eevil\u2066 \u200Bname\u2069\uFEFF';
const longName = `Wolfeschlegelstein ${'Hausenbergerdorff'.repeat(11)}`.slice(0, 200);

test('Hostile words of a caller are shown as text and break nothing', async ({ openDesk, ring }) => {
  const dana = await openDesk('Dana Reyes');
  const page = dana.page;

  await test.step('markup is text in queue, transcript, facts and notes', async () => {
    const mallory = await ring('Mallory');
    await mallory.says(`My topic is ${markup} and no more.`);
    await expect(dana.row('Mallory')).toContainText(markup.slice(0, 20));
    await dana.claim('Mallory');
    await expect(dana.words).toContainText(markup);
    await expect(page.locator('img[src="x"]')).toHaveCount(0);
    await dana.press('n');
    await page.keyboard.type(markup);
    await expect(dana.savedSign).toBeVisible();
    await dana.press('Escape');
  });

  await test.step('a turn of ten thousand letters, with and without blanks', async () => {
    const endless = await ring('Endless');
    await endless.says(`begin ${'water '.repeat(1700)}end`);
    await endless.says('x'.repeat(10_000), 'assistant');
    await dana.row('Endless').click();
    await expect(dana.call('Endless')).toBeVisible();
    await expect(dana.words).toContainText('xxxxxxxxxx');
    expect(await dana.isWiderThanWindow()).toBe(false);
    expect(await dana.words.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
  });

  await test.step('characters that turn the writing stay with their own words', async () => {
    const mirror = await ring(`Mirror ${turned}`);
    await mirror.says(`Listen to ${turned} and then go on.`);
    const row = dana.queue.getByRole('row').filter({ hasText: 'Mirror' });
    await row.click();
    await expect(dana.words).toContainText('and then go on.');
    await expect(row).toContainText('evil');
    expect(await row.textContent()).not.toMatch(/[\u202A-\u202E]/u);
    expect(await page.title()).not.toMatch(/[\u202A-\u202E]/u);
  });

  await test.step('a name of two hundred letters leaves room for everything else', async () => {
    const long = await ring(longName);
    await long.says('I have a long name and a short question.');
    const row = dana.queue.getByRole('row').filter({ hasText: 'Wolfeschlegelstein' });
    await row.click();
    await expect(dana.words).toContainText('a short question');
    expect(await dana.isWiderThanWindow()).toBe(false);
    for (const part of [row, dana.words, page.getByRole('complementary', { name: 'Caller' })])
      await expect(part).toBeInViewport();
    const call = page.getByRole('region', { name: /^Call with Wolfeschlegelstein/ });
    await expect(call.getByRole('timer')).toBeInViewport({ ratio: 1 });
  });
});

test('A hostile name that rings leaves the buttons of the offer in sight', async ({ openDesk, ring }) => {
  const dana = await openDesk('Dana Reyes');
  await dana.sayAvailable();
  const long = await ring(longName);
  await long.says(`${'Nowhereinthistopicisablank'.repeat(20)} is what this is about.`);
  const take = dana.page.getByRole('button', { name: 'Take call' });
  await expect(take).toBeInViewport({ ratio: 1 });
  await expect(dana.page.getByRole('button', { name: 'Decline' })).toBeInViewport({ ratio: 1 });
  await expect(dana.page.getByRole('timer')).toBeInViewport({ ratio: 1 });
  expect(await dana.isWiderThanWindow()).toBe(false);
  await dana.press('Enter');
  await expect(dana.notes).toBeVisible();
});
