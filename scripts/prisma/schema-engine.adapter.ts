import { randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import pg from 'pg';

/**
 * How the schema engine reaches PostgreSQL. Prisma's own adapter would cut scripts at every `;`, open the real database
 * where a shadow database is asked for, and fail on the one-byte type `"char"`; each is put right here.
 */
export function engineAdapter(url: string, pools: pg.Pool[]): SqlMigrationAwareDriverAdapterFactory {
  return {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: () => open(url, pools),
    connectToShadowDb: () => openShadow(url, pools),
  };
}

async function openShadow(url: string, pools: pg.Pool[]): Promise<SqlDriverAdapter> {
  const name = `shadow_${randomUUID().replaceAll('-', '')}`;
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  const shadowUrl = new URL(url);
  shadowUrl.pathname = `/${name}`;
  const adapter = await open(shadowUrl.toString(), pools);
  const dispose = adapter.dispose.bind(adapter);
  adapter.dispose = async () => {
    await dispose();
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await admin.end();
  };
  return adapter;
}

const charOid = 18;
const textOid = 25;

async function open(url: string, pools: pg.Pool[]): Promise<SqlDriverAdapter> {
  // One connection: the engine's session settings and locks must meet its next statement.
  const pool = new pg.Pool({ connectionString: url, max: 1, allowExitOnIdle: true });
  pools.push(pool);
  const charColumns = disguiseChars(pool);
  const adapter = await new PrismaPg(pool, { disposeExternalPool: true }).connect();
  adapter.executeScript = async (script) => {
    await pool.query(script);
  };
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query);
    for (const column of charColumns()) {
      result.columnTypes[column] = ColumnTypeEnum.Character;
      for (const row of result.rows) if (row[column] === '') row[column] = '\0';
    }
    return result;
  };
  return adapter;
}

/** Lets `"char"` columns pass the adapter as text, and returns which columns of the latest result they were. */
function disguiseChars(pool: pg.Pool): () => readonly number[] {
  let latest: number[] = [];
  type Answer = pg.QueryArrayResult | pg.QueryArrayResult[];
  const query = pool.query.bind(pool) as (...args: unknown[]) => Promise<Answer>;
  const disguised = async (...args: unknown[]) => {
    const answer = await query(...args);
    latest = [];
    // A script of several statements has an answer for each, and nobody reads their columns.
    const fields = Array.isArray(answer) ? [] : answer.fields;
    for (const [index, field] of fields.entries()) {
      if (field.dataTypeID !== charOid) continue;
      field.dataTypeID = textOid;
      latest.push(index);
    }
    return answer;
  };
  pool.query = disguised as typeof pool.query;
  return () => latest;
}
