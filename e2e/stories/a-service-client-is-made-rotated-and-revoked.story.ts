import { expect, test } from '../fixtures/story.ts';

test('A service client is made, gets a new secret, and is revoked; the audit tells it', async ({
  server,
  openDesk,
}) => {
  const alex = await openDesk('Alex Kim');
  const { page } = alex;
  const client = page.getByRole('row').filter({ hasText: 'Phone bridge' });
  const shown = page.getByRole('dialog', { name: 'The secret of Phone bridge' });

  async function token(credentials: { id: string; secret: string }): Promise<number> {
    const answer = await fetch(`${server.url}/oauth/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: credentials.id,
        client_secret: credentials.secret,
      }),
    });
    return answer.status;
  }
  async function readSecret(): Promise<{ id: string; secret: string }> {
    await expect(shown).toBeVisible();
    const [id = '', secret = ''] = await shown.locator('code').allTextContents();
    await expect(shown.getByRole('region', { name: 'Try it' })).toContainText(`client_secret=${secret}`);
    await shown.getByRole('button', { name: 'I have kept it' }).click();
    await expect(shown).toBeHidden();
    return { id, secret };
  }

  const first = await test.step('made with the rights it needs', async () => {
    await alex.goTo('Admin');
    await page.getByRole('link', { name: 'Service clients' }).click();
    await page.getByRole('button', { name: 'New service client' }).first().click();
    const form = page.getByRole('dialog', { name: 'New service client' });
    await form.getByRole('button', { name: 'Make it' }).click();
    await expect(form.getByRole('alert')).toContainText('Type a name');
    await form.getByRole('textbox', { name: 'Name' }).fill('Phone bridge');
    await form.getByRole('button', { name: 'Make it' }).click();
    await expect(form.getByRole('alert')).toContainText('Pick at least one thing it may do.');
    await form.getByRole('checkbox', { name: /^Bring calls in/ }).check();
    await form.getByRole('button', { name: 'Make it' }).click();
    const credentials = await readSecret();
    await expect(client).toContainText('Bring calls in');
    expect(await token(credentials)).toBe(200);
    return credentials;
  });

  const second = await test.step('a new secret, and the old one works beside it for an hour', async () => {
    await client.getByRole('button', { name: /^Actions for/ }).click();
    await page.getByRole('menuitem', { name: 'New secret' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'New secret' }).click();
    const credentials = await readSecret();
    expect(credentials.secret).not.toBe(first.secret);
    expect(await token(credentials)).toBe(200);
    expect(await token(first)).toBe(200);
    await expect(client).toContainText('Two secrets');
    return credentials;
  });

  await test.step('revoked for good, after its name was typed', async () => {
    await client.getByRole('button', { name: /^Actions for/ }).click();
    await page.getByRole('menuitem', { name: 'Revoke' }).click();
    const question = page.getByRole('dialog', { name: 'Revoke Phone bridge?' });
    await expect(question.getByRole('button', { name: 'Revoke' })).toBeDisabled();
    await question.getByRole('textbox', { name: 'Type Phone bridge to confirm' }).fill('Phone bridge');
    await question.getByRole('button', { name: 'Revoke' }).click();
    await expect(client).toContainText('Revoked');
    expect(await token(second)).toBe(401);
  });

  await test.step('the audit has it, newest first, and the address keeps the filter', async () => {
    await page.getByRole('link', { name: 'Sign-ins and changes' }).click();
    const entries = page.getByRole('region', { name: 'Audit, newest first' }).getByRole('listitem');
    await expect(entries.filter({ hasText: 'Alex Kim revoked a service client' })).toHaveCount(1);
    await page.getByRole('combobox', { name: 'Event' }).selectOption('Service client made');
    await expect(entries).toHaveCount(1);
    await expect(entries).toContainText('Alex Kim made a service client: Phone bridge');
    await expect(entries).toContainText(/Chrome on \w+ from 127\.0\.0\.1/);
    await page.reload();
    await expect(entries).toHaveCount(1);
    await page.goBack();
    await expect(entries.filter({ hasText: 'revoked' })).toHaveCount(1);
  });
});
