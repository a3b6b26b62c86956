import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

const notOurs = /(^|\/)(node_modules|generated|out|dist|release|coverage|bootstrap|test-results)(\/|$)/;

/** The TypeScript files that people wrote below these folders, as paths from `root` with `/`, sorted. */
export function sourceFiles(root: string, folders: readonly string[]): string[] {
  const files = folders
    .filter((folder) => existsSync(path.join(root, folder)))
    .flatMap((folder) => below(root, folder));
  return files.filter((file) => /\.tsx?$/.test(file)).sort();
}

function below(root: string, folder: string): string[] {
  if (notOurs.test(folder)) return [];
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = `${folder}/${entry.name}`;
    return entry.isDirectory() ? below(root, name) : [name];
  });
}
