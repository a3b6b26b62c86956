// npm start: everything on this machine, by one command; ends with everything it started.
import path from 'node:path';
import './follow-parent.ts';
import { stopLeftOverPostgres } from '../apps/server/src/database/embedded-postgres.ts';
import { StartRefused } from '../apps/server/src/start-refused.ts';
import { buildDesk } from './build/build-desk.ts';
import { root, runCommand, say } from './say.ts';
import { assertPortFree } from './start/assert-port-free.ts';
import {
  chooseWindow,
  downloadElectron,
  electronMissing,
  openWindow,
  windowFacts,
} from './start/desk-window.ts';
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
  if (first === 'stop') return stopAll(server, null);
  noteDesk(dataDir, { pid: server.pid, url: first });
  say(`Server and database: ${((performance.now() - started) / 1000).toFixed(1)} s`);
  say(`\n  Ringdesk is ready: ${first}\n`);
  const window = showWindow(first);
  say('Ctrl-C stops everything.');
  const next = await Promise.race([server.ended.then(() => 'ended' as const), stop.wished]);
  return next === 'ended' ? explainEnd(server, { hasServed: true }) : stopAll(server, window);
}

/** With an address of its own it is production, where nothing is simulated unless somebody asks for it. */
function serverEnvironment(): NodeJS.ProcessEnv {
  const unless = PUBLIC_URL ? 'off' : 'on';
  return { ...process.env, DEMO: DEMO || unless, SIMULATOR: SIMULATOR || unless, DATA_DIR: dataDir };
}

/** The desk's window, now or when Electron is there; `close` ends whichever of the two goes on. */
interface DeskWindow {
  close(): void;
}

/** Opens the desk's window where this machine can have one, and otherwise says in one line what is missing. */
function showWindow(url: string): DeskWindow {
  const choice = chooseWindow(windowFacts());
  if ('program' in choice) return windowOn(choice.program, url);
  if ('missing' in choice) {
    sayNoWindow(choice.missing, url);
    return { close: () => undefined };
  }
  say(`Getting Electron for the desktop window, once; meanwhile the desk is at ${url} in a browser.`);
  const download = new AbortController();
  let window: DeskWindow | null = null;
  void downloadElectron(choice.absent, download.signal).then((isThere) => {
    if (download.signal.aborted) return;
    if (isThere) window = windowOn(choice.absent, url);
    else sayNoWindow(electronMissing, url);
  });
  return {
    close() {
      download.abort();
      window?.close();
    },
  };
}

function windowOn(program: string, url: string): DeskWindow {
  const window = openWindow(program, url);
  window.once('error', (error) => sayNoWindow(error.message, url));
  window.once('exit', () => say(`The window was closed; the desk is still at ${url}.`));
  return { close: () => void window.removeAllListeners('exit').kill() };
}

function sayNoWindow(why: string, url: string): void {
  say(`No desktop window: ${why}; the same desk is at ${url} in a browser.`);
}

async function stopAll(server: ServerProcess, window: DeskWindow | null): Promise<number> {
  say('\nStopping …');
  window?.close();
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
