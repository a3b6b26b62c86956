import { done, type Result } from '@ringdesk/shared';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import type { Dispatch } from '../edge/dispatch.ts';
import { openHttp } from '../edge/http.ts';
import { createOrigins } from '../edge/origins.ts';
import { createPeerOf } from '../edge/peer.ts';

type Question = Parameters<Dispatch>[0];

/** The HTTP door alone, with nothing behind it but what the test answers. */
export interface HttpDoor {
  readonly app: FastifyInstance;
  /** What came through to the dispatcher. */
  readonly asked: Question[];
  /** What the next questions are answered; an error breaks on the way. */
  answer: Result<unknown> | Error;
  /** What the door logged, a line each. */
  readonly logged: readonly string[];
}

/** Opens the door as in production under `publicUrl`, or as outside of it. */
export async function openTestDoor(
  publicUrl: string | null,
  trustedProxies: readonly string[] = [],
): Promise<HttpDoor> {
  const asked: Question[] = [];
  const logged: string[] = [];
  const door: Pick<HttpDoor, 'answer'> = { answer: done({}) };
  const app = await openHttp({
    dispatch: async (question) => {
      asked.push(question);
      if (door.answer instanceof Error) throw door.answer;
      return door.answer;
    },
    authenticate: async () => null,
    once: async (_question, ask) => ({ answer: await ask.answer() }),
    keys: async () => ({ keys: [] }),
    isReady: async () => true,
    deskFolder: null,
    publicUrl,
    origins: createOrigins({ host: '127.0.0.1', publicUrl }),
    peerOf: createPeerOf(trustedProxies),
    log: pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) }),
  });
  return Object.assign(door, { app, asked, logged });
}
