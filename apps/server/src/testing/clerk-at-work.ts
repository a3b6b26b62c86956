import type { Random, Session } from '@ringdesk/shared';
import { post } from './ask-http.ts';
import { patch } from './people.ts';

/** A customer whom all clerks book for, at the same times. */
interface Contested {
  readonly customerId: string;
  readonly addressId: string;
}

/** What one clerk was answered; what was sent and never answered is in `sent` alone. */
export interface ClerkLog {
  /** The key of each customer and job that was asked for; it stands in the record as last name or title. */
  readonly sent: Set<string>;
  /** The id that was answered, by key. */
  readonly made: Map<string, string>;
  /** Keys of jobs that were refused because their time was taken. */
  readonly refused: Set<string>;
  /** Numbered changes of a customer: the last one acknowledged, by id. */
  readonly changedTo: Map<string, number>;
  /** How often an answer was lost or a server was away, and the same was asked again. */
  repeats: number;
  acknowledged: number;
}

interface Shift {
  readonly name: string;
  /** The servers, any of which may be away; each question goes to one by chance. */
  readonly urls: readonly string[];
  readonly session: Session;
  readonly random: Random;
  readonly contested: Contested;
}

interface Clerk {
  readonly log: ClerkLog;
  /** Asks what is open until it is answered, and goes. */
  leave(): Promise<void>;
}

const slotMs = 30 * 60_000;
const slots = 400;
const answerWithinMs = 3_000;
const firstSlot = Date.parse('2027-03-01T08:00:00Z');

/** Somebody who writes customers and books jobs as fast as the servers answer, and asks again under the same key until one does. */
export function clerkAtWork(shift: Shift): Clerk {
  const log: ClerkLog = {
    sent: new Set(),
    made: new Map(),
    refused: new Set(),
    changedTo: new Map(),
    repeats: 0,
    acknowledged: 0,
  };
  let isHere = true;
  const working = (async () => {
    for (let i = 0; isHere; i++) {
      const customer = await make({ shift, log }, `Customer ${shift.name} ${i}`);
      await change({ shift, log }, customer);
      await book({ shift, log }, `Job ${shift.name} ${i}`);
    }
  })();
  return {
    log,
    async leave() {
      isHere = false;
      await working;
    },
  };
}

interface Work {
  readonly shift: Shift;
  readonly log: ClerkLog;
}

async function make(work: Work, key: string): Promise<string> {
  const body = {
    lastName: key,
    phones: [{ number: '(415) 555-0132' }],
    addresses: [{ street: '7 Elm Street' }],
  };
  const answer = await create(work, { path: '/customers', key, body });
  if (answer.status !== 201) throw new Error(`a customer was answered with ${answer.status}: ${answer.text}`);
  return answer.id;
}

/** Three numbered changes, each over the version that the one before it made. */
async function change(work: Work, id: string): Promise<void> {
  for (let number = 1; number <= 3; number++) {
    const answer = await ask(
      work,
      `/customers/${id}`,
      patch({ version: number, company: `Company ${number}` }),
    );
    if (answer.status !== 200) throw new Error(`a change was answered with ${answer.status}: ${answer.text}`);
    work.log.changedTo.set(id, number);
    work.log.acknowledged += 1;
  }
}

async function book(work: Work, key: string): Promise<void> {
  const { contested, random } = work.shift;
  const start = firstSlot + Math.floor(random() * slots) * slotMs;
  const schedule = {
    start: new Date(start).toISOString(),
    end: new Date(start + (1 + Math.floor(random() * 3)) * slotMs).toISOString(),
  };
  const answer = await create(work, { path: '/jobs', key, body: { ...contested, title: key, schedule } });
  if (answer.status === 409) work.log.refused.add(key);
  else if (answer.status !== 201) throw new Error(`a job was answered with ${answer.status}: ${answer.text}`);
}

async function create(
  work: Work,
  { path, key, body }: { readonly path: string; readonly key: string; readonly body: object },
): Promise<{ readonly status: number; readonly text: string; readonly id: string }> {
  const { log } = work;
  log.sent.add(key);
  const answer = await ask(work, path, post(body, { 'idempotency-key': key.replaceAll(' ', '-') }));
  const { id = '' } = JSON.parse(answer.text) as { readonly id?: string };
  if (answer.status === 201) log.made.set(key, id);
  log.acknowledged += 1;
  return { ...answer, id };
}

/** Asks one server or another until an answer comes that is one. */
async function ask(
  { shift, log }: Work,
  path: string,
  request: { readonly headers?: Record<string, string>; readonly method?: string; readonly body?: string },
): Promise<{ readonly status: number; readonly text: string }> {
  const headers = { ...request.headers, authorization: `Bearer ${shift.session.accessToken}` };
  for (;;) {
    const url = shift.urls[Math.floor(shift.random() * shift.urls.length)] ?? '';
    try {
      const signal = AbortSignal.timeout(answerWithinMs);
      const answer = await fetch(`${url}/api/v1${path}`, { ...request, headers, signal });
      const text = await answer.text();
      if (answer.status < 500) return { status: answer.status, text };
    } catch {
      // Away, or cut off in the middle: whether it was done is not known, so the same is asked again.
    }
    log.repeats += 1;
    await new Promise((resolve) => setTimeout(resolve, 20 + shift.random() * 80));
  }
}
