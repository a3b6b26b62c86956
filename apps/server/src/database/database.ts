import { AsyncLocalStorage } from 'node:async_hooks';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from '../generated/prisma/client.ts';
import { type Statement, textOf } from './sql.ts';

/** PostgreSQL: Prisma for records, plain statements where one statement must decide. Both share one pool. */
export interface Database {
  readonly prisma: PrismaClient;
  /** Runs one statement in one round trip; deadlocks are tried again, since a refused statement has done nothing. */
  rows<Row extends pg.QueryResultRow>(statement: Statement): Promise<Row[]>;
  /**
   * Like `rows`, but planned anew for these very values. For searches: the plan that PostgreSQL keeps for a named
   * statement cannot know how a LIKE begins, and then reads the whole table.
   */
  fresh<Row extends pg.QueryResultRow>(statement: Statement): Promise<Row[]>;
  /** Runs several statements that are kept or undone together; after a deadlock from the beginning, so `work` does nothing else. */
  transaction<Value>(work: (tx: Pick<Database, 'rows'>) => Promise<Value>): Promise<Value>;
  /**
   * Keeps or undoes together all that `rows` and `transaction` do inside, wherever they are called from. A statement that
   * is refused undoes itself alone, as outside; `keep` says of the outcome whether the whole is kept.
   */
  together<Value>(work: () => Promise<Value>, keep: (value: Value) => boolean): Promise<Value>;
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
    // A page of a search goes on where the page before ended, so two looks must find rows in the same order.
    options: '-c synchronize_seqscans=off',
  });
  pool.on('error', onTrouble);
  // A connection that breaks between two statements of a transaction tells nobody else, and that ends the process; the next
  // statement is refused.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const names = new Map<string, string>();
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  const together = new AsyncLocalStorage<Together>();
  const joinedNow = () => stillOpen(together.getStore());
  const run = async <Row extends pg.QueryResultRow>(query: pg.QueryConfig) => {
    const joined = joinedNow();
    return joined === undefined
      ? runOn<Row>(pool, query)
      : joined.inSavepoint((client) => runOnce<Row>(client, query));
  };
  return {
    prisma,
    rows: (statement) => run(named(names, statement)),
    fresh: (statement) => run(unnamed(statement)),
    async transaction(work) {
      const joined = joinedNow();
      const rows = (on: pg.PoolClient) => ({
        rows: async <Row extends pg.QueryResultRow>(statement: Statement) =>
          runOnce<Row>(on, named(names, statement)),
      });
      if (joined === undefined)
        return triedAgain(() => inTransaction(pool, (own) => work(rows(own)), always));
      // Whatever the work asks of the database itself goes the same way, behind nobody.
      return joined.inSavepoint((client) =>
        within(createTogether(client, { outer: joined, again: once }), (inner) =>
          together.run(inner, () => work(rows(client))),
        ),
      );
    },
    together(work, keep) {
      if (joinedNow() !== undefined) return work();
      const whole = (client: pg.PoolClient) =>
        createTogether(client, { outer: undefined, again: triedAgain });
      return inTransaction(
        pool,
        (client) => within(whole(client), (parts) => together.run(parts, work)),
        keep,
      );
    },
    async close() {
      await prisma.$disconnect();
      if (!pool.ended) await pool.end();
    },
  };
}

/** Deadlocks are tried again, since a transaction that was refused has done nothing. */
async function triedAgain<Value>(work: () => Promise<Value>): Promise<Value> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (tries >= triesPerStatement || !retried.has(sqlState(error) ?? '')) throw error;
    }
  }
}

async function inTransaction<Value>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<Value>,
  keep: (value: Value) => boolean,
): Promise<Value> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const value = await work(client);
    await client.query(keep(value) ? 'COMMIT' : 'ROLLBACK');
    client.release();
    return value;
  } catch (error) {
    // A connection whose transaction broke is not worth keeping: the server undoes the work when it closes.
    client.release(true);
    throw error;
  }
}

function always(): boolean {
  return true;
}

interface Together {
  /** Runs a part that may be refused without breaking the rest; parts run one after the other. */
  inSavepoint<Value>(run: (client: pg.PoolClient) => Promise<Value>): Promise<Value>;
  /** From here on nothing joins any more; resolves when the parts that did are over. */
  end(): Promise<void>;
  readonly isOver: () => boolean;
  /** What this is itself a part of. */
  readonly outer: Together | undefined;
}

interface Parts {
  readonly outer: Together | undefined;
  /** A part that met a deadlock let its own locks go, and may be tried again; one within a part leaves that to the whole part. */
  readonly again: <Value>(attempt: () => Promise<Value>) => Promise<Value>;
}

function createTogether(client: pg.PoolClient, { outer, again }: Parts): Together {
  let before: Promise<unknown> = Promise.resolve();
  let isOver = false;
  const attempt = async <Value>(run: (client: pg.PoolClient) => Promise<Value>): Promise<Value> => {
    await client.query('SAVEPOINT part');
    try {
      const value = await run(client);
      await client.query('RELEASE SAVEPOINT part');
      return value;
    } catch (error) {
      await client.query('ROLLBACK TO SAVEPOINT part');
      throw error;
    }
  };
  return {
    outer,
    isOver: () => isOver,
    inSavepoint(run) {
      const mine = before.then(() => again(() => attempt(run)));
      before = mine.catch(() => undefined);
      return mine;
    },
    async end() {
      isOver = true;
      await before;
    },
  };
}

/** Does the work with its parts, and closes them behind it: what it left running goes its own way. */
async function within<Value>(parts: Together, work: (parts: Together) => Promise<Value>): Promise<Value> {
  try {
    return await work(parts);
  } finally {
    await parts.end();
  }
}

/** The innermost that is not over. */
function stillOpen(parts: Together | undefined): Together | undefined {
  return parts?.isOver() === true ? stillOpen(parts.outer) : parts;
}

function once<Value>(attempt: () => Promise<Value>): Promise<Value> {
  return attempt();
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

function unnamed(statement: Statement): pg.QueryConfig {
  return { text: textOf(statement), values: [...statement.values] };
}

async function runOn<Row extends pg.QueryResultRow>(pool: pg.Pool, query: pg.QueryConfig): Promise<Row[]> {
  return triedAgain(() => runOnce<Row>(pool, query));
}

async function runOnce<Row extends pg.QueryResultRow>(
  on: pg.Pool | pg.PoolClient,
  query: pg.QueryConfig,
): Promise<Row[]> {
  return (await on.query<Row>(query)).rows;
}
