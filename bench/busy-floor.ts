import type { CallId } from '@ringdesk/shared';
import { type Desk, openDesk } from './desk.ts';
import { type ServerUnderTest, startServerUnderTest } from './server-under-test.ts';

/** A floor on which every rep is on a call and watches it. */
export interface BusyFloor {
  readonly server: ServerUnderTest;
  readonly desks: readonly Desk[];
  readonly callIds: readonly CallId[];
  /** Frames told to all desks so far. */
  framesTold(): number;
  stop(): Promise<void>;
}

/** Fills the floor: `calls` reps, each on a live call whose transcript they watch. */
export async function fillFloor(
  calls: number,
  environment: Readonly<Record<string, string>> = {},
): Promise<BusyFloor> {
  const server = await startServerUnderTest({
    SIMULATOR: 'on',
    SIMULATOR_SEED: '23',
    SIMULATOR_CALLS_PER_MINUTE: '600',
    ...environment,
  });
  let told = 0;
  const desks: Desk[] = [];
  const callIds: CallId[] = [];
  for (let i = 0; i < calls; i++) {
    const desk = await openDesk(server.url, `Floor Rep ${i + 1}`);
    desk.socket.on('transcript.heard', ({ frames }) => {
      told += frames.length;
    });
    callIds.push(await takeCall(desk));
    desks.push(desk);
  }
  return {
    server,
    desks,
    callIds,
    framesTold: () => told,
    async stop() {
      for (const desk of desks) desk.socket.disconnect();
      await server.stop();
    },
  };
}

async function takeCall(desk: Desk): Promise<CallId> {
  const offered = new Promise<CallId>((resolve) =>
    desk.socket.once('call.offered', ({ call }) => resolve(call.id)),
  );
  await desk.ask('presence.set', { presence: 'available' });
  const callId = await offered;
  const { answer } = await desk.ask('call.claim', { callId });
  if (!answer.ok) throw new Error(`the floor could not be filled: ${answer.error?.code}`);
  await desk.ask('transcript.watch', { callId, afterSeq: 0 });
  return callId;
}
