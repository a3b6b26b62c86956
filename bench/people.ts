import { createHmac } from 'node:crypto';

/** Somebody with an account: what is typed to sign in. */
export interface BenchPerson {
  readonly email: string;
  readonly password: string;
  readonly secret: Buffer;
  /** The newest time step whose code was used. */
  lastStep: number;
  /** The peer that this person asks from, as a trusted proxy tells it. */
  readonly peer: string;
}

const stepMs = 30_000;
const password = 'four quiet herons wade';

/** Makes accounts over the doors that everybody uses, a few at a time. */
export async function makePeople(url: string, many: number): Promise<BenchPerson[]> {
  const people: BenchPerson[] = [];
  const numbers = Array.from({ length: many }, (_, i) => i).values();
  const worker = async () => {
    for (const i of numbers) people.push(await makePerson(url, i));
  };
  await Promise.all(Array.from({ length: 12 }, worker));
  return people;
}

async function makePerson(url: string, i: number): Promise<BenchPerson> {
  const email = `bench-${i}@example.com`;
  const peer = `10.1.${i >> 8}.${i & 255}`;
  const ask = (path: string, body: object, bearer?: unknown) => post(url, path, { body, bearer, peer });
  const { flow } = await ask('/auth/sign-up', { email, password, name: `Bench ${i}` });
  const mails = await fetch(`${url}/dev/mail.json?to=${email}`);
  const code = /\b\d{6}\b/.exec(await mails.text())?.[0];
  const { enrollToken } = await ask('/auth/verify-email', { email, code, flow });
  const { secret } = await ask('/auth/totp/enroll', {}, enrollToken);
  const person = { email, password, secret: fromBase32(String(secret)), lastStep: presentStep(), peer };
  await ask('/auth/totp/confirm', { code: codeAt(person.secret, person.lastStep) }, enrollToken);
  return person;
}

/** A whole sign-in: password, then code. Answers the time as felt in ms. */
export async function signIn(url: string, person: BenchPerson): Promise<number> {
  if (freshCodes(person) === 0) throw new Error('this person has no fresh code');
  const step = presentStep() + 1 - freshCodes(person);
  person.lastStep = step;
  const { email, peer } = person;
  const startedAt = performance.now();
  const { challengeToken } = await post(url, '/auth/sign-in', { body: { email, password }, peer });
  const code = codeAt(person.secret, step);
  await post(url, '/auth/sign-in/verify', { body: { code }, bearer: challengeToken, peer });
  return performance.now() - startedAt;
}

/** How many codes of somebody count now and were not used: that of this step, and that of the step before. */
export function freshCodes({ lastStep }: BenchPerson): number {
  return Math.max(0, Math.min(2, presentStep() - lastStep));
}

interface Asked {
  readonly body: object;
  readonly bearer?: unknown;
  readonly peer: string;
}

async function post(
  url: string,
  path: string,
  { body, bearer, peer }: Asked,
): Promise<Readonly<Record<string, unknown>>> {
  const response = await fetch(`${url}/api/v1${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-forwarded-for': peer,
      ...(typeof bearer === 'string' ? { authorization: `Bearer ${bearer}` } : {}),
    },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as Record<string, unknown>;
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${String(answer['detail'])}`);
  return answer;
}

function presentStep(): number {
  return Math.floor(Date.now() / stepMs);
}

/** HOTP of the step (RFC 4226, section 5.3). */
function codeAt(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac('sha1', secret).update(counter).digest();
  const number = digest.readUInt32BE((digest.at(-1) ?? 0) & 15) & 0x7f_ff_ff_ff;
  return String(number % 1_000_000).padStart(6, '0');
}

function fromBase32(text: string): Buffer {
  const bits = Array.from(text, (digit) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(digit).toString(2).padStart(5, '0'),
  ).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
