import pg from 'pg';
import { StartRefused } from '../start-refused.ts';

/** One open connection to `url`; throws `StartRefused` in words when the database does not let us in. Never shows the password. */
async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    // Without a listener the loss of an idle connection would end the process.
    client.on('error', () => undefined);
    return client;
  } catch (error) {
    throw explain(client, error);
  }
}

/** Like `connect`, but creates the database first when the server does not have it yet. */
export async function connectOrCreate(url: string): Promise<pg.Client> {
  try {
    return await connect(url);
  } catch (error) {
    if (codeOf(error) !== '3D000') throw error;
  }
  await createDatabase(url);
  return connect(url);
}

async function createDatabase(url: string): Promise<void> {
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  const adminUrl = new URL(url);
  adminUrl.pathname = '/postgres';
  const admin = await connect(adminUrl.toString());
  try {
    await admin.query(`CREATE DATABASE ${admin.escapeIdentifier(name)}`);
  } catch (error) {
    // Another node created it in the same moment.
    if (!['42P04', '23505'].includes(codeOf(error))) {
      throw new StartRefused(
        `The database "${name}" does not exist and could not be created; create it, or correct DATABASE_URL.`,
      );
    }
  } finally {
    await admin.end();
  }
}

function explain(client: pg.Client, error: unknown): unknown {
  const where = `${client.host}:${client.port}`;
  switch (codeOf(error)) {
    case 'ECONNREFUSED':
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
      return new StartRefused(`PostgreSQL at ${where} does not answer; start it, or correct DATABASE_URL.`);
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new StartRefused(`The database host "${client.host}" is not known; correct DATABASE_URL.`);
    case '28P01':
    case '28000':
      return new StartRefused(
        `PostgreSQL at ${where} refuses the user "${client.user}"; correct the user or the password in DATABASE_URL.`,
      );
    case '53300':
      return new StartRefused(
        `PostgreSQL at ${where} has no connection left; raise its max_connections, or stop other clients.`,
      );
    default:
      return error;
  }
}

/** The SQLSTATE or the system's error code, or an empty string. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
