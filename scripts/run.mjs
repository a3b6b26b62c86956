// The door of every command: runs on whatever Node the machine has, so this file keeps to what old versions understand.
const major = Number(process.versions.node.split('.')[0]);

if (major < 20) {
  process.stderr.write(
    `Ringdesk needs Node 20 or newer to start and this is Node ${process.versions.node}; install a current one from https://nodejs.org and try again.\n`,
  );
  process.exitCode = 1;
} else {
  void import('./launch.mjs').then(({ launch }) => launch(process.argv.slice(2)));
}
