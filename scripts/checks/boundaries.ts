import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { type Breach, cruiseTree, directions } from './cruise.ts';
import { sourceFiles } from './source-files.ts';

const root = path.resolve(import.meta.dirname, '../..');
const folders = ['apps', 'packages', 'scripts', 'e2e', 'bench'].filter((it) =>
  existsSync(path.join(root, it)),
);

/** Files that a cruise did not read. dependency-cruiser skips what it cannot parse, without a word. */
export function missedBy(cruised: readonly string[], files: readonly string[]): string[] {
  const seen = new Set(cruised);
  return files.filter((file) => !seen.has(file));
}

/** Each breach as `file → file`, then the rule and its remedy. */
function sentenceOf(breach: Breach): string {
  const rule = directions.forbidden?.find((it) => it.name === breach.rule);
  return `${breach.from} → ${breach.to}\n    ${breach.rule}: ${rule?.comment ?? ''}`;
}

/** Prints what is wrong with the imports of the repository; true when nothing is. */
async function holdBoundaries(): Promise<boolean> {
  const { files, breaches } = await cruiseTree(root, folders);
  const missed = missedBy(files, sourceFiles(root, folders));
  for (const breach of breaches) process.stdout.write(`${sentenceOf(breach)}\n`);
  for (const file of missed)
    process.stdout.write(`${file}: was not cruised; is it reachable for dependency-cruiser's parser?\n`);
  process.stdout.write(`${files.length} modules, ${breaches.length} breaches\n`);
  return breaches.length === 0 && missed.length === 0;
}

if (import.meta.main && !(await holdBoundaries())) process.exitCode = 1;
