import { type CallId, type CallStatus, type Cancel, type Clock, isOnTheLine } from '@ringdesk/shared';
import type { LineCall } from '../lines/line.ts';
import type { Caller, Handset } from '../lines/line-of-callers.ts';
import { type Speech, speak } from '../lines/speech/speak.ts';
import { fromTurn, type Part, turnsBegun, upToTurn } from '../lines/speech/timeline.ts';
import type { Chance } from './chance.ts';
import { type Memory, nothingSaid, type PartName, recall, talkFrom } from './recall.ts';
import type { Script } from './script.ts';

interface Surroundings extends Handset {
  readonly clock: Clock;
  /** 10 = ten times faster. */
  readonly speed: number;
  /** For the length of silences. */
  readonly chance: Chance;
}

/** Silences at speed 1. */
const firstWordMs = 1200;
const handOverMs: readonly [number, number] = [500, 1200];
const betweenHoldsMs: readonly [number, number] = [18_000, 40_000];
const afterGoodbyeMs: readonly [number, number] = [1500, 4000];
const afterLeavingMs = 600;

/**
 * One caller on the line. What is said next is decided anew in every silence, from what the desk last told and what has
 * been said; whoever is speaking finishes the turn first.
 */
export class SimulatedCall implements Caller {
  readonly #script: Script;
  readonly #around: Surroundings;
  #callId: CallId | null = null;
  #status: CallStatus = 'waiting';
  #memory: Memory = nothingSaid;
  #segments = 0;
  #speech: Speech | null = null;
  #silence: Cancel | null = null;
  #patience: Cancel | null = null;
  #hasGreeted = false;
  #isLeaving = false;
  #hasSaidLeaving = false;

  constructor(script: Script, around: Surroundings) {
    this.#script = script;
    this.#around = around;
  }

