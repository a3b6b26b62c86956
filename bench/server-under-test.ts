import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

const root = path.resolve(import.meta.dirname, '..');
const clockTicksPerSecond = 100;

export interface ServerUnderTest {
  readonly url: string;
  /** Seconds of processor time that the server process has used; the database's are not in it. */
  cpuSeconds(): number;
  stop(): Promise<void>;
}

/** Starts the real server on an embedded, durable PostgreSQL in a temporary folder. */
export async function startServerUnderTest(
  environment: Readonly<Record<string, string>>,
): Promise<ServerUnderTest> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'ringdesk-bench-'));
  chmodSync(dataDir, 0o755);
  const child = spawn(process.execPath, ['apps/server/src/main.ts'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir, DEMO: 'on', LOG_LEVEL: 'info', ...environment },
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const lines = createInterface({ input: child.stdout });
  const url = await new Promise<string>((resolve, reject) => {
    lines.once('line', (line) => resolve(listeningUrl(line)));
    void ended.then(() => reject(new Error('the server ended before it could serve')));
  });
  return {
    url,
    cpuSeconds: () => cpuSecondsOf(child.pid ?? 0),
    async stop() {
      child.kill('SIGTERM');
      await ended;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function listeningUrl(line: string): string {
  const entry: { url?: unknown } = JSON.parse(line);
  if (typeof entry.url !== 'string') throw new Error(`the server's first line names no address: ${line}`);
  return entry.url;
}

/** User and system time from /proc (proc(5), fields 14 and 15); Linux only. */
function cpuSecondsOf(pid: number): number {
  const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(afterName[11]) + Number(afterName[12])) / clockTicksPerSecond;
}
