import { expect, test } from '../fixtures/story.ts';

// The browser itself tells of each connection that failed.
test.use({ environment: { VANISHED_SECONDS: '120' }, allowedTrouble: /WebSocket|ERR_CONNECTION/ });

test('The server crashes during a call: the desk says so, keeps the notes and catches up by itself', async ({
  openDesk,
  ring,
  server,
}) => {
  const dana = await openDesk('Dana Reyes');
  const lee = await openDesk('Lee Park');
  const maria = await ring('Maria Lopez');
  await dana.claim('Maria Lopez');
  for (const turn of ['Hello.', 'My furnace is off.', 'It is cold in here.']) await maria.says(turn);
  await expect(dana.words).toContainText('It is cold in here.');
  await dana.press('n');
  await dana.page.keyboard.type('Furnace off.');
  await expect(dana.savedSign).toBeVisible();

  await server.crash();

  await test.step('the desk says what happened and what is safe', async () => {
    await expect(dana.told('Connection lost. Your notes are kept.')).toBeVisible();
    await expect(dana.page.getByRole('img', { name: 'Not connected' })).toBeVisible();
    await expect(dana.page.getByRole('button', { name: 'End', exact: true })).toBeDisabled();
    await expect(dana.words).toContainText('It is cold in here.');
  });

  await test.step('notes can be typed meanwhile', async () => {
    await dana.notes.focus();
    await dana.press('End');
    await dana.page.keyboard.type(' Two children at home.');
    await expect(dana.page.getByText('Not saved: no connection. Kept on this computer.')).toBeVisible();
    await expect(dana.told('Connection lost. Your notes are kept.')).toContainText('Trying');
  });

  await server.start();

  await test.step('the desk comes back, and the notes are saved', async () => {
    await expect(dana.told('Connection lost.')).toBeHidden({ timeout: 30_000 });
    await expect(dana.page.getByRole('img', { name: 'Connected', exact: true })).toBeVisible();
    await expect(dana.savedSign).toBeVisible();
    await expect(dana.notes).toHaveValue('Furnace off. Two children at home.');
    expect(await dana.read(`/calls/${maria.callId}`)).toMatchObject({
      notes: 'Furnace off. Two children at home.',
      status: 'active',
    });
    await expect(lee.row('Maria Lopez')).toContainText('Dana Reyes');
  });

  await test.step('what is read is what is stored', async () => {
    await maria.says('Is somebody there?');
    await expect(dana.words).toContainText('Is somebody there?');
    const stored = (await dana.read(`/calls/${maria.callId}/transcript`)) as {
      segments: { text: string }[];
      frames: { seq: number }[];
    };
    expect(stored.frames.map((frame) => frame.seq)).toEqual(stored.frames.map((_, i) => i + 1));
    await expect(dana.words.getByRole('paragraph')).toHaveText(stored.segments.map((it) => it.text));
  });
});
