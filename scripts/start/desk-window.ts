import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from '../say.ts';

/** `absent` is a program that could be downloaded; `missing` says in words why there can be no window. */
export type WindowChoice =
  | { readonly program: string }
  | { readonly absent: string }
  | { readonly missing: string };

/** The facts of the machine that decide whether there can be a window. */
export interface WindowFacts {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  readonly isRoot: boolean;
  /** The folder where Electron's package keeps its program. */
  readonly distFolder: string;
  exists(file: string): boolean;
}

const programs: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
};

/** Electron's program, or in words what is missing for a window and how to get it. */
export function chooseWindow({ platform, env, isRoot, distFolder, exists }: WindowFacts): WindowChoice {
  const { ELECTRON_OVERRIDE_DIST_PATH: override, DISPLAY: x11, WAYLAND_DISPLAY: wayland } = env;
  const program = path.join(override ?? distFolder, programs[platform] ?? 'electron');
  if (override && !exists(program)) {
    return { missing: `ELECTRON_OVERRIDE_DIST_PATH has no ${program} (correct it, or leave it out)` };
  }
  if (platform === 'linux' && !x11 && !wayland) {
    return { missing: 'there is no display (start it in a graphical session, or set DISPLAY)' };
  }
  if (platform === 'linux' && isRoot) {
    return { missing: 'Electron does not run as root (start Ringdesk as an ordinary user)' };
  }
  return exists(program) ? { program } : { absent: program };
}

/** What to say when Electron could not be had. */
export const electronMissing =
  'Electron is not installed and could not be downloaded ("node apps/desktop/node_modules/electron/install.js" tries again, or set ELECTRON_OVERRIDE_DIST_PATH to an unpacked one)';

const downloadWithinMs = 300_000;

/** Downloads Electron's program through its own package, which checks it against its checksums; answers whether it is there. */
export async function downloadElectron(program: string, signal: AbortSignal): Promise<boolean> {
  const installer = path.join(root, 'apps/desktop/node_modules/electron/install.js');
  const child = spawn(process.execPath, [installer], {
    stdio: 'ignore',
    timeout: downloadWithinMs,
    signal,
  });
  await new Promise<void>((resolve) => {
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  });
  return existsSync(program);
}

/** What this machine has. Electron's package is only looked at, never loaded: loading it would download the program. */
export function windowFacts(): WindowFacts {
  const manifest = createRequire(path.join(root, 'apps/desktop/package.json')).resolve(
    'electron/package.json',
  );
  return {
    platform: process.platform,
    env: process.env,
    isRoot: process.getuid?.() === 0,
    distFolder: path.join(path.dirname(manifest), 'dist'),
    exists: existsSync,
  };
}

/** Opens the desk's window on the server at `url`. */
export function openWindow(program: string, url: string): ChildProcess {
  return spawn(program, [path.join(root, 'apps/desktop')], {
    cwd: root,
    env: { ...process.env, RINGDESK_URL: url },
    stdio: 'ignore',
    detached: process.platform !== 'win32',
  });
}
