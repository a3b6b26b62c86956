import { readFileSync } from 'node:fs';
import type { DeskWindow } from '../fixtures/desk-window.ts';
import { expect, test } from '../fixtures/story.ts';

const file = [
  'First Name,Surname,E-Mail,Cell Phone,Street Address,Town,Shoe size',
  'Ursula,Importa,ursula@importa.example,(512) 555-0141,9 Fir Street,Austin,38',
  'Bad,Email,not-an-address,(512) 555-0142,,,',
  'Bad,Phone,bad@importa.example,call me,,,',
  'Ursula,Again,ursula@importa.example,,,,',
  '"<img src=x onerror=alert(1)>",Importa,markup@importa.example,,,,',
  '=1+1,"Quote ""d""",formula@importa.example,,,,',
  '',
].join('\r\n');

async function found(window: DeskWindow): Promise<number> {
  const { items } = (await window.read('/customers?q=importa.example')) as { items: unknown[] };
  return items.length;
}

test('A file is checked row by row before anything is written, and what is wrong with it can be put right', async ({
  openDesk,
}) => {
  const sam = await openDesk('Sam Ortiz');
  const { page } = sam;
  await sam.press('Control+3');
  await page.getByRole('button', { name: 'Import …' }).click();

  await test.step('its columns are guessed', async () => {
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'old-program.csv', mimeType: 'text/csv', buffer: Buffer.from(file) });
    await expect(page.getByText('6 rows in old-program.csv')).toBeVisible();
    await expect(page.getByRole('combobox', { name: 'What “Surname” becomes' })).toHaveValue('lastName');
    await expect(page.getByRole('combobox', { name: 'What “Cell Phone” becomes' })).toHaveValue('mobile');
    await expect(page.getByRole('combobox', { name: 'What “Shoe size” becomes' })).toHaveValue('none');
  });

  const rows = page.getByRole('grid', { name: 'Rows of the file' });
  await test.step('a dry run tells each row, and writes nothing', async () => {
    await page.getByRole('button', { name: 'Check the rows' }).click();
    await expect(rows.getByRole('row', { name: /Ursula Importa/ })).toContainText('New');
    await expect(rows.getByRole('row').nth(2)).toContainText('Email:');
    await expect(rows.getByRole('row').nth(3)).toContainText('Phone:');
    await expect(rows.getByRole('row', { name: /Ursula Again/ })).toContainText(
      'Row 2 has the same number or email',
    );
    await expect(rows.getByText('<img src=x onerror=alert(1)> Importa')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Import 3 rows' })).toBeEnabled();
    expect(await found(sam)).toBe(0);
  });

  await test.step('the import makes the good ones', async () => {
    await page.getByRole('button', { name: 'Import 3 rows' }).click();
    await expect(page.getByText('3 customers were made.')).toBeVisible();
    expect(await found(sam)).toBe(3);
  });

  await test.step('the bad ones are saved with what is wrong, and no cell of them calculates', async () => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save the 2 rows that cannot be imported' }).click();
    const saved = await download;
    const text = readFileSync(await saved.path(), 'utf8');
    expect(text.trim().split('\r\n')).toHaveLength(3);
    expect(text).toContain('What is wrong');
    expect(text).toContain('not-an-address');
  });

  await test.step('the same file again makes nobody twice', async () => {
    await page.getByRole('button', { name: 'Import another file' }).click();
    await page.getByRole('textbox', { name: 'Paste rows' }).fill(file);
    await page.getByRole('button', { name: 'Read these rows' }).click();
    await page.getByRole('button', { name: 'Check the rows' }).click();
    await expect(rows.getByRole('row', { name: /Ursula Importa/ })).toContainText('There already');
    await expect(page.getByRole('button', { name: /^Import 0 rows/ })).toBeDisabled();
    expect(await found(sam)).toBe(3);
  });
});

