import { fillFloor } from './busy-floor.ts';
import { round } from './percentiles.ts';

interface Measured {
  readonly framesPerSecond: number;
  /** Processor time of the server process for 1,000 frames as desks hear them; storing, routing and sweeps are in it. */
  readonly cpuMsPer1000Frames: number;
}

/** Forty reps, each watching a live call, at ten times the speed of speech. */
export async function wordsTold(seconds: number): Promise<Measured> {
  const floor = await fillFloor(40, { SIMULATOR_SPEED: '10', SIMULATOR_CALLS_PER_MINUTE: '1200' });
  try {
    const before = { frames: floor.framesTold(), cpu: floor.server.cpuSeconds(), at: performance.now() };
    await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
    const frames = floor.framesTold() - before.frames;
    const cpuMs = (floor.server.cpuSeconds() - before.cpu) * 1_000;
    return {
      framesPerSecond: round((frames * 1_000) / (performance.now() - before.at)),
      cpuMsPer1000Frames: round((cpuMs * 1_000) / frames),
    };
  } finally {
    await floor.stop();
  }
}
