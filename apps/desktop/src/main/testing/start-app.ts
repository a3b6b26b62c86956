import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, vi } from 'vitest';
import { fakeElectron } from './fake-electron.ts';

type Machine = Parameters<typeof fakeElectron>[0];
type Fake = ReturnType<typeof fakeElectron>;

/** A running app: Electron's double, and its first window. */
export type RunningApp = Fake & { readonly desk: Fake['windows'][number] };

/** Prepares a machine for each test of a file; the answer's functions run the main process itself on it. */
export function onMachine(): {
  readonly userData: () => string;
  /** Runs it until it has decided whether to open a window. */
  readonly run: (machine?: Partial<Machine>) => Promise<Fake>;
  /** Runs it and expects a window. */
  readonly start: (machine?: Partial<Machine>) => Promise<RunningApp>;
} {
  let userData = '';
  beforeEach(() => {
    userData = mkdtempSync(path.join(tmpdir(), 'ringdesk-main-'));
    vi.stubEnv('RINGDESK_URL', 'https://desk.example.com');
  });
  afterEach(() => {
    vi.doUnmock('electron');
    vi.unstubAllEnvs();
    rmSync(userData, { recursive: true });
  });
  const run = async (machine: Partial<Machine> = {}) => {
    const fake = fakeElectron({ userData, ...machine });
    vi.resetModules();
    vi.doMock('electron', () => fake.electron);
    await import('../index.ts');
    await Promise.resolve();
    return fake;
  };
  const start = async (machine: Partial<Machine> = {}) => {
    const fake = await run(machine);
    const [desk] = fake.windows;
    if (desk === undefined) throw new Error('no window is open');
    return { ...fake, desk };
  };
  return { userData: () => userData, run, start };
}
