import { type CallId, type CallStatus, type Cancel, type Clock, isOnTheLine } from '@ringdesk/shared';
import type { LineCall } from '../line.ts';
import type { Caller, Handset } from '../line-of-callers.ts';
import { type Speech, speak } from '../speech/speak.ts';
import { fromTurn, type Part, restOf, upToTurn } from '../speech/timeline.ts';

interface Surroundings extends Handset {
  readonly clock: Clock;
  /** 10 = ten times faster. */
  readonly speed: number;
}

/** Silences at speed 1. */
const firstWordMs = 800;
const afterLastWordMs = 1500;

/**
 * A recorded caller. What was said before the first word of the rep is played at once; the rest is played while a rep
 * holds the call, and stops at the end of a turn when the rep gives it back. A recorded caller waits as long as it takes.
 */
export class RecordedCall implements Caller {
  readonly #around: Surroundings;
  /** The first turn that needs a rep. */
  readonly #repTurn: number;
  #unsaid: Part;
  #begunTurns = 0;
  #callId: CallId | null = null;
  #status: CallStatus = 'waiting';
  #speech: Speech | null = null;
  #silence: Cancel | null = null;

  constructor(part: Part, around: Surroundings) {
    this.#around = around;
    const first = part.filter((frame) => frame.speaker === 'rep').map((frame) => frame.turn);
    this.#repTurn = first.length === 0 ? Number.POSITIVE_INFINITY : Math.min(...first);
    this.#unsaid = [...upToTurn(part, this.#repTurn), ...fromTurn(part, this.#repTurn)];
  }

  begin(callId: CallId): void {
    this.#callId = callId;
    if (isOnTheLine({ status: this.#status })) this.#afterSilence(firstWordMs, () => this.#whatNext());
  }

  takeUp(call: LineCall): void {
    this.#status = call.status;
    this.#begunTurns = call.lastSegment;
    this.#unsaid =
      restOf(this.#unsaid, call.lastSeq, call.lastSegment) ?? fromTurn(this.#unsaid, call.lastSegment);
    this.begin(call.id);
  }

  changed(status: CallStatus): void {
    const wasActive = this.#status === 'active';
    this.#status = status;
    if (!isOnTheLine({ status })) this.stop();
    else if (wasActive && status !== 'active') this.#speech?.finishTurns();
    else if (!wasActive && status === 'active' && this.#speech === null && this.#callId !== null)
      this.#afterSilence(firstWordMs, () => this.#whatNext());
  }

  stop(): void {
    this.#speech?.stop();
    this.#silence?.();
    this.#speech = null;
  }

  #whatNext(): void {
    const playable =
      this.#status === 'active'
        ? this.#unsaid
        : upToTurn(this.#unsaid, Math.max(this.#repTurn, this.#begunTurns));
    const isBeforeRep = playable.some((frame) => frame.turn < this.#repTurn);
    if (this.#unsaid.length === 0) this.#afterSilence(afterLastWordMs, () => this.#hangUp());
    else if (playable.length > 0) this.#play(isBeforeRep ? upToTurn(playable, this.#repTurn) : playable);
  }

  #play(part: Part): void {
    const { clock, speed } = this.#around;
    const speech = speak({
      part,
      begunTurns: this.#begunTurns,
      clock,
      speed,
      leadMs: 0,
      say: (frames) => {
        this.#unsaid = this.#unsaid.filter((frame) => !frames.includes(frame));
        this.#begunTurns = speech.begunTurns();
        this.#say(frames);
      },
      done: () => {
        this.#speech = null;
        this.#afterSilence(firstWordMs, () => this.#whatNext());
      },
    });
    this.#speech = speech;
  }

  #say(frames: Part): void {
    if (this.#callId === null) return;
    const at = new Date(this.#around.clock.nowMs()).toISOString();
    this.#around.say(
      this.#callId,
      frames.map(({ turn, speaker, text, final }) => ({ segment: turn + 1, speaker, text, final, at })),
    );
  }

  #hangUp(): void {
    this.stop();
    if (this.#callId !== null) this.#around.hangUp(this.#callId);
  }

  #afterSilence(ms: number, then: () => void): void {
    this.#silence?.();
    this.#silence = this.#around.clock.after(ms / this.#around.speed, then);
  }
}
