import { existsSync } from 'node:fs';
import path from 'node:path';
import { processConfig } from './config.ts';
import { configuredLines } from './configured-lines.ts';
import { assertDurable } from './database/assert-durable.ts';
import { connectOrCreate } from './database/connect.ts';
import { openDatabase } from './database/database.ts';
import { startKeptPostgres } from './database/kept-postgres.ts';
import { migrate } from './database/migrate.ts';
import { systemClock } from './edge/clock.ts';
import { createLog } from './observability/log.ts';
import { installationSecret } from './secret.ts';
import { startServer } from './server.ts';
import { startDemo } from './start-demo.ts';
import { StartRefused } from './start-refused.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const stopWithinMs = 15_000;

try {
  await run();
} catch (error) {
  process.stderr.write(`${refusal(error)}\n`);
  process.exit(1);
}

async function run(): Promise<void> {
  const config = processConfig();
  const log = createLog(config.logLevel);
  const progress = (line: string) => process.stderr.write(`${line}\n`);
  const secret = installationSecret(config.secret, config.database.dataDir);
  const postgres =
    config.database.url === null
      ? await startKeptPostgres({ dataDir: config.database.dataDir, onProgress: progress })
      : null;
  const undo: (() => Promise<unknown>)[] = postgres === null ? [] : [() => postgres.stop()];
  const stop = async () => {
    for (const step of undo.splice(0).reverse())
      await step().catch((error: unknown) => log.error({ err: error }, 'stopping'));
  };
  onSignals(stop);
  try {
    const url = postgres?.url('ringdesk') ?? config.database.url ?? '';
    const client = await connectOrCreate(url);
    await assertDurable(client);
    await client.end();
    await migrate({ url, directory: path.join(root, 'prisma/migrations'), onProgress: progress });
    const db = openDatabase({
      url,
      onTrouble: (error) => log.warn({ why: error.message }, 'lost a database connection'),
    });
    undo.push(() => db.close());
    const parts = { db, clock: systemClock, random: Math.random };
    if (config.isDemo) await startDemo(parts, { doCallersRing: config.simulator.isOn });
    const server = await startServer({
      ...parts,
      config,
      secret,
      log,
      lines: configuredLines(config, parts),
      deskFolder: folderOrNull(path.join(root, 'apps/desktop/out/renderer')),
    });
    undo.push(() => server.stop());
    log.info({ url: config.http.publicUrl ?? server.url }, 'listening');
    if (postgres !== null) void endWith(postgres.lost, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Without its database the server cannot go on. */
async function endWith(lost: Promise<string>, stop: () => Promise<void>): Promise<void> {
  process.stderr.write(`${await lost}\n`);
  await stop();
  process.exit(1);
}

/** Stops in order on the first signal; a second one, or a stop that hangs, ends the process at once. */
function onSignals(stop: () => Promise<void>): void {
  let isStopping = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (isStopping) process.exit(1);
      isStopping = true;
      setTimeout(() => process.exit(1), stopWithinMs).unref();
      void stop().then(() => process.exit(0));
    });
  }
}

function folderOrNull(folder: string): string | null {
  return existsSync(path.join(folder, 'index.html')) ? folder : null;
}

function refusal(error: unknown): string {
  if (error instanceof StartRefused) return error.message;
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    return `The address is taken by another program (${error.message.replace(/^.*EADDRINUSE: /, '')}); stop it, or choose another port such as PORT=4401.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
