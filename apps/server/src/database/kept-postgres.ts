import {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from './embedded-postgres.ts';

export interface KeptPostgres {
  url(database: string): string;
  stop(): Promise<void>;
  /** Settles with one plain sentence when PostgreSQL died and could not be started again. */
  readonly lost: Promise<string>;
}

/**
 * The embedded PostgreSQL, started again on the same port whenever it dies: what was acknowledged is in its log, and
 * pools connect again by themselves.
 */
export async function startKeptPostgres(options: EmbeddedPostgresOptions): Promise<KeptPostgres> {
  const first = await startEmbeddedPostgres(options);
  const { port } = first;
  const lost = Promise.withResolvers<string>();
  let current: Promise<EmbeddedPostgres> = Promise.resolve(first);
  let isStopped = false;
  const keep = async (running: EmbeddedPostgres): Promise<void> => {
    const why = await running.died;
    if (isStopped) return;
    options.onProgress?.(`${why} Starting it again.`);
    current = startEmbeddedPostgres({ ...options, port });
    try {
      void keep(await current);
    } catch (error) {
      lost.resolve(error instanceof Error ? error.message : why);
    }
  };
  void keep(first);
  return {
    url: (database) => first.url(database),
    lost: lost.promise,
    async stop() {
      isStopped = true;
      const running = await current.catch(() => null);
      await running?.stop();
    },
  };
}
