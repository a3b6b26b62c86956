import { fromTurn, type Part, restOf, turnsBegun, upToTurn } from '../lines/speech/timeline.ts';
import type { Script } from './script.ts';

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

export type PartName = 'opening' | 'talk' | 'aside';

/** Where a call stands, and the words that are left of the part that was being spoken. */
export interface Recalled {
  readonly memory: Memory;
  readonly name: PartName;
  readonly unsaid: Part;
  /** Turns of that part that have begun. */
  readonly begunTurns: number;
}

/** What outlives a process: how many words and turns are stored, and the words of the last turn where they are known. */
export interface Heard {
  readonly frames: number;
  readonly turns: number;
  readonly lastWords: string | null;
}

/** One way a call may have gone: what was spoken to the end, and the part that may be under way. */
interface Way {
  readonly before: readonly Part[];
  readonly part: Part;
  readonly name: PartName;
  remember(turns: number): Memory;
}

const mostHolds = 40;

/**
 * Finds the place in a script at which an earlier process stopped, by trying what is stored against every way the call
 * may have gone with at most one rep. Where none fits (the call was given back before) the last words are looked for in
 * the talk, and where they are not found either, the talk goes on at the turn that the number of words makes likely.
 */
export function recall(script: Script, heard: Heard, isActive: boolean): Recalled {
  for (const way of waysOf(script, isActive)) {
    const frames = heard.frames - way.before.reduce((sum, part) => sum + part.length, 0);
    const turns = heard.turns - way.before.reduce((sum, part) => sum + turnsBegun(part), 0);
    const unsaid = frames < 0 || turns < 0 ? null : restOf(way.part, frames, turns);
    if (unsaid === null) continue;
    const said = way.part.filter((frame) => !unsaid.includes(frame));
    if (heard.lastWords !== null && lastTurnOf([...way.before, said]) !== heard.lastWords) continue;
    return { memory: way.remember(turns), name: way.name, unsaid, begunTurns: turns };
  }
  return likely(script, heard);
}

function* waysOf(script: Script, isActive: boolean): Generator<Way> {
  const { opening } = script;
  const whole = turnsBegun(opening);
  const inOpening = (turns: number) => ({ ...nothingSaid, openingTurns: turns });
  yield { before: [], part: opening, name: 'opening', remember: inOpening };
  if (isActive) {
    for (let turns = whole; turns >= 0; turns -= 1)
      yield intoTalk(script, [upToTurn(opening, turns)], inOpening(turns));
  }
  const before = [opening];
  for (let holds = 1; holds <= mostHolds; holds += 1) {
    const part = script.hold(holds - 1);
    const memory = { ...inOpening(whole), holds };
    yield { before: [...before], part, name: 'aside', remember: () => memory };
    for (let turns = 1; isActive && turns <= turnsBegun(part); turns += 1)
      yield intoTalk(script, [...before, upToTurn(part, turns)], memory);
    before.push(part);
  }
}

function intoTalk(script: Script, before: readonly Part[], memory: Memory): Way {
  return {
    before,
    part: script.talk(memory.openingTurns),
    name: 'talk',
    remember: (turns) => ({ ...memory, visits: turns > 0 ? 1 : 0, talkTurns: turns }),
  };
}

function likely(script: Script, heard: Heard): Recalled {
  const openingTurns = turnsBegun(script.opening);
  const talk = script.talk(openingTurns);
  const memory = { ...nothingSaid, openingTurns, holds: 1, visits: 1 };
  for (let turns = turnsBegun(talk); turns > 0 && heard.lastWords !== null; turns -= 1) {
    const words = lastTurnOf([upToTurn(talk, turns)]);
    if (words.length < 8 || !words.startsWith(heard.lastWords)) continue;
    const unsaid = afterWords(talk, turns, heard.lastWords);
    return { memory: { ...memory, talkTurns: turns }, name: 'talk', unsaid, begunTurns: turns };
  }
  const frames = Math.max(0, heard.frames - script.opening.length);
  const talkTurns = Math.min(turnsBegun(talk.slice(0, frames)), Math.max(0, heard.turns - openingTurns));
  return { memory: { ...memory, talkTurns }, name: 'aside', unsaid: [], begunTurns: 0 };
}

/** What is left of a talk whose turn number `turns` was the last, heard as far as these words. */
function afterWords(talk: Part, turns: number, lastWords: string): Part {
  const letters = { heard: 0 };
  const isLeft = (text: string) => {
    letters.heard += text.length;
    return letters.heard > lastWords.length;
  };
  return talk.filter((frame) => frame.turn >= turns || (frame.turn === turns - 1 && isLeft(frame.text)));
}

/** The words so far of the turn that began last. */
function lastTurnOf(parts: readonly Part[]): string {
  const part = parts.findLast((one) => one.length > 0) ?? [];
  const turn = turnsBegun(part) - 1;
  return part
    .filter((frame) => frame.turn === turn)
    .map((frame) => frame.text)
    .join('');
}

/** The part of the talk that is still to come. */
export function talkFrom(script: Script, memory: Memory): Part {
  return fromTurn(script.talk(memory.openingTurns), memory.talkTurns);
}
