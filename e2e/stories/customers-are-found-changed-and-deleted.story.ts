import { readFileSync } from 'node:fs';
import { RecordShelf } from '../fixtures/record-shelf.ts';
import { expect, test } from '../fixtures/story.ts';

// What is gone is told by a status, which browsers write into their console.
test.use({ allowedTrouble: /status of 404/ });

test('Customers are found as one types, and the address keeps what was looked for', async ({ openDesk }) => {
  const dana = await openDesk('Dana Reyes');
  const { page } = dana;
  const shelf = new RecordShelf(dana);
  await shelf.customer({
    firstName: 'Zelda',
    lastName: 'Quimby',
    phones: [{ number: '(512) 555-0177' }],
    tags: ['orchard'],
    addresses: [{ street: '12 Oak Street', city: 'Austin', state: 'TX' }],
  });
  await shelf.customer({ firstName: 'Zelda', lastName: 'Quick', phones: [{ number: '(512) 555-0178' }] });
  await dana.press('Control+3');
  const table = page.getByRole('grid', { name: 'Customers' });
  await expect(table).toBeVisible();

  await test.step('by name, by number in any form, marked where it was found', async () => {
    await dana.press('/');
    await page.keyboard.type('zelda');
    await expect(table.getByRole('row', { name: /Zelda/ })).toHaveCount(2);
    await expect(table.getByText('Zelda', { exact: true }).first()).toHaveJSProperty('tagName', 'MARK');
    await page.getByRole('searchbox', { name: 'Search the customers' }).fill('512-555-0177');
    await expect(table.getByRole('row', { name: /Quimby/ })).toBeVisible();
    await expect(page).toHaveURL(/q=/);
  });

  await test.step('by tag as well; a reload and the way back leave all as it was', async () => {
    await page.getByRole('searchbox', { name: 'Search the customers' }).fill('zelda');
    await expect(table.getByRole('row', { name: /Zelda/ })).toHaveCount(2);
    await page.getByRole('combobox', { name: 'Tag', exact: true }).fill('orchard');
    await dana.press('Enter');
    await expect(page.getByText('1 customer', { exact: true })).toBeVisible();
    await page.reload();
    await expect(table.getByRole('row', { name: /Quimby/ })).toBeVisible();
    await expect(page.getByRole('searchbox', { name: 'Search the customers' })).toHaveValue('zelda');
    await table.focus();
    await dana.press('Enter');
    await expect(page.getByRole('heading', { name: 'Zelda Quimby', level: 1 })).toBeVisible();
    await page.goBack();
    await expect(page.getByText('1 customer', { exact: true })).toBeVisible();
  });

  await test.step('nobody who fits is told, with the way out', async () => {
    await page.getByRole('searchbox', { name: 'Search the customers' }).fill('qqqqzzzz');
    await expect(page.getByRole('heading', { name: 'Nobody fits' })).toBeVisible();
    await page.getByRole('button', { name: 'Show everybody' }).click();
    await expect(table).toBeVisible();
  });
});

test('A long list is read page by page, by key, and keeps its place', async ({ openDesk }) => {
  const supervisor = await openDesk('Sam Ortiz');
  const { page } = supervisor;
  await new RecordShelf(supervisor).customers(400);
  await supervisor.press('Control+3');
  const table = page.getByRole('grid', { name: 'Customers' });
  await table.focus();
  const active = table.getByRole('row', { selected: true });
  const place = async () => Number(await active.getAttribute('aria-rowindex'));
  await expect.poll(place).toBe(2);
  // Each End is the end of what is there by then; more comes meanwhile.
  await expect(async () => {
    await supervisor.press('End');
    expect(await place()).toBeGreaterThan(350);
  }).toPass();
  // However many there are, only those in sight are drawn.
  expect(await table.getByRole('row').count()).toBeLessThan(60);
  const before = await table.evaluate((grid) => grid.scrollTop);
  await supervisor.press('Enter');
  await expect(page.getByRole('heading', { name: 'What happened' })).toBeVisible();
  await page.goBack();
  await expect(table).toBeVisible();
  await expect.poll(() => table.evaluate((grid) => grid.scrollTop)).toBe(before);
  // Whoever came back goes on by key from the row that was opened.
  const opened = await place();
  await expect(table).toBeFocused();
  await supervisor.press('ArrowUp');
  await expect.poll(place).toBe(opened - 1);
});

test('A click far down a table opens what was clicked, and nothing moves under the pointer', async ({
  openDesk,
}) => {
  const sam = await openDesk('Sam Ortiz');
  const { page } = sam;
  await new RecordShelf(sam).customers(90);
  await sam.press('Control+3');
  const table = page.getByRole('grid', { name: 'Customers' });
  await expect(table.getByRole('row').nth(5)).toBeVisible();
  await table.evaluate((grid) => grid.scrollTo({ top: 1500 }));
  const box = await table.boundingBox();
  const spot = {
    x: (box?.x ?? 0) + (box?.width ?? 0) * 0.45,
    y: (box?.y ?? 0) + (box?.height ?? 0) * 0.6,
  };
  const nameThere = () =>
    page.evaluate(({ x, y }) => {
      const row = document.elementFromPoint(x, y)?.closest('[role="row"]');
      return row?.querySelector('a')?.textContent ?? '';
    }, spot);
  await expect.poll(nameThere).not.toBe('');
  const name = await nameThere();
  await page.mouse.click(spot.x, spot.y);
  await expect(page.getByRole('heading', { name, level: 1, exact: true })).toBeVisible();
});

