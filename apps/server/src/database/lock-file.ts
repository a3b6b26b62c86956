import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { processFacts } from './process-facts.ts';

/** Who holds a lock file. A process id alone is reused by the system, so the start time is compared too. */
export interface LockHolder {
  readonly pid: number;
  readonly startedAt: string;
}

export type LockAttempt =
  | { readonly taken: true; release(): void }
  | { readonly taken: false; readonly holder: LockHolder };

/** A file is created first and filled an instant later; one younger than this may still be about to be filled. */
const fillingMs = 2_000;

/** Takes the lock `file` for this process, or tells who holds it. A lock whose holder has ended is taken over. */
export function takeLock(file: string): LockAttempt {
  for (;;) {
    if (create(file)) return { taken: true, release: () => rmSync(file, { force: true }) };
    const holder = readHolder(file);
    if (holder === 'gone') continue;
    if (holder !== 'unreadable' && isRunning(holder)) return { taken: false, holder };
    setAside(file);
  }
}

function create(file: string): boolean {
  const holder: LockHolder = { pid: process.pid, startedAt: processFacts(process.pid)?.startedAt ?? '' };
  try {
    writeFileSync(file, JSON.stringify(holder), { flag: 'wx', mode: 0o644 });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function readHolder(file: string): LockHolder | 'gone' | 'unreadable' {
  try {
    const text = readFileSync(file, 'utf8');
    const age = Date.now() - statSync(file).mtimeMs;
    if (text === '') return age < fillingMs ? 'gone' : 'unreadable';
    const holder: unknown = JSON.parse(text);
    return isHolder(holder) ? holder : 'unreadable';
  } catch (error) {
    return error instanceof SyntaxError ? 'unreadable' : 'gone';
  }
}

/** Whether some running process holds the lock `file`. */
export function isLockHeld(file: string): boolean {
  const holder = readHolder(file);
  return typeof holder === 'object' && isRunning(holder);
}

/** Whether this, read from a file, names a process. */
export function isHolder(value: unknown): value is LockHolder {
  if (typeof value !== 'object' || value === null || !('pid' in value) || !('startedAt' in value))
    return false;
  return typeof value.pid === 'number' && typeof value.startedAt === 'string';
}

/** Whether the process that wrote this is still the one running under its id. */
export function isRunning(holder: LockHolder): boolean {
  return processFacts(holder.pid)?.startedAt === holder.startedAt;
}

function setAside(file: string): void {
  const aside = `${file}.stale-${process.pid}`;
  try {
    // Renaming is atomic: of two processes that both found the lock stale, only one moves it.
    renameSync(file, aside);
    rmSync(aside, { force: true });
  } catch {
    // The other one was quicker; the next attempt will see what it left.
  }
}
