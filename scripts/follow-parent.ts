// Imported for its effect: asks this process to end, as SIGTERM would, once the process that started it is gone.
// A parent that is killed cannot hand on a signal, and its children would otherwise run on unseen.

const parent = process.ppid;
const pollMs = 500;

const watch = setInterval(() => {
  if (process.ppid === parent && isRunning(parent)) return;
  clearInterval(watch);
  if (!process.emit('SIGTERM')) process.exit(1);
}, pollMs);
watch.unref();

/** Windows never changes the parent's number, so that one is asked for too. */
function isRunning(pid: number): boolean {
  if (process.platform !== 'win32') return true;
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
