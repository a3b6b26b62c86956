import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from '../generated/prisma/client.ts';
import { type Statement, textOf } from './sql.ts';

/** PostgreSQL: Prisma for records, plain statements where one statement must decide. Both share one pool. */
export interface Database {
  readonly prisma: PrismaClient;
  /** Runs one statement in one round trip; deadlocks are tried again, since a refused statement has done nothing. */
  rows<Row extends pg.QueryResultRow>(statement: Statement): Promise<Row[]>;
  /** Runs several statements that are kept or undone together. */
  transaction<Value>(work: (tx: Pick<Database, 'rows'>) => Promise<Value>): Promise<Value>;
  close(): Promise<void>;
}

interface DatabaseOptions {
  readonly url: string;
  /** At most this many connections at once. */
  readonly connections?: number;
  /** Told when an idle connection breaks; the pool heals by itself. */
  readonly onTrouble: (error: Error) => void;
}

const retried = new Set(['40P01', '40001']);
const triesPerStatement = 4;
const statementTimeoutMs = 5_000;

/** Opens the pool; no connection is made before the first statement. */
export function openDatabase({ url, connections = 12, onTrouble }: DatabaseOptions): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    statement_timeout: statementTimeoutMs,
    connectionTimeoutMillis: statementTimeoutMs,
    application_name: 'ringdesk',
  });
  pool.on('error', onTrouble);
  const names = new Map<string, string>();
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  return {
    prisma,
    rows: async (statement) => runOn(pool, named(names, statement)),
    async transaction(work) {
      const client = await pool.connect();
      try {
        await client.query('BEGIN');
        const value = await work({ rows: async (statement) => runOnce(client, named(names, statement)) });
        await client.query('COMMIT');
        client.release();
        return value;
      } catch (error) {
        // A connection whose transaction broke is not worth keeping: the server undoes the work when it closes.
        client.release(true);
        throw error;
      }
    },
    async close() {
      await prisma.$disconnect();
      if (!pool.ended) await pool.end();
    },
  };
}

/** The SQLSTATE of a database error, or null for any other failure. */
export function sqlState(error: unknown): string | null {
  return error instanceof pg.DatabaseError ? (error.code ?? null) : null;
}

function named(names: Map<string, string>, statement: Statement): pg.QueryConfig {
  const text = textOf(statement);
  const name = names.get(text) ?? `s${names.size}`;
  names.set(text, name);
  return { name, text, values: [...statement.values] };
}

async function runOn<Row extends pg.QueryResultRow>(pool: pg.Pool, query: pg.QueryConfig): Promise<Row[]> {
  for (let tries = 1; ; tries++) {
    try {
      return await runOnce<Row>(pool, query);
    } catch (error) {
      if (tries >= triesPerStatement || !retried.has(sqlState(error) ?? '')) throw error;
    }
  }
}

async function runOnce<Row extends pg.QueryResultRow>(
  on: pg.Pool | pg.PoolClient,
  query: pg.QueryConfig,
): Promise<Row[]> {
  return (await on.query<Row>(query)).rows;
}
