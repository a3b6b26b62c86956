import { spawn } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/** The text of one file, changed in one place. */
interface Edit {
  /** Path from the root. */
  readonly file: string;
  /** Stands in the file exactly once. */
  readonly find: string;
  readonly replace: string;
}

/** A breakage: mostly one edit, and a second one where two things hold the same. */
export interface Breakage extends Edit {
  readonly name: string;
  readonly and?: Edit;
  /** The narrowest test file below apps/server/src or packages/shared/src that must notice, as vitest filters files. */
  readonly test: string;
}

/** A copy of the server and the shared package in a folder of its own, so that breaking it disturbs nobody. */
export interface PlantedCopy {
  /** Plants the breakage, runs its test, takes it back. Resolves to whether the test went red, with what it printed. */
  run(breakage: Breakage): Promise<{ readonly isRed: boolean; readonly output: string }>;
  /** Runs a test without any breakage. */
  runHealthy(test: string): Promise<{ readonly isRed: boolean; readonly output: string }>;
  drop(): void;
}

export function makePlantedCopy(): PlantedCopy {
  const copy = mkdtempSync(path.join(tmpdir(), 'ringdesk-planted-'));
  const isOurs = (source: string) => !/(^|\/)(node_modules|out|dist)$/.test(source);
  for (const folder of ['apps/server', 'packages/shared', 'prisma'])
    cpSync(path.join(root, folder), path.join(copy, folder), { recursive: true, filter: isOurs });
  for (const file of ['package.json', 'tsconfig.base.json'])
    cpSync(path.join(root, file), path.join(copy, file));
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
  for (const folder of ['apps/server', 'packages/shared']) linkPackages(folder, copy);
  return {
    async run(breakage) {
      const edits = breakage.and === undefined ? [breakage] : [breakage, breakage.and];
      const undo = edits.map((edit) => plantIn(copy, edit));
      try {
        return await runTest(copy, breakage.test);
      } finally {
        for (const heal of undo) heal();
      }
    },
    runHealthy: (test) => runTest(copy, test),
    drop: () => rmSync(copy, { recursive: true, force: true }),
  };
}

/** Makes an edit in the copy; what comes back takes it back. */
function plantIn(copy: string, { file, find, replace }: Edit): () => void {
  const place = path.join(copy, file);
  const healthy = readFileSync(place, 'utf8');
  const pieces = healthy.split(find);
  if (pieces.length !== 2) throw new Error(`${file} has ${pieces.length - 1} places that read: ${find}`);
  writeFileSync(place, pieces.join(replace));
  return () => writeFileSync(place, healthy);
}

/** The copy uses the installed packages, but its own shared package. */
function linkPackages(folder: string, copy: string): void {
  const from = path.join(root, folder, 'node_modules');
  const to = path.join(copy, folder, 'node_modules');
  mkdirSync(path.join(to, '@ringdesk'), { recursive: true });
  for (const entry of readdirSync(from)) {
    if (entry.startsWith('.') || entry === '@ringdesk') continue;
    symlinkSync(realpathSync(path.join(from, entry)), path.join(to, entry));
  }
  if (folder !== 'packages/shared')
    symlinkSync(path.join(copy, 'packages/shared'), path.join(to, '@ringdesk/shared'));
}

async function runTest(copy: string, test: string): Promise<{ isRed: boolean; output: string }> {
  const folder = path.join(copy, test.startsWith('packages/') ? 'packages/shared' : 'apps/server');
  const filter = test.replace(/^(apps\/server|packages\/shared)\//, '');
  const child = spawn(process.execPath, [path.join(root, 'node_modules/vitest/vitest.mjs'), 'run', filter], {
    cwd: folder,
    env: { ...process.env, NO_COLOR: '1', CI: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  // A test that could not even start proves nothing.
  if (!/Tests\s+.*(passed|failed)/.test(output))
    throw new Error(`the test did not run:\n${output.slice(-2000)}`);
  return { isRed: code !== 0, output };
}
