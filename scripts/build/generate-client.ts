import { runTool } from '../run-tool.ts';
import { ensureMade } from './up-to-date.ts';

/** Writes the typed database client from `prisma/schema` where it is not current. */
export async function generateClient(): Promise<void> {
  await ensureMade({
    name: 'database client',
    sources: ['prisma/schema', 'prisma.config.ts', 'pnpm-lock.yaml'],
    results: ['apps/server/src/generated/prisma/client.ts'],
    make: () =>
      runTool('prisma', ['generate', '--no-hints'], {
        // Generating needs no engine: naming one that exists keeps Prisma from trying to download its own.
        env: {
          PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
          CHECKPOINT_DISABLE: '1',
          PRISMA_HIDE_UPDATE_MESSAGE: '1',
        },
      }),
  });
}
