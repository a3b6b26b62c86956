import { spawn } from 'node:child_process';
import path from 'node:path';
import { StartRefused } from '../apps/server/src/start-refused.ts';
import { root } from './say.ts';

export interface ToolOptions {
  /** The workspace folder whose tool it is and where it runs, relative to the root. */
  readonly folder?: string;
  readonly env?: Record<string, string>;
}

/** Runs a tool of `node_modules/.bin` to its end. Silent when it succeeds; its output is shown when it does not, and `StartRefused` thrown. */
export async function runTool(
  tool: string,
  args: readonly string[],
  options: ToolOptions = {},
): Promise<void> {
  const { folder = '.', env = {} } = options;
  const cwd = path.join(root, folder);
  const child = spawn(toolPath(tool, cwd), args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  let said = '';
  const hear = (chunk: Buffer) => {
    said += chunk.toString();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code === 0) return;
  process.stderr.write(`${said.trimEnd()}\n`);
  throw new StartRefused(`"${tool} ${args.join(' ')}" failed in ${folder}; its words are above.`);
}

/** Where the package manager put the tool. */
export function toolPath(tool: string, folder: string): string {
  return path.join(folder, 'node_modules', '.bin', process.platform === 'win32' ? `${tool}.cmd` : tool);
}
