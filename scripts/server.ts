// npm run server: the server alone, configured by its environment; its stdout is ours.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import './follow-parent.ts';
import { buildDesk } from './build/build-desk.ts';
import { root, runCommand } from './say.ts';
import { listenForStop } from './start/stop-signal.ts';

await runCommand(async () => {
  await buildDesk();
  const followParent = pathToFileURL(path.join(root, 'scripts', 'follow-parent.ts')).href;
  const server = spawn(process.execPath, ['--import', followParent, 'apps/server/src/main.ts'], {
    cwd: root,
    stdio: 'inherit',
    // Its own group: Ctrl-C reaches only us, and the server is told once, by us.
    detached: true,
    windowsHide: true,
  });
  const stop = listenForStop();
  stop.onInsist(() => void server.kill('SIGKILL'));
  void stop.wished.then(() => server.kill('SIGTERM'));
  return new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', (code) => resolve(code ?? 1));
  });
});
