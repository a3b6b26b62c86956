import path from 'node:path';
import { StartRefused } from '../start-refused.ts';
import { takeLock } from './lock-file.ts';
import { postgresBinaries, unprivilegedAccount } from './postgres-binaries.ts';
import { clusterHome, ensureCluster, notWritable } from './postgres-cluster.ts';
import { startPostmaster } from './postmaster.ts';
import { endLeftOver, isPostmasterOf } from './postmaster-pid.ts';

export interface EmbeddedPostgres {
  readonly pid: number;
  readonly port: number;
  /** The folder with the cluster, its password, its lock and its log. */
  readonly home: string;
  /** Connection URL of a database in this cluster, with the password in it: never log it. */
  url(database: string): string;
  /** Disconnects everybody, writes a checkpoint and ends; close your pools first. Safe to call twice. */
  stop(): Promise<void>;
  /** Settles with one plain sentence when PostgreSQL ends without having been asked to; never after `stop`. */
  readonly died: Promise<string>;
}

export interface EmbeddedPostgresOptions {
  /** Ringdesk's data directory; made when absent. */
  readonly dataDir: string;
  /** A free port is chosen when it is left out. */
  readonly port?: number;
  /** Further arguments of `postgres`, such as `['-c', 'fsync=off']` in tests. */
  readonly flags?: readonly string[];
  readonly onProgress?: (line: string) => void;
}

/**
 * Starts the PostgreSQL that comes with the packages on the cluster in `dataDir`, on the loopback address only, and waits
 * until it accepts connections. Recovers by itself from a hard kill of PostgreSQL or of an earlier Ringdesk, whose
 * left-over database it ends. Throws `StartRefused` with one plain sentence when it cannot serve.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = path.resolve(options.dataDir);
  const runAs = unprivilegedAccount();
  const home = clusterHome(dataDir, runAs);
  const release = holdLock(home, dataDir);
  try {
    const { onProgress = () => undefined, flags = [], port } = options;
    const plan = { home, runAs, binaries: postgresBinaries(runAs), durable: !flags.includes('fsync=off') };
    if (await endLeftOver(path.join(home, 'data')))
      onProgress('Ended a database that an earlier run had left behind');
    const password = await ensureCluster(plan);
    const postmaster = await startPostmaster(plan, {
      flags,
      onProgress,
      ...(port === undefined ? {} : { port }),
    });
    return handle({ postmaster, password, home, release });
  } catch (error) {
    release();
    throw notWritable(dataDir, error);
  }
}

/** Ends the PostgreSQL of `dataDir` when the Ringdesk that started it was killed; leaves one that is in use alone. */
export async function stopLeftOverPostgres(dataDir: string): Promise<void> {
  const home = clusterHome(path.resolve(dataDir), unprivilegedAccount());
  const lock = takeLock(path.join(home, 'in-use-by'));
  if (!lock.taken) return;
  try {
    await endLeftOver(path.join(home, 'data'));
  } finally {
    lock.release();
  }
}

function holdLock(home: string, dataDir: string): () => void {
  const lock = takeLock(path.join(home, 'in-use-by'));
  if (lock.taken) return lock.release;
  throw new StartRefused(
    `The data directory ${dataDir} is in use by another Ringdesk (process ${lock.holder.pid}); stop that one, or set DATA_DIR to another folder.`,
  );
}

interface Running {
  readonly postmaster: Awaited<ReturnType<typeof startPostmaster>>;
  readonly password: string;
  readonly home: string;
  release(): void;
}

function handle({ postmaster, password, home, release }: Running): EmbeddedPostgres {
  let stopping: Promise<void> | undefined;
  // A crash of this process that still runs its exit handlers must not leave the database behind.
  const stopAtExit = () => {
    // Nothing may be thrown while the process ends; that it is gone already is as good.
    if (isPostmasterOf(postmaster.pid, path.join(home, 'data'))) process.kill(postmaster.pid, 'SIGINT');
  };
  process.once('exit', stopAtExit);
  const died = Promise.withResolvers<string>();
  void postmaster.ended.then(() => {
    process.off('exit', stopAtExit);
    release();
    if (!stopping)
      died.resolve(
        `The database ended unexpectedly; its last words are in ${path.join(home, 'postgres.log')}.`,
      );
  });
  return {
    pid: postmaster.pid,
    port: postmaster.port,
    home,
    url: (database) => `postgresql://postgres:${password}@127.0.0.1:${postmaster.port}/${database}`,
    stop: () => (stopping ??= postmaster.stop()),
    died: died.promise,
  };
}
