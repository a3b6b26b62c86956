import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A folder outside the repository with the given files, for tests that break a rule on purpose. */
export interface PlantedTree {
  readonly root: string;
  plant(files: Readonly<Record<string, string>>): void;
  uproot(...files: readonly string[]): void;
  fell(): void;
}

export function plantTree(files: Readonly<Record<string, string>> = {}): PlantedTree {
  const root = mkdtempSync(path.join(tmpdir(), 'ringdesk-check-'));
  const plant: PlantedTree['plant'] = (planted) => {
    for (const [file, text] of Object.entries(planted)) {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      writeFileSync(path.join(root, file), text);
    }
  };
  plant(files);
  return {
    root,
    plant,
    uproot: (...gone) => {
      for (const file of gone) rmSync(path.join(root, file));
    },
    fell: () => rmSync(root, { recursive: true, force: true }),
  };
}
