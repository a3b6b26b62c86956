import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createWriteStream, renameSync, statSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { StartRefused } from '../start-refused.ts';
import { type ClusterPlan, postgresEnvironment } from './postgres-cluster.ts';

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** Settles when the process has ended, for whatever reason, with the last thing it said. */
  readonly ended: Promise<string>;
  /** Disconnects everybody, writes a checkpoint and ends. */
  stop(): Promise<void>;
}

export interface PostmasterOptions {
  /** A free port is chosen when it is left out. */
  readonly port?: number;
  readonly flags: readonly string[];
  onProgress(line: string): void;
}

const maxLogBytes = 5_000_000;
const rememberedBytes = 16_000;
/** After a hard kill the old server's children need a moment to notice; until then the new one is refused. */
const orphanPatienceMs = 15_000;
const shutdownPatienceMs = 30_000;

type Attempt =
  | { readonly ready: true; readonly postmaster: Postmaster }
  | { readonly ready: false; readonly said: string };

/** Starts PostgreSQL on the cluster of `plan` and waits until it accepts connections; throws `StartRefused` otherwise. */
export async function startPostmaster(plan: ClusterPlan, options: PostmasterOptions): Promise<Postmaster> {
  const started = performance.now();
  for (;;) {
    const port = options.port ?? (await freePort());
    const attempt = await tryStart(plan, { ...options, port });
    if (attempt.ready) return attempt.postmaster;
    const isEarlyPatience = performance.now() - started < orphanPatienceMs;
    const isPortLost = options.port === undefined && portTaken.test(attempt.said);
    if (!isEarlyPatience || !(isPortLost || stillInUse.test(attempt.said))) {
      throw new StartRefused(explain(attempt.said, plan, port));
    }
    await wait(100);
  }
}

async function freePort(): Promise<number> {
  const probe = net.createServer();
  await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

async function tryStart(plan: ClusterPlan, options: PostmasterOptions & { port: number }): Promise<Attempt> {
  const child = spawn(path.join(plan.binaries, 'bin', 'postgres'), commandLine(plan, options), {
    uid: plan.runAs.uid,
    gid: plan.runAs.gid,
    cwd: plan.home,
    stdio: ['ignore', 'ignore', 'pipe'],
    // Its own group: Ctrl-C in a terminal must reach the server, which closes its connections first and then stops this.
    detached: true,
    windowsHide: true,
    env: postgresEnvironment,
  });
  let said = '';
  const ready = Promise.withResolvers<boolean>();
  const log = openLog(plan.home);
  child.stderr.on('data', (chunk: Buffer) => {
    log.write(chunk);
    said = (said + chunk.toString()).slice(-rememberedBytes);
    if (/automatic recovery in progress/.test(chunk.toString()))
      options.onProgress('The database was not shut down last time; it is recovering');
    if (/ready to accept connections/.test(said)) ready.resolve(true);
  });
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(`FATAL:  ${error.message}`));
    child.once('close', () => resolve(said));
  });
  void ended.then(() => {
    log.end();
    ready.resolve(false);
  });
  if (!(await ready.promise)) return { ready: false, said: await ended };
  return {
    ready: true,
    postmaster: { pid: child.pid ?? 0, port: options.port, ended, stop: () => stop(child, plan, ended) },
  };
}

function commandLine(plan: ClusterPlan, options: PostmasterOptions & { port: number }): string[] {
  // lc_messages: the ready line is looked for in English. The socket folder is left empty because its default may not be writable.
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'lc_messages=C',
    'timezone=UTC',
    'log_timezone=UTC',
    'max_connections=200',
  ];
  const flags = settings.flatMap((setting) => ['-c', setting]);
  return ['-D', path.join(plan.home, 'data'), '-p', String(options.port), ...flags, ...options.flags];
}

function openLog(home: string) {
  const file = logFile(home);
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > maxLogBytes) renameSync(file, `${file}.1`);
  const log = createWriteStream(file, { flags: 'a', mode: 0o600 });
  // A full disk must not end the server for the sake of a log.
  return log.on('error', () => undefined);
}

const logFile = (home: string) => path.join(home, 'postgres.log');

async function stop(child: ChildProcess, plan: ClusterPlan, ended: Promise<string>): Promise<void> {
  if (process.platform === 'win32') {
    // Windows knows no signals: there `kill` would end the process without a checkpoint.
    const arguments_ = ['stop', '-D', path.join(plan.home, 'data'), '-m', 'fast', '-w'];
    await promisify(execFile)(path.join(plan.binaries, 'bin', 'pg_ctl'), arguments_, {
      windowsHide: true,
    }).catch(() => child.kill());
  } else {
    child.kill('SIGINT');
  }
  const impatience = setTimeout(() => child.kill('SIGQUIT'), shutdownPatienceMs);
  await ended;
  clearTimeout(impatience);
}

const portTaken = /Address already in use|could not create any TCP\/IP sockets|could not bind/;
const stillInUse = /pre-existing shared memory block|is still in use/;

function explain(said: string, plan: ClusterPlan, port: number): string {
  if (portTaken.test(said)) return `Port ${port} for the database is taken; free it or choose another one.`;
  if (/initialized by PostgreSQL version|incompatible with (this version|server)/.test(said)) {
    return `The data in ${plan.home} was made by another version of PostgreSQL; move it over with pg_dump, or set DATA_DIR to another folder.`;
  }
  if (/lock file .* already exists|pre-existing shared memory block/.test(said)) {
    return `The data in ${plan.home} is in use by another PostgreSQL; stop that one, or set DATA_DIR to another folder.`;
  }
  if (/No space left on device/.test(said)) {
    return `The disk of ${plan.home} is full; free some space, or set DATA_DIR to a folder on another disk.`;
  }
  if (/administrative permissions/.test(said)) {
    return 'PostgreSQL does not run with administrator rights; start Ringdesk from a terminal without them.';
  }
  const reason =
    said.split('\n').findLast((line) => /FATAL|PANIC|error while loading/.test(line)) ??
    'it ended without a word';
  const sentence = reason.replace(/^.*?(FATAL|PANIC):\s*/, '').replace(/\.$/, '');
  return `PostgreSQL could not start: ${sentence}; see ${logFile(plan.home)}, or set DATABASE_URL to a PostgreSQL of your own.`;
}
