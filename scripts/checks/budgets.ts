import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { type Excess, excesses, type Figure, figures } from './limits.ts';
import { measure } from './measure.ts';
import { sourceFiles } from './source-files.ts';

const folders = ['apps', 'packages', 'scripts', 'e2e', 'bench', 'prisma'];

function rowOf(figure: Figure): string {
  const sign = figure.isHeld === null ? '·' : figure.isHeld ? '✓' : '✗';
  return `${sign} ${figure.name.padEnd(36)}${figure.value.toFixed(1).padStart(8)}   ${figure.limit}\n`;
}

/** The table of the house's budgets below `root`, then each place that is over its limit. */
function budgetReport(root: string): { readonly text: string; readonly isHeld: boolean } {
  const files = sourceFiles(root, folders);
  const measured = files.map((file) => measure(file, readFileSync(path.join(root, file), 'utf8')));
  const table = figures(measured);
  const excess: readonly Excess[] = excesses(measured);
  const places = excess.map((it) => `${it.at}  ${it.sentence}\n`);
  return {
    text: [...table.map(rowOf), ...places].join(''),
    isHeld: excess.length === 0 && table.every((it) => it.isHeld !== false),
  };
}

if (import.meta.main) {
  const report = budgetReport(path.resolve(import.meta.dirname, '../..'));
  process.stdout.write(report.text);
  if (!report.isHeld) process.exitCode = 1;
}
