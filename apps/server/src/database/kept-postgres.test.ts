import { rmSync } from 'node:fs';
import pg from 'pg';
import { expect, it, vi } from 'vitest';
import { temporaryFolder } from '../testing/postgres.ts';
import { connectOrCreate } from './connect.ts';
import { startKeptPostgres } from './kept-postgres.ts';

it('a database that is killed is back at the same address with what it acknowledged', async () => {
  const dataDir = temporaryFolder();
  const told: string[] = [];
  const kept = await startKeptPostgres({ dataDir, onProgress: (line) => told.push(line) });
  try {
    const url = kept.url('ringdesk');
    const client = await connectOrCreate(url);
    await client.query('CREATE TABLE kept (word text)');
    await client.query(`INSERT INTO kept VALUES ('still here')`);
    const { rows } = await client.query<{ pid: number }>(
      `SELECT split_part(pg_read_file('postmaster.pid'), chr(10), 1)::int AS pid`,
    );
    process.kill(rows[0]?.pid ?? 0, 'SIGKILL');
    await vi.waitFor(
      async () => {
        const again = new pg.Client({ connectionString: url });
        again.on('error', () => undefined);
        try {
          await again.connect();
          expect((await again.query('SELECT word FROM kept')).rows).toEqual([{ word: 'still here' }]);
        } finally {
          await again.end().catch(() => undefined);
        }
      },
      { timeout: 15_000, interval: 100 },
    );
    expect(told.join('\n')).toContain('Starting it again');
  } finally {
    await kept.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
});
