import type { Job } from '@ringdesk/shared';
import { at, drag, go, week } from '../fixtures/calendar.ts';
import { RecordShelf } from '../fixtures/record-shelf.ts';
import { expect, test } from '../fixtures/story.ts';

// A refusal is a status of its own, which browsers write into their console.
test.use({ allowedTrouble: /status of 409/ });

test('In the calendar jobs are moved by pointer and by key; an overlap is refused in words, and the job is back', async ({
  openDesk,
}) => {
  const dana = await openDesk('Dana Reyes');
  const { page } = dana;
  const shelf = new RecordShelf(dana);
  const address = { addresses: [{ street: '1 Cedar Street' }], timeZone: 'America/Chicago' };
  const ada = await shelf.customer({ firstName: 'Ada', lastName: 'Almond', ...address });
  const bob = await shelf.customer({ firstName: 'Bob', lastName: 'Birch', ...address });
  const roof = await shelf.job(ada.id, { title: 'Roof', schedule: at('12T09:00', 2) });
  await shelf.job(ada.id, { title: 'Gutter', schedule: at('13T09:00', 2) });
  await shelf.job(bob.id, { title: 'Floor', schedule: at('12T10:00', 1) });
  await go(page, week);
  const calendar = page.getByRole('region', { name: /^Jobs, January 11/ });
  const block = (title: string) => calendar.getByRole('link', { name: new RegExp(`^${title}`) });
  await expect(block('Roof')).toBeVisible();
  const start = async () => ((await dana.read(`/jobs/${roof.id}`)) as Job).schedule?.start;

  await test.step('those of different customers stand side by side, times in both zones', async () => {
    const [one, other] = [await block('Roof').boundingBox(), await block('Floor').boundingBox()];
    expect((one?.x ?? 0) + (one?.width ?? 0)).toBeLessThanOrEqual((other?.x ?? 0) + 1);
    await expect(block('Roof')).toHaveAccessibleName(/9:00 – 11:00 AM, 11:00 AM in Chicago/);
  });

  const column = await calendar.locator('[data-date="2027-01-12"]').boundingBox();
  const dayPx = column?.width ?? 0;
  await test.step('onto the next day, where the same customer has another job: refused and put back', async () => {
    await drag(page, block('Roof'), { x: dayPx, y: 0 });
    await expect(dana.told('Ada Almond has “Gutter”, Wed, Jan 13')).toBeVisible();
    await expect(block('Roof')).toHaveAccessibleName(/Tue, Jan 12/);
    expect(await start()).toBe('2027-01-12T17:00:00.000Z');
  });

  await test.step('to a free time: done, and taken back', async () => {
    await drag(page, block('Roof'), { x: 2 * dayPx, y: 48 });
    await expect(block('Roof')).toHaveAccessibleName(/Thu, Jan 14, 2027, 10:00 AM – 12:00 PM/);
    await expect(dana.told('“Roof” is now on Thu, Jan 14')).toBeVisible();
    await expect.poll(start).toBe('2027-01-14T18:00:00.000Z');
    await dana.press('Control+z');
    await expect(block('Roof')).toHaveAccessibleName(/Tue, Jan 12/);
    await expect.poll(start).toBe('2027-01-12T17:00:00.000Z');
  });

  await test.step('Escape while it is carried leaves it where it was', async () => {
    const box = await block('Roof').boundingBox();
    await page.mouse.move((box?.x ?? 0) + 10, (box?.y ?? 0) + 10);
    await page.mouse.down();
    await page.mouse.move((box?.x ?? 0) + 300, (box?.y ?? 0) + 100, { steps: 4 });
    await dana.press('Escape');
    await page.mouse.up();
    await expect(block('Roof')).toHaveAccessibleName(/Tue, Jan 12/);
    expect(await start()).toBe('2027-01-12T17:00:00.000Z');
  });

  await test.step('by key: arrows find it, M takes it up, arrows carry it, Enter leaves it there', async () => {
    await calendar.focus();
    await dana.press('ArrowDown');
    await expect(block('Roof')).toBeFocused();
    await dana.press('ArrowRight');
    await expect(block('Gutter')).toBeFocused();
    await dana.press('m');
    await dana.press('ArrowRight');
    await dana.press('ArrowDown');
    await expect(page.getByRole('log')).toContainText('Thu, Jan 14, 2027, 9:30');
    await dana.press('Enter');
    await expect(block('Gutter')).toHaveAccessibleName(/Thu, Jan 14, 2027, 9:30/);
    await expect(block('Gutter')).toBeFocused();
  });

  await test.step('a click on a free time begins a job there', async () => {
    const friday = calendar.locator('[data-date="2027-01-15"]');
    const height = (await friday.boundingBox())?.height ?? 0;
    await friday.click({ position: { x: 40, y: (height / 24) * 13 + 8 } });
    const dialog = page.getByRole('dialog', { name: 'Who is the job for?' });
    await expect(dialog).toBeVisible();
    await expect(dialog).not.toContainText('Nobody has this number');
    await dialog.getByRole('combobox', { name: 'Find a customer' }).fill('birch');
    await expect(dialog.getByRole('option', { name: /Bob Birch/ })).toBeVisible();
    await dana.press('Enter');
    const form = page.getByRole('dialog', { name: 'New job' });
    await expect(form).toContainText(/Fri, Jan 15, 2027, 3:00\s–\s5:00\sPM/);
    await form.getByRole('textbox', { name: 'What is to be done' }).fill('Stairs');
    await dana.press('Control+Enter');
    await expect(block('Stairs')).toHaveAccessibleName(/Fri, Jan 15, 2027, 1:00\s–\s3:00\sPM/);
  });

  await test.step('the days stand in the address: back, forth and a reload', async () => {
    await page.getByRole('button', { name: 'The next week' }).click();
    await expect(page.getByText('January 18 – 24, 2027')).toBeVisible();
    await page.goBack();
    await expect(block('Stairs')).toBeVisible();
    await dana.press('d');
    await expect(page.getByText('Wednesday, January 13, 2027')).toBeVisible();
    await page.reload();
    await expect(page.getByText('Wednesday, January 13, 2027')).toBeVisible();
  });
});

