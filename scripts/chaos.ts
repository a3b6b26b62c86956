// Fault runs that are too long for every test run: `npm run chaos` kills working servers fifty times, calls and records apart, then plants each breakage once.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { toolPath } from './run-tool.ts';
import { root } from './say.ts';

const killsAtNight = '50';

const server = path.join(root, 'apps/server');
const kills = await shown(
  toolPath('vitest', server),
  ['run', 'src/kill.test.ts', 'src/records-kill.test.ts', '--testTimeout=1800000'],
  {
    cwd: server,
    env: {
      ...process.env,
      KILLS: process.env['KILLS'] ?? killsAtNight,
      RECORD_KILLS: process.env['RECORD_KILLS'] ?? killsAtNight,
    },
  },
);
const planted = await shown(process.execPath, ['chaos/planted/plant.ts'], { cwd: root, env: process.env });
process.exitCode = kills === 0 && planted === 0 ? 0 : 1;

interface Place {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

function shown(program: string, args: readonly string[], { cwd, env }: Place): Promise<number | null> {
  const child = spawn(program, args, { cwd, env, stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
}
