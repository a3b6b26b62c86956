// Installs the pinned toolchain and the packages where they are missing, then runs a task on the pinned Node.
// Plain JavaScript without packages: it runs before anything is installed. Speaks on stderr: stdout belongs to the task.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { withInstallLock } from './install-lock.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const bootstrap = path.join(root, 'scripts', 'bootstrap');
const isWindows = process.platform === 'win32';
const neededNode = 24;
/** A step that is over sooner needs no words. */
const quietMs = 1_000;
const patienceMs = 10_000;

/** @param {string} line */
const say = (line) => process.stderr.write(`${line}\n`);

/**
 * @typedef {object} Installer
 * @property {string} command
 * @property {string[]} args
 * @property {string} cwd
 * @property {boolean} shell
 */

/** @param {string[]} args the task and its arguments */
export async function launch(args) {
  try {
    await withInstallLock(path.join(bootstrap, 'installing'), say, async () => {
      await installToolchain();
      await installPackages();
    });
    runTask(args);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}

async function installToolchain() {
  const wanted = createHash('sha256')
    .update(readFileSync(path.join(bootstrap, 'package-lock.json')))
    .digest('hex');
  const stamp = path.join(bootstrap, 'node_modules', '.stamp');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  const npm = npmCommand();
  const args = [...npm.args, 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  await step('toolchain (Node and pnpm)', { command: npm.command, args, cwd: bootstrap, shell: npm.shell });
  writeFileSync(stamp, wanted);
}

/** npm tells its own path to what it runs; calling that by Node avoids a shell and its quoting. */
function npmCommand() {
  const { npm_execpath: script = '' } = process.env;
  if (/npm-cli\.c?js$/.test(script)) return { command: process.execPath, args: [script], shell: false };
  return { command: 'npm', args: [], shell: isWindows };
}

async function installPackages() {
  const pnpm = path.join(bootstrap, 'node_modules', 'pnpm', 'bin', 'pnpm.mjs');
  const args = [
    pnpm,
    'install',
    '--frozen-lockfile',
    '--prefer-offline',
    '--reporter=append-only',
    '--loglevel=warn',
  ];
  await step('packages', {
    command: nodeProgram(),
    args: [...args, '--config.confirmModulesPurge=false'],
    cwd: root,
    shell: false,
  });
}

/** The pinned Node, or this one where none is prebuilt for the platform and this one is new enough. */
function nodeProgram() {
  const name = isWindows ? 'node.exe' : 'node';
  const packages = [
    `node-${isWindows ? 'win' : process.platform}-${process.arch}`,
    `node-bin-${process.platform}-${process.arch}`,
  ];
  const programs = packages.map((folder) => path.join(bootstrap, 'node_modules', folder, 'bin', name));
  const pinned = programs.find((program) => existsSync(program));
  if (pinned) return pinned;
  if (Number(process.versions.node.split('.')[0]) >= neededNode) return process.execPath;
  throw new Error(
    `No Node ${neededNode} is prebuilt for ${process.platform} ${process.arch} and this is Node ${process.versions.node}; install Node ${neededNode} or newer from https://nodejs.org and try again.`,
  );
}

/** What a task finds around it: the pinned tools first, and no trace of npm, which some tools would adapt to. */
function taskEnvironment() {
  const env = { ...process.env };
  for (const key of Object.keys(env)) {
    if (/^npm_(lifecycle|package|node_execpath|execpath|command|config_local_prefix)/i.test(key))
      delete env[key];
  }
  const pathKey = Object.keys(env).find((key) => key.toLowerCase() === 'path') ?? 'PATH';
  const folders = [
    path.dirname(nodeProgram()),
    path.join(bootstrap, 'node_modules', '.bin'),
    path.join(root, 'node_modules', '.bin'),
  ];
  env[pathKey] = [...folders, env[pathKey]].join(path.delimiter);
  return env;
}

/**
 * Runs an installing command; quiet while all is well, but never silent for long.
 * @param {string} name
 * @param {Installer} installer
 */
async function step(name, installer) {
  const started = Date.now();
  const seconds = () => ((Date.now() - started) / 1000).toFixed(1);
  const announce = setTimeout(() => say(`Installing the ${name} …`), quietMs);
  const patience = setInterval(() => say(`  still installing the ${name}, ${seconds()} s`), patienceMs);
  try {
    await run(name, installer);
    if (Date.now() - started > quietMs) say(`  the ${name}: ${seconds()} s`);
  } finally {
    clearTimeout(announce);
    clearInterval(patience);
  }
}

/**
 * @param {string} name
 * @param {Installer} installer
 * @returns {Promise<void>}
 */
function run(name, { command, args, cwd, shell }) {
  // The PATH of the caller: the pinned Node may not be there yet. CI: nobody can answer a question here.
  const child = spawn(command, args, {
    cwd,
    shell,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, CI: 'true' },
  });
  let said = '';
  /** @param {Buffer} chunk */
  const hear = (chunk) => {
    said = (said + chunk.toString()).slice(-20_000);
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const forget = forwardSignals(child);
  return new Promise((resolve, reject) => {
    child.once('error', (error) =>
      reject(new Error(`The ${name} could not be installed: ${error.message}; is npm installed?`)),
    );
    child.once('close', (code, signal) => {
      const wasStopped = forget() || signal !== null;
      if (code === 0) resolve();
      else if (wasStopped) reject(new Error('Stopped.'));
      else
        reject(
          new Error(
            `The ${name} could not be installed: ${reason(said)}; check the network and the npm registry, then try again.`,
          ),
        );
    });
  });
}

/** @param {string} said */
function reason(said) {
  const lines = said
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const line =
    lines.find((text) => /ERR_|EACCES|ENOTFOUND|ENOSPC|error/i.test(text)) ??
    lines.at(-1) ??
    'it ended without a word';
  return line.replace(/^npm (error|ERR!)\s*/i, '').replace(/[.;]$/, '');
}

/** @param {string[]} args */
function runTask(args) {
  const child = spawn(nodeProgram(), [path.join(root, 'scripts', 'task.ts'), ...args], {
    cwd: root,
    env: taskEnvironment(),
    stdio: 'inherit',
  });
  forwardSignals(child);
  // Ending npm itself by SIGTERM reaches only its shell; when our parent is gone nobody would tell us.
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    child.kill('SIGTERM');
  }, 500);
  watch.unref();
  child.once('error', (error) => {
    say(`The task could not be started: ${error.message}.`);
    process.exit(1);
  });
  child.once('exit', (code) => process.exit(code ?? 1));
}

/**
 * Hands signals on to the child, so that it is the one that decides how to end; returns how to stop that, which tells if any came.
 * @param {import('node:child_process').ChildProcess} child
 */
function forwardSignals(child) {
  let hasCome = false;
  /** @param {NodeJS.Signals} signal */
  const handOn = (signal) => {
    hasCome = true;
    // Windows hands Ctrl-C to every process of the console by itself, and a forwarded signal would end the child at once.
    if (!isWindows) child.kill(signal);
  };
  /** @type {NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, handOn);
  return () => {
    for (const signal of signals) process.off(signal, handOn);
    return hasCome;
  };
}
