import type { Call, CallId, Frame, Random, Session } from '@ringdesk/shared';
import { connectDesk, type TestDesk } from './test-desk.ts';

/** What one rep was answered, and what it asked without hearing the end of it. */
export interface WorkLog {
  /** Acknowledged claims, ends and wrap-ups, by call. */
  readonly claimed: Set<CallId>;
  readonly ended: Set<CallId>;
  readonly wrappedUp: Map<CallId, string>;
  /** Notes are numbered: the last one acknowledged and the last one sent, by call. */
  readonly notedAt: Map<CallId, number>;
  readonly noteSent: Map<CallId, number>;
  /** Frames that this rep was told, by call and number. */
  readonly heard: Map<CallId, Map<number, Frame>>;
  /** Refusals by their code, and answers that never came. */
  readonly refusals: Map<string, number>;
  acknowledged: number;
  connections: number;
}

interface RepAtWork {
  readonly log: WorkLog;
  /** Finishes what is being asked, and goes. */
  leave(): Promise<void>;
}

interface Shift {
  readonly url: string;
  readonly session: Session;
  readonly random: Random;
}

/** A rep who takes whatever waits, notes, ends and wraps up as fast as the server answers, and comes back after every cut. */
export function repAtWork(shift: Shift): RepAtWork {
  const log: WorkLog = {
    claimed: new Set(),
    ended: new Set(),
    wrappedUp: new Map(),
    notedAt: new Map(),
    noteSent: new Map(),
    heard: new Map(),
    refusals: new Map(),
    acknowledged: 0,
    connections: 0,
  };
  let isHere = true;
  const working = (async () => {
    while (isHere) {
      const desk = await connectDesk(shift.url, shift.session).catch(() => null);
      if (desk === null) {
        await pause(50);
        continue;
      }
      log.connections += 1;
      await workAt(desk, { ...shift, log, isHere: () => isHere }).catch(() => undefined);
      desk.close();
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

interface Work extends Shift {
  readonly log: WorkLog;
  readonly isHere: () => boolean;
}

/** Works until the connection is cut, which throws. */
async function workAt(desk: TestDesk, work: Work): Promise<void> {
  const { log } = work;
  desk.socket.on('transcript.heard', ({ callId, frames }: { callId: CallId; frames: Frame[] }) =>
    keep(log, callId, frames),
  );
  await desk.does('presence.set', { presence: 'available' });
  while (work.isHere()) {
    const { current, offer, calls } = await desk.does('desk.open', {});
    const waiting = calls.filter((call) => call.status === 'waiting');
    const next = offer?.call ?? waiting[Math.floor(work.random() * waiting.length)];
    if (current === null && next === undefined) await pause(20);
    else if (current === null && next !== undefined) await claim(desk, log, next);
    else if (current?.status === 'active') await talk(desk, work, current);
    else if (current !== null) await wrapUp(desk, log, current);
  }
}

async function claim(desk: TestDesk, log: WorkLog, call: Call): Promise<void> {
  if ((await ask(log, () => desk.ask('call.claim', { callId: call.id }))) !== null) log.claimed.add(call.id);
}

async function talk(desk: TestDesk, { log, random }: Work, call: Call): Promise<void> {
  const callId = call.id;
  const watched = await ask(log, () => desk.ask('transcript.watch', { callId, afterSeq: 0 }));
  if (watched !== null) keep(log, callId, watched.frames);
  let { version } = call;
  for (let i = 0; i < 4; i++) {
    const number = (log.noteSent.get(callId) ?? 0) + 1;
    log.noteSent.set(callId, number);
    const noted = await ask(log, () => desk.ask('call.note', { callId, text: String(number), version }));
    if (noted !== null) {
      log.notedAt.set(callId, number);
      version = noted.version;
    } else {
      // Somebody changed the call, such as what it is about: look again and go on from there.
      const fresh = (await desk.does('desk.open', {})).current;
      if (fresh?.id !== callId) return;
      version = fresh.version;
    }
    await pause(random() * 30);
  }
  if ((await ask(log, () => desk.ask('call.end', { callId }))) !== null) log.ended.add(callId);
}

async function wrapUp(desk: TestDesk, log: WorkLog, call: Call): Promise<void> {
  const disposition = `done ${log.wrappedUp.size}`;
  if ((await ask(log, () => desk.ask('call.wrap-up', { callId: call.id, disposition }))) !== null)
    log.wrappedUp.set(call.id, disposition);
}

/** The value when it was acknowledged; null when refused. A cut connection throws. */
async function ask<Value>(
  log: WorkLog,
  question: () => Promise<{ ok: true; value: Value } | { ok: false; error: { code: string } }>,
): Promise<Value | null> {
  const answer = await question();
  if (answer.ok) {
    log.acknowledged += 1;
    return answer.value;
  }
  const { code } = answer.error;
  log.refusals.set(code, (log.refusals.get(code) ?? 0) + 1);
  return null;
}

function keep(log: WorkLog, callId: CallId, frames: readonly Frame[]): void {
  const heard = log.heard.get(callId) ?? new Map<number, Frame>();
  log.heard.set(callId, heard);
  for (const frame of frames) heard.set(frame.seq, frame);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
