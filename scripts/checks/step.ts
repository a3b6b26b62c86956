import { spawn } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';

/** One part of the check: a command that is silent or unimportant when it succeeds. */
export interface Step {
  readonly name: string;
  /** A tool of node_modules/.bin, or `node`. */
  readonly command: string;
  readonly args: readonly string[];
}

export interface StepReport {
  readonly name: string;
  readonly hasPassed: boolean;
  readonly seconds: number;
  /** All that it printed. */
  readonly output: string;
}

/** Runs the steps, at most `width` at a time, in their order; `told` hears each report as soon as it is there. */
export async function runSteps(
  steps: readonly Step[],
  options: { readonly root: string; readonly width: number; readonly told: (report: StepReport) => void },
): Promise<readonly StepReport[]> {
  const waiting = [...steps];
  const reports: StepReport[] = [];
  const lane = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const report = await runStep(step, options.root);
      reports.push(report);
      options.told(report);
    }
  };
  await Promise.all(Array.from({ length: options.width }, lane));
  return reports;
}

function runStep(step: Step, root: string): Promise<StepReport> {
  const startedAt = performance.now();
  const child = spawn(toolPath(step.command, root), [...step.args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }) },
    shell: process.platform === 'win32',
  });
  let output = '';
  const hear = (words: Buffer) => {
    output += words.toString();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  return new Promise((resolve) => {
    const end = (hasPassed: boolean) =>
      resolve({ name: step.name, hasPassed, seconds: (performance.now() - startedAt) / 1000, output });
    child.on('error', (error) => {
      output += `${step.command} cannot run (${error.message}); is everything installed?\n`;
      end(false);
    });
    child.on('close', (code) => end(code === 0));
  });
}

function toolPath(command: string, root: string): string {
  if (command === 'node') return process.execPath;
  return path.join(root, 'node_modules/.bin', process.platform === 'win32' ? `${command}.cmd` : command);
}
