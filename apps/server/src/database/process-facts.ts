import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What the operating system says of a running process; `startedAt` is opaque and only compared for equality. */
export interface ProcessFacts {
  readonly startedAt: string;
  readonly commandLine: string;
}

/**
 * Facts of a process, or null when it has ended. A zombie counts as ended: it runs nothing and holds nothing,
 * yet signal 0 still finds it, which is why a bare `kill(pid, 0)` is not enough after a hard kill in a container.
 */
export function processFacts(pid: number): ProcessFacts | null {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  try {
    if (process.platform === 'linux') return factsFromProc(pid);
    return process.platform === 'win32' ? factsFromWindows(pid) : factsFromPs(pid);
  } catch {
    return null;
  }
}

function factsFromProc(pid: number): ProcessFacts | null {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name in parentheses may itself contain spaces and parentheses, so the fields are counted after the last one.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, startTicks] = [fields[0], fields[19]];
  if (state === 'Z' || state === 'X' || startTicks === undefined) return null;
  const bootId = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  const commandLine = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  return { startedAt: `${bootId}:${startTicks}`, commandLine };
}

function factsFromPs(pid: number): ProcessFacts | null {
  const ask = (column: string) =>
    execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], {
      encoding: 'utf8',
      env: { LC_ALL: 'C' },
    }).trim();
  if (ask('stat').startsWith('Z')) return null;
  return { startedAt: ask('lstart'), commandLine: ask('command') };
}

function factsFromWindows(pid: number): ProcessFacts | null {
  const script = `$p = Get-CimInstance Win32_Process -Filter 'ProcessId=${pid}'; if ($p) { $p.CreationDate.Ticks; $p.CommandLine }`;
  const answer = execFileSync('powershell.exe', ['-NoProfile', '-Command', script], {
    encoding: 'utf8',
    windowsHide: true,
  });
  const [startedAt, ...commandLine] = answer.trim().split(/\r?\n/);
  return startedAt ? { startedAt, commandLine: commandLine.join(' ') } : null;
}
