import { existsSync } from 'node:fs';
import path from 'node:path';
import { defineConfig, devices } from '@playwright/test';

/** The system's own browser is preferred: it needs no download. */
const systemChromium = '/usr/bin/chromium';

const launchOptions = existsSync(systemChromium)
  ? { executablePath: systemChromium, args: ['--no-sandbox'] }
  : {};

/** `PICTURE=on` makes docs/desk.png anew; other runs leave the tree as it is. */
const isPictureWanted = process.env['PICTURE'] === 'on';

export default defineConfig({
  testDir: path.join(import.meta.dirname, 'stories'),
  testMatch: '**/*.story.ts',
  globalSetup: path.join(import.meta.dirname, 'fixtures/start-database.ts'),
  // Emptied at the start of each run; pictures for people are kept beside it, in `pictures`.
  outputDir: path.join(import.meta.dirname, 'test-results/failures'),
  fullyParallel: false,
  forbidOnly: process.env['CI'] !== undefined,
  workers: 2,
  // A story that needs its second try on a shared machine is told as flaky, not passed over in silence.
  retries: process.env['CI'] === undefined ? 0 : 1,
  timeout: 90_000,
  // A busy machine is no failure: states are waited for, and only what never comes is late.
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    actionTimeout: 20_000,
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: true, sources: false },
    screenshot: 'only-on-failure',
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    timezoneId: 'America/Los_Angeles',
  },
  projects: [
    {
      name: 'web',
      testIgnore: ['**/desktop-app/**', ...(isPictureWanted ? [] : ['**/picture/**'])],
      use: { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 }, launchOptions },
    },
    { name: 'electron', testMatch: '**/desktop-app/**/*.story.ts' },
  ],
});
