// npm run dev: the server starts anew when its files change, the renderer changes in the open page.
import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import './follow-parent.ts';
import { toolPath } from './run-tool.ts';
import { root, runCommand, say } from './say.ts';
import { listenForStop } from './start/stop-signal.ts';

/** The renderer's watch mode hands on to this port. */
const serverPort = '4400';

await runCommand(async () => {
  const stop = listenForStop();
  const desktop = path.join(root, 'apps/desktop');
  const server = start(
    process.execPath,
    ['--watch', '--watch-preserve-output', 'apps/server/src/main.ts'],
    root,
  );
  const renderer = start(toolPath('vite', desktop), ['--config', 'vite.renderer.config.ts'], desktop);
  say('The desk is at http://localhost:5173 once both are up; Ctrl-C stops both.');
  await Promise.race([stop.wished, ended(server), ended(renderer)]);
  for (const child of [server, renderer]) child.kill('SIGTERM');
  await Promise.all([ended(server), ended(renderer)]);
  return 0;
});

function start(program: string, args: readonly string[], cwd: string): ChildProcess {
  const env = { DEMO: 'on', SIMULATOR: 'on', ...process.env, PORT: serverPort };
  return spawn(program, args, { cwd, env, stdio: 'inherit', detached: true, windowsHide: true });
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
}
