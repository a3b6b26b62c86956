import { daysIn, type NamedDay } from './days.ts';
import { type Line, lineOf } from './line.ts';
import { type Offer, offersIn, offerTaken } from './offered-times.ts';
import type { Belief, Place, WishedTime } from './recognised.ts';
import type { Recogniser, Utterance } from './recogniser.ts';
import { correctionsIn, takenBack } from './replies.ts';
import { plain, type Window, windowIn } from './times-of-day.ts';
import { isConcluded, isMoving, isRefused, wantedIn } from './wanted-days.ts';
import { placesOf, sentencesOf, type Word } from './words.ts';
import { instantOf } from './zone.ts';

interface WishState {
  readonly belief: Belief<'wishedDate'> | null;
  readonly day: string | null;
  readonly window: Window | null;
  /** Whether it was as soon as can be, rather than a day by name. */
  readonly isSoon: boolean;
  /** What the rep offered last, until the caller answers. */
  readonly offered: readonly Offer[];
}

/** What one sentence wishes. */
interface Wish {
  readonly day: NamedDay | null;
  readonly window: Window | null;
  readonly at: readonly Place[];
  readonly isFix: boolean;
  /** Two days to choose from, or `as soon as possible`. */
  readonly isVague: boolean;
  readonly isSoon: boolean;
}

const frames =
  /\b(?:could|can|would|will) (?:you|we|i|he|she|they|somebody|someone|anybody|anyone|it)\b|\bwould\b|\bhow about\b|\bwhat about\b|\b(?:works?|good|best|better|great|ideal|perfect|fine|convenient) (?:best |better |well |great |fine )?for (?:me|us)\b|\bi'd (?:like|prefer|rather|want)\b|\bi (?:want|need|would like|prefer)\b|\bwe (?:need|want)\b|\bhoping\b|\bhope to\b|\bis there (?:any|some)|\bany chance\b|\bdo you have (?:any|some|something|room|an opening|time)|\b(?:i'm|we're|i am|we are) (?:free|available|home|off|around|flexible)\b|\bmake it\b|\blet's\b|\bschedule\b|\bbook\b|\b(?:come|send|get) (?:out|over|by|somebody|someone|a|an|him|her|in)\b|\bput me down\b|\bif (?:possible|you can|that works|that's okay|there's any way)\b|\bany ?time\b|\bsee (?:a|the) (?:doctor|nurse)\b|\bi can (?:do|make|come|be)\b/;
