import { type BusyFloor, fillFloor } from './busy-floor.ts';
import { type BenchPerson, freshCodes, makePeople, signIn } from './people.ts';
import { round, type Spread, spreadOf } from './percentiles.ts';

interface Measured {
  /** Password and code over HTTP, one after the other, beside the live calls. */
  readonly signInMs: Spread;
  /** What live calls feel at each rate of sign-ins, and right before without any. */
  readonly rates: readonly Rate[];
}

interface Rate {
  readonly wantedPerSecond: number;
  readonly donePerSecond: number;
  readonly refused: number;
  readonly signInMs: Spread;
  /** From a note on a live call, as sent, to its acknowledgement: while people sign in, and right before. */
  readonly noteMs: Spread;
  readonly quietNoteMs: Spread;
  /** The p99 of the one against the other. */
  readonly noteP99Ratio: number;
}

const calls = 40;
const people = 220;
const oneByOne = 120;
const rates = [5, 10, 20, 30];
const secondsEach = 10;
const notesPerSecond = 40;
const stepMs = 30_000;

/** Forty reps on live calls, with one note a second each; meanwhile people sign in, more of them each time. */
export async function signIns(): Promise<Measured> {
  const floor = await fillFloor(calls, { TRUSTED_PROXIES: '127.0.0.1' });
  try {
    const crowd = await makePeople(floor.server.url, people);
    const alone: number[] = [];
    for (const person of await withFreshCodes(crowd, oneByOne))
      alone.push(await signIn(floor.server.url, person));
    const note = createNotes(floor);
    await Promise.all(floor.desks.map((_, i) => note(i)));
    const measured: Rate[] = [];
    for (const rate of rates) {
      const quietNoteMs = await notesFor(note);
      const fresh = await withFreshCodes(crowd, rate * secondsEach);
      measured.push(await atRate(floor.server.url, { rate, fresh, note, quietNoteMs }));
    }
    return { signInMs: spreadOf(alone), rates: measured };
  } finally {
    await floor.stop();
  }
}

interface Wanted {
  readonly rate: number;
  readonly fresh: readonly BenchPerson[];
  readonly note: (i: number) => Promise<number>;
  readonly quietNoteMs: Spread;
}

async function atRate(url: string, { rate, fresh, note, quietNoteMs }: Wanted): Promise<Rate> {
  const done: number[] = [];
  let refused = 0;
  const underWay: Promise<unknown>[] = [];
  const startedAt = performance.now();
  const [noteMs] = await Promise.all([
    notesFor(note),
    paced(rate, (i) => {
      const person = fresh[i];
      if (person === undefined) throw new Error('there are too few codes');
      const one = signIn(url, person);
      underWay.push(one.then((ms) => done.push(ms)).catch(() => refused++));
    }),
  ]);
  await Promise.all(underWay);
  const seconds = (performance.now() - startedAt) / 1_000;
  return {
    wantedPerSecond: rate,
    donePerSecond: round(done.length / seconds),
    refused,
    signInMs: spreadOf(done),
    noteMs,
    quietNoteMs,
    noteP99Ratio: round(noteMs.p99 / quietNoteMs.p99),
  };
}

async function notesFor(note: Wanted['note']): Promise<Spread> {
  const times: Promise<number>[] = [];
  await paced(notesPerSecond, (i) => times.push(note(i)));
  return spreadOf(await Promise.all(times));
}

/** Runs at fixed moments, however late the answers are, for `secondsEach`. */
async function paced(perSecond: number, run: (i: number) => void): Promise<void> {
  const startedAt = performance.now();
  for (let i = 0; i < perSecond * secondsEach; i++) {
    const waitMs = startedAt + (i * 1_000) / perSecond - performance.now();
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
    run(i);
  }
}

/** Keeps the notes of each live call in turn, as its rep would, and answers the time each takes. */
function createNotes({ desks, callIds }: BusyFloor): (i: number) => Promise<number> {
  const versions = new Map<number, number>();
  return async (i) => {
    const at = i % calls;
    const [desk, callId] = [desks[at], callIds[at]];
    if (desk === undefined || callId === undefined) throw new Error('the floor is not filled');
    const { ms, answer } = await desk.ask('call.note', {
      callId,
      text: `note ${i}`,
      version: versions.get(at) ?? 1,
    });
    // The first note of a call learns its version; all later ones are kept.
    const call = answer.ok ? answer.value : (await desk.ask('desk.open', {})).answer.value;
    versions.set(at, versionIn(call));
    return ms;
  };
}

function versionIn(value: unknown): number {
  const { version, current } = value as { version?: number; current?: { version: number } };
  return version ?? current?.version ?? 1;
}

/** So many whose authenticator shows a code that was not used, somebody twice where two count; waits until there are. */
async function withFreshCodes(crowd: readonly BenchPerson[], many: number): Promise<BenchPerson[]> {
  for (;;) {
    const ready = [1, 2].flatMap((codes) => crowd.filter((person) => freshCodes(person) >= codes));
    // What counts now still counts at the end, when there is that much left of the step.
    if (ready.length >= many && Date.now() % stepMs < stepMs - secondsEach * 1_000)
      return ready.slice(0, many);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
