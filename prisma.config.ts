import path from 'node:path';
import { defineConfig } from 'prisma/config';

export default defineConfig({
  schema: path.join('prisma', 'schema'),
  migrations: { path: path.join('prisma', 'migrations') },
  // Generating the client needs no database; only commands that reach one need the variable.
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://localhost/unset' },
});
