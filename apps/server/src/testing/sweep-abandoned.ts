import { readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { stopLeftOverPostgres } from '../database/embedded-postgres.ts';
import { isLockHeld } from '../database/lock-file.ts';

/** A younger one may belong to a fault test of another run, which has just killed its owner on purpose. */
const abandonedMs = 3_600_000;

/** Ends the databases of test runs that were killed more than an hour ago, and removes their folders below `parent`. */
export async function sweepAbandoned(parent: string, nowMs: number): Promise<void> {
  for (const name of readdirSync(parent).filter((entry) => entry.startsWith('ringdesk-test-'))) {
    const folder = path.join(parent, name);
    const lock = path.join(folder, 'postgres', 'in-use-by');
    const stat = statSync(lock, { throwIfNoEntry: false });
    if (!stat || nowMs - stat.mtimeMs < abandonedMs || isLockHeld(lock)) continue;
    await stopLeftOverPostgres(folder);
    rmSync(folder, { recursive: true, force: true });
  }
}
