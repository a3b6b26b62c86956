import parsePhoneNumber from 'libphonenumber-js';
import { isAboutExtension, parted, withExtension } from './extensions.ts';
import { type Digits, lead, type Run, runsIn } from './phone-runs.ts';
import type { Belief } from './recognised.ts';
import type { Recogniser, Utterance } from './recogniser.ts';
import { agrees, contradicts, correctionsIn, takenBack } from './replies.ts';

interface PhoneState {
  readonly belief: Belief<'phone'> | null;
  /** Digits so far, where they are too few. */
  readonly partial: Digits | null;
  /** What a rep read back, where it differs. */
  readonly readBack: Digits | null;
  /** Whether the rep's last words were about an extension. */
  readonly isExtensionAsked: boolean;
}

const theirNumber =
  /\b(?:his|her|their|(?:husband|wife|mother|father|mom|dad|son|daughter|neighbor|tenant|sister|brother|landlord|boss|office)(?:'s)?)(?: (?:phone|cell|mobile|work|home))*(?: number)?(?: is| , is|'s)? ?,? ?$/;
/** A rep gives the company's number, or their own. */
const ours = /\b(?:our|us|my|me|main office|pharmacy|technician|dispatch)\b/;
const secondNumber =
  /\b(?:or|otherwise|alternatively|also|and (?:my|the)|other|another|second|backup|work|office|landline)\b[^.]*$/;
/** Telephone numbers: heard digit by digit, over turns, with read-backs and corrections; checked by libphonenumber. */
export const phones: Recogniser<'phone', PhoneState> = {
  start: { belief: null, partial: null, readBack: null, isExtensionAsked: false },
  hear: (state, said) => (said.speaker === 'caller' ? hearCaller(state, said) : hearOther(state, said)),
};

function hearOther(state: PhoneState, said: Utterance): PhoneState {
  const isExtensionAsked = isAboutExtension.test(said.line.text);
  const next = hearRep(state, said);
  return next.isExtensionAsked === isExtensionAsked ? next : { ...next, isExtensionAsked };
}

function hearRep(state: PhoneState, said: Utterance): PhoneState {
  const read = runsIn(said).findLast((run) => run.digits.length >= 10 && !ours.test(lead(said, run, 10)));
  const goesOn = said.asked.size === 0 || said.asked.has('phone') || said.asked.has('areaCode');
  const partial = goesOn ? state.partial : null;
  if (read === undefined) return partial === state.partial ? state : { ...state, partial };
  const number = e164(read, said);
  if (number === null) return { ...state, partial };
  if (state.belief === null || parted(state.belief.value).number !== number)
    return { ...state, partial, readBack: read };
  return { ...state, partial, readBack: null, belief: { ...state.belief, confidence: 0.97 } };
}

function hearCaller(state: PhoneState, said: Utterance): PhoneState {
  const back = takenBack(said.line, 'phone');
  const before = back === null ? state : { ...phones.start };
  const runs = answersOf(
    before,
    runsIn(said).filter((run) => run.from >= (back ?? 0)),
    said,
  );
  if (before.readBack !== null && runs.length === 0 && agrees(said.line))
    return adopt(before, { ...before.readBack, confidence: 0.85 }, said);
  const isTopic =
    said.topic === 'phone' ||
    said.asked.has('phone') ||
    said.asked.has('areaCode') ||
    before.partial !== null;
  const asked = said.asked.has('phone') || said.asked.has('areaCode');
  let next: PhoneState = before;
  for (const run of runs) next = heard(next, run, { said, isTopic, asked });
  return next.readBack === null ? next : { ...next, readBack: null };
}

/** Where an extension was asked for, the first short digits are one; a no is no correction of the number. */
function answersOf(state: PhoneState, runs: readonly Run[], { line }: Utterance): readonly Run[] {
  const isAnswer = state.isExtensionAsked && runs.every(({ digits }) => digits.length < 10);
  if (!isAnswer) return runs;
  if (contradicts(line)) return runs.filter(({ how }) => how === 'is the extension');
  return runs.map((run, i) => (i === 0 && run.how === 'begins' ? { ...run, how: 'is the extension' } : run));
}

interface Hearing {
  readonly said: Utterance;
  readonly isTopic: boolean;
  readonly asked: boolean;
}

/** What is known after one more run of digits. */
function heard(state: PhoneState, run: Run, hearing: Hearing): PhoneState {
  const { said, isTopic, asked } = hearing;
  if (run.how === 'is something else') return state;
  if (run.how === 'is the extension')
    return state.belief === null ? state : { ...state, belief: withExtension(state.belief, run) };
  const isNamed = /\b(?:phone|cell|mobile|number|call|reach|text|telephone)\b/.test(lead(said, run, 14));
  if (run.digits.length >= 10) {
    if (!isTopic && (theirNumber.test(lead(said, run, 10)) || tollFree.test(run.digits))) return state;
    const isWeak = state.belief !== null && run.how === 'begins' && isAside(said, run);
    if (isWeak || (!asked && !isNamed && said.asked.has('otherNumber'))) return state;
    return adopt(state, { ...run, confidence: asked || isNamed ? 0.88 : 0.6 }, said);
  }
  const whole = state.partial ?? digitsOf(state.belief) ?? state.readBack;
  if (whole === null)
    return isTopic || (isNamed && run.digits.length > 2) ? { ...state, partial: run } : state;
  const isEnd =
    run.how === 'corrects the end' &&
    !/\b(?:card|account|policy|invoice|security)\b/.test(lead(said, run, 10));
  if (!isTopic && !isEnd) return state;
  if (run.how === 'is the area code' || (said.asked.has('areaCode') && run.digits.length === 3))
    return joined(state, { digits: run.digits + whole.digits.slice(-7), at: [...run.at, ...whole.at] }, said);
  const goesOn =
    run.how === 'goes on' ||
    (run.how === 'begins' && state.partial !== null && state.partial.digits.length + run.digits.length <= 11);
  if (goesOn) return joined(state, { digits: whole.digits + run.digits, at: [...whole.at, ...run.at] }, said);
  const isCorrection = run.how !== 'begins' || contradicts(said.line) || state.readBack !== null;
  if (!isCorrection) return state;
  // Half of a correction that is still being said would make a number that nobody meant.
  if (said.isOpen && run.to === said.words.length && run.digits.length < 4) return state;
  return joined(state, { digits: corrected(whole.digits, run), at: [...whole.at, ...run.at] }, said);
}

/** `… is the house`, behind a number. */
const otherPlace =
  /^(?:, )?(?:is|that's|for) (?:the |my )?(?:house|home|work|office|landline|shop|store|fax|husband|wife|mom|dad|mother|father|daughter|son)\b/;

/** Nobody asked for it, and nobody lives there: the number of a company. */
const tollFree = /^1?8(?:00|33|44|55|66|77|88)/;

/** A number is its own, unless it is somebody else's or a second one. */
function isAside(said: Utterance, run: Run): boolean {
  const before = lead(said, run, 10);
  if (otherPlace.test(said.line.text.slice(said.line.starts[run.to] ?? said.line.text.length))) return true;
  if (correctionsIn(said.line).length > 0) return theirNumber.test(before);
  return theirNumber.test(before) || secondNumber.test(before);
}

/** Puts the digits of a correction where they belong: at the end, or over the group that they resemble. */
function corrected(whole: string, run: Run): string {
  const { digits } = run;
  const extra = Math.max(0, whole.length + digits.length - 10);
  if (whole.length < 10) {
    const dropped = extra === 0 ? Math.min(digits.length, whole.length) : extra;
    return whole.slice(0, whole.length - dropped) + digits;
  }
  if (digits.length === 3 && run.how !== 'corrects the end') {
    const [area, exchange] = [whole.slice(-10, -7), whole.slice(-7, -4)];
    return differing(area, digits) < differing(exchange, digits)
      ? digits + whole.slice(-7)
      : whole.slice(-10, -7) + digits + whole.slice(-4);
  }
  return whole.slice(-10, whole.length - digits.length) + digits;
}

function differing(a: string, b: string): number {
  return [...a].filter((digit, i) => digit !== b[i]).length;
}

function joined(state: PhoneState, whole: Digits, said: Utterance): PhoneState {
  if (whole.digits.length < 10) return { ...state, partial: whole };
  const next = adopt(state, { ...whole, confidence: 0.85 }, said);
  return next === state ? { ...state, partial: null } : next;
}

function adopt(
  state: PhoneState,
  heard: Digits & { readonly confidence: number },
  said: Utterance,
): PhoneState {
  const number = e164(heard, said);
  if (number === null) return state;
  const { belief } = state;
  if (belief !== null && parted(belief.value).number === number) {
    const confidence = Math.max(belief.confidence, 0.93);
    return { ...state, partial: null, readBack: null, belief: { ...belief, confidence } };
  }
  const parsed = parsePhoneNumber(number);
  const text =
    parsed?.country === said.country ? parsed.formatNational() : (parsed?.formatInternational() ?? number);
  return {
    ...state,
    partial: null,
    readBack: null,
    belief: { value: number, text, at: heard.at.slice(-4), confidence: heard.confidence },
  };
}

function digitsOf(belief: Belief<'phone'> | null): Digits | null {
  return belief && { digits: parted(belief.value).number.slice(-10), at: belief.at };
}

/** The shape of numbers of the North American plan: looking at it first spares asking the library about every slip. */
const american = /^1?[2-9][0-9]{2}[2-9][0-9]{6}$/;

/** The number in E.164, or null where no such number can exist. */
function e164(
  { digits, ...run }: Digits & { readonly isForeign?: boolean },
  { country }: Utterance,
): string | null {
  const isForeign = run.isForeign === true && !digits.startsWith('1');
  if (digits.length > 15 || (!isForeign && digits.length < 12 && !american.test(digits))) return null;
  const parsed = isForeign ? parsePhoneNumber(`+${digits}`) : parsePhoneNumber(digits, country);
  return parsed?.isValid() === true ? parsed.number : null;
}
