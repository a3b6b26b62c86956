import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { runSteps, type Step, type StepReport } from './checks/step.ts';

const root = path.resolve(import.meta.dirname, '..');
const typed = ['apps/desktop', 'apps/server', 'packages/shared', 'e2e', 'bench', 'chaos', 'scripts'];

/** The longest first, so that the last lane is not left alone with it. */
const steps: readonly Step[] = [
  { name: 'lint', command: 'oxlint', args: ['--type-aware', '--deny-warnings', '--format', 'stylish', '.'] },
  { name: 'unused code', command: 'knip', args: ['--no-progress'] },
  // Tests keep nothing alive here: a file that only they use is not part of the product.
  {
    name: 'files used by tests only',
    command: 'knip',
    args: ['--no-progress', '--production', '--include', 'files'],
  },
  ...typed
    .filter((folder) => existsSync(path.join(root, folder, 'tsconfig.json')))
    .map((folder) => ({ name: `types of ${folder}`, command: 'tsc', args: ['-p', folder] })),
  { name: 'boundaries', command: 'node', args: ['scripts/checks/boundaries.ts'] },
  { name: 'budgets', command: 'node', args: ['scripts/checks/budgets.ts'] },
  { name: 'format', command: 'biome', args: ['check', '--error-on-warnings', '.'] },
];

function tell(report: StepReport): void {
  const sign = report.hasPassed ? '✓' : '✗';
  process.stdout.write(`${sign} ${report.name.padEnd(24)}${report.seconds.toFixed(1).padStart(5)} s\n`);
  if (!report.hasPassed) process.stdout.write(`${report.output.trimEnd().replaceAll(/^/gm, '    ')}\n\n`);
}

const startedAt = performance.now();
const reports = await runSteps(steps, { root, width: Math.max(2, availableParallelism()), told: tell });
const failed = reports.filter((it) => !it.hasPassed);
const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
process.stdout.write(
  failed.length === 0
    ? `all ${reports.length} checks hold (${seconds} s)\n`
    : `${failed.length} of ${reports.length} checks do not hold (${seconds} s): ${failed.map((it) => it.name).join(', ')}\n`,
);
if (failed.length > 0) process.exitCode = 1;