test('Twenty thousand rows are checked while the desk goes on, and can be stopped', async ({ openDesk }) => {
  const sam = await openDesk('Sam Ortiz');
  const { page } = sam;
  await sam.press('Control+3');
  await page.getByRole('button', { name: 'Import …' }).click();
  const lines = Array.from({ length: 20_000 }, (_, i) => `Row ${i},row${i}@many.example`);
  await page.locator('input[type=file]').setInputFiles({
    name: 'many.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(['name,email', ...lines].join('\n')),
  });
  await expect(page.getByText('20,000 rows in many.csv')).toBeVisible();
  const longest = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let [last, most] = [performance.now(), 0];
        const tick = () => {
          most = Math.max(most, performance.now() - last);
          last = performance.now();
          if (document.querySelector('[data-done]')) resolve(most);
          else setTimeout(tick, 0);
        };
        tick();
      }),
  );
  await page.getByRole('button', { name: 'Check the rows' }).click();
  await expect(page.getByRole('progressbar', { name: 'Checking' })).toBeVisible();
  await expect(page.getByText(/^[\d,]+ of 20,000$/)).not.toHaveText('0 of 20,000');

  await test.step('it goes on while somebody looks elsewhere', async () => {
    await sam.press('Control+4');
    await expect(page.getByRole('heading', { name: 'Jobs', level: 1 })).toBeVisible();
    await page.goBack();
    await expect(page.getByRole('grid', { name: 'Rows of the file' })).toBeVisible();
  });

  await test.step('and stops when it is told to, and goes on from there', async () => {
    const stop = page.getByRole('button', { name: 'Stop' });
    if (await stop.isVisible()) {
      await stop.click();
      await page.getByRole('button', { name: 'Go on' }).click();
    }
    await expect(page.getByRole('button', { name: 'Import 20,000 rows' })).toBeEnabled({ timeout: 60_000 });
  });
  await page.evaluate(() => document.body.setAttribute('data-done', ''));
  // A second would be felt; the machine may be busy with other stories.
  expect(await longest).toBeLessThan(1000);
});

test('A file that is no text, and one with empty lines, are told as they are', async ({ openDesk }) => {
  const sam = await openDesk('Sam Ortiz');
  const { page } = sam;
  await sam.press('Control+3');
  await page.getByRole('button', { name: 'Import …' }).click();
  const choose = (name: string, content: string | Buffer) =>
    page
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });

  await test.step('a picture is refused, and what is dropped beside the place for it opens nothing', async () => {
    await choose('photo.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x03, 0x05]));
    await expect(page.getByText('This is no text.')).toBeVisible();
    const isLeftAlone = await page.evaluate(() => {
      const drop = new DragEvent('drop', { bubbles: true, cancelable: true });
      document.querySelector('h1')?.dispatchEvent(drop);
      return drop.defaultPrevented;
    });
    expect(isLeftAlone).toBe(true);
    expect(await page.locator('input[type=file]').inputValue()).toBe('');
  });

  await test.step('semicolons, an old alphabet and empty lines: each row has the number it has in the file', async () => {
    const text = '\r\nName;Email\r\n\r\nM\xfcller;mueller@example.com\r\n;;\r\nBad;no-address\r\n';
    await choose('old.csv', Buffer.from(text, 'latin1'));
    await expect(page.getByText('2 rows in old.csv')).toBeVisible();
    await page.getByRole('button', { name: 'Check the rows' }).click();
    const rows = page.getByRole('grid', { name: 'Rows of the file' });
    await expect(rows.getByRole('row', { name: /^4 Müller New/ })).toBeVisible();
    await expect(rows.getByRole('row', { name: /^6 .*Cannot be imported/ })).toBeVisible();
  });
});

test('An import that is stopped while a batch is on its way and goes on makes nobody twice', async ({
  openDesk,
}) => {
  const sam = await openDesk('Sam Ortiz');
  const { page } = sam;
  await sam.press('Control+3');
  await page.getByRole('button', { name: 'Import …' }).click();
  const lines = Array.from({ length: 450 }, (_, i) => `Twice ${i},twice${i}@once.example`);
  await page.locator('input[type=file]').setInputFiles({
    name: 'twice.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(['name,email', ...lines].join('\n')),
  });
  await page
    .getByRole('combobox', { name: /^Rows with a number/ })
    .selectOption('Make another customer all the same');
  await page.getByRole('button', { name: 'Check the rows' }).click();
  await expect(page.getByRole('button', { name: 'Import 450 rows' })).toBeEnabled();
  // The server has done it long before its answer is here.
  const held = Promise.withResolvers<void>();
  await page.route('**/api/v1/customers/import', async (route) => {
    const response = await route.fetch();
    await held.promise;
    await route.fulfill({ response });
  });
  const sent = page.waitForRequest('**/api/v1/customers/import');
  await page.getByRole('button', { name: 'Import 450 rows' }).click();
  await sent;
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByRole('button', { name: 'Go on' }).click();
  held.resolve();
  await expect(page.getByText('450 customers were made.')).toBeVisible({ timeout: 30_000 });
  const made: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const place: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const found = (await sam.read(`/customers?sort=-createdAt&limit=100${place}`)) as {
      items: { name: string }[];
      nextCursor: string | null;
    };
    made.push(...found.items.map(({ name }) => name).filter((name) => name.startsWith('Twice ')));
    cursor = found.nextCursor;
  }
  expect([made.length, new Set(made).size]).toEqual([450, 450]);
});
