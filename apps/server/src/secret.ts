import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { StartRefused } from './start-refused.ts';

/** The installation's secret: the one configured, or one that is made once and kept in the data directory, for its owner only. */
export function installationSecret(configured: string | null, dataDir: string): string {
  if (configured !== null) return configured;
  const file = path.join(dataDir, 'secret');
  try {
    mkdirSync(dataDir, { recursive: true });
    // `wx` fails when the file is there, so that two processes that start at once agree on one secret.
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    if (!isThere)
      throw new StartRefused(
        `The data directory ${dataDir} cannot be written to; make it writable or set DATA_DIR.`,
      );
  }
  return readFileSync(file, 'utf8');
}
