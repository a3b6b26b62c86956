import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isPostmasterOf, postmasterPid } from '../apps/server/src/database/postmaster-pid.ts';
import { processFacts } from '../apps/server/src/database/process-facts.ts';
import { root } from './say.ts';
import { readDesk } from './start/running-desk.ts';

const patienceMs = 60_000;

let dataDir: string;
let started: Desk[];

interface Desk {
  readonly process: ChildProcess;
  said(): string;
  readonly ended: Promise<number | null>;
}

// One folder for all: each start also proves that what the one before left behind does no harm.
beforeAll(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'ringdesk-start-'));
  // The database's own account must be able to enter when the tests run as root.
  chmodSync(dataDir, 0o755);
});
beforeEach(() => {
  started = [];
});
afterEach(async () => {
  for (const desk of started) {
    desk.process.kill('SIGTERM');
    await desk.ended;
  }
  await everythingEnded();
}, patienceMs);
afterAll(() => rmSync(dataDir, { recursive: true }));

function start(): Desk {
  const env = {
    ...process.env,
    DATA_DIR: dataDir,
    PORT: '0',
    LOG_LEVEL: 'info',
    ELECTRON_OVERRIDE_DIST_PATH: dataDir,
  };
  const child = spawn(process.execPath, ['scripts/task.ts', 'start'], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const desk = { process: child, said: () => said, ended: once(child, 'close').then(([code]) => code) };
  started.push(desk);
  return desk;
}

async function startReady(): Promise<{ desk: Desk; url: string; server: number }> {
  const desk = start();
  await until(() => desk.said().includes('Ctrl-C stops everything.') || desk.process.exitCode !== null, desk);
  const note = readDesk(dataDir);
  if (!note?.url) throw new Error(`the desk did not start: ${desk.said()}`);
  return { desk, url: note.url, server: note.server.pid };
}

async function until(isSo: () => boolean, desk?: Desk): Promise<void> {
  const deadline = performance.now() + patienceMs;
  while (!isSo()) {
    if (performance.now() > deadline)
      throw new Error(`waited in vain; it said: ${desk?.said() ?? 'nothing'}`);
    await wait(50);
  }
}

const data = () => path.join(dataDir, 'postgres', 'data');
const isDatabaseRunning = () => isPostmasterOf(postmasterPid(data()) ?? 0, data());

function everythingEnded(): Promise<void> {
  const server = readDesk(dataDir)?.server.pid ?? 0;
  return until(() => !isDatabaseRunning() && processFacts(server) === null);
}

describe('npm start', { timeout: 3 * patienceMs }, () => {
  it('serves the desk, is found by a second start, and stops all that it started', async () => {
    const { desk, url, server } = await startReady();
    expect((await fetch(new URL('/health/ready', url))).status).toBe(200);
    expect(await (await fetch(url)).text()).toContain('<html');
    expect(desk.said()).toContain(`the same desk is at ${url} in a browser.`);

    const second = start();
    expect(await second.ended).toBe(0);
    expect(second.said()).toContain(`Ringdesk is already running here: ${url}`);

    desk.process.kill('SIGINT');
    desk.process.kill('SIGTERM');
    expect(await desk.ended).toBe(0);
    expect(desk.said()).toContain('Ringdesk has stopped.');
    expect(processFacts(server)).toBeNull();
    expect(isDatabaseRunning()).toBe(false);
    expect(existsSync(path.join(dataDir, 'running.json'))).toBe(false);
  });

  it('leaves nothing running when it is killed itself', async () => {
    const { desk, server } = await startReady();
    desk.process.kill('SIGKILL');
    await until(() => processFacts(server) === null && !isDatabaseRunning());
    expect((await fetch(new URL('/health/ready', (await startReady()).url))).status).toBe(200);
  });

  it('starts again after everything but the database was killed', async () => {
    const { desk, server } = await startReady();
    desk.process.kill('SIGSTOP');
    process.kill(server, 'SIGKILL');
    desk.process.kill('SIGKILL');
    await desk.ended;
    expect(isDatabaseRunning()).toBe(true);
    const again = await startReady();
    expect(again.desk.said()).toContain('Ended a database that an earlier run had left behind');
  });

  it('ends, and ends its database, when the server is killed', async () => {
    const { desk, server } = await startReady();
    process.kill(server, 'SIGKILL');
    expect(await desk.ended).toBe(1);
    expect(desk.said()).toContain('The server ended unexpectedly (killed); see ');
    expect(isDatabaseRunning()).toBe(false);
    expect(readFileSync(path.join(dataDir, 'server.log'), 'utf8')).toContain('"msg":"listening"');
  });
});
