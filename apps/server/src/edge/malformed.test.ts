import { readFileSync } from 'node:fs';
import net from 'node:net';
import { operationNames, type Random, type Session, seededRandom } from '@ringdesk/shared';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askHttp, post } from '../testing/ask-http.ts';
import { addresses, malformedFrame, malformedRequest, oddValues } from '../testing/malformed.ts';
import { startTestPostgres, type TestPostgres } from '../testing/postgres.ts';
import { type ServerProcess, startServerProcess } from '../testing/server-process.ts';
import { connectDesk, deskSocket, openTestDesk, signIn, type TestDesk } from '../testing/test-desk.ts';

const frames = 5_000;
const requests = 1_000;
const mostWaitMs = 500;
const mostGrowthMb = 200;
const leastAnswers = 60;

let postgres: TestPostgres;
let server: ServerProcess;
let good: TestDesk;
let guest: Session;
beforeAll(async () => {
  postgres = await startTestPostgres({ durable: true });
  server = await startServerProcess(postgres.url('ringdesk'));
  // What it said while it made its tables.
  server.troubles.splice(0);
  good = await openTestDesk(server.url, 'rep', 'Good');
  guest = await signIn(server.url, 'rep', 'Guest');
}, 60_000);
afterAll(async () => {
  good.close();
  await server.stop();
  await postgres.drop();
});

/** Whatever `attack` sends: the process lives, a good desk is answered quickly, memory stays bounded, nothing is a fault. */
async function survives(attack: () => Promise<void>): Promise<void> {
  const before = residentMb();
  const quiet = await slowestAnswer(() => true);
  let isOver = false;
  const attacked = slowestAnswer(() => isOver);
  await attack().finally(() => {
    isOver = true;
  });
  expect(server.ended()).toBeNull();
  // On a machine that is slow without any attack, an attack must not make it much slower.
  expect(await attacked).toBeLessThan(Math.max(mostWaitMs, 4 * quiet));
  expect(server.troubles.splice(0).slice(0, 3)).toEqual([]);
  expect(residentMb() - before).toBeLessThan(mostGrowthMb);
  expect((await fetch(`${server.url}/health/ready`)).status).toBe(200);
}

