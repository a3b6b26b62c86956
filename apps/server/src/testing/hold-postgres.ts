// A program for fault tests: starts an embedded PostgreSQL in the folder given with the flags given, prints its pid and URL as JSON, and stays.
import { startEmbeddedPostgres } from '../database/embedded-postgres.ts';

const [dataDir = '', ...flags] = process.argv.slice(2);
const postgres = await startEmbeddedPostgres({ dataDir, flags });
process.stdout.write(`${JSON.stringify({ pid: postgres.pid, url: postgres.url('postgres') })}\n`);
process.once('SIGTERM', () => void postgres.stop());
