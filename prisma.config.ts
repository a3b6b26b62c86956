import path from 'node:path';
import { defineConfig } from 'prisma/config';

// Generating the client needs no database; only commands that reach one need the variable.
const { DATABASE_URL: url = 'postgresql://localhost/unset' } = process.env;

export default defineConfig({
  schema: path.join('prisma', 'schema'),
  migrations: { path: path.join('prisma', 'migrations') },
  datasource: { url },
});
