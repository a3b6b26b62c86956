// npm start: everything on this machine, by one command; ends with everything it started.
import path from 'node:path';
import './follow-parent.ts';
import { stopLeftOverPostgres } from '../apps/server/src/database/embedded-postgres.ts';
import { StartRefused } from '../apps/server/src/start-refused.ts';
import { buildDesk } from './build/build-desk.ts';
import { root, runCommand, say } from './say.ts';
import { assertPortFree } from './start/assert-port-free.ts';
import { chooseWindow, openWindow, windowFacts } from './start/desk-window.ts';
import { claimDesk, noteDesk } from './start/running-desk.ts';
import { type ServerProcess, startServer } from './start/server-process.ts';
import { listenForStop, type StopSignal } from './start/stop-signal.ts';

const { DATA_DIR, PORT, HOST, DATABASE_URL, PUBLIC_URL, DEMO, SIMULATOR } = process.env;
// An empty variable counts as one that is not set.
const dataDir = path.resolve(root, DATA_DIR || '.ringdesk');
const logFile = path.join(dataDir, 'server.log');

await runCommand(async () => {
  const claim = await claimDesk(dataDir);
  if (!claim.isOurs) {
    say(
      `Ringdesk is already running here: ${claim.url} (stop it with Ctrl-C where it was started, process ${claim.holder.pid}).`,
    );
    return 0;
  }
  try {
    await assertPortFree(PORT || '4400', HOST || '127.0.0.1');
    await buildDesk();
    return await run(listenForStop());
  } finally {
    claim.release();
  }
});

async function run(stop: StopSignal): Promise<number> {
  const started = performance.now();
  const server = startServer({ env: serverEnvironment(), logFile, onWord: say });
  stop.onInsist(server.kill);
  noteDesk(dataDir, { pid: server.pid, url: null });
  const first = await Promise.race([server.listening, stop.wished.then(() => 'stop' as const)]);
  if (first === null) return explainEnd(server, { hasServed: false });
  if (first === 'stop') return stopAll(server, []);
  noteDesk(dataDir, { pid: server.pid, url: first });
  say(`Server and database: ${((performance.now() - started) / 1000).toFixed(1)} s`);
  say(`\n  Ringdesk is ready: ${first}\n`);
  const windows = showWindow(first);
  say('Ctrl-C stops everything.');
  const next = await Promise.race([server.ended.then(() => 'ended' as const), stop.wished]);
  return next === 'ended' ? explainEnd(server, { hasServed: true }) : stopAll(server, windows);
}

/** With an address of its own it is production, where nothing is simulated unless somebody asks for it. */
function serverEnvironment(): NodeJS.ProcessEnv {
  const unless = PUBLIC_URL ? 'off' : 'on';
  return { ...process.env, DEMO: DEMO || unless, SIMULATOR: SIMULATOR || unless, DATA_DIR: dataDir };
}

/** Opens the desk's window where this machine can have one, and otherwise says in one line what is missing. */
function showWindow(url: string): ReturnType<typeof openWindow>[] {
  const choice = chooseWindow(windowFacts());
  if ('missing' in choice) {
    say(`No desktop window: ${choice.missing}; the same desk is at ${url} in a browser.`);
    return [];
  }
  const window = openWindow(choice.program, url);
  window.once('error', (error) =>
    say(`No desktop window: ${error.message}; the same desk is at ${url} in a browser.`),
  );
  window.once('exit', () => say(`The window was closed; the desk is still at ${url}.`));
  return [window];
}

async function stopAll(server: ServerProcess, windows: ReturnType<typeof openWindow>[]): Promise<number> {
  say('\nStopping …');
  for (const window of windows) window.removeAllListeners('exit').kill();
  await server.stop();
  await endDatabase();
  say('Ringdesk has stopped.');
  return 0;
}

/** The server ended by itself: a refusal to start is on the terminal already, for all else its log has the reason. */
async function explainEnd(server: ServerProcess, { hasServed }: { hasServed: boolean }): Promise<number> {
  const { code, hasSpoken } = await server.ended;
  await endDatabase();
  if (!hasServed && code === 1 && hasSpoken) return 1;
  throw new StartRefused(
    `The server ended unexpectedly (${code ?? 'killed'}); see ${logFile}, then run npm start again.`,
  );
}

/** The server stops its database itself, unless it was killed. A database given by its address is not ours to stop. */
async function endDatabase(): Promise<void> {
  if (!DATABASE_URL) await stopLeftOverPostgres(dataDir);
}
