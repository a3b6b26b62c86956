import { StartRefused } from '../apps/server/src/start-refused.ts';

/** One line for whoever sits at the terminal. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Runs a command of this folder: a refusal becomes one plain sentence and exit code 1, a bug keeps its stack. */
export async function runCommand(command: () => Promise<number | undefined>): Promise<void> {
  try {
    process.exitCode = (await command()) ?? 0;
  } catch (error) {
    const refused = error instanceof StartRefused;
    process.stderr.write(
      `${refused ? error.message : error instanceof Error ? error.stack : String(error)}\n`,
    );
    process.exitCode = 1;
  }
}
