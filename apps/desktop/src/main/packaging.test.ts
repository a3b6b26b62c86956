import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import vm from 'node:vm';
import { listPackage } from '@electron/asar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildDesk } from '../../../../scripts/build/build-desk.ts';
import { channels } from '../ipc.ts';

const desktop = path.resolve(import.meta.dirname, '../..');
const config = readFileSync(path.join(desktop, '../../electron-builder.yml'), 'utf8');
const patienceMs = 120_000;

beforeAll(buildDesk, patienceMs);

describe('the built app', () => {
  it('answers the declared channels and shows files that exist, under the policy', () => {
    const standIn = path.join(import.meta.dirname, 'testing/electron-stand-in.ts');
    const said = execFileSync(process.execPath, ['--import', standIn, 'out/main/index.js'], {
      cwd: desktop,
      encoding: 'utf8',
      env: { ...process.env, RINGDESK_URL: 'https://desk.example.com' },
    });
    const did = JSON.parse(said) as { channels: string[]; pages: Record<string, number>; policy: string };
    expect(did).toMatchObject({
      errors: [],
      sandbox: true,
      hasPreload: true,
      preload: path.join(desktop, 'out/preload/index.cjs'),
    });
    expect(did.channels.sort()).toEqual(Object.values(channels).sort());
    expect(Object.keys(did.pages).length).toBeGreaterThan(2);
    expect(Object.values(did.pages).filter((status) => status !== 200)).toEqual([]);
    expect(did.policy).toContain("connect-src 'self' https://desk.example.com wss://desk.example.com");
  });

  it('has a preload that needs electron alone and exposes one name', () => {
    const exposed: string[] = [];
    const load = (name: string) => {
      if (name !== 'electron') throw new Error(`a sandboxed preload cannot load ${name}`);
      return {
        contextBridge: {
          exposeInMainWorld: (key: string, api: object) => exposed.push(key, ...Object.keys(api)),
        },
        ipcRenderer: {},
      };
    };
    const code = readFileSync(path.join(desktop, 'out/preload/index.cjs'), 'utf8');
    vm.runInNewContext(code, { require: load, exports: {}, module: {} });
    expect(exposed).toEqual(['ringdesk', 'kind', ...Object.keys(channels)]);
  });

  it('has no script in its page that the policy would refuse', () => {
    const page = readFileSync(path.join(desktop, 'out/renderer/index.html'), 'utf8');
    const scripts = [...page.matchAll(/<script([^>]*)>/g)].map(([, attributes]) => attributes);
    expect(scripts.length).toBeGreaterThan(0);
    for (const attributes of scripts) expect(attributes).toMatch(/ src="\.\//);
    expect(page).not.toMatch(/ on\w+="|https?:\/\//);
  });
});

/** What an unpacked Electron looks like to the packager. */
function standInElectron(folder: string): string {
  for (const name of ['resources', 'locales']) mkdirSync(path.join(folder, name), { recursive: true });
  for (const name of ['electron', 'LICENSE', 'LICENSES.chromium.html', 'version'])
    writeFileSync(path.join(folder, name), '');
  chmodSync(path.join(folder, 'electron'), 0o755);
  return folder;
}

describe('the package', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'ringdesk-package-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    ['a Node shell', 'runAsNode: false'],
    ['options by environment', 'enableNodeOptionsEnvironmentVariable: false'],
    ['a debugger', 'enableNodeCliInspectArguments: false'],
    ['changed code', 'enableEmbeddedAsarIntegrityValidation: true'],
    ['code beside its archive', 'onlyLoadAppFromAsar: true'],
    ['readable cookies', 'enableCookieEncryption: true'],
    ['rights for files', 'grantFileProtocolExtraPrivileges: false'],
  ])('has no %s', (_what, fuse) => {
    const fuses = /^electronFuses:\n((?: {2}.+\n)+)/m.exec(config)?.[1];
    expect(fuses?.split('\n').map((line) => line.trim())).toContain(fuse);
  });

  it(
    'holds what was built and nothing it was built from',
    () => {
      // Fuses are bytes of the real program, which a stand-in does not have.
      const withoutFuses = config.replace(/^electronFuses:\n(?: {2}.+\n)+/m, '');
      writeFileSync(path.join(folder, 'builder.yml'), withoutFuses);
      const options = [
        `-c.electronDist=${standInElectron(path.join(folder, 'electron'))}`,
        `-c.directories.output=${path.join(folder, 'release')}`,
      ];
      const builder = path.join(desktop, '../../node_modules/.bin/electron-builder');
      execFileSync(builder, ['--linux', '--dir', '--config', path.join(folder, 'builder.yml'), ...options], {
        cwd: desktop,
        stdio: 'pipe',
      });
      const archive = path.join(folder, 'release/linux-unpacked/resources/app.asar');
      const files = listPackage(archive, { isPack: false }).map((it) => it.replaceAll('\\', '/'));
      expect(files).toEqual(
        expect.arrayContaining([
          '/package.json',
          '/out/main/index.js',
          '/out/preload/index.cjs',
          '/out/renderer/index.html',
        ]),
      );
      expect(files.filter((it) => !/^\/(out(\/|$)|package\.json$)/.test(it))).toEqual([]);
      expect(files.filter((it) => /\.map$|\.tsx?$|\.env|node_modules|\.test\./.test(it))).toEqual([]);
    },
    patienceMs,
  );
});
