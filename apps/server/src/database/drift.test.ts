import { appendFileSync, cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, inject, it } from 'vitest';
import { pendingChange } from '../../../../scripts/prisma/pending-change.ts';
import { temporaryFolder } from '../testing/postgres.ts';

const prisma = path.resolve(import.meta.dirname, '../../../../prisma');
const migrations = path.join(prisma, 'migrations');

it('the migrations build exactly the database that the schema describes', async () => {
  const schema = path.join(prisma, 'schema');
  expect(await pendingChange({ url: inject('adminUrl'), schema, migrations })).toBeNull();
});

it('a table that is in the schema but in no migration is noticed', async () => {
  const schema = temporaryFolder();
  cpSync(path.join(prisma, 'schema'), schema, { recursive: true });
  appendFileSync(path.join(schema, 'base.prisma'), '\nmodel Forgotten {\n  id String @id\n}\n');
  try {
    expect(await pendingChange({ url: inject('adminUrl'), schema, migrations })).toContain(
      'CREATE TABLE "Forgotten"',
    );
  } finally {
    rmSync(schema, { recursive: true });
  }
});
