// npm test: every check and every test, in the order in which they fail fastest; the first failure stops.
// npm test -- <filter>: only the tests that vitest finds by this filter.
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import './follow-parent.ts';
import { buildDesk } from './build/build-desk.ts';
import { toolPath } from './run-tool.ts';
import { root, runCommand } from './say.ts';
import { ensureChromium } from './test/chromium.ts';
import {
  addTallies,
  noTests,
  playwrightTally,
  readTally,
  type Tally,
  tallyLine,
  vitestTally,
} from './test/tally.ts';

interface Part {
  readonly name: string;
  /** Runs to the end and counts its tests; a part that is no test counts only when it fails. */
  run(): Promise<Tally>;
}

const reports = path.join(root, 'node_modules', '.cache', 'ringdesk');
const filter = process.argv.slice(2);

const everything: readonly Part[] = [
  { name: 'check', run: () => succeeds(process.execPath, ['scripts/check.ts']) },
  { name: 'vitest', run: vitest },
  { name: 'build', run: () => buildDesk().then(() => noTests) },
  { name: 'stories', run: stories },
];

await runCommand(async () => {
  mkdirSync(reports, { recursive: true });
  const parts = filter.length > 0 ? everything.filter((part) => part.name === 'vitest') : everything;
  let total = noTests;
  for (const part of parts) {
    const started = performance.now();
    const tally = await part.run().catch(failure);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    total = addTallies(total, tally);
    tell(`[${part.name}] ${seconds} s`);
    if (tally.failed === 0) continue;
    tell(`Stopped at: ${part.name}`);
    break;
  }
  tell(tallyLine(total));
  return total.failed === 0 ? 0 : 1;
});

function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}

function failure(error: unknown): Tally {
  tell(error instanceof Error ? error.message : String(error));
  return { ...noTests, failed: 1 };
}

async function vitest(): Promise<Tally> {
  const report = freshReport('vitest.json');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...filter];
  await run(toolPath('vitest', root), args);
  return readTally(report, vitestTally);
}

async function stories(): Promise<Tally> {
  await ensureChromium();
  const report = freshReport('playwright.json');
  const folder = path.join(root, 'e2e');
  const isOk = await run(toolPath('playwright', folder), ['test', '--reporter=list,json'], {
    cwd: folder,
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  });
  const tally = readTally(report, playwrightTally);
  return isOk ? tally : { ...tally, failed: Math.max(tally.failed, 1) };
}

function freshReport(name: string): string {
  const file = path.join(reports, name);
  rmSync(file, { force: true });
  return file;
}

async function succeeds(program: string, args: readonly string[]): Promise<Tally> {
  return (await run(program, args)) ? noTests : { ...noTests, failed: 1 };
}

interface Place {
  readonly cwd?: string;
  readonly env?: Record<string, string>;
}

/** Runs a program on this terminal; true when it succeeded. When we are asked to end, so is it. */
async function run(
  program: string,
  args: readonly string[],
  { cwd = root, env = {} }: Place = {},
): Promise<boolean> {
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  const end = () => void child.kill('SIGTERM');
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, end);
  try {
    return await new Promise<boolean>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code) => resolve(code === 0));
    });
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.off(signal, end);
  }
}
