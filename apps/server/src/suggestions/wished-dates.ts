import { type Clause, clauseOf, clausesOf, isReason, type SpokenOf, spokenOfAfter } from './clauses.ts';
import { daysIn } from './days.ts';
import { lineOf } from './line.ts';
import { type Offer, offersIn, offerTaken } from './offered-times.ts';
import type { Belief } from './recognised.ts';
import type { Recogniser, Utterance } from './recogniser.ts';
import { correctionsIn, takenBack } from './replies.ts';
import { windowIn } from './times-of-day.ts';
import { isMoving, isRefused } from './wanted-days.ts';
import type { Window } from './windows.ts';
import { type Wish, wishIn } from './wish-in.ts';
import { textOf, wishOf } from './wished-time.ts';
import { sentencesOf } from './words.ts';

interface WishState {
  readonly belief: Belief<'wishedDate'> | null;
  readonly day: string | null;
  readonly window: Window | null;
  /** Whether it was as soon as can be, rather than a day by name. */
  readonly isSoon: boolean;
  /** What the rep offered last, until the caller answers. */
  readonly offered: readonly Offer[];
  /** Whether the rep offered it because what was wished cannot be had. */
  readonly isInstead: boolean;
  readonly spokenOf: SpokenOf;
}

const frames =
  /\b(?:could|can|would|will) (?:you|we|i|he|she|they|somebody|someone|anybody|anyone|it)\b|\bwould\b|\bhow about\b|\bwhat about\b|\b(?:works?|good|best|better|great|ideal|perfect|fine|convenient) (?:best |better |well |great |fine )?for (?:me|us)\b|\bi'd (?:like|prefer|rather|want)\b|\bi (?:want|need|would like|prefer)\b|\bwe (?:need|want)\b|\bhoping\b|\bhope to\b|\bis there (?:any|some)|\bany chance\b|\bdo you have (?:any|some|something|room|an opening|time)|\b(?:i'm|we're|i am|we are) (?:free|available|home|off|around|flexible)\b|\bmake it\b|\blet's\b|\bschedule\b|\bbook\b|\b(?:come|send|get) (?:out|over|by|somebody|someone|a|an|him|her|in)\b|\bput me down\b|\bif (?:possible|you can|that works|that's okay|there's any way)\b|\bany ?time\b|\bsee (?:a|the) (?:doctor|nurse)\b|\bi can (?:do|make|come|be)\b|\bgive me\b|\banything (?:at|around|after|before|in|on|later|earlier|for)\b|\bis (?:[a-z0-9']+ ){1,4}(?:open|free|available|possible)\b|(?:^|\b(?:yes|yeah|please|now) )(?:, )?(?:right away|right now|as soon as (?:you can|possible)|asap)\b|\b(?:right away|right now|as soon as (?:you can|possible)|asap)(?: ,)? please\b/;
/** What was, or is already agreed. */
const elsewhere =
  /\b(?:was|were|had|did|happened|started|began|since|ago|yesterday|last (?:night|week|month|year|time|(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b(?! (?:in|of) ))|supposed to|came|went|called|ran out|bought|moved|died|quit|broke|showed|i have an? (?:appointment|visit|job|meeting)|my (?:appointment|visit) (?:is|for|on|at)|scheduled for|appointment (?:tomorrow|today|on|for|at|this|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|having (?:surgery|people|company|guests|friends|family)|party|wedding|birthday|born|due|until then|every (?:day|morning|night|week|evening))\b/;
/** What is wished, in the past tense. */
const hoping = /\b(?:i|we) (?:was|were) (?:hoping|wondering|thinking|looking|calling to)\b/g;
/** When the caller would like to be seen, in the caller's zone, from the turn in which it was said. */
export const wishedDates: Recogniser<'wishedDate', WishState> = {
  start: {
    belief: null,
    day: null,
    window: null,
    isSoon: false,
    offered: [],
    isInstead: false,
    spokenOf: { day: null, window: null },
  },
  hear: (state, said) => (said.speaker === 'caller' ? hearCaller(state, said) : hearRep(state, said)),
};

/** What was wished cannot be had: `Monday is full, sorry`. */
const notHad =
  /\b(?:full|booked|taken|closed|sorry|unfortunately|afraid|no (?:openings?|times?|slots?)|not available|unavailable|(?:can't|cannot|don't) (?:do|have|offer|make)|nothing)\b/;
/** What a rep says last is what they speak of. */
const mostOfRep = 60;

function hearRep(state: WishState, said: Utterance): WishState {
  const offered = said.asked.has('wish') || isShortOffer(said) ? offersIn(said, state.spokenOf.day) : [];
  const spokenOf = spokenOfAfter(clauseOf(said.words.slice(-mostOfRep), said, state.spokenOf));
  const isNothing = offered.length === 0 && state.offered.length === 0 && spokenOf === state.spokenOf;
  return isNothing ? state : { ...state, offered, isInstead: notHad.test(said.line.text), spokenOf };
}

/** `3/12 is full, sorry. 3/13?` */
function isShortOffer(said: Utterance): boolean {
  const last = sentencesOf(said.words).at(-1) ?? [];
  return last.length <= 3 && daysIn(last, lineOf(last), said).some((day) => !day.isUrgent);
}

function hearCaller(state: WishState, said: Utterance): WishState {
  const { offered } = state;
  const next = hearOwn(state, said);
  if (offered.length === 0) return next;
  const isOver = { ...next, offered: [] };
  const [only] = offered;
  const isSameTime = /\bsame time\b/.test(said.line.text) && only?.day.day !== next.day;
  const isNew = next.belief !== state.belief;
  const taken = isSameTime ? only : offerTaken(offered, said, { isNew, day: isNew ? next.day : null });
  if (taken === undefined || taken === null) return isOver;
  const wish = { day: taken.day, window: null, at: taken.at, isFix: true, isVague: false, isSoon: false };
  // `After six`, where Tuesday was offered.
  if (isSameTime || (isNew && next.day === null)) return wished(isOver, wish, { said, isAnswer: true });
  // Who has said what they wish, and takes another time, wishes it no less.
  const isOpen = state.day === null || state.day === taken.day.day || state.isInstead;
  const isTimed = next.window !== null && (isNew || state.day === taken.day.day);
  if (!isOpen || next.isSoon || isTimed) return isOver;
  const isFix = state.day === taken.day.day;
  return wished(isOver, { ...wish, window: taken.window, isFix }, { said, isAnswer: true });
}

function hearOwn(state: WishState, said: Utterance): WishState {
  if (said.asked.has('birthDate') && !said.asked.has('wish')) return state;
  const isTime = said.topic === 'wishedDate' && said.words.length <= 4 && windowIn(said.words) !== null;
  const isAnswer = said.asked.has('wish') || isTime || state.offered.length > 0;
  const back = said.topic === 'wishedDate' ? takenBack(said.line, 'wishedDate') : null;
  let next = back === null ? state : { ...wishedDates.start, spokenOf: state.spokenOf };
  let hasTime = false;
  clausesOf(said.words).forEach((words, i) => {
    const clause = clauseOf(words, said, next.spokenOf);
    const { line } = clause;
    next = withoutRefused(next, clause);
    const isFix = correctionsIn(line).length > 0 || /\binstead\b/.test(line.text);
    const isOurs = isAnswer || (isFix && said.topic === 'wishedDate') || frames.test(line.text);
    const isPast =
      elsewhere.test(line.text.replace(hoping, ' ')) &&
      !isMoving(line) &&
      !(isAnswer && i === 0 && !/\b(?:since|ago|yesterday|last)\b/.test(line.text));
    const isOnlyReason = hasTime && isReason(words);
    if (isOurs && !isPast && !isOnlyReason) {
      const wish = wishIn(clause, { isFix, held: next.day });
      if (wish !== null) next = wished(next, wish, { said, isAnswer });
      hasTime ||= wish !== null && wish.window !== null;
    }
    next = withSpokenOf(next, spokenOfAfter(clause));
  });
  return next;
}

function withSpokenOf(state: WishState, spokenOf: SpokenOf): WishState {
  return spokenOf === state.spokenOf ? state : { ...state, spokenOf };
}

/** A day that is refused after it was wished is wished no more. */
function withoutRefused(state: WishState, { days, line, spokenOf }: Clause): WishState {
  if (state.day === null || !/\b(?:not|n't|can't|won't|doesn't|isn't|no)\b/.test(line.text)) return state;
  const isGone = days.some((day) => day.day === state.day && isRefused(day, line));
  return isGone ? { ...wishedDates.start, spokenOf } : state;
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
  const value = wishOf(day, window, said.timeZone);
  const isSoon = wish.day === null ? state.isSoon : wish.isSoon;
  return {
    day,
    window,
    isSoon,
    offered: state.offered,
    isInstead: state.isInstead,
    spokenOf: state.spokenOf,
    belief: { value, text: textOf(value), at: at.slice(-4), confidence },
  };
}
