import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { StartRefused } from '../start-refused.ts';
import { isOpenToAll, openFolder, type RunAs } from './postgres-binaries.ts';

const run = promisify(execFile);

/** Only what PostgreSQL needs: keys and secrets in our own environment are none of its business. Windows needs more to open a socket. */
export const postgresEnvironment: NodeJS.ProcessEnv | undefined =
  process.platform === 'win32' ? undefined : { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/bin:/bin' };

/**
 * The folder that holds the cluster, its password, its lock and its log: `postgres` in `dataDir`. Root's PostgreSQL runs
 * as another account; where that account could not reach `dataDir`, the cluster lives in a fixed open folder named
 * after `dataDir`, and a note in `dataDir` tells where, so that later changes of rights never hide it.
 */
export function clusterHome(dataDir: string, runAs: RunAs): string {
  const note = path.join(dataDir, 'postgres-location');
  try {
    mkdirSync(dataDir, { recursive: true });
    if (existsSync(note)) return readFileSync(note, 'utf8').trim();
    const inside = path.join(dataDir, 'postgres');
    if (existsSync(inside) || runAs.uid === undefined || isOpenToAll(dataDir)) return openHome(inside, runAs);
    const real = realpathSync(dataDir);
    const outside = path.join(openFolder, createHash('sha256').update(real).digest('hex').slice(0, 16));
    mkdirSync(openFolder, { recursive: true });
    chmodSync(openFolder, 0o755);
    openHome(outside, runAs);
    writeFileSync(note, `${outside}\n`);
    return outside;
  } catch (error) {
    throw notWritable(dataDir, error);
  }
}

function openHome(home: string, runAs: RunAs): string {
  mkdirSync(home, { recursive: true });
  // Written even when nothing changes: this is also the test whether the folder is ours to write.
  chmodSync(home, runAs.uid === undefined ? 0o700 : 0o755);
  return home;
}

/** The sentence for a data directory that refuses us; anything that is not a matter of the file system passes unchanged. */
export function notWritable(dataDir: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOSPC') {
    return new StartRefused(
      `The disk of the data directory ${dataDir} is full; free some space, or set DATA_DIR to a folder on another disk.`,
    );
  }
  if (!/^E(ACCES|PERM|ROFS|NOTDIR|NOENT|EXIST)$/.test(code)) return error;
  return new StartRefused(
    `The data directory ${dataDir} cannot be written (${code}); give this account the right to write there, or set DATA_DIR to another folder.`,
  );
}

export interface ClusterPlan {
  readonly home: string;
  readonly binaries: string;
  readonly runAs: RunAs;
  /** False only for throwaway clusters of tests: skips flushing the fresh files to disk. */
  readonly durable: boolean;
}

/** Creates the cluster where there is none yet, and returns the password of its only account, `postgres`. */
export async function ensureCluster(plan: ClusterPlan): Promise<string> {
  const data = path.join(plan.home, 'data');
  const passwordFile = path.join(plan.home, 'password');
  if (!existsSync(data)) await createCluster(plan, passwordFile);
  if (!existsSync(passwordFile)) {
    throw new StartRefused(
      `The database's password file ${passwordFile} is missing; restore it from a backup, or remove the folder ${plan.home} to begin with an empty database.`,
    );
  }
  return readFileSync(passwordFile, 'utf8').trim();
}

async function createCluster(plan: ClusterPlan, passwordFile: string): Promise<void> {
  const { home, binaries, runAs, durable } = plan;
  // Built beside and renamed when complete: a kill in the middle must not leave half a cluster that looks whole.
  const unfinished = path.join(home, 'data.unfinished');
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(passwordFile, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  if (runAs.uid !== undefined && runAs.gid !== undefined) {
    chownSync(unfinished, runAs.uid, runAs.gid);
    chownSync(passwordFile, runAs.uid, runAs.gid);
  }
  const settings = [
    '-U',
    'postgres',
    '-A',
    'scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    ...locale(),
  ];
  try {
    await run(
      path.join(binaries, 'bin', 'initdb'),
      ['-D', unfinished, ...settings, ...(durable ? [] : ['--no-sync'])],
      {
        ...runAs,
        cwd: home,
        windowsHide: true,
        ...(postgresEnvironment ? { env: postgresEnvironment } : {}),
      },
    );
  } catch (error) {
    throw new StartRefused(
      `PostgreSQL could not create its database in ${home}: ${lastLine(error)}; free the folder or set DATA_DIR to a folder on a local disk.`,
    );
  }
  renameSync(unfinished, path.join(home, 'data'));
  if (durable) flushFolder(home);
}

/** Characters are Unicode on every system, and sorting is by code point, so that an upgrade of the system never reorders an index. */
function locale(): string[] {
  const unicode = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  // Trigram search asks the C library which characters are letters; without this it drops every accented one.
  return existsSync('/usr/lib/locale/C.utf8') ? [...unicode, '--lc-ctype=C.UTF-8'] : unicode;
}

function lastLine(error: unknown): string {
  const text =
    error instanceof Error && 'stderr' in error && typeof error.stderr === 'string'
      ? error.stderr
      : String(error);
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return (lines.find((line) => /error|fatal|could not/i.test(line)) ?? lines.at(-1) ?? '')
    .trim()
    .replace(/\.$/, '');
}

/** Without this a power cut could undo the rename although the files inside are already safe. Windows cannot open a folder. */
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
