import type { ProblemKind } from '../problem-kinds.ts';
import { recognise } from '../recognise.ts';
import {
  type Conversation,
  type Facts,
  type Field,
  fields,
  type Recognised,
  type SpokenAddress,
} from '../recognised.ts';
import type { MeantTime } from './wish-oracle.ts';

/** A call together with what was really said in it. */
export interface JudgedCall {
  readonly title: string;
  readonly conversation: Conversation;
  readonly expected: Expected;
}

/** The facts by field; null is what was never said. */
export interface Expected {
  readonly name: string | null;
  readonly phone: Facts['phone'] | null;
  readonly email: Facts['email'] | null;
  readonly address: SpokenAddress | null;
  readonly wishedDate: MeantTime | null;
  readonly problem: ProblemKind | null;
}

export interface Score {
  readonly field: Field;
  /** Of what was recognised, how much is right. */
  readonly precision: number;
  /** Of what was said, how much was recognised rightly. */
  readonly recall: number;
  readonly said: number;
  readonly right: number;
  readonly wrong: number;
}

export interface Miss {
  readonly call: string;
  readonly field: Field;
  readonly expected: unknown;
  readonly heard: unknown;
  readonly words: string | null;
}

/** Counts over calls. A wrong value counts against both: it was recognised wrongly, and what was said is missing. */
export function score(calls: readonly JudgedCall[]): { scores: Score[]; misses: Miss[] } {
  const misses: Miss[] = [];
  const counts = new Map(fields.map((field) => [field, { said: 0, right: 0, wrong: 0 }]));
  for (const call of calls) {
    const heard = recognise(call.conversation);
    for (const field of fields) {
      const one = heard.find((fact) => fact.field === field);
      const expected = call.expected[field];
      const count = counts.get(field);
      if (count === undefined) continue;
      const isFound = one !== undefined && isRight(one, call.expected);
      count.said += expected === null ? 0 : 1;
      count.right += isFound ? 1 : 0;
      count.wrong += one !== undefined && !isFound ? 1 : 0;
      if (!isFound && (one !== undefined || expected !== null))
        misses.push({
          call: call.title,
          field,
          expected,
          heard: one?.value ?? null,
          words: one?.words ?? null,
        });
    }
  }
  const scores = [...counts].map(([field, { said, right, wrong }]) => ({
    field,
    precision: right / Math.max(1, right + wrong),
    recall: right / Math.max(1, said),
    said,
    right,
    wrong,
  }));
  return { scores, misses };
}

/**
 * Right is what is equal after normalising. An address is right when number and street are equal and every other
 * part that was said is equal too; parts that were not said must not be there.
 */
export function isRight(heard: Recognised, expected: Expected): boolean {
  if (expected[heard.field] === null) return false;
  switch (heard.field) {
    case 'name':
      return plain(heard.text) === plain(expected.name ?? '');
    case 'phone':
      return heard.value === expected.phone;
    case 'email':
      return heard.value === expected.email;
    case 'problem':
      return heard.value === expected.problem;
    case 'wishedDate': {
      const { date, from, to } = heard.value;
      const meant = expected.wishedDate;
      return date === meant?.date && from === meant.from && to === meant.to;
    }
    case 'address':
      return isSameAddress(heard.value, expected.address);
  }
}

function isSameAddress(heard: Facts['address'], meant: Expected['address']): boolean {
  if (meant === null) return false;
  return (
    spelledOut(heard.street) === spelledOut(meant.street) &&
    plain(heard.unit?.replace(/^(?:Apt|Unit|Ste|Fl|#) /, '') ?? '') === plain(meant.unit ?? '') &&
    plain(heard.city ?? '') === plain(meant.city ?? '') &&
    stateNamed(heard.state) === stateNamed(meant.state) &&
    (heard.zip ?? '') === (meant.zip ?? '')
  );
}

/** The simulator tells states by name. */
const simulated: Readonly<Record<string, string>> = {
  TX: 'Texas',
  OR: 'Oregon',
  KY: 'Kentucky',
  WI: 'Wisconsin',
  GA: 'Georgia',
  MA: 'Massachusetts',
  CA: 'California',
  MO: 'Missouri',
  MN: 'Minnesota',
  TN: 'Tennessee',
  OH: 'Ohio',
  CT: 'Connecticut',
};

function stateNamed(code: string | null): string {
  return code === null ? '' : (simulated[code] ?? code);
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[.,]/g, '').trim();
}

const short: Readonly<Record<string, string>> = {
  n: 'north',
  s: 'south',
  e: 'east',
  w: 'west',
  se: 'southeast',
  st: 'street',
  ave: 'avenue',
  blvd: 'boulevard',
  dr: 'drive',
  third: '3rd',
  seventh: '7th',
};

/** `W 38th Ave` and `West 38th Avenue` are one street. */
function spelledOut(street: string): string {
  return plain(street)
    .split(' ')
    .map((word) => short[word] ?? word)
    .join(' ');
}
