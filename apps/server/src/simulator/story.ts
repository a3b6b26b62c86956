import type { Speaker } from '@ringdesk/shared';
import type { Chance } from './chance.ts';
import type { Manner } from './manner.ts';
import type { Caller, Who } from './person.ts';
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
  readonly desk: DeskKind;
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
  readonly readings?: readonly Reading[];
  /** The conversation with the rep, from the rep's first question to the goodbye. */
  readonly turns: readonly Turn[];
}

/** One way a story may go: what is particular to it, before and when a time is agreed. */
export interface Branch {
  readonly problem: string;
  readonly reason: string;
  readonly readings?: readonly Reading[];
  readonly turns: readonly Turn[];
  readonly booking: readonly Turn[];
}

/** A measurement that the caller says, as numbers: `{ kind: 'blood pressure', value: '142/91', unit: 'mmHg' }`. */
export interface Reading {
  readonly kind: string;
  readonly value: string;
  readonly unit: string;
}

/** A reason to call, with branches. The same draws give the same telling. */
export interface Story {
  readonly key: string;
  readonly desk: DeskKind;
  /** Whom it can happen to; anybody where it is left out. */
  readonly who?: Who;
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
