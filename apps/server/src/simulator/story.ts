import type { Speaker } from '@ringdesk/shared';
import type { Chance } from './chance.ts';
import type { Manner } from './manner.ts';
import type { Caller } from './person.ts';
import type { Wish } from './wish.ts';

export type DeskKind = 'home-service' | 'health-line';

/** A fact that a turn says aloud. */
export type Slot =
  | 'firstName'
  | 'name'
  | 'phone'
  | 'email'
  | 'street'
  | 'town'
  | 'state'
  | 'zip'
  | 'wish'
  | 'soon'
  | 'birthDate';

/** What one speaker says without stopping, and which facts are in it. */
export interface Turn {
  readonly speaker: Speaker;
  readonly text: string;
  readonly tells: readonly Slot[];
}

/** All that a story may draw on: chance of its own, and the caller it happens to. */
export interface Teller extends Chance {
  readonly caller: Caller;
  readonly manner: Manner;
  /** The company or practice that is called. */
  readonly company: string;
  /** When the caller would like to be seen. */
  readonly wish: Wish;
  /** The same for what cannot wait until another day. */
  readonly soon: Wish;
}

/** One telling of a story. */
export interface Telling {
  /** The kind of problem, in plain words: what a good recognition would write down. */
  readonly problem: string;
  /** How the rep names the matter, such as `your water heater`. */
  readonly topic: string;
  /** What the caller says when asked what it is about. */
  readonly reason: string;
  /** The conversation with the rep, from the rep's first question to the goodbye. */
  readonly turns: readonly Turn[];
}

/** A reason to call, with branches. The same draws give the same telling. */
export interface Story {
  readonly key: string;
  readonly desk: DeskKind;
  tell(teller: Teller): Telling;
}

export function rep(text: string): Turn {
  return { speaker: 'rep', text, tells: [] };
}

export function caller(text: string, ...tells: readonly Slot[]): Turn {
  return { speaker: 'caller', text, tells };
}

export function assistant(text: string): Turn {
  return { speaker: 'assistant', text, tells: [] };
}
