import { expect, test } from '../fixtures/story.ts';

test('A whole call is done by keyboard alone, from the door to the next call', async ({
  openWindow,
  ring,
}) => {
  const dana = await openWindow();
  const { page } = dana;
  const press = (key: string) => dana.press(key);

  await test.step('sign in', async () => {
    const person = page.getByRole('button', { name: /Dana Reyes/ });
    await expect(page.getByRole('textbox', { name: 'Email' })).toBeFocused();
    // Past the form for those who have a password: field, field, eye, button, two links, the mails.
    for (let stop = 0; stop < 7; stop += 1) await press('Tab');
    await expect(person).toBeFocused();
    await press('Enter');
    await expect(dana.presence('Offline')).toBeVisible();
  });

  await test.step('say available, take the call', async () => {
    await press('a');
    await expect(dana.presence('Available')).toBeVisible();
    await ring('Maria Lopez');
    await expect(dana.offer('Maria Lopez')).toBeVisible();
    await press('Enter');
    await expect(dana.call('Maria Lopez')).toBeVisible();
  });

  await test.step('single letters never fire while notes are typed', async () => {
    await press('n');
    await expect(dana.notes).toBeFocused();
    await page.keyboard.type('e a b r n g q i / ? 1');
    await press('Enter');
    await expect(dana.notes).toHaveValue('e a b r n g q i / ? 1\n');
    await expect(dana.savedSign).toBeVisible();
    await expect(dana.presence('Available on a call')).toBeVisible();
    await expect(page.getByRole('dialog')).toBeHidden();
    await press('Escape');
    await expect(dana.notes).not.toBeFocused();
  });

  await test.step('the help sheet shows every key and gives the focus back', async () => {
    await press('?');
    const help = page.getByRole('dialog', { name: 'Keys' });
    await expect(help).toContainText('End the call');
    await expect(help).toContainText('Say available');
    await press('e');
    await press('Escape');
    await expect(help).toBeHidden();
    await expect(dana.presence('Available on a call')).toBeVisible();
    await expect(dana.page.getByRole('button', { name: 'End', exact: true })).toBeEnabled();
  });

  await test.step('the palette finds an action by its words and does it', async () => {
    await press('Control+k');
    const palette = page.getByRole('dialog', { name: 'Find an action' });
    await expect(palette).toBeVisible();
    await page.keyboard.type('end the');
    await expect(palette.getByRole('option')).toHaveText(/^End the call/);
    await press('Enter');
    await expect(palette).toBeHidden();
    await expect(dana.wrapUp).toBeVisible();
  });

  await test.step('wrap up with a digit and Enter', async () => {
    await press('3');
    await press('Enter');
    await expect(dana.wrapUp).toBeHidden();
    await expect(dana.presence('Available')).toBeVisible();
  });

  await test.step('a waiting call is found in the queue and claimed', async () => {
    await press('b');
    await expect(dana.presence('Break')).toBeVisible();
    await ring('Tom Brady');
    await ring('Ana Silva');
    await expect(dana.row('Ana Silva')).toBeVisible();
    await press('/');
    await expect(page.getByRole('searchbox')).toBeFocused();
    await page.keyboard.type('ana');
    await expect(dana.row('Tom Brady')).toBeHidden();
    await press('ArrowDown');
    await expect(dana.queue).toBeFocused();
    await press('Enter');
    await expect(dana.call('Ana Silva')).toBeVisible();
    await expect(dana.presence('Break on a call')).toBeVisible();
  });

  await test.step('the other call is read along with, and the own one is still there', async () => {
    await press('/');
    await press('Escape');
    await press('q');
    await press('End');
    await press('ArrowUp');
    await press(' ');
    await expect(page.getByRole('region', { name: /^Call with/ })).toBeVisible();
  });
});

test('The focus is never lost when a card or a dialog leaves', async ({ openDesk, ring }) => {
  const dana = await openDesk('Dana Reyes');
  const focusIsSomewhere = () =>
    expect.poll(() => dana.page.evaluate(() => document.activeElement?.tagName ?? 'BODY')).not.toBe('BODY');
  await dana.press('a');
  const maria = await ring('Maria Lopez');
  await expect(dana.offer('Maria Lopez').getByRole('button', { name: 'Take call' })).toBeFocused();
  await maria.hangsUp();
  await expect(dana.offer('Maria Lopez')).toBeHidden();
  await focusIsSomewhere();
  await ring('Tom Brady');
  await dana.takeCall('Tom Brady');
  await focusIsSomewhere();
  await dana.press('e');
  await expect(dana.wrapUp).toBeVisible();
  await focusIsSomewhere();
  await dana.press('1');
  await dana.press('Enter');
  await expect(dana.wrapUp).toBeHidden();
  await focusIsSomewhere();
});

test('An offer that comes while a menu or the palette is open is taken with Enter once that is closed', async ({
  openDesk,
  ring,
}) => {
  const dana = await openDesk('Dana Reyes');
  await dana.sayAvailable();
  const take = (caller: string) => dana.offer(caller).getByRole('button', { name: 'Take call' });

  await test.step('a menu', async () => {
    await dana.presence('Available').click();
    await expect(dana.page.getByRole('menu')).toBeVisible();
    await ring('Maria Lopez');
    await expect(dana.offer('Maria Lopez')).toBeVisible();
    await expect(take('Maria Lopez')).not.toBeFocused();
    await dana.press('Escape');
    await expect(take('Maria Lopez')).toBeFocused();
    await dana.press('Enter');
    await expect(dana.call('Maria Lopez')).toBeVisible();
  });

  await test.step('the palette', async () => {
    await dana.press('e');
    await expect(dana.wrapUp).toBeVisible();
    await dana.press('1');
    await dana.press('Enter');
    await expect(dana.presence('Available')).toBeVisible();
    await dana.press('Control+k');
    const palette = dana.page.getByRole('dialog', { name: 'Find an action' });
    await expect(palette).toBeVisible();
    await ring('Tom Brady');
    await expect(dana.page.getByText('Tom Brady').first()).toBeAttached();
    await dana.press('Escape');
    await expect(palette).toBeHidden();
    await expect(take('Tom Brady')).toBeFocused();
  });
});