  /** The desk has stored the call: the assistant answers. */
  begin(callId: CallId): void {
    this.#callId = callId;
    if (!isOnTheLine({ status: this.#status })) return;
    if (this.#status !== 'active') this.#waitPatiently(1);
    this.#afterSilence(firstWordMs);
  }

  /** Goes on with a call of an earlier process, at the word after the last one stored. */
  takeUp(call: LineCall): void {
    this.#callId = call.id;
    this.#status = call.status;
    this.#segments = call.lastSegment;
    const isActive = call.status === 'active';
    const heard = { frames: call.lastSeq, turns: call.lastSegment, lastWords: call.lastWords ?? null };
    const { memory, name, unsaid, begunTurns } = recall(this.#script, heard, isActive);
    this.#memory = memory;
    this.#hasGreeted = isActive ? memory.talkTurns > 0 && name === 'talk' : memory.visits > 0;
    if (!isActive) this.#waitPatiently(1);
    // With nobody to answer, or somebody else, only the turn that was under way is brought to its end.
    const goesOn = (name === 'talk') === isActive;
    const left = goesOn ? unsaid : upToTurn(unsaid, begunTurns);
    if (left.length === 0) this.#afterSilence(firstWordMs);
    else this.#play(name, left, begunTurns);
  }

  /** The desk tells a committed change. */
  changed(status: CallStatus): void {
    const wasActive = this.#status === 'active';
    this.#status = status;
    if (!isOnTheLine({ status })) this.stop();
    else if (wasActive !== (status === 'active') && this.#callId !== null) this.#turnTo(status);
  }

  /** Falls silent for good. */
  stop(): void {
    this.#speech?.stop();
    this.#silence?.();
    this.#patience?.();
    this.#speech = null;
  }

  /** A rep came or went: whoever speaks finishes the turn, then the other takes over. */
  #turnTo(status: CallStatus): void {
    this.#patience?.();
    this.#isLeaving = false;
    if (status !== 'active') this.#waitPatiently(0.5);
    if (this.#speech !== null) this.#speech.finishTurns();
    else this.#afterSilence(this.#drawn(handOverMs));
  }

  #whatNext(): void {
    if (this.#status === 'active') this.#withRep();
    else if (this.#hasGreeted) this.#apologize();
    else if (this.#isLeaving) this.#leave();
    else this.#withAssistant();
  }

  #withRep(): void {
    const isNew = !this.#hasGreeted;
    const isAnother = isNew && this.#memory.visits > 0 && this.#memory.talkTurns > 0;
    if (isNew) this.#memory = { ...this.#memory, visits: this.#memory.visits + 1 };
    this.#hasGreeted = true;
    const talk = talkFrom(this.#script, this.#memory);
    if (isAnother) this.#play('aside', this.#script.rejoin(this.#memory.visits));
    else if (talk.length > 0) this.#play('talk', talk, this.#memory.talkTurns);
    else this.#afterSilence(this.#drawn(afterGoodbyeMs), () => this.#hangUp());
  }

  #apologize(): void {
    this.#hasGreeted = false;
    this.#play('aside', this.#script.apology(this.#memory.visits));
  }

  #withAssistant(): void {
    const isFresh = this.#memory.visits === 0 && this.#memory.holds === 0;
    const opening = isFresh ? fromTurn(this.#script.opening, this.#memory.openingTurns) : [];
    if (opening.length > 0) this.#play('opening', opening, this.#memory.openingTurns);
    else this.#afterSilence(this.#drawn(betweenHoldsMs), () => this.#hold());
  }

  #hold(): void {
    const { holds } = this.#memory;
    this.#memory = { ...this.#memory, holds: holds + 1 };
    this.#play('aside', this.#script.hold(holds));
  }

  #leave(): void {
    const { leaving } = this.#script;
    const isSilent = this.#hasSaidLeaving || leaving.length === 0;
    this.#hasSaidLeaving = true;
    if (isSilent) this.#afterSilence(afterLeavingMs, () => this.#hangUp());
    else this.#play('aside', leaving);
  }

  #hangUp(): void {
    this.stop();
    if (this.#callId !== null) this.#around.hangUp(this.#callId);
  }

  /** Speaks a part of which `begunTurns` turns have begun before; remembers how far it came. */
  #play(name: PartName, part: Part, begunTurns = 0): void {
    const base = this.#segments - begunTurns;
    const speech = speak({
      part,
      begunTurns,
      clock: this.#around.clock,
      speed: this.#around.speed,
      leadMs: this.#around.chance.between(...handOverMs),
      say: (frames) => {
        this.#segments = Math.max(this.#segments, base + turnsBegun(frames));
        this.#remember(name, speech.begunTurns());
        this.#say(frames, base);
      },
      done: () => {
        this.#speech = null;
        this.#whatNext();
      },
    });
    this.#speech = speech;
  }

  #remember(name: PartName, turns: number): void {
    if (name === 'opening') this.#memory = { ...this.#memory, openingTurns: turns };
    if (name === 'talk') this.#memory = { ...this.#memory, talkTurns: turns };
  }

  #say(frames: Part, base: number): void {
    if (this.#callId === null) return;
    const at = new Date(this.#around.clock.nowMs()).toISOString();
    this.#around.say(
      this.#callId,
      frames.map(({ turn, speaker, text, final }) => ({
        segment: base + turn + 1,
        speaker,
        text,
        final,
        at,
      })),
    );
  }

  #waitPatiently(share: number): void {
    this.#patience?.();
    this.#patience = this.#around.clock.after((this.#script.patienceMs * share) / this.#around.speed, () => {
      this.#isLeaving = true;
      if (this.#speech !== null) this.#speech.finishTurns();
      else this.#afterSilence(0);
    });
  }

  #afterSilence(ms: number, then: () => void = () => this.#whatNext()): void {
    this.#silence?.();
    this.#silence = this.#around.clock.after(ms / this.#around.speed, () => {
      this.#silence = null;
      then();
    });
  }

  #drawn(range: readonly [number, number]): number {
    return this.#around.chance.between(...range);
  }
}
