import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { isPostmasterOf, postmasterPid } from '../database/postmaster-pid.ts';
import { startTestPostgres, temporaryFolder } from './postgres.ts';
import { sweepAbandoned } from './sweep-abandoned.ts';

const inTwoHours = () => Date.now() + 7_200_000;

it('ends the database of a test run that was killed long ago, and nothing else', {
  timeout: 60_000,
}, async () => {
  const parent = temporaryFolder();
  const folder = path.join(parent, 'ringdesk-test-abandoned');
  const holder = path.join(import.meta.dirname, 'hold-postgres.ts');
  const child = spawn(process.execPath, [holder, folder, '-c', 'fsync=off'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  const data = path.join(folder, 'postgres', 'data');
  const pid = postmasterPid(data) ?? 0;

  await sweepAbandoned(parent, inTwoHours());
  expect(isPostmasterOf(pid, data)).toBe(true);

  child.kill('SIGKILL');
  await once(child, 'exit');
  await sweepAbandoned(parent, Date.now());
  expect(isPostmasterOf(pid, data)).toBe(true);

  await sweepAbandoned(parent, inTwoHours());
  expect(isPostmasterOf(pid, data)).toBe(false);
  expect(existsSync(folder)).toBe(false);
  rmSync(parent, { recursive: true });
});

it('a database for tests goes without a trace', { timeout: 60_000 }, async () => {
  const postgres = await startTestPostgres({ durable: false });
  await postgres.drop();
  expect(existsSync(postgres.dataDir)).toBe(false);
});
