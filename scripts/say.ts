import path from 'node:path';
import { StartRefused } from '../apps/server/src/start-refused.ts';

/** The folder of the checkout. */
export const root = path.resolve(import.meta.dirname, '..');

/** One line for whoever sits at the terminal; on stderr, because stdout belongs to what a command produces. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Runs a command of this folder: a refusal becomes one plain sentence and exit code 1, a bug keeps its stack. */
export async function runCommand(command: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    const refused = error instanceof StartRefused;
    say(refused ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exitCode = 1;
  }
}
