import type { Script } from './script.ts';
import { fromTurn, type Part, restOf, turnsBegun } from './timeline.ts';

/** What has been said in a call, in turns; all that a call must remember besides the state told by the desk. */
export interface Memory {
  /** Turns of the opening that have begun. */
  readonly openingTurns: number;
  /** Words of comfort while waiting. */
  readonly holds: number;
  /** Reps who have greeted the caller. */
  readonly visits: number;
  /** Turns of the talk with the rep that have begun. */
  readonly talkTurns: number;
}

export const nothingSaid: Memory = { openingTurns: 0, holds: 0, visits: 0, talkTurns: 0 };

/** Where a call stands, and the words that are left of what was being said. */
export interface Recalled {
  readonly memory: Memory;
  readonly unsaid: Part;
  /** Turns of that part that have begun. */
  readonly begunTurns: number;
}

interface Heard {
  readonly frames: number;
  readonly turns: number;
}

const mostHolds = 40;

/**
 * Finds the place in a script from the number of words and turns that are stored, which is all that outlives a process.
 * The numbers are tried against every way the call may have gone with at most one rep; where none fits (a call that was
 * given back before), the talk goes on at the turn that the number of words makes likely.
 */
export function recall(script: Script, heard: Heard, isActive: boolean): Recalled {
  const inOpening = restOf(script.opening, heard.frames, heard.turns);
  const answered = isActive ? inTalk(script, heard) : null;
  if (inOpening !== null && (answered === null || heard.turns > 1 || inOpening.length > 0)) {
    const memory = { ...nothingSaid, openingTurns: heard.turns };
    return {
      memory,
      unsaid: fromTurnUnlessActive(inOpening, heard.turns, isActive),
      begunTurns: heard.turns,
    };
  }
  return answered ?? (isActive ? null : whileHolding(script, heard)) ?? likely(script, heard);
}

/** Behind a claim no new turn of the opening begins. */
function fromTurnUnlessActive(part: Part, turns: number, isActive: boolean): Part {
  return isActive ? part.filter((frame) => frame.turn < turns) : part;
}

function whileHolding(script: Script, heard: Heard): Recalled | null {
  let before = sizeOf(script.opening);
  for (let holds = 0; holds <= mostHolds; holds += 1) {
    const part = script.hold(holds);
    const unsaid = restOf(part, heard.frames - before.frames, heard.turns - before.turns);
    if (unsaid !== null && heard.frames >= before.frames) {
      const memory = { ...nothingSaid, openingTurns: turnsBegun(script.opening), holds: holds + 1 };
      return { memory, unsaid, begunTurns: heard.turns - before.turns };
    }
    before = add(before, sizeOf(part));
  }
  return null;
}

function inTalk(script: Script, heard: Heard): Recalled | null {
  const talks = new Map<number, Part>();
  for (const { before, memory } of waysToTheTalk(script)) {
    const frames = heard.frames - before.frames;
    const turns = heard.turns - before.turns;
    if (frames < 0 || turns < 0) continue;
    const talk = talks.get(memory.openingTurns) ?? script.talk(memory.openingTurns);
    talks.set(memory.openingTurns, talk);
    const unsaid = restOf(talk, frames, turns);
    if (unsaid === null) continue;
    return { memory: { ...memory, visits: turns > 0 ? 1 : 0, talkTurns: turns }, unsaid, begunTurns: turns };
  }
  return null;
}

/** Every way in which a call may reach its first rep: answered after some turns of the opening, or after some holding. */
function* waysToTheTalk(script: Script): Generator<{ readonly before: Heard; readonly memory: Memory }> {
  const whole = turnsBegun(script.opening);
  for (let openingTurns = whole; openingTurns >= 0; openingTurns -= 1) {
    const before = sizeOf(script.opening.filter((frame) => frame.turn < openingTurns));
    yield { before, memory: { ...nothingSaid, openingTurns } };
  }
  let before = sizeOf(script.opening);
  for (let holds = 1; holds <= mostHolds; holds += 1) {
    const part = script.hold(holds - 1);
    for (let turns = 1; turns <= turnsBegun(part); turns += 1) {
      const upTo = sizeOf(part.filter((frame) => frame.turn < turns));
      yield { before: add(before, upTo), memory: { ...nothingSaid, openingTurns: whole, holds } };
    }
    before = add(before, sizeOf(part));
  }
}

function likely(script: Script, heard: Heard): Recalled {
  const openingTurns = turnsBegun(script.opening);
  const talk = script.talk(openingTurns);
  const frames = Math.max(0, heard.frames - script.opening.length);
  const talkTurns = Math.min(turnsBegun(talk.slice(0, frames)), Math.max(0, heard.turns - openingTurns));
  return { memory: { openingTurns, holds: 1, visits: 1, talkTurns }, unsaid: [], begunTurns: talkTurns };
}

function sizeOf(part: Part): Heard {
  return { frames: part.length, turns: turnsBegun(part) };
}

function add(a: Heard, b: Heard): Heard {
  return { frames: a.frames + b.frames, turns: a.turns + b.turns };
}

/** The part of the talk that is still to come. */
export function talkFrom(script: Script, memory: Memory): Part {
  return fromTurn(script.talk(memory.openingTurns), memory.talkTurns);
}