test('On the board jobs go only where they may, by pointer and by key', async ({ openDesk }) => {
  const dana = await openDesk('Dana Reyes');
  const { page } = dana;
  const shelf = new RecordShelf(dana);
  const cleo = await shelf.customer({ lastName: 'Cottonwood', addresses: [{ street: '2 Cedar Street' }] });
  await shelf.job(cleo.id, { title: 'Porch', schedule: at('12T09:00', 2) });
  await shelf.job(cleo.id, { title: 'Attic' });
  await go(page, `#/jobs?view=board&customer=${cleo.id}`);
  const column = (status: string) => page.getByRole('region', { name: new RegExp(`^${status}`) });
  const card = (status: string, title: string) => column(status).getByRole('link', { name: title });
  await expect(card('Scheduled', 'Porch')).toBeVisible();

  await test.step('what has no time cannot be scheduled, and is told why', async () => {
    const [from, to] = [
      await card('Unscheduled', 'Attic').boundingBox(),
      await column('Scheduled').boundingBox(),
    ];
    await drag(page, card('Unscheduled', 'Attic'), { x: (to?.x ?? 0) - (from?.x ?? 0), y: 30 });
    await expect(dana.told('It has no time yet.')).toBeVisible();
    await expect(card('Unscheduled', 'Attic')).toBeVisible();
  });

  await test.step('what may begin begins, at once', async () => {
    const [from, to] = [
      await card('Scheduled', 'Porch').boundingBox(),
      await column('In progress').boundingBox(),
    ];
    await drag(page, card('Scheduled', 'Porch'), { x: (to?.x ?? 0) - (from?.x ?? 0), y: 30 });
    await expect(card('In progress', 'Porch')).toBeVisible();
    await expect(dana.told('“Porch” is now in progress.')).toBeVisible();
    await dana.press('Control+z');
    await expect(card('Scheduled', 'Porch')).toBeVisible();
  });

  await test.step('by key: arrows, M, and the column', async () => {
    await card('Unscheduled', 'Attic').focus();
    await dana.press('ArrowRight');
    await expect(card('Scheduled', 'Porch')).toBeFocused();
    await dana.press('m');
    await expect(page.getByRole('menuitem', { name: /^Canceled/ })).toBeVisible();
    await page.getByRole('menuitem', { name: /^Canceled/ }).press('Enter');
    await expect(card('Canceled', 'Porch')).toBeFocused();
    await dana.press('m');
    await expect(page.getByRole('menuitem', { name: /^Completed/ })).toBeDisabled();
    await dana.press('Escape');
    await expect(card('Canceled', 'Porch')).toBeFocused();
    await dana.press('Enter');
    await expect(page.getByRole('heading', { name: /Porch$/, level: 1 })).toBeVisible();
  });
});

test('As a list jobs are found by words, status and time', async ({ openDesk }) => {
  const dana = await openDesk('Dana Reyes');
  const { page } = dana;
  const shelf = new RecordShelf(dana);
  const dora = await shelf.customer({ lastName: 'Dogwood', addresses: [{ street: '3 Cedar Street' }] });
  await shelf.job(dora.id, { title: 'Dogwood fence', schedule: at('12T09:00', 2) });
  await shelf.job(dora.id, { title: 'Dogwood gate' });
  await dana.press('Control+4');
  const table = page.getByRole('grid', { name: 'Jobs' });
  await expect(table).toBeVisible();
  await dana.press('/');
  await page.keyboard.type('dogwood');
  await expect(page.getByText('2 jobs', { exact: true })).toBeVisible();
  await page.getByRole('combobox', { name: 'Status' }).selectOption('Scheduled');
  await expect(page.getByText('1 job', { exact: true })).toBeVisible();
  await expect(table.getByRole('row', { name: /Dogwood fence/ })).toContainText('Tue, Jan 12, 2027');
  await page.getByRole('textbox', { name: 'From' }).fill('2027-01-13');
  await expect(page.getByRole('heading', { name: 'No job fits' })).toBeVisible();
  await page.getByRole('textbox', { name: 'From' }).fill('2027-01-12');
  await page.reload();
  await expect(page.getByText('1 job', { exact: true })).toBeVisible();
  await table.focus();
  await dana.press('Enter');
  await expect(page.getByRole('heading', { name: /Dogwood fence$/, level: 1 })).toBeVisible();
});