test('A customer is made without a call, and deleted; each deletion can be taken back', async ({
  openDesk,
}) => {
  const dana = await openDesk('Dana Reyes');
  const { page } = dana;
  await dana.press('Control+3');
  await expect(page.getByRole('grid', { name: 'Customers' })).toBeVisible();

  await test.step('made with N', async () => {
    await dana.press('n');
    const form = page.getByRole('dialog', { name: 'New customer' });
    await form.getByRole('textbox', { name: 'First name' }).fill('Olga');
    await form.getByRole('textbox', { name: 'Last name' }).fill('Petrova');
    await form.getByRole('textbox', { name: 'Phone' }).fill('(512) 555-0179 x12');
    await form.getByRole('textbox', { name: 'Street' }).fill('1 Elm Street');
    await dana.press('Control+Enter');
    await expect(page.getByRole('heading', { name: 'Olga Petrova', level: 1 })).toBeVisible();
    await expect(page.getByText('Dana Reyes made this customer')).toBeVisible();
  });

  await test.step('has a number with an extension, which is changed where it stands', async () => {
    const number = page.getByRole('textbox', { name: 'Mobile' });
    await expect(number).toHaveValue('+1 512 555 0179 ext. 12');
    await number.fill('512-555-0179 extension 34');
    await dana.press('Enter');
    await expect(number).toHaveValue('+1 512 555 0179 ext. 34');
    await expect(page.getByText('“mobile +15125550179 ext. 12” became')).toBeVisible();
    await page.reload();
    await expect(number).toHaveValue('+1 512 555 0179 ext. 34');
  });

  const id = /cus_[0-9a-z]+/.exec(page.url())?.[0] ?? '';
  await test.step('with a job it is archived, and Undo takes it back', async () => {
    await new RecordShelf(dana).job(id, { title: 'Chimney' });
    await page.getByRole('button', { name: 'Delete' }).click();
    await expect(dana.told('Olga Petrova was archived')).toBeVisible();
    await expect(page.getByText('This customer is archived')).toBeVisible();
    await dana.press('Control+z');
    await expect(dana.told('Olga Petrova is back.')).toBeVisible();
    await expect(page.getByText('This customer is archived')).toBeHidden();
    await expect(page.getByText('Dana Reyes took this customer back')).toBeVisible();
  });

  await test.step('without history it is gone, and made again when that is taken back', async () => {
    const nobody = await new RecordShelf(dana).customer({
      firstName: 'Nobody',
      lastName: 'Called',
      notes: 'The gate code is 4711.',
      addresses: [{ street: '8 Elm Street' }],
    });
    await page.evaluate((to) => {
      location.hash = to;
    }, `#/customers/${nobody.id}`);
    await expect(page.getByRole('heading', { name: 'Nobody Called', level: 1 })).toBeVisible();
    await page.getByRole('button', { name: 'Delete' }).click();
    await expect(dana.told('Nobody Called was deleted.')).toBeVisible();
    const table = page.getByRole('grid', { name: 'Customers' });
    await expect(table).toBeVisible();
    await dana.press('/');
    await page.keyboard.type('nobody called');
    await expect(page.getByRole('heading', { name: 'Nobody fits' })).toBeVisible();
    await dana.press('Escape');
    await dana.press('Control+z');
    await expect(dana.told('Nobody Called is back.')).toBeVisible();
    await table.getByRole('link', { name: 'Nobody Called' }).click();
    await expect(page.getByRole('textbox', { name: 'Notes' })).toHaveValue('The gate code is 4711.');
    await expect(page.getByRole('button', { name: 'Change 8 Elm Street' })).toBeVisible();
  });

  await test.step('an address that is removed comes back as well', async () => {
    await page.getByRole('button', { name: 'Change 8 Elm Street' }).click();
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await expect(dana.told('The address 8 Elm Street was removed.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Change 8 Elm Street' })).toBeHidden();
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await expect(page.getByRole('button', { name: 'Change 8 Elm Street' })).toBeVisible();
  });
});

test('Supervisors export what they see; a rep has no such button', async ({ openDesk }) => {
  const sam = await openDesk('Sam Ortiz');
  await new RecordShelf(sam).customer({
    firstName: 'Xenia',
    lastName: 'Exporta',
    company: '=HYPERLINK("http://example.com")',
  });
  await sam.press('Control+3');
  await sam.press('/');
  await sam.page.keyboard.type('exporta');
  await expect(sam.page.getByText('1 customer', { exact: true })).toBeVisible();
  const download = sam.page.waitForEvent('download');
  await sam.page.getByRole('button', { name: 'Export CSV' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^customers-\d{4}-\d{2}-\d{2}\.csv$/);
  const text = readFileSync(await file.path(), 'utf8');
  // Without this mark Excel takes the file for one of its own old alphabet.
  expect(text.startsWith('\uFEFF')).toBe(true);
  const lines = text.trim().split('\r\n');
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain('Exporta');
  // A spreadsheet must not calculate what somebody called their company.
  expect(lines[1]).toContain('"\'=HYPERLINK');

  const dana = await openDesk('Dana Reyes');
  await dana.press('Control+3');
  await expect(dana.page.getByRole('button', { name: 'New customer' })).toBeVisible();
  await expect(dana.page.getByRole('button', { name: 'Export CSV' })).toBeHidden();
  await expect(dana.page.getByRole('button', { name: 'Import' })).toBeHidden();
  await dana.page.evaluate(() => {
    location.hash = '#/customers/import';
  });
  await expect(dana.page.getByRole('heading', { name: 'Customers', level: 1 })).toBeVisible();
});
