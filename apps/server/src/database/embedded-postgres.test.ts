import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../testing/postgres.ts';
import {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from './embedded-postgres.ts';
import { processFacts } from './process-facts.ts';

const holder = path.resolve(import.meta.dirname, '../testing/hold-postgres.ts');

let dataDir: string;
let running: EmbeddedPostgres[];
let holders: ChildProcess[];

beforeEach(() => {
  dataDir = temporaryFolder();
  running = [];
  holders = [];
});
afterEach(async () => {
  for (const child of holders) if (child.exitCode === null) child.kill('SIGKILL');
  for (const postgres of running) await postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Killing a process loses nothing that the system has, flushed or not, so most tests may spare the disk. */
const fast = ['-c', 'fsync=off'];

async function start(options: Partial<EmbeddedPostgresOptions> = {}) {
  const postgres = await startEmbeddedPostgres({ dataDir, flags: fast, ...options });
  running.push(postgres);
  return postgres;
}

/** Another Ringdesk process with its own database, which can be killed. */
async function startElsewhere(): Promise<{ child: ChildProcess; pid: number; url: string }> {
  const child = spawn(process.execPath, [holder, dataDir, ...fast], { stdio: ['ignore', 'pipe', 'inherit'] });
  holders.push(child);
  const [line] = await once(child.stdout, 'data');
  const told = /"pid":(\d+),"url":"([^"]+)"/.exec(String(line));
  return { child, pid: Number(told?.[1]), url: told?.[2] ?? '' };
}

async function query(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

async function kill(child: ChildProcess) {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

const write = 'CREATE TABLE kept (id int); INSERT INTO kept VALUES (7)';
const read = 'SELECT id FROM kept';

// Each test makes a cluster, which takes a while on a busy machine.
describe('the database that comes with Ringdesk', { timeout: 60_000 }, () => {
  it('keeps what was written over a stop and a start, and is durable', async () => {
    const first = await start({ flags: [] });
    await query(first.url('postgres'), write);
    await first.stop();
    const second = await start({ flags: [] });
    expect(await query(second.url('postgres'), read)).toEqual([{ id: 7 }]);
    expect(await query(second.url('postgres'), 'SHOW fsync')).toEqual([{ fsync: 'on' }]);
    expect(await query(second.url('postgres'), "SELECT lower('ÉÜ') AS lower")).toEqual([{ lower: 'éü' }]);
  });

  it('has a password of its own that only its account may read', async () => {
    const { home, url } = await start();
    const password = readFileSync(path.join(home, 'password'), 'utf8').trim();
    expect(password).toHaveLength(32);
    expect(statSync(path.join(home, 'password')).mode & 0o777).toBe(0o600);
    await expect(query(url('postgres').replace(password, 'guess'), 'SELECT 1')).rejects.toThrow(
      'password authentication failed',
    );
  });

  it('refuses a data directory that another Ringdesk is using, and names its process', async () => {
    const { child } = await startElsewhere();
    await expect(start()).rejects.toThrow(
      `The data directory ${dataDir} is in use by another Ringdesk (process ${child.pid}); stop that one, or set DATA_DIR to another folder.`,
    );
  });

  it('keeps every acknowledged write when Ringdesk is killed, and ends the database left behind', async () => {
    const { child, pid, url } = await startElsewhere();
    await query(url, write);
    await kill(child);
    expect(processFacts(pid)).not.toBeNull();
    const told: string[] = [];
    const next = await start({ onProgress: (line) => told.push(line) });
    expect(told).toContain('Ended a database that an earlier run had left behind');
    expect(processFacts(pid)).toBeNull();
    expect(await query(next.url('postgres'), read)).toEqual([{ id: 7 }]);
  });

  it('keeps every acknowledged write when PostgreSQL itself is killed, and says that it died', async () => {
    const first = await start();
    await query(first.url('postgres'), write);
    process.kill(first.pid, 'SIGKILL');
    expect(await first.died).toContain('The database ended unexpectedly');
    const next = await start({ port: first.port });
    expect(await query(next.url('postgres'), read)).toEqual([{ id: 7 }]);
  });

  it('starts again after both were killed at once, even while the dead database is an unreaped zombie', async () => {
    const { child, pid, url } = await startElsewhere();
    await query(url, write);
    // The stopped parent cannot reap its child, so the killed database stays in the process table.
    child.kill('SIGSTOP');
    process.kill(pid, 'SIGKILL');
    rmSync(path.join(dataDir, 'postgres', 'in-use-by'));
    const next = await start();
    expect(await query(next.url('postgres'), read)).toEqual([{ id: 7 }]);
  });

  it('never signals a stranger that was given the number of the old database', async () => {
    const first = await start();
    await first.stop();
    const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    holders.push(stranger);
    writeFileSync(
      path.join(first.home, 'data', 'postmaster.pid'),
      `${stranger.pid}\n${first.home}/data\n0\n1\n\n\n\n`,
    );
    await start();
    expect(processFacts(stranger.pid ?? 0)).not.toBeNull();
  });

  it('begins anew when the first start was killed before the cluster was complete', async () => {
    const first = await start();
    await first.stop();
    rmSync(path.join(first.home, 'data'), { recursive: true });
    appendFileSync(path.join(first.home, 'data.unfinished'), 'half a cluster');
    expect(await query((await start()).url('postgres'), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(existsSync(path.join(first.home, 'data.unfinished'))).toBe(false);
  });

  it('says in one sentence that the folder cannot be written', async () => {
    await expect(startEmbeddedPostgres({ dataDir: '/dev/null/desk' })).rejects.toThrow(
      'The data directory /dev/null/desk cannot be written (ENOTDIR); give this account the right to write there, or set DATA_DIR to another folder.',
    );
  });

  it('says in one sentence that its port is taken', async () => {
    const other = net.createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    await expect(start({ port })).rejects.toThrow(
      `Port ${port} for the database is taken; free it or choose another one.`,
    );
    other.close();
  });

  it('says in one sentence that the data was made by another version', async () => {
    const first = await start();
    await first.stop();
    writeFileSync(path.join(first.home, 'data', 'PG_VERSION'), '14\n');
    await expect(start()).rejects.toThrow(
      'was made by another version of PostgreSQL; move it over with pg_dump',
    );
  });

  it('points to its log when it cannot start for another reason', async () => {
    const options = { dataDir, flags: ['-c', 'shared_buffers=nonsense'] };
    await expect(startEmbeddedPostgres(options)).rejects.toThrow(
      /^PostgreSQL could not start: invalid value for parameter "shared_buffers": "nonsense"; see .*postgres\.log/,
    );
    await start();
  });
});
