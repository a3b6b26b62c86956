import { type CallId, continueFrom, type Frame, type Session, seededRandom } from '@ringdesk/shared';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { handLine } from '../testing/hand-line.ts';
import { deskSocket, signIn, until } from '../testing/test-desk.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const reconnects = 300;
const random = seededRandom(300);

let server: TestServer;
const line = handLine();
beforeAll(async () => {
  server = await startTestServer({ lines: [line] });
});
afterAll(() => server.close());

const oneTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

/** What one connection was given: the answer, then what was told, in the order in which it came. */
interface Connection {
  readonly after: number;
  readonly seqs: number[];
}

/** A watcher that is cut and comes back again and again, and goes on after the last frame it has. */
class Watcher {
  readonly frames: Frame[] = [];
  readonly connections: Connection[] = [];
  readonly callId: CallId;
  readonly session: Session;
  constructor(callId: CallId, session: Session) {
    this.callId = callId;
    this.session = session;
  }

  /** One connection, cut `ms` after it began or after it was answered. Only what came before the cut counts. */
  async connection(ms: number, from: 'the beginning' | 'the answer'): Promise<void> {
    const socket = deskSocket(server.url, { token: this.session.accessToken, contract: 1 });
    const connection: Connection = { after: this.frames.length, seqs: [] };
    this.connections.push(connection);
    const early: Frame[] = [];
    let isAnswered = false;
    socket.on('transcript.heard', ({ callId, frames }: { callId: CallId; frames: Frame[] }) => {
      if (callId !== this.callId) return;
      if (isAnswered) this.#take(connection, frames);
      else early.push(...frames);
    });
    socket.on('connect', () => {
      socket.emit(
        'transcript.watch',
        { callId: this.callId, afterSeq: connection.after },
        (answer: { ok: boolean; value: { frames: Frame[] } }) => {
          expect(answer.ok).toBe(true);
          isAnswered = true;
          this.#take(connection, answer.value.frames);
          this.#take(connection, early);
        },
      );
    });
    if (from === 'the answer') await until('an answer', () => isAnswered);
    await new Promise((resolve) => setTimeout(resolve, ms));
    socket.io.engine?.close();
    socket.disconnect();
  }

  #take(connection: Connection, frames: readonly Frame[]): void {
    connection.seqs.push(...frames.map(({ seq }) => seq));
    const { next, hasHole } = continueFrom(this.frames.length, frames);
    expect(hasHole).toBe(false);
    this.frames.push(...next);
  }
}

describe('a watcher that is cut again and again while people speak quickly', () => {
  test(`${reconnects} times: has in the end exactly what is stored, and no connection had a hole or a repeat`, async () => {
    const calls = [];
    for (let i = 0; i < 6; i++) calls.push(await line.ring());
    let isSpeaking = true;
    const speaking = speak(calls, () => isSpeaking);
    const session = await signIn(server.url, 'rep', 'Watcher');
    const watchers = calls.map((callId) => new Watcher(callId, session));
    await Promise.all(
      watchers.map(async (watcher) => {
        for (let i = 0; i < reconnects / watchers.length; i++)
          await watcher.connection(random() * 120, random() < 0.5 ? 'the beginning' : 'the answer');
      }),
    );
    isSpeaking = false;
    await speaking;
    await server.idle();
    for (const watcher of watchers) {
      await watcher.connection(500, 'the answer');
      await equalsStored(watcher);
    }
    const frames = watchers.reduce((sum, watcher) => sum + watcher.frames.length, 0);
    expect(frames).toBeGreaterThan(3_000);
    const answered = watchers.flatMap(({ connections }) => connections).filter(({ seqs }) => seqs.length > 0);
    expect(answered.length).toBeGreaterThan(reconnects / 4);
    expect(server.troubles).toEqual([]);
  }, 90_000);
});

/** Everybody says three words every few milliseconds. */
async function speak(calls: readonly CallId[], isSpeaking: () => boolean): Promise<void> {
  let said = 0;
  while (isSpeaking()) {
    for (const callId of calls) {
      said += 1;
      line.speak(callId, [`${said}a`, `${said}b`, `${said}c`], {
        speaker: said % 2 === 0 ? 'caller' : 'assistant',
      });
    }
    await new Promise((resolve) => setTimeout(resolve, 12));
  }
}

async function equalsStored(watcher: Watcher): Promise<void> {
  const read = async () => {
    const response = await fetch(`${server.url}/api/v1/calls/${watcher.callId}/transcript`, {
      headers: { authorization: `Bearer ${watcher.session.accessToken}` },
    });
    return (await response.json()) as { frames: Frame[]; lastSeq: number };
  };
  const stored = await read();
  expect(stored.frames.map(({ seq }) => seq)).toEqual(oneTo(stored.lastSeq));
  await until('the last words', () => watcher.frames.length === stored.lastSeq);
  expect(watcher.frames).toEqual(stored.frames);
  for (const { after, seqs } of watcher.connections) expect(seqs).toEqual(seqs.map((_, i) => after + i + 1));
}
