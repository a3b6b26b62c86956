import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { takeLock } from '../../apps/server/src/database/lock-file.ts';
import { root, say } from '../say.ts';

export interface Product {
  /** What is made, in words for the terminal. */
  readonly name: string;
  /** Files and folders it is made from, relative to the root. */
  readonly sources: readonly string[];
  /** Files that exist once it is made. */
  readonly results: readonly string[];
  make(): Promise<void>;
}

const cache = path.join(root, 'node_modules', '.cache', 'ringdesk');
const pollMs = 100;

/** Makes the product unless it was already made from exactly these sources; two commands at once make it once. Returns whether it was made. */
export async function ensureMade(product: Product): Promise<boolean> {
  mkdirSync(cache, { recursive: true });
  const stamp = path.join(cache, `${product.name.replaceAll(/\W+/g, '-')}.stamp`);
  const release = await holdLock(`${stamp}.lock`);
  try {
    const wanted = fingerprint(product.sources);
    if (isMade(product, stamp, wanted)) return false;
    const started = performance.now();
    // Without a stamp a make that is interrupted is begun again.
    rmSync(stamp, { force: true });
    await product.make();
    writeFileSync(stamp, wanted);
    say(`${product.name}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
    return true;
  } finally {
    release();
  }
}

async function holdLock(file: string): Promise<() => void> {
  for (;;) {
    const lock = takeLock(file);
    if (lock.taken) return lock.release;
    await wait(pollMs);
  }
}

function isMade({ results }: Product, stamp: string, wanted: string): boolean {
  const isThere = results.every((result) => existsSync(path.join(root, result)));
  return isThere && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
}

/** Changes when a name or a byte of any source does; tests are no sources. */
export function fingerprint(sources: readonly string[]): string {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of filesIn(path.join(root, source))) {
      hash.update(path.relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex');
}

function filesIn(place: string): string[] {
  const stat = statSync(place, { throwIfNoEntry: false });
  if (!stat) return [];
  if (!stat.isDirectory()) return [place];
  return readdirSync(place)
    .filter((name) => name !== 'node_modules' && name !== 'generated' && !/\.test\.tsx?$/.test(name))
    .sort()
    .flatMap((name) => filesIn(path.join(place, name)));
}
