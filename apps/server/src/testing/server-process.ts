import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { within } from './test-desk.ts';

const main = path.resolve(import.meta.dirname, '../main.ts');

/** The server as a process of its own, which a test may kill. */
export interface ServerProcess {
  readonly url: string;
  readonly pid: number;
  /** The exit code or signal, or null while it runs. */
  ended(): number | string | null;
  /** What it logged as an error, and everything it wrote on standard error. */
  readonly troubles: string[];
  /** SIGKILL: nothing is said or written any more. */
  kill(): Promise<void>;
  /** SIGTERM, and the end in order. */
  stop(): Promise<void>;
}

const startWithinMs = 20_000;
const faultLevel = 50;

/** Starts `main.ts` on a database that must be durable, as it is started outside of tests. */
export async function startServerProcess(
  databaseUrl: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  const troubles: string[] = [];
  const child = spawn(process.execPath, [main], {
    env: {
      PATH: process.env['PATH'] ?? '',
      DATABASE_URL: databaseUrl,
      PORT: '0',
      DEMO: 'on',
      SECRET: 'a secret for tests that is long enough',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  createInterface({ input: child.stderr }).on('line', (line) => troubles.push(line));
  const url = await within<string>(startWithinMs, 'the server to listen', (done, fail) => {
    child.once('exit', (code) => fail(new Error(`the server ended with ${code}: ${troubles.join('\n')}`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const entry = JSON.parse(line) as { msg: string; url?: string; level: number };
      if (entry.msg === 'listening') done(entry.url ?? '');
      if (entry.level >= faultLevel) troubles.push(line);
    });
  });
  const ended = () => child.exitCode ?? child.signalCode;
  return {
    url,
    pid: child.pid ?? 0,
    troubles,
    ended,
    kill: () => end(child, 'SIGKILL'),
    stop: () => end(child, 'SIGTERM'),
  };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}
