import { ServiceClientId } from '@ringdesk/shared';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTokens } from '../auth/tokens.ts';
import type { Database } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { type Floor, openFloor } from '../testing/floor.ts';
import { hashOf, newSecret } from './client-secret.ts';
import { issueToken } from './issue-token.ts';
import { insert, revoke } from './store.ts';

let floor: Floor;
beforeAll(async () => {
  floor = await openFloor();
});
afterAll(() => floor.close());

const tokens = createTokens('a secret that is long enough for tests');

test('a stranger makes the database do the same, whether the client is there, revoked or unknown', async () => {
  const createdBy = await floor.rep('Alex', { role: 'admin' });
  const ids = ['svc_here', 'svc_gone'].map((id) => ServiceClientId.parse(id));
  for (const id of ids)
    await insert(floor.db, {
      id,
      name: id,
      scopes: ['read-records'],
      secretHash: hashOf(newSecret()),
      createdBy,
    });
  await revoke(floor.db, ServiceClientId.parse('svc_gone'));
  const done: string[][] = [];
  for (const [i, client_id] of ['svc_here', 'svc_gone', 'svc_nobody', 'odd'].entries()) {
    const statements: string[] = [];
    const from = { address: `10.0.0.${i}`, device: '' };
    const db = counting(floor.db, statements);
    for (let tries = 0; tries < 3; tries++)
      await issueToken({ ...floor.app, db, tokens }, { client_id, client_secret: 'rds_wrong' }, from);
    done.push(statements);
  }
  expect(done[0]?.length).toBeGreaterThan(9);
  for (const statements of done) expect(statements).toEqual(done[0]);
});

test('what a client may be shown as its secret has 256 bits of chance, and no two are alike', async () => {
  const secrets = Array.from({ length: 1_000 }, newSecret);
  expect(new Set(secrets).size).toBe(1_000);
  for (const secret of secrets) expect(Buffer.from(secret.slice(4), 'base64url')).toHaveLength(32);
  const kept = await floor.db.rows(sql`SELECT secret_hash FROM service_clients`);
  expect(kept.every((row) => String(row['secret_hash']).length === 43)).toBe(true);
});

function counting(db: Database, statements: string[]): Database {
  return {
    ...db,
    rows: (statement) => {
      statements.push(statement.parts.join('?'));
      return db.rows(statement);
    },
  };
}
