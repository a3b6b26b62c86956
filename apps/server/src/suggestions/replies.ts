import type { Found, Line } from './line.ts';
import { findAll } from './line.ts';

/** How people agree, put something right, and take something back. */

const yes =
  /^(?:(?:um|uh|oh|well|okay|ok|so|ah|and) (?:, )?)*(?:yes|yeah|yep|yup|yup|right|correct|exactly|that(?:'s| is) (?:right|correct|it|me|the one|the number)|mhm|mm hm|uh huh|you got it|it (?:does|will|would|is)|they do|perfect|sure|sounds (?:right|good|great)|it is|great|good|wonderful|fine|(?:that|it|this)(?:'s| is)? (?:fine|great|good|perfect|works?|will (?:do|work)|would (?:be|work))|works for me|please do|absolutely|of course|i can|we can|(?:okay|ok|all right|alright)(?=$| [.,] (?:thank|great|good|yes)))(?:\b|$)/;
const no =
  /^(?:(?:um|uh|oh|well|okay|ok|so|ah|sorry|and|yes|yeah) (?:[,.] )?)*(?:no|nope|not quite|almost|that's (?:not right|wrong|not it)|wrong|wait|actually|it's not|sorry|close)\b/;

/** Whether a line begins by agreeing. */
export function agrees(line: Line): boolean {
  return yes.test(line.text) && !/^(?:\S+ ){0,3}(?:, )?(?:but|except|no)\b/.test(line.text);
}

/** Whether a line begins by contradicting. */
export function contradicts(line: Line): boolean {
  return no.test(line.text);
}

const corrections =
  /\b(?:no (?:, )?(?:wait|sorry|actually|i mean|it's|that's|make that|hold on|not)|no , |no \. |sorry (?:, )?(?:no|i mean|i meant|it's|that's|that was)|sorry , |i'm sorry (?:, )?|i mean(?:t)?|scratch that|correction|make (?:that|it)|let me correct (?:that|myself)|let me start over|rather|excuse me|my mistake|wait (?:, )?(?:no|it's|that's)|wait , |actually|or rather|strike that)(?: (?:, |\. )?(?:no|sorry|wait|actually|i mean|it's|it is|that's|that should be|make that|should be|i meant|scratch that|is|was|the))*(?:$|\b)/g;

/** Where somebody puts right what was just said: `no, sorry,`. */
export function correctionsIn(line: Line): Found[] {
  return findAll(line, corrections);
}

const nouns = {
  phone: 'number|phone|cell',
  email: 'e ?mail|address',
  address: 'address',
  name: 'name',
  wishedDate: 'day|date|time|appointment',
} as const;

const withdrawals = Object.fromEntries(
  Object.entries(nouns).map(([field, noun]) => [
    field,
    new RegExp(
      `\\b(?:(?:please |actually |just )*(?:don't|do not|dont|never) (?:use|e ?mail|call|text|send|write|take|put|keep|save|store)|forget|scratch|ignore|delete|remove|disregard|leave out|take (?:out|off)|drop)(?: [a-z']+){0,4} (?:that|this|the|my|those) (?:[a-z']+ ){0,2}(?:${noun})\\b|\\b(?:that|this|the) (?:${noun})(?: [a-z']+){0,2} (?:is(?:n't| not| no longer)|doesn't work|does not work|won't work) (?:valid|right|mine|active|in use|any ?more|working)\\b`,
      'g',
    ),
  ]),
);

/** The word after the last place where somebody takes a fact back (`actually, don't use that email`), or null. */
export function takenBack(line: Line, field: keyof typeof nouns): number | null {
  const pattern = withdrawals[field];
  return pattern === undefined ? null : (findAll(line, pattern).at(-1)?.to ?? null);
}
