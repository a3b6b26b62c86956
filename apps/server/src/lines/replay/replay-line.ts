import type { Cancel, Clock } from '@ringdesk/shared';
import type { Line } from '../line.ts';
import { lineOfCallers } from '../line-of-callers.ts';
import { RecordedCall } from './recorded-call.ts';
import { recordedPart } from './recorded-part.ts';
import type { Recording } from './recording.ts';

export interface ReplaySettings {
  /** Each rings once, in this order. */
  readonly recordings: readonly Recording[];
  readonly clock: Clock;
  /** Whose timing: the recording's own where it has one, or an ordinary speaking pace. */
  readonly pace: 'own' | 'speaking';
  /** 10 = ten times faster. */
  readonly speed: number;
  /** Between one ring and the next, at speed 1. */
  readonly ringEveryMs?: number;
}

/** Recorded conversations that ring again: word by word, waiting for a rep before the rep's first words. */
export function replayLine(settings: ReplaySettings): Line {
  const { recordings, clock, pace, speed, ringEveryMs = 10_000 } = settings;
  const byName = new Map(recordings.map((recording) => [recording.name, recording]));
  return lineOfCallers({
    name: 'replay',
    clock,
    arrive(ring) {
      const run = clock.nowMs().toString(36);
      const planned: Cancel[] = recordings.map(({ name, from, callerName }, i) =>
        clock.after((ringEveryMs * i) / speed, () =>
          ring({ externalId: `replay-${run}-${name}`, from, callerName }),
        ),
      );
      return () => {
        for (const cancel of planned) cancel();
      };
    },
    callerOf(externalId, handset) {
      const name = /^replay-[0-9a-z]+-(.*)$/su.exec(externalId)?.[1] ?? '';
      const recording = byName.get(name);
      if (recording === undefined) return null;
      return new RecordedCall(recordedPart(recording, pace), { clock, speed, ...handset });
    },
  });
}
