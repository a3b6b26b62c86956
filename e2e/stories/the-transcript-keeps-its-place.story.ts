import { expect, test } from '../fixtures/story.ts';

test('The transcript follows the newest words, stays where a rep reads, and jumps back to now', async ({
  openDesk,
  ring,
}) => {
  const dana = await openDesk('Dana Reyes');
  const maria = await ring('Maria Lopez');
  for (let i = 1; i <= 30; i += 1)
    await maria.says(`Turn number ${i} is about the roof.`, i % 2 ? 'caller' : 'assistant');
  await dana.claim('Maria Lopez');

  const line = (n: number) => dana.words.getByText(`Turn number ${n} is about the roof.`, { exact: true });
  const now = dana.page.getByRole('button', { name: /Go to the newest words$/ });
  await expect(line(30)).toBeInViewport();
  await maria.says('Turn number 31 is about the roof.');
  await expect(line(31)).toBeInViewport();
  await expect(now).toBeHidden();

  await test.step('scrolled up it stays, and counts what is new', async () => {
    await dana.words.hover();
    await dana.page.mouse.wheel(0, -700);
    await expect(line(31)).not.toBeInViewport();
    const read = line(20);
    await expect(read).toBeInViewport();
    await expect(now).toBeVisible();
    const before = await read.boundingBox();
    await maria.says('Turn number 32 is about the roof.', 'assistant');
    await maria.says('Turn number 33 is about the roof.');
    await expect(
      dana.page.getByRole('button', { name: /^Now .*2 new turns Go to the newest words$/ }),
    ).toBeVisible();
    expect(await read.boundingBox()).toEqual(before);
  });

  await test.step('now jumps to the newest words, and follows again', async () => {
    await now.click();
    await expect(line(33)).toBeInViewport();
    await expect(now).toBeHidden();
    await maria.says('Turn number 34 is about the roof.', 'assistant');
    await expect(line(34)).toBeInViewport();
    await dana.words.hover();
    await dana.page.mouse.wheel(0, -700);
    await expect(now).toBeVisible();
    await dana.press('g');
    await expect(line(34)).toBeInViewport();
  });
});

test('Find in the transcript counts, marks and steps through what was said', async ({ openDesk, ring }) => {
  const dana = await openDesk('Dana Reyes');
  const maria = await ring('Maria Lopez');
  await maria.says('The gutter leaks into the wall.');
  await maria.says('Which wall is it?', 'assistant');
  await maria.says('The north wall, by the gutter.');
  await dana.claim('Maria Lopez');
  await expect(dana.words).toContainText('by the gutter');

  await dana.press('Control+f');
  const find = dana.page.getByRole('search');
  const field = find.getByRole('textbox', { name: 'Find in the transcript' });
  await expect(field).toBeFocused();
  await field.fill('wall');
  await expect(find.getByRole('status')).toHaveText('1 of 3');
  await expect(dana.words.locator('mark')).toHaveText(['wall', 'wall', 'wall']);
  await dana.press('Enter');
  await expect(find.getByRole('status')).toHaveText('2 of 3');
  await expect(dana.words.locator('mark[aria-current="true"]')).toHaveCount(1);
  await dana.press('Shift+Enter');
  await expect(find.getByRole('status')).toHaveText('1 of 3');

  // Everything is in sight: there is nowhere to jump.
  await expect(dana.page.getByRole('button', { name: /Go to the newest words$/ })).toBeHidden();

  await maria.says('Another wall is wet too.');
  await expect(find.getByRole('status')).toHaveText('1 of 4');
  await field.fill('basement');
  await expect(find.getByRole('status')).toHaveText('Not said so far');

  await dana.press('Escape');
  await expect(find).toBeHidden();
  await expect(dana.words.locator('mark')).toHaveCount(0);
  await expect(dana.words).toBeFocused();
});
