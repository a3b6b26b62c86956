import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../testing/postgres.ts';
import { createEmptyDatabase, type TestDatabase } from '../testing/test-database.ts';
import { allowRetry, migrate } from './migrate.ts';

const first = '20260101000000_people';
const second = '20260102000000_function';
const people = 'CREATE TABLE people (id int PRIMARY KEY);\nINSERT INTO people VALUES (1); -- the end; really';
const withSemicolons = `CREATE FUNCTION one() RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; RETURN 1; END $$;`;

describe('migrating a database', () => {
  let database: TestDatabase;
  let directory: string;

  beforeEach(async () => {
    database = await createEmptyDatabase();
    directory = temporaryFolder();
    write(first, people);
    write(second, withSemicolons);
  });
  afterEach(async () => {
    await database.drop();
    rmSync(directory, { recursive: true });
  });

  const write = (name: string, sql: string) => {
    mkdirSync(path.join(directory, name), { recursive: true });
    writeFileSync(path.join(directory, name, 'migration.sql'), sql);
  };
  const run = () => migrate({ url: database.url, directory });
  const ask = async (sql: string) => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query(sql);
    await client.end();
    return rows;
  };

  it('applies each migration once, in the order of their names', async () => {
    expect(await run()).toEqual([first, second]);
    expect(await run()).toEqual([]);
    expect(await ask('SELECT one()')).toEqual([{ one: 1 }]);
  });

  it('creates a database that does not exist yet', async () => {
    await database.drop();
    expect(await run()).toEqual([first, second]);
  });

  it('lets one of several nodes that start together do the work', async () => {
    const applied = await Promise.all(Array.from({ length: 6 }, run));
    expect(applied.flat()).toEqual([first, second]);
    expect(await ask('SELECT count(*)::int AS rows FROM people')).toEqual([{ rows: 1 }]);
  });

  it('creates an absent database once when several nodes start together', async () => {
    await database.drop();
    expect((await Promise.all(Array.from({ length: 4 }, run))).flat()).toEqual([first, second]);
  });

  it('refuses a migration that was changed after it had been applied', async () => {
    await run();
    write(first, `${people}\nSELECT 1;`);
    await expect(run()).rejects.toThrow(
      `Migration ${first} was changed after it had been applied; restore its file`,
    );
  });

  it('does not mind that git turned the line ends around', async () => {
    await run();
    write(first, people.replaceAll('\n', '\r\n'));
    expect(await run()).toEqual([]);
  });

  it('refuses a database that has a migration which is missing here', async () => {
    await run();
    rmSync(path.join(directory, second), { recursive: true });
    await expect(run()).rejects.toThrow(`The database has migration ${second}, which is missing here`);
  });

  it('applies nothing of a migration that fails, and says what failed', async () => {
    write(second, 'CREATE TABLE half (id int); SELECT 1/0;');
    await expect(run()).rejects.toThrow(
      `Migration ${second} failed and nothing of it was applied: division by zero`,
    );
    expect(await ask("SELECT to_regclass('half') AS half")).toEqual([{ half: null }]);
  });

  it('stays closed after a failure until an operator allows another try', async () => {
    write(second, 'SELECT 1/0;');
    await expect(run()).rejects.toThrow('division by zero');
    write(second, withSemicolons);
    await expect(run()).rejects.toThrow(`Migration ${second} failed before`);
    expect(await allowRetry(database.url, second)).toBe(true);
    expect(await run()).toEqual([second]);
    expect(await allowRetry(database.url, second)).toBe(false);
  });

  it('says in one sentence that the password is wrong', async () => {
    const url = database.url.replace(/:[^:@]+@/, ':wrong@');
    await expect(migrate({ url, directory })).rejects.toThrow(
      /refuses the user "postgres"; correct the user or the password/,
    );
  });

  it('says in one sentence that no database answers', async () => {
    await expect(migrate({ url: 'postgresql://x:y@127.0.0.1:1/z', directory })).rejects.toThrow(
      'PostgreSQL at 127.0.0.1:1 does not answer; start it, or correct DATABASE_URL.',
    );
  });
});
