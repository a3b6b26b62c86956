import type { CallId, Payload } from '@ringdesk/shared';
import { type Desk, openDesk } from './desk.ts';
import { type Spread, spreadOf } from './percentiles.ts';
import { startServerUnderTest } from './server-under-test.ts';

interface Measured {
  /** From the wrap-up or the wish that makes a rep fit, as sent, to the offer, as heard. */
  readonly offerAfterFitMs: Spread;
  /** From sending the claim to its acknowledgement. */
  readonly claimMs: Spread;
}

const reps = 50;
/** How long a rep talks before ending a call: keeps the load at that of a busy floor, not at the machine's limit. */
const talkMs = 1_500;

/** Fifty reps take, end and wrap up calls for `seconds`, with callers always waiting. */
export async function repsAtWork(seconds: number): Promise<Measured> {
  const server = await startServerUnderTest({
    SIMULATOR: 'on',
    SIMULATOR_SEED: '11',
    SIMULATOR_CALLS_PER_MINUTE: '2400',
    SIMULATOR_SPEED: '1',
  });
  try {
    const desks = await Promise.all(
      Array.from({ length: reps }, (_, i) => openDesk(server.url, `Bench Rep ${i + 1}`)),
    );
    const offers: number[] = [];
    const claims: number[] = [];
    const until = performance.now() + seconds * 1_000;
    await Promise.all(desks.map((desk, i) => work(desk, { offers, claims, until, startMs: i * 40 })));
    for (const desk of desks) desk.socket.disconnect();
    return { offerAfterFitMs: spreadOf(offers), claimMs: spreadOf(claims) };
  } finally {
    await server.stop();
  }
}

interface Shift {
  readonly offers: number[];
  readonly claims: number[];
  readonly until: number;
  readonly startMs: number;
}

async function work(desk: Desk, { offers, claims, until, startMs }: Shift): Promise<void> {
  await pause(startMs);
  let offered = nextOffer(desk);
  let fitAt = performance.now();
  await desk.ask('presence.set', { presence: 'available' });
  while (performance.now() < until) {
    const { callId, at } = await offered;
    offers.push(at - fitAt);
    const claim = await desk.ask('call.claim', { callId });
    claims.push(claim.ms);
    if (claim.answer.ok) {
      await pause(talkMs * (0.5 + Math.random()));
      await desk.ask('call.end', { callId });
    }
    offered = nextOffer(desk);
    fitAt = performance.now();
    await desk.ask('call.wrap-up', { callId, disposition: 'question-answered' });
  }
}

function nextOffer(desk: Desk): Promise<{ callId: CallId; at: number }> {
  return new Promise((resolve) => {
    desk.socket.once('call.offered', ({ call }: Payload<'call.offered'>) =>
      resolve({ callId: call.id, at: performance.now() }),
    );
  });
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