/** Asks with the good desk again and again, at least a number of times; the time in milliseconds within which 99 % were answered. */
async function slowestAnswer(isOver: () => boolean): Promise<number> {
  const answers: number[] = [];
  while (!isOver() || answers.length < leastAnswers) {
    const askedAt = performance.now();
    expect(await good.ask('desk.open', {})).toMatchObject({ ok: true });
    answers.push(performance.now() - askedAt);
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
  answers.sort((a, b) => a - b);
  return answers[Math.ceil(answers.length * 0.99) - 1] ?? 0;
}

function residentMb(): number {
  const [, kb] = readFileSync(`/proc/${server.pid}/status`, 'utf8').match(/VmRSS:\s+(\d+) kB/) ?? [];
  return Number(kb) / 1024;
}

/** Runs `work` for 0..n-1, so many at once. */
async function inParallel(n: number, width: number, work: (i: number) => Promise<void>): Promise<void> {
  let next = 0;
  const lane = async () => {
    while (next < n) await work(next++);
  };
  await Promise.all(Array.from({ length: width }, lane));
}

const sent = { frames: 0 };

/** One bare WebSocket; sends odd frames until the server closes it or there are enough. Every second one has joined the desks. */
function sendFrames(random: Random, most: number, isSignedIn: boolean): Promise<void> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`);
    const sendAll = () => {
      for (let i = 0; i < most && socket.readyState === WebSocket.OPEN; i++) {
        socket.send(malformedFrame(random));
        sent.frames += 1;
      }
      socket.close();
    };
    socket.onmessage = ({ data }) => {
      const text = String(data);
      if (text.startsWith('0') && isSignedIn)
        socket.send(`40/desk,${JSON.stringify({ token: guest.accessToken, contract: 1 })}`);
      else if (text.startsWith('0') || text.startsWith('40')) sendAll();
    };
    socket.onclose = () => resolve();
    socket.onerror = () => resolve();
  });
}

describe('what no well-meaning client sends', () => {
  test(`${frames} malformed frames end no process and make nobody wait`, async () => {
    const random = seededRandom(5_000);
    await survives(async () => {
      while (sent.frames < frames) await inParallel(40, 8, (i) => sendFrames(random, 3, i % 2 === 0));
    });
    expect(sent.frames).toBeGreaterThanOrEqual(frames);
  }, 60_000);

  test('every name with every odd value, with and without an acknowledgement, is answered or left alone', async () => {
    await survives(async () => {
      const names = [...operationNames, '__proto__', 'surely.unknown'];
      await inParallel(names.length, 3, async (i) => {
        const desk = await connectDesk(server.url, guest);
        // The client itself cannot send what is nested too deeply; bare frames do that above.
        for (const value of oddValues.filter((it) => !it.includes('[[[['))) {
          const input = JSON.parse(value);
          desk.socket.emit(names[i] ?? '', input);
          desk.socket.emit(names[i] ?? '', input, 'no function', { ack: true });
          desk.socket.emit(names[i] ?? '');
          const answer = await desk.ask(names[i] as never, input as never);
          if (!answer.ok)
            expect(['INPUT_INVALID', 'CALL_UNKNOWN', 'UNAUTHENTICATED']).toContain(answer.error.code);
        }
        desk.close();
      });
    });
  }, 60_000);

  test('every address with every odd value, in its body, its query and its path, by a stranger and by somebody signed in', async () => {
    const faults: string[] = [];
    await survives(() =>
      inParallel(addresses.length, 3, async (i) => {
        const { method, path } = addresses[i] ?? { method: 'GET', path: '/' };
        // Somebody of their own: among the odd ones is a good question, such as to sign out.
        const { accessToken } = await signIn(server.url, 'admin', `Stray ${i}`);
        for (const value of oddValues.filter((it) => it.length < 8_000))
          for (const token of ['x.y.z', accessToken]) {
            const headers = { authorization: `Bearer ${token}` };
            const query = `?a=${encodeURIComponent(value)}&limit=${encodeURIComponent(value)}`;
            const odd = path.replaceAll('call_nobody', encodeURIComponent(value.slice(0, 150)));
            const asked =
              method === 'GET' || method === 'DELETE'
                ? await askHttp(server.url, odd + query, { method, headers })
                : await askHttp(server.url, odd, { ...post(value, headers), method });
            if (asked.status >= 500 || (asked.status < 300 && token === 'x.y.z' && value.length > 2))
              faults.push(`${method} ${odd} ${value}: ${asked.status}`);
          }
      }),
    );
    expect(faults).toEqual([]);
  }, 120_000);

  test('eleven or a million announced attachments that never come cost nothing', async () => {
    await survives(async () => {
      for (const count of [11, 1_000_000]) {
        const socket = deskSocket(server.url, { token: guest.accessToken, contract: 1 });
        await new Promise((resolve) => socket.once('connect', () => resolve(undefined)));
        socket.io.engine.write(`45${count}-/desk,["call.note",{"_placeholder":true,"num":0}]`);
        await new Promise((resolve) => socket.once('disconnect', () => resolve(undefined)));
        socket.disconnect();
      }
      await new Promise((resolve) => setTimeout(resolve, 800));
    });
  }, 30_000);

  test(`${requests} malformed requests end no process and make nobody wait`, async () => {
    const random = seededRandom(1_000);
    const { host, hostname, port } = new URL(server.url);
    const answered: string[] = [];
    await survives(() =>
      inParallel(requests, 25, async () => {
        answered.push(
          await sendRequest(malformedRequest(random, host), { host: hostname, port: Number(port) }),
        );
      }),
    );
    const statuses = answered.flatMap((answer) => /^HTTP\/1\.[01] (\d{3})/.exec(answer)?.[1] ?? []);
    expect(statuses.length).toBeGreaterThan(requests / 2);
    expect(
      statuses.filter((status) => status.startsWith('5') && status !== '501' && status !== '505'),
    ).toEqual([]);
  }, 60_000);
});

/** What came back before the server closed, or before it was clear that it waits for more. */
function sendRequest(bytes: string, at: { readonly host: string; readonly port: number }): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = net.connect(at, () => socket.write(bytes));
    socket.setTimeout(250, () => socket.destroy());
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1');
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(answer));
  });
}
