import path from 'node:path';
import { _electron as electron } from '@playwright/test';
import { chooseWindow, windowFacts } from '../../../scripts/start/desk-window.ts';
import { DeskWindow } from '../../fixtures/desk-window.ts';
import { expect, test } from '../../fixtures/story.ts';

const app = path.resolve(import.meta.dirname, '../../../apps/desktop');
const choice = chooseWindow(windowFacts());
const missing = 'missing' in choice ? choice.missing : null;

// Told once: the workers read this file as well.
const isWorker = process.env['TEST_WORKER_INDEX'] !== undefined;
if (missing !== null && !isWorker) process.stdout.write(`The desktop app itself is not opened: ${missing}\n`);
test.skip(missing !== null, missing ?? '');

test('The desktop app opens the same desk in a window of its own, and a call is taken there', async ({
  server,
  ring,
  troubles,
}) => {
  const running = await electron.launch({
    executablePath: 'program' in choice ? choice.program : '',
    args: [app, `--ringdesk-url=${server.url}`],
  });
  try {
    const page = await running.firstWindow();
    troubles.watch(page);
    expect(page.url()).toBe('app://ringdesk/index.html');
    const dana = new DeskWindow(page);
    await dana.signIn('Dana Reyes');
    await dana.sayAvailable();
    const maria = await ring('Maria Lopez');
    await maria.says('My roof leaks above the stairs.');
    await expect(dana.offer('Maria Lopez')).toBeVisible();
    await dana.press('Enter');
    await expect(dana.turn('Maria Lopez', 'My roof leaks above the stairs.')).toBeVisible();
    const windows = await running.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
    expect(windows).toBe(1);
  } finally {
    await running.close();
  }
});
