import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { root } from './say.ts';

it('an old Node is told in one sentence what is needed, before anything else happens', () => {
  const pretend = `data:text/javascript,Object.defineProperty(process,'versions',{value:{node:'18.20.4'}})`;
  const run = () =>
    execFileSync(process.execPath, ['--import', pretend, 'scripts/run.mjs', 'start'], {
      cwd: root,
      stdio: 'pipe',
    });
  expect(run).toThrow(
    'Ringdesk needs Node 20 or newer to start and this is Node 18.20.4; install a current one from https://nodejs.org and try again.',
  );
});

describe('two commands that install in one checkout', () => {
  let folder: string;
  let lock: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'ringdesk-install-'));
    lock = path.join(folder, 'installing');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** A process that takes the lock, writes its mark when it has it, and ends when told to. */
  function installer(mark: string) {
    const module = pathToFileURL(path.join(root, 'scripts/install-lock.mjs')).href;
    const code = `
      import { withInstallLock } from ${JSON.stringify(module)};
      import { appendFileSync } from 'node:fs';
      await withInstallLock(${JSON.stringify(lock)}, console.log, async () => {
        appendFileSync(${JSON.stringify(path.join(folder, 'log'))}, '${mark} begins;');
        console.log('has it');
        await new Promise((resolve) => process.stdin.once('data', resolve));
        appendFileSync(${JSON.stringify(path.join(folder, 'log'))}, '${mark} ends;');
      });
      process.exit(0);`;
    return spawn(process.execPath, ['--input-type=module', '-e', code], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
  }

  it('take turns', async () => {
    const first = installer('first');
    expect(String((await once(first.stdout, 'data'))[0])).toContain('has it');
    const second = installer('second');
    expect(String((await once(second.stdout, 'data'))[0])).toContain(
      `(process ${first.pid}) is installing in this folder`,
    );
    first.stdin.write('end\n');
    expect(String((await once(second.stdout, 'data'))[0])).toContain('has it');
    second.stdin.write('end\n');
    await once(second, 'exit');
    expect(readFileSync(path.join(folder, 'log'), 'utf8')).toBe(
      'first begins;first ends;second begins;second ends;',
    );
    expect(existsSync(lock)).toBe(false);
  });

  it('do not wait for one that was killed', async () => {
    const first = installer('first');
    await once(first.stdout, 'data');
    first.kill('SIGKILL');
    await once(first, 'exit');
    const second = installer('second');
    expect(String((await once(second.stdout, 'data'))[0])).toContain('has it');
    second.stdin.write('end\n');
    await once(second, 'exit');
  });

  it('do not wait for one that was killed before it could sign', async () => {
    mkdirSync(lock);
    utimesSync(lock, 1_000, 1_000);
    const second = installer('second');
    expect(String((await once(second.stdout, 'data'))[0])).toContain('has it');
    second.stdin.write('end\n');
    await once(second, 'exit');
  });

  it('are told when the folder cannot be written', async () => {
    writeFileSync(path.join(folder, 'file'), '');
    lock = path.join(folder, 'file', 'installing');
    const module = pathToFileURL(path.join(root, 'scripts/install-lock.mjs')).href;
    const { withInstallLock } = await import(module);
    await expect(
      withInstallLock(
        lock,
        () => undefined,
        async () => undefined,
      ),
    ).rejects.toThrow('This checkout cannot be written (ENOTDIR at');
  });
});
