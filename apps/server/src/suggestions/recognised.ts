import type { Speaker } from '@ringdesk/shared';
import type { ProblemKind } from './problem-kinds.ts';

/** One turn of a conversation, as far as it was heard. */
export interface HeardSegment {
  readonly segment: number;
  readonly speaker: Speaker;
  readonly text: string;
  /** When it began: `tomorrow` is the day after that. */
  readonly at: Date;
  /** Whether it is known to be over; without it a full stop or the next turn tells. */
  readonly isFinal?: boolean;
}

/** What holds for the whole of a conversation. */
export interface Around {
  /** The caller's zone, as IANA names it, such as `America/Denver`. */
  readonly timeZone: string;
  /** Where numbers without a country code are read. */
  readonly country: 'US';
}

export interface Conversation extends Around {
  readonly segments: readonly HeardSegment[];
}

/** A stretch of one turn's text: `from` included, `to` not, in UTF-16 units. */
export interface Place {
  readonly segment: number;
  readonly from: number;
  readonly to: number;
}

export interface SpokenAddress {
  /** `4211 Maple Drive`. */
  readonly street: string;
  /** `Apt 3B`, `Unit 12`. */
  readonly unit: string | null;
  readonly city: string | null;
  /** Two letters. */
  readonly state: string | null;
  readonly zip: string | null;
}

/** When somebody would like to be seen; something is not null. A day without a time is the whole day. */
export interface WishedTime {
  /** `2026-03-10`, in the caller's zone. */
  readonly date: string | null;
  /** `16:00`; without `to` it is a beginning, as in `after four`. */
  readonly from: string | null;
  readonly to: string | null;
  /** The same as instants (ISO 8601, UTC), where the day is known too. */
  readonly start: string | null;
  readonly end: string | null;
}

/** At least one of the two is known. */
interface SpokenName {
  readonly firstName: string | null;
  readonly lastName: string | null;
}

/** What is recognised, by field: for a phone E.164 and, where one was said, `;ext=` with an extension; lower case for an email. */
export interface Facts {
  readonly name: SpokenName;
  readonly phone: string;
  readonly email: string;
  readonly address: SpokenAddress;
  readonly wishedDate: WishedTime;
  readonly problem: ProblemKind;
}

export type Field = keyof Facts;

export const fields = [
  'name',
  'phone',
  'email',
  'address',
  'wishedDate',
  'problem',
] as const satisfies Field[];

/** A fact as far as its recogniser knows it. */
export interface Belief<F extends Field> {
  readonly value: Facts[F];
  /** As a person would write it. */
  readonly text: string;
  /** The words it was heard in: one place each turn and stretch, in the order they count. */
  readonly at: readonly Place[];
  /** From 0 to 1: how often something heard like this is right. */
  readonly confidence: number;
}

/** A belief together with its words, quoted exactly; words of several places are joined by ` … `. */
export type RecognisedField<F extends Field> = Belief<F> & { readonly field: F; readonly words: string };

/** One fact that was heard. */
export type Recognised = { [F in Field]: RecognisedField<F> }[Field];
