import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { StartRefused } from '../start-refused.ts';
import { processFacts } from './process-facts.ts';

const fastShutdownMs = 20_000;
const immediateShutdownMs = 10_000;
const pollMs = 25;

/** The process id in a data folder's `postmaster.pid`, or null when there is none. */
export function postmasterPid(data: string): number | null {
  try {
    const pid = Number(readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}

/** Whether this process is the PostgreSQL of exactly this data folder, judged by its command line. */
export function isPostmasterOf(pid: number, data: string): boolean {
  const commandLine = processFacts(pid)?.commandLine ?? '';
  return /postgres/.test(commandLine) && commandLine.includes(`-D ${data}`);
}

/**
 * Ends a PostgreSQL which a killed Ringdesk left behind on this data folder; call it only while holding the folder's lock.
 * Nothing else is ever signalled. Returns whether one was running. Throws `StartRefused` when it cannot be ended.
 */
export async function endLeftOver(data: string): Promise<boolean> {
  const pid = postmasterPid(data);
  if (pid === null) return false;
  const wasRunning = isPostmasterOf(pid, data);
  if (wasRunning) await end(pid, data);
  // Still there after a hard kill; a clean shutdown removes it.
  if (postmasterPid(data) === pid) discountPid(data);
  return wasRunning;
}

async function end(pid: number, data: string): Promise<void> {
  // SIGINT: disconnect everybody and write a checkpoint. SIGQUIT: stop at once, recover on the next start.
  const steps: [NodeJS.Signals, number][] = [
    ['SIGINT', fastShutdownMs],
    ['SIGQUIT', immediateShutdownMs],
  ];
  for (const [signal, patienceMs] of steps) {
    if (!send(pid, signal)) break;
    if (await hasEnded(pid, data, patienceMs)) return;
  }
  throw new StartRefused(
    `A database from an earlier run (process ${pid}) still uses ${data} and does not end; end that process and start again.`,
  );
}

/**
 * The id in the file belongs to a zombie or to a stranger that was given the number since. PostgreSQL would refuse to
 * start, but it treats its own parent's id as stale. The file itself must stay: its other lines let PostgreSQL notice
 * a surviving child of the old server, which would otherwise corrupt the data.
 */
function discountPid(data: string): void {
  const file = path.join(data, 'postmaster.pid');
  const [, ...rest] = readFileSync(file, 'utf8').split('\n');
  writeFileSync(file, [String(process.pid), ...rest].join('\n'));
}

function send(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}

async function hasEnded(pid: number, data: string, patienceMs: number): Promise<boolean> {
  for (let waited = 0; waited < patienceMs; waited += pollMs) {
    if (!isPostmasterOf(pid, data)) return true;
    await wait(pollMs);
  }
  return false;
}
