// The door of every command: runs on whatever Node the machine has, so this file keeps to what old versions understand.
const [major] = process.versions.node.split('.').map(Number);

if (major < 20) {
  process.stderr.write(
    `Ringdesk needs Node 20 or newer to start and this is Node ${process.versions.node}; install a current one from https://nodejs.org and try again.\n`,
  );
  process.exitCode = 1;
} else {
  import('./launch.mjs').then(({ launch }) => launch(process.argv.slice(2)));
}
