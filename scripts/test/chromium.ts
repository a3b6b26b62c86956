import { existsSync } from 'node:fs';
import { StartRefused } from '../../apps/server/src/start-refused.ts';
import { runTool } from '../run-tool.ts';
import { say } from '../say.ts';

/** The system's own browser is preferred: it needs no download. */
const systemChromium = '/usr/bin/chromium';

/** Sees to it that the stories find a Chromium: the system's, or Playwright's, which is downloaded where it is missing. */
export async function ensureChromium(): Promise<void> {
  if (existsSync(systemChromium)) return;
  say('No Chromium of the system here; Playwright brings its own …');
  try {
    await runTool('playwright', ['install', 'chromium'], { folder: 'e2e' });
  } catch {
    throw new StartRefused(
      'The stories need a Chromium and none could be downloaded; install one (on Debian: apt-get install chromium) and run npm test again.',
    );
  }
}
