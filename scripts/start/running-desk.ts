import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isHolder, isRunning, type LockHolder, takeLock } from '../../apps/server/src/database/lock-file.ts';
import { notWritable } from '../../apps/server/src/database/postgres-cluster.ts';
import { processFacts } from '../../apps/server/src/database/process-facts.ts';
import { StartRefused } from '../../apps/server/src/start-refused.ts';
import { say } from '../say.ts';

/** What a started desk leaves in its data directory, for the next start to find. */
export interface RunningDesk {
  readonly server: LockHolder;
  /** Null until the server has said that it listens. */
  readonly url: string | null;
}

export type Claim =
  | { readonly isOurs: true; release(): void }
  | { readonly isOurs: false; readonly url: string; readonly holder: LockHolder };

const pollMs = 200;
const endPatienceMs = 30_000;
const answerPatienceMs = 10_000;

/**
 * Makes this process the one that runs the desk of `dataDir`, or finds the one that already does and waits until it
 * answers at its address. What a killed start left running is waited for and, when it does not end, ended.
 * Throws `StartRefused` when the folder cannot be written or the other desk does not answer.
 */
export async function claimDesk(dataDir: string): Promise<Claim> {
  let hasSpoken = false;
  for (;;) {
    const lock = lockIn(dataDir);
    if (lock.taken) {
      await endEarlierServer(dataDir);
      return { isOurs: true, release: () => forget(dataDir, lock.release) };
    }
    const url = readDesk(dataDir)?.url;
    if (url) {
      if (await answers(url)) return { isOurs: false, url, holder: lock.holder };
      if (isRunning(lock.holder)) throw silent(lock.holder, url);
    } else if (!hasSpoken) {
      say(`Ringdesk is being started here by process ${lock.holder.pid} already; waiting for it …`);
      hasSpoken = true;
    }
    await wait(pollMs);
  }
}

function lockIn(dataDir: string) {
  try {
    mkdirSync(dataDir, { recursive: true });
    return takeLock(path.join(dataDir, 'started-by'));
  } catch (error) {
    throw notWritable(dataDir, error);
  }
}

function silent(holder: LockHolder, url: string): StartRefused {
  return new StartRefused(
    `Ringdesk was started here by process ${holder.pid} but does not answer at ${url}; stop that process and start again.`,
  );
}

const deskFile = (dataDir: string) => path.join(dataDir, 'running.json');

/** Notes the running server; replaces the file whole, because the next start may read at any moment. */
export function noteDesk(dataDir: string, { pid, url }: { pid: number; url: string | null }): void {
  const server = { pid, startedAt: processFacts(pid)?.startedAt ?? '' };
  const desk: RunningDesk = { server, url };
  const unfinished = `${deskFile(dataDir)}.${process.pid}`;
  writeFileSync(unfinished, JSON.stringify(desk));
  renameSync(unfinished, deskFile(dataDir));
}

/** The note of the latest desk of this folder, or null; it may have ended since. */
export function readDesk(dataDir: string): RunningDesk | null {
  try {
    const desk: unknown = JSON.parse(readFileSync(deskFile(dataDir), 'utf8'));
    return isDesk(desk) ? desk : null;
  } catch {
    return null;
  }
}

function isDesk(value: unknown): value is RunningDesk {
  if (typeof value !== 'object' || value === null || !('server' in value) || !('url' in value)) return false;
  return isHolder(value.server) && (value.url === null || typeof value.url === 'string');
}

function forget(dataDir: string, release: () => void): void {
  rmSync(deskFile(dataDir), { force: true });
  release();
}

/** Whether a desk answers there; patient, because a busy machine may take a moment. */
async function answers(url: string): Promise<boolean> {
  try {
    const answer = await fetch(new URL('/health/live', url), {
      signal: AbortSignal.timeout(answerPatienceMs),
    });
    return answer.ok;
  } catch {
    return false;
  }
}

/** Its start was killed: the server notices by itself and shuts down, which takes a moment; one that hangs is killed. */
async function endEarlierServer(dataDir: string): Promise<void> {
  const server = readDesk(dataDir)?.server;
  if (!server || !isRunning(server)) return;
  say(`An earlier start was cut off; waiting for its server (process ${server.pid}) to end …`);
  process.kill(server.pid, 'SIGTERM');
  const deadline = performance.now() + endPatienceMs;
  while (isRunning(server)) {
    if (performance.now() > deadline) process.kill(server.pid, 'SIGKILL');
    await wait(pollMs);
  }
}
