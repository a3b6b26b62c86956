// Two commands started at once in one checkout must not install over each other.
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const pollMs = 200;
/** A folder is made first and signed an instant later; unsigned and older than this it was left by a crash. */
const signingMs = 5_000;

/**
 * Runs `work` while holding the lock `folder`; waits for whoever holds it, and takes over from one that has ended.
 * @template T
 * @param {string} folder
 * @param {(line: string) => void} say
 * @param {() => Promise<T>} work
 */
export async function withInstallLock(folder, say, work) {
  await acquire(folder, say);
  const release = () => rmSync(folder, { recursive: true, force: true });
  // Also when a signal or an exit ends the work half way.
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

async function acquire(folder, say) {
  let hasSpoken = false;
  while (!create(folder)) {
    const holder = readHolder(folder);
    if (holder === 'ended') {
      setAside(folder);
      continue;
    }
    if (!hasSpoken) say(`Another command (process ${holder}) is installing in this folder; waiting for it …`);
    hasSpoken = true;
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}

function create(folder) {
  try {
    mkdirSync(folder);
    writeFileSync(path.join(folder, 'pid'), String(process.pid));
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw new Error(
      `This folder cannot be written (${error.code} at ${error.path}); give this account the right to write here and try again.`,
    );
  }
}

/** Renaming is atomic: of two commands that both found the lock abandoned, only one moves it. */
function setAside(folder) {
  const aside = `${folder}.abandoned-${process.pid}`;
  try {
    renameSync(folder, aside);
  } catch {
    return;
  }
  rmSync(aside, { recursive: true, force: true });
}

/** The process that holds the lock, or `ended`. */
function readHolder(folder) {
  try {
    const pid = Number(readFileSync(path.join(folder, 'pid'), 'utf8'));
    return pid > 0 && isRunning(pid) ? pid : 'ended';
  } catch {
    const made = statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    return Date.now() - made > signingMs ? 'ended' : 'unknown';
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
  // Signal 0 also finds a zombie, which will never finish anything.
  return !(process.platform === 'linux' && / Z /.test(readStat(pid)));
}

function readStat(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 1, stat.lastIndexOf(')') + 4);
  } catch {
    return ' Z ';
  }
}
