import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, renameSync, statSync, type WriteStream } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { root } from '../say.ts';

export interface ServerProcess {
  readonly pid: number;
  /** Settles with the server's address, or with null when it ends before it has one. */
  readonly listening: Promise<string | null>;
  /** Settles when it has ended, with whether it gave its reason on the terminal. */
  readonly ended: Promise<{ readonly code: number | null; readonly hasSpoken: boolean }>;
  /** Asks it to finish what it does and to stop; kills it when it does not. */
  stop(): Promise<void>;
  kill(): void;
}

export interface ServerPlan {
  readonly env: NodeJS.ProcessEnv;
  /** Where all that the server says is appended. */
  readonly logFile: string;
  /** What it says on stderr: progress, and why it cannot start or go on. */
  onWord(line: string): void;
}

const maxLogBytes = 20_000_000;
const stopPatienceMs = 30_000;

/** Starts the server as a process of its own. */
export function startServer({ env, logFile, onWord }: ServerPlan): ServerProcess {
  const followParent = pathToFileURL(path.join(root, 'scripts', 'follow-parent.ts')).href;
  const child = spawn(
    process.execPath,
    ['--import', followParent, path.join(root, 'apps/server/src/main.ts')],
    {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      // Its own group: Ctrl-C reaches only us, and the server is told once, by us.
      detached: true,
      windowsHide: true,
    },
  );
  const log = openLog(logFile);
  const listening = Promise.withResolvers<string | null>();
  const hearing = { isListening: false, hasSpoken: false };
  createInterface({ input: child.stdout }).on('line', (line) => {
    log.write(`${line}\n`);
    const url = hearing.isListening ? null : listeningUrl(line);
    if (url === null) return;
    hearing.isListening = true;
    listening.resolve(url);
  });
  createInterface({ input: child.stderr }).on('line', (line) => {
    log.write(`${line}\n`);
    hearing.hasSpoken = true;
    onWord(line);
  });
  const ended = new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null));
    child.once('close', (code) => resolve(code));
  }).then((code) => {
    log.end();
    listening.resolve(null);
    return { code, hasSpoken: hearing.hasSpoken };
  });
  const kill = () => void child.kill('SIGKILL');
  return { pid: child.pid ?? 0, listening: listening.promise, ended, stop: () => stop(child, ended), kill };
}

/** The address in the line by which the server says that it can serve, or null for any other line. */
export function listeningUrl(line: string): string | null {
  try {
    const said: unknown = JSON.parse(line);
    if (typeof said !== 'object' || said === null || !('msg' in said) || said.msg !== 'listening')
      return null;
    return 'url' in said && typeof said.url === 'string' ? said.url : null;
  } catch {
    return null;
  }
}

async function stop(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  child.kill('SIGTERM');
  const impatience = setTimeout(() => child.kill('SIGKILL'), stopPatienceMs);
  await ended;
  clearTimeout(impatience);
}

function openLog(file: string): WriteStream {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > maxLogBytes) renameSync(file, `${file}.1`);
  // A full disk must not end the desk for the sake of a log.
  return createWriteStream(file, { flags: 'a', mode: 0o600 }).on('error', () => undefined);
}
