import { newId, type Role, type Session, seededRandom, type User, type UserId } from '@ringdesk/shared';
import { generateSync } from 'otplib';
import { setAuthenticator } from '../auth/factors.store.ts';
import { beginSession } from '../auth/sessions.ts';
import { createTokens } from '../auth/tokens.ts';
import { newTotpSecret } from '../auth/totp.ts';
import { sql } from '../database/sql.ts';
import { systemClock } from '../edge/clock.ts';
import { createSealing } from '../sealing.ts';
import { askHttp, type HttpRequest } from './ask-http.ts';
import { type TestServer, testSecret } from './test-server.ts';

const random = seededRandom(Date.now());
const stepSeconds = 30;

/** Somebody with an account of their own, signed in without the way there. */
export interface Someone {
  readonly id: UserId;
  readonly session: Session;
  /** The secret of the authenticator. */
  readonly secret: string;
  /** The code that the authenticator shows now. */
  code(): string;
  /** Asks over HTTP below /api/v1. */
  ask(path: string, request?: HttpRequest): ReturnType<typeof askHttp>;
}

/** A new person of this role who is signed in, with an address and an authenticator. */
export async function someone(server: TestServer, name: string, role: Role): Promise<Someone> {
  const { db, time } = server;
  const ids = { nowMs: time.nowMs, random };
  const id = newId.user(ids);
  const email = `${id}@example.com`;
  const secret = newTotpSecret();
  const sealing = createSealing(testSecret);
  await db.rows(
    sql`INSERT INTO users (id, name, email, role, created_at) VALUES (${id}, ${name}, ${email}, ${role}, desk_now())`,
  );
  await setAuthenticator(db, { userId: id, totpSecret: sealing.seal(secret, id), step: 0 });
  const user: User = { id, name, email, role };
  const session = await newSession(server, user);
  return {
    id,
    session,
    secret,
    code: () => generateSync({ secret, epoch: Math.floor(time.nowMs() / 1000 / stepSeconds) * stepSeconds }),
    ask: (path, request) => askAs(server.url, session, path, request),
  };
}

/** One more session of somebody. */
export function newSession({ db }: TestServer, user: User): Promise<Session> {
  // Tokens are judged by the machine's clock, also where a test drives the database's.
  const parts = {
    db,
    clock: systemClock,
    random,
    sealing: createSealing(testSecret),
    tokens: createTokens(testSecret),
  };
  return beginSession(parts, user, { address: '127.0.0.1', device: 'node' });
}

/** Asks over HTTP below /api/v1 with the token of a session. */
export function askAs(url: string, { accessToken }: Session, path: string, request: HttpRequest = {}) {
  const headers = { authorization: `Bearer ${accessToken}`, ...request.headers };
  return askHttp(url, `/api/v1${path}`, { ...request, headers });
}

/** A PATCH with this body. */
export function patch(body: unknown): HttpRequest {
  return { method: 'PATCH', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
