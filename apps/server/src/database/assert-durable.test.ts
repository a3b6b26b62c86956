import { expect, it } from 'vitest';
import { assertDurable } from './assert-durable.ts';

const database = (settings: { major?: number; fsync?: string; synchronous_commit?: string }) => ({
  query: async () => ({ rows: [{ major: 18, fsync: 'on', synchronous_commit: 'on', ...settings }] }),
});

it.each(['on', 'remote_apply'])(
  'accepts a database that waits for the disk (synchronous_commit = %s)',
  async (commit) => {
    await expect(assertDurable(database({ synchronous_commit: commit }))).resolves.toBeUndefined();
  },
);

it('refuses a database that does not flush to disk', async () => {
  await expect(assertDurable(database({ fsync: 'off' }))).rejects.toThrow(
    'The database runs with fsync = off and could lose what it has acknowledged; run "ALTER SYSTEM SET fsync = on; SELECT pg_reload_conf()" there and start again.',
  );
});

it.each(['off', 'local', 'remote_write'])(
  'refuses a database that acknowledges too early (%s)',
  async (commit) => {
    await expect(assertDurable(database({ synchronous_commit: commit }))).rejects.toThrow(
      `synchronous_commit = ${commit}`,
    );
  },
);

it('refuses a PostgreSQL that is too old, also in tests', async () => {
  await expect(assertDurable(database({ major: 14 }), { allowVolatile: true })).rejects.toThrow(
    'The database is PostgreSQL 14, Ringdesk needs 15 or newer',
  );
});

it('lets a throwaway database of a test be fast', async () => {
  await expect(assertDurable(database({ fsync: 'off' }), { allowVolatile: true })).resolves.toBeUndefined();
});
