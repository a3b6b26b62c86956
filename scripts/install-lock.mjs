// Two commands started at once in one checkout must not install over each other.
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** @typedef {(line: string) => void} Say */

const pollMs = 200;
/** A folder is made first and signed an instant later; unsigned and older than this it was left by a crash. */
const signingMs = 5_000;

/**
 * Runs `work` while holding the lock `folder`; waits for whoever holds it, and takes over from one that has ended.
 * @param {string} folder
 * @param {Say} say
 * @param {() => Promise<void>} work
 */
export async function withInstallLock(folder, say, work) {
  await acquire(folder, say);
  const release = () => rmSync(folder, { recursive: true, force: true });
  // Also when an exit ends the work half way.
  process.once('exit', release);
  try {
    await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

/**
 * @param {string} folder
 * @param {Say} say
 */
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

/** @param {string} folder */
function create(folder) {
  try {
    mkdirSync(folder);
    writeFileSync(path.join(folder, 'pid'), String(process.pid));
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw new Error(
      `This checkout cannot be written (${codeOf(error)} at ${folder}); give this account the right to write here and try again.`,
    );
  }
}

/** @param {unknown} error */
function codeOf(error) {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

/**
 * Renaming is atomic: of two commands that both found the lock abandoned, only one moves it.
 * @param {string} folder
 */
function setAside(folder) {
  const aside = `${folder}.abandoned-${process.pid}`;
  try {
    renameSync(folder, aside);
  } catch {
    return;
  }
  rmSync(aside, { recursive: true, force: true });
}

/**
 * The process that holds the lock, or `ended`.
 * @param {string} folder
 */
function readHolder(folder) {
  try {
    const pid = Number(readFileSync(path.join(folder, 'pid'), 'utf8'));
    return pid > 0 && isRunning(pid) ? pid : 'ended';
  } catch {
    const made = statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    return Date.now() - made > signingMs ? 'ended' : 'unknown';
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
  // Signal 0 also finds a zombie, which will never finish anything.
  return !(process.platform === 'linux' && isZombie(pid));
}

/** @param {number} pid */
function isZombie(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 1).startsWith(' Z');
  } catch {
    return true;
  }
}
