import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { StartRefused } from '../../apps/server/src/start-refused.ts';
import { runTool } from '../run-tool.ts';
import { root, say } from '../say.ts';

/** The system's own browser is preferred: it needs no download. */
const systemChromium = '/usr/bin/chromium';

/** Sees to it that the stories find a Chromium: the system's, Playwright's, or one that Playwright downloads now. */
export async function ensureChromium(): Promise<void> {
  if (existsSync(systemChromium) || existsSync(playwrightChromium())) return;
  say('No Chromium here yet; Playwright downloads one …');
  try {
    await runTool('playwright', ['install', 'chromium'], { folder: 'e2e' });
  } catch {
    throw new StartRefused(
      'The stories need a Chromium and none could be downloaded; install one (on Debian: apt-get install chromium) and run npm test again.',
    );
  }
}

function playwrightChromium(): string {
  const load = createRequire(path.join(root, 'e2e/package.json'));
  const { chromium }: { chromium: { executablePath(): string } } = load('@playwright/test');
  return chromium.executablePath();
}
