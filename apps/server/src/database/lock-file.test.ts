import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { temporaryFolder } from '../testing/postgres.ts';
import { takeLock } from './lock-file.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = temporaryFolder();
  file = path.join(folder, 'in-use-by');
});
afterEach(() => rmSync(folder, { recursive: true }));

it('a lock is held until it is released', () => {
  const first = takeLock(file);
  expect(takeLock(file)).toMatchObject({ taken: false, holder: { pid: process.pid } });
  if (first.taken) first.release();
  expect(existsSync(file)).toBe(false);
  expect(takeLock(file).taken).toBe(true);
});

it('a lock whose holder has ended is taken over', async () => {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  writeFileSync(file, JSON.stringify({ pid: child.pid, startedAt: 'long ago' }));
  expect(takeLock(file).taken).toBe(true);
});

it('a process that merely has the same number as the old holder does not keep the lock', () => {
  writeFileSync(file, JSON.stringify({ pid: process.pid, startedAt: 'before the last boot' }));
  expect(takeLock(file).taken).toBe(true);
});

it('a lock file that was cut short by a crash is taken over once it is old', () => {
  writeFileSync(file, '');
  utimesSync(file, 1_000, 1_000);
  expect(takeLock(file).taken).toBe(true);
  rmSync(file);
  writeFileSync(file, '{"pid":');
  expect(takeLock(file).taken).toBe(true);
});
