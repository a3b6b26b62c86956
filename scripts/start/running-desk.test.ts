import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { processFacts } from '../../apps/server/src/database/process-facts.ts';
import { claimDesk, noteDesk, readDesk } from './running-desk.ts';

let dataDir: string;
let others: ChildProcess[];
let desk: Server | undefined;

beforeEach(() => {
  dataDir = path.join(mkdtempSync(path.join(tmpdir(), 'ringdesk-run-')), 'data');
  others = [];
});
afterEach(() => {
  for (const child of others) child.kill('SIGKILL');
  desk?.close();
  rmSync(path.dirname(dataDir), { recursive: true });
});

async function otherProcess(code = 'setInterval(() => {}, 1000)'): Promise<number> {
  const child = spawn(process.execPath, ['-e', `${code}; console.log('up')`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  others.push(child);
  await once(child.stdout, 'data');
  return child.pid ?? 0;
}

/** A desk that answers `/health/live` with this status. */
async function deskAt(status: number): Promise<string> {
  desk = createServer((request, response) =>
    response.writeHead(request.url === '/health/live' ? status : 404).end(),
  );
  desk.listen(0, '127.0.0.1');
  await once(desk, 'listening');
  const address = desk.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

async function startedBy(pid: number): Promise<void> {
  const claim = await claimDesk(dataDir);
  expect(claim.isOurs).toBe(true);
  writeFileSync(
    path.join(dataDir, 'started-by'),
    JSON.stringify({ pid, startedAt: processFacts(pid)?.startedAt }),
  );
}

describe('starting in a folder', () => {
  it('the first start gets it, and leaves nothing behind when it ends', async () => {
    const claim = await claimDesk(dataDir);
    noteDesk(dataDir, { pid: process.pid, url: 'http://127.0.0.1:1' });
    if (claim.isOurs) claim.release();
    expect(existsSync(path.join(dataDir, 'started-by'))).toBe(false);
    expect(readDesk(dataDir)).toBeNull();
  });

  it('a second start finds the first one at its address', async () => {
    const url = await deskAt(200);
    const pid = await otherProcess();
    await startedBy(pid);
    noteDesk(dataDir, { pid, url });
    expect(await claimDesk(dataDir)).toMatchObject({ isOurs: false, url, holder: { pid } });
  });

  it('a second start waits for a first one that is not ready yet', async () => {
    const url = await deskAt(200);
    const pid = await otherProcess();
    await startedBy(pid);
    noteDesk(dataDir, { pid, url: null });
    const second = claimDesk(dataDir);
    noteDesk(dataDir, { pid, url });
    expect(await second).toMatchObject({ isOurs: false, url });
  });

  it('a first one that does not answer is named with its process', async () => {
    const url = await deskAt(500);
    const pid = await otherProcess();
    await startedBy(pid);
    noteDesk(dataDir, { pid, url });
    await expect(claimDesk(dataDir)).rejects.toThrow(
      `Ringdesk was started here by process ${pid} but does not answer at ${url}`,
    );
  });

  it('what a killed start left behind is taken over', async () => {
    const pid = await otherProcess();
    await startedBy(pid);
    noteDesk(dataDir, { pid, url: 'http://127.0.0.1:1' });
    const [child] = others;
    child?.kill('SIGKILL');
    if (child) await once(child, 'exit');
    expect((await claimDesk(dataDir)).isOurs).toBe(true);
  });

  it('the server of a killed start is ended first', async () => {
    const server = await otherProcess();
    const start = await otherProcess();
    await startedBy(start);
    noteDesk(dataDir, { pid: server, url: 'http://127.0.0.1:1' });
    others[1]?.kill('SIGKILL');
    if (others[1]) await once(others[1], 'exit');
    expect((await claimDesk(dataDir)).isOurs).toBe(true);
    expect(processFacts(server)).toBeNull();
  });

  it('a folder that cannot be written is named with the way out', async () => {
    await expect(claimDesk('/dev/null/data')).rejects.toThrow(
      'The data directory /dev/null/data cannot be written (ENOTDIR)',
    );
  });
});
