import pg from 'pg';
import { expect, it } from 'vitest';
import { createTestDatabase } from './test-database.ts';

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

it('each test has a migrated database of its own, also when many ask at once', async () => {
  const databases = await Promise.all(Array.from({ length: 5 }, createTestDatabase));
  try {
    expect(new Set(databases.map(({ url }) => url)).size).toBe(5);
    for (const { url } of databases) {
      const [applied] = await ask(url, 'SELECT count(*)::int > 0 AS is_migrated FROM "_prisma_migrations"');
      expect(applied).toEqual({ is_migrated: true });
      await ask(url, 'CREATE TABLE only_here (id int)');
    }
  } finally {
    for (const { drop } of databases) await drop();
  }
  await expect(ask(databases[0]?.url ?? '', 'SELECT 1')).rejects.toThrow('does not exist');
});
