import { randomBytes } from 'node:crypto';
import { type Operations, type Output, operations, type Session } from '@ringdesk/shared';
import { generateSync } from 'otplib';
import { release } from '../auth/brakes.store.ts';
import { brakeOn } from '../auth/brakes.ts';
import { askHttp, post } from './ask-http.ts';
import { mailedCode } from './mailbox.ts';
import type { TestServer } from './test-server.ts';

type Node = Pick<TestServer, 'url' | 'db' | 'time'>;
type HttpAnswer = Awaited<ReturnType<typeof askHttp>>;
type Posted = {
  [Name in keyof Operations]: Operations[Name] extends { http: { method: 'POST' } } ? Name : never;
}[keyof Operations];

const stepMs = 30_000;
const peer = '127.0.0.1';

/** What somebody is called and knows. */
export interface Wish {
  readonly email: string;
  readonly password: string;
  readonly name: string;
}

/** Somebody who signed up over HTTP, with all that was shown to them. */
export interface SignedUp extends Wish {
  readonly session: Session;
  /** Of the authenticator, in base 32. */
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
}

/** A wish of somebody new. */
export function newWish(wish: Partial<Wish> = {}): Wish {
  const email = `person-${randomBytes(6).toString('hex')}@example.com`;
  return { email, password: 'four quiet herons wade', name: 'Robin Vale', ...wish };
}

/** Asks an operation by HTTP, whatever its answer. */
export function ask(
  node: Pick<TestServer, 'url'>,
  name: Posted,
  {
    body = {},
    bearer,
    headers = {},
  }: { body?: unknown; bearer?: string; headers?: Record<string, string> } = {},
): Promise<HttpAnswer> {
  const authorization = bearer === undefined ? {} : { authorization: `Bearer ${bearer}` };
  return askHttp(
    node.url,
    `/api/v1${operations[name].http.path}`,
    post(body, { ...authorization, ...headers }),
  );
}

/** Asks, and throws when refused. */
export async function does<Name extends Posted>(
  node: Pick<TestServer, 'url'>,
  name: Name,
  request?: Parameters<typeof ask>[2],
): Promise<Output<Name>> {
  const answer = await ask(node, name, request);
  if (answer.status >= 300)
    throw new Error(`${name} answered ${answer.status} ${answer.body.code}: ${answer.body.detail}`);
  return answer.body;
}

/** The whole way from sign-up to signed in. */
export async function signUpPerson(node: Node, wish: Partial<Wish> = {}): Promise<SignedUp> {
  const person = newWish(wish);
  const enrollToken = await verifyPerson(node, person);
  return { ...person, ...(await enrollPerson(node, enrollToken)) };
}

/** As far as the code of the mail: an account without an authenticator. */
export async function verifyPerson(node: Node, wish: Wish): Promise<string> {
  // One peer may not sign up so many in an hour; in a test, all of them are one peer.
  await release(node.db, [brakeOn.signUpsFrom(peer).key]);
  const { flow } = await does(node, 'auth.sign-up', { body: wish });
  const code = await mailedCode(node.db, wish.email);
  const { enrollToken } = await does(node, 'auth.verify-email', { body: { email: wish.email, code, flow } });
  return enrollToken;
}

/** Sets up an authenticator with this token. */
export async function enrollPerson(
  node: Node,
  enrollToken: string,
): Promise<Pick<SignedUp, 'session' | 'secret' | 'recoveryCodes'>> {
  const { secret } = await does(node, 'totp.enroll', { bearer: enrollToken });
  const code = codeOf(node, secret);
  const { recoveryCodes, ...session } = await does(node, 'totp.confirm', {
    body: { code },
    bearer: enrollToken,
  });
  return { session, secret, recoveryCodes };
}

/** What the authenticator shows, `steps` time steps from now. */
export function codeOf(node: Pick<Node, 'time'>, secret: string, steps = 0): string {
  return generateSync({ secret, epoch: Math.floor(node.time.nowMs() / stepMs + steps) * (stepMs / 1000) });
}

/** Lets time pass until the authenticator shows a code that was not used yet, and gives it. */
export async function freshCode(node: Pick<Node, 'time'>, secret: string): Promise<string> {
  await node.time.advance(stepMs);
  return codeOf(node, secret);
}

/** As far as the password. */
export async function challengeOf(
  node: Pick<Node, 'url'>,
  { email, password }: Pick<Wish, 'email' | 'password'>,
): Promise<string> {
  const answer = await does(node, 'auth.sign-in', { body: { email, password } });
  if (!('challengeToken' in answer)) throw new Error('no authenticator is set up');
  return answer.challengeToken;
}

/** Signs in once more, with password and a fresh code. */
export async function signInPerson(
  node: Node,
  person: Pick<SignedUp, 'email' | 'password' | 'secret'>,
): Promise<Session> {
  const bearer = await challengeOf(node, person);
  const code = await freshCode(node, person.secret);
  return does(node, 'auth.verify-sign-in', { body: { code }, bearer });
}