/** What was, or is already agreed. */
const elsewhere =
  /\b(?:was|were|had|did|happened|started|began|since|ago|yesterday|last (?:night|week|month|year|time|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|supposed to|came|went|called|ran out|bought|moved|died|quit|broke|showed|i have an? (?:appointment|visit|job|meeting)|my (?:appointment|visit) (?:is|for|on|at)|scheduled for|appointment (?:tomorrow|today|on|for|at|this|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|having (?:surgery|people|company|guests|friends|family)|party|wedding|birthday|born|due|until then|every (?:day|morning|night|week|evening))\b/;
/** What is wished, in the past tense. */
const hoping = /\b(?:i|we) (?:was|were) (?:hoping|wondering|thinking|looking|calling to)\b/g;
/** When the caller would like to be seen, in the caller's zone, from the turn in which it was said. */
export const wishedDates: Recogniser<'wishedDate', WishState> = {
  start: { belief: null, day: null, window: null, isSoon: false, offered: [] },
  hear: (state, said) => (said.speaker === 'caller' ? hearCaller(state, said) : hearRep(state, said)),
};

function hearRep(state: WishState, said: Utterance): WishState {
  const offered = said.asked.has('wish') ? offersIn(said) : [];
  return offered.length === 0 && state.offered.length === 0 ? state : { ...state, offered };
}

function hearCaller(state: WishState, said: Utterance): WishState {
  const { offered } = state;
  const next = hearOwn(state, said);
  if (offered.length === 0) return next;
  const isOver = { ...next, offered: [] };
  const isNew = next.belief !== state.belief;
  const taken = offerTaken(offered, said, { isNew, day: isNew ? next.day : null });
  if (taken === null) return isOver;
  const wish = { day: taken.day, window: null, at: taken.at, isFix: true, isVague: false, isSoon: false };
  // `After six`, where Tuesday was offered.
  if (isNew && next.day === null) return wished(isOver, wish, { said, isAnswer: true });
  // Who has said what they wish, and takes another time, wishes it no less.
  const isOpen = state.day === null || state.day === taken.day.day;
  if (!isOpen || next.isSoon || next.window !== null) return isOver;
  return wished(isOver, { ...wish, window: taken.window }, { said, isAnswer: true });
}

function hearOwn(state: WishState, said: Utterance): WishState {
  if (said.asked.has('birthDate') && !said.asked.has('wish')) return state;
  const isTime = said.topic === 'wishedDate' && said.words.length <= 4 && windowIn(said.words) !== null;
  const isAnswer = said.asked.has('wish') || isTime;
  const back = said.topic === 'wishedDate' ? takenBack(said.line, 'wishedDate') : null;
  let next = back === null ? state : wishedDates.start;
  clausesOf(said.words).forEach((words, i) => {
    const line = lineOf(words);
    next = withoutRefused(next, words, { line, said });
    const isFix = correctionsIn(line).length > 0 || /\binstead\b/.test(line.text);
    const isOurs = isAnswer || (isFix && said.topic === 'wishedDate') || frames.test(line.text);
    const isPast =
      elsewhere.test(line.text.replace(hoping, ' ')) &&
      !isMoving(line) &&
      !(isAnswer && i === 0 && !/\b(?:since|ago|yesterday|last)\b/.test(line.text));
    if (!isOurs || isPast) return;
    const wish = wishIn(words, { line, said, isFix, held: next.day });
    if (wish !== null) next = wished(next, wish, { said, isAnswer });
  });
  return next;
}

/** Sentences, cut where a reason ends and a wish begins: `my shift ends at six, so six thirty`. */
function clausesOf(words: readonly Word[]): Word[][] {
  return sentencesOf(words).flatMap((sentence) => {
    const cuts = sentence.map((_, at) => at).filter((at) => at > 0 && beginsWish(sentence, at));
    return [0, ...cuts].map((from, i) => sentence.slice(from, cuts[i]));
  });
}

function beginsWish(words: readonly Word[], at: number): boolean {
  const [low = '', ...after] = words.slice(at, at + 3).map((word) => word.low);
  if (low === 'so')
    return (
      words[at - 1]?.low !== 'or' &&
      after.length > 0 &&
      !/^(?:no|nope|not|that|far|much|many|bad|soon)$/.test(after[0] ?? '')
    );
  return (
    /^(?:and|but)$/.test(low) &&
    /^(?:i need|i want|i'd like|we need|can you|could you|could somebody|can somebody)$/.test(after.join(' '))
  );
}

interface Sentence {
  readonly line: Line;
  readonly said: Utterance;
}

interface Asked extends Sentence {
  readonly isFix: boolean;
  /** The day that is wished so far. */
  readonly held: string | null;
}

function wishIn(words: readonly Word[], { line, said, isFix, held }: Asked): Wish | null {
  const days = wantedIn(daysIn(words, line, said), line);
  const fix = correctionsIn(line).findLast(({ to }) => days.some((day) => day.from >= to - 1));
  const chosen =
    fix === undefined
      ? (days.find((day) => isConcluded(day, line)) ?? days.find((day) => !day.isUrgent) ?? days[0])
      : (days.find((day) => day.from >= fix.to - 1 && day.day !== held) ??
        days.find((day) => day.from >= fix.to - 1));
  const since = fix === undefined ? 0 : Math.min(chosen?.from ?? 0, fix.to);
  const window = windowIn(words.slice(since));
  const thisPart = chosen?.isUrgent === true ? partOfToday(words.slice(chosen.from, chosen.to)) : null;
  const tonight =
    chosen !== undefined && words.slice(chosen.from, chosen.to).some(({ low }) => low === 'tonight')
      ? { from: '17:00', to: '20:00' }
      : null;
  const time = window === null ? (thisPart ?? tonight) : plain(window);
  if (chosen === undefined && time === null) return null;
  const spans = [
    ...(chosen === undefined ? [] : [[chosen.from, chosen.to] as const]),
    ...(window === null ? [] : [[window.at + since, window.end + since] as const]),
  ];
  const from = Math.min(...spans.map(([start]) => start), words.length);
  const to = Math.max(...spans.map(([, end]) => end), 0);
  const isVague =
    (chosen?.isUrgent === true && thisPart === null) || new Set(days.map(({ day }) => day)).size > 1;
  const isSoon = days.some((day) => day.isUrgent);
  return { day: chosen ?? null, window: time, at: placesOf(words, from, to), isFix, isVague, isSoon };
}

/** `this afternoon` is a day and a time. */
function partOfToday(words: readonly Word[]): Window | null {
  const low = words.at(-1)?.low;
  if (low === 'morning') return { from: '08:00', to: '12:00' };
  if (low === 'afternoon') return { from: '12:00', to: '17:00' };
  return low === 'evening' ? { from: '17:00', to: '20:00' } : null;
}

/** A day that is refused after it was wished is wished no more. */
function withoutRefused(state: WishState, words: readonly Word[], { line, said }: Sentence): WishState {
  if (state.day === null || !/\b(?:not|n't|can't|won't|doesn't|isn't|no)\b/.test(line.text)) return state;
  const isGone = daysIn(words, line, said).some((day) => day.day === state.day && isRefused(day, line));
  return isGone ? { ...wishedDates.start } : state;
}

/** A new day keeps the time only where it corrects; a time alone belongs to the day that is known. */
function wished(
  state: WishState,
  wish: Wish,
  { said, isAnswer }: { said: Utterance; isAnswer: boolean },
): WishState {
  const isVagueAgain = wish.day?.isUrgent === true && wish.window === null && state.day !== null && !isAnswer;
  if (isVagueAgain) return state;
  if (wish.day === null && !isAnswer && state.day === null) return state;
  const day = wish.day?.day ?? state.day;
  const keepsTime = wish.day === null || wish.isFix || state.day === null;
  const window = wish.window ?? (keepsTime ? state.window : null);
  const keeps = state.belief !== null && (wish.day === null || (wish.window === null && window !== null));
  const at = keeps ? [...(state.belief?.at ?? []), ...wish.at] : wish.at;
  const confidence = (isAnswer ? 0.85 : 0.75) - (wish.isVague ? 0.2 : 0);
  const value = wishOf(day, window, said);
  const isSoon = wish.day === null ? state.isSoon : wish.isSoon;
  return {
    day,
    window,
    isSoon,
    offered: state.offered,
    belief: { value, text: textOf(value), at: at.slice(-4), confidence },
  };
}

function wishOf(date: string | null, window: Window | null, { timeZone }: Utterance): WishedTime {
  const from = window?.from ?? null;
  const to = window?.to ?? null;
  const instant = (time: string | null) =>
    date === null || time === null ? null : instantOf(date, time, timeZone);
  return { date, from, to, start: instant(from), end: instant(to) };
}

const dayFormat = new Intl.DateTimeFormat('en-US', {
  timeZone: 'UTC',
  weekday: 'long',
  month: 'long',
  day: 'numeric',
});

/** `Tuesday, March 10, 4:00 PM to 6:00 PM`. */
function textOf({ date, from, to }: WishedTime): string {
  const day = date === null ? [] : [dayFormat.format(new Date(`${date}T12:00:00Z`))];
  const time =
    from !== null && to !== null
      ? [`${clock(from)} to ${clock(to)}`]
      : from !== null
        ? [`from ${clock(from)}`]
        : to !== null
          ? [`before ${clock(to)}`]
          : [];
  return [...day, ...time].join(', ');
}

function clock(time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return `${hour % 12 === 0 ? 12 : hour % 12}:${String(minute).padStart(2, '0')} ${hour < 12 ? 'AM' : 'PM'}`;
}
