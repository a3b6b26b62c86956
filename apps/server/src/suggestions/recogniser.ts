import type { Speaker } from '@ringdesk/shared';
import type { Line } from './line.ts';
import type { Question } from './questions.ts';
import type { Around, Belief, Field } from './recognised.ts';
import type { Word } from './words.ts';

/** What one speaker said without anybody else saying more than `mm-hm`; it may span turns. */
export interface Utterance extends Around {
  readonly speaker: Speaker;
  readonly words: readonly Word[];
  readonly line: Line;
  /** When it began. */
  readonly at: Date;
  /** Whether the speaker may still be in the middle of it. */
  readonly isOpen: boolean;
  /** What the caller was asked for; in a rep's utterance what it asks for. */
  readonly asked: ReadonlySet<Question>;
  /** The fact that was spoken of last: what a bare `no, sorry, fifteen` is about. */
  readonly topic: Field | null;
}

/**
 * Recognises one kind of fact. What it knows after each utterance is a value of its own, so that an utterance that
 * grows word by word is heard again from the state before it.
 */
export interface Recogniser<F extends Field, State extends { readonly belief: Belief<F> | null }> {
  readonly start: State;
  /** The same state (by identity) where the utterance says nothing about the fact. */
  hear(state: State, said: Utterance): State;
}
