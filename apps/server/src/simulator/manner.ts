import type { Tempo } from '../lines/speech/pace.ts';
import type { Chance } from './chance.ts';
import { months } from './voices.ts';

export type MannerName = 'angry' | 'shy' | 'chatty' | 'calm';

/** How somebody speaks, apart from what they say. */
export interface Manner {
  readonly name: MannerName;
  readonly tempo: Tempo;
  /** Silence before an answer, shortest and longest. */
  readonly replyMs: readonly [number, number];
  /** How often they begin before the other has finished. */
  readonly interrupts: number;
  /** 1 = ordinary; less leaves the line sooner. */
  readonly patience: number;
  /** Sounds before an answer, and how often. */
  readonly fillers: readonly string[];
  readonly fills: number;
  /** Sentences they add to an answer of their own accord, each at most once a call. */
  readonly asides: readonly string[];
  readonly adds: number;
  readonly yes: readonly string[];
  readonly thanks: readonly string[];
  /** After the last question. */
  readonly closes: readonly string[];
  readonly farewell: readonly string[];
  /** What they mutter while they wait, and how often. */
  readonly waits: readonly string[];
  readonly mutters: number;
  /** What they say before they give up. */
  readonly leaves: readonly string[];
}

const angry: Manner = {
  name: 'angry',
  tempo: { wordsPerMinute: 178, pauses: 0.7 },
  replyMs: [150, 450],
  interrupts: 0.3,
  patience: 0.7,
  fillers: ['Look,', 'Listen,', 'I mean,'],
  fills: 0.14,
  asides: [
    'And nobody has called me back so far.',
    "I've been on hold long enough already.",
    'I expected better than this, to be honest.',
    "This is the second time I'm calling.",
    "I really don't have all day.",
  ],
  adds: 0.13,
  yes: ['Yes.', 'Yes, fine.', 'Right.', "Yeah, that's what I said."],
  thanks: ['Okay.', 'Fine.', 'All right, as long as it gets done.', 'Well, thanks.'],
  closes: ['Just see that it gets done.', 'Thank you.'],
  farewell: ['Goodbye.', "I'll be counting on it. Bye.", 'Fine. Bye.'],
  waits: [
    'How much longer is this going to take?',
    'Unbelievable.',
    'You said that already.',
    'Come on, pick up.',
  ],
  mutters: 0.5,
  leaves: ["This is ridiculous. I'm calling somebody else.", 'Forget it.', "I'm done waiting."],
};

const shy: Manner = {
  name: 'shy',
  tempo: { wordsPerMinute: 160, pauses: 1.4 },
  replyMs: [800, 1700],
  interrupts: 0.02,
  patience: 1,
  fillers: ['Um,', 'Uh,', 'Sorry,', 'Well, um,'],
  fills: 0.3,
  asides: [
    "I hope that's okay.",
    "Sorry, I'm not very good at explaining this.",
    "If that's not too much trouble.",
  ],
  adds: 0.08,
  yes: ['Yes.', 'Um, yes.', 'Yes, I think so.', 'Mhm.'],
  thanks: ['Thank you.', 'Oh, thank you.', 'Okay, thank you so much.'],
  closes: ['Thank you so much.', 'Thank you, you were very kind.'],
  farewell: ['Okay, bye.', 'Thank you. Bye-bye.', 'Bye, thank you.'],
  waits: ['Okay.', 'Um, okay.', 'Hello?'],
  mutters: 0.2,
  leaves: ["Sorry, I'll try again later.", "I think I'll call back another time."],
};

const chatty: Manner = {
  name: 'chatty',
  tempo: { wordsPerMinute: 174, pauses: 0.9 },
  replyMs: [200, 600],
  interrupts: 0.22,
  patience: 1.2,
  fillers: ['Oh,', 'Well,', 'So,', 'You know,', 'Okay, so,'],
  fills: 0.28,
  asides: [
    'My sister told me to call you, she swears by you people.',
    "Sorry about the noise, that's the dog.",
    'I was just saying to my neighbor that something like this had to happen this week.',
    'You sound just like my niece, by the way.',
    "It's been one of those weeks, let me tell you.",
    'I would have called yesterday, but we had the whole family over.',
    'Hold on, let me turn the television down. There.',
  ],
  adds: 0.2,
  yes: ["Yes, that's it.", 'Yes, exactly, perfect.', "That's right, yes.", 'Yep, you got it.'],
  thanks: [
    'Oh, wonderful, thank you.',
    "You're an angel, thank you.",
    "That's great, I really appreciate it.",
  ],
  closes: ["You've been wonderful.", 'Thank you so much for everything.'],
  farewell: [
    'You have a lovely day now. Bye-bye.',
    "Thanks again, you've been so kind. Bye.",
    'Okay, take care, bye now.',
  ],
  waits: ["No problem, I've got my coffee right here.", 'Oh, I like this music.', "Okay, I'm still here."],
  mutters: 0.35,
  leaves: ["Well, I have to run, I'll try you later.", "Oh, there's somebody at my door. I'll call back."],
};

const calm: Manner = {
  name: 'calm',
  tempo: { wordsPerMinute: 162, pauses: 1 },
  replyMs: [350, 900],
  interrupts: 0.06,
  patience: 1,
  fillers: ['Sure,', 'Let me see,', 'Okay,'],
  fills: 0.12,
  asides: ['Take your time.', 'I can wait while you look that up.'],
  adds: 0.04,
  yes: ["Yes, that's correct.", "That's right.", 'Yes.', 'Correct.'],
  thanks: ['Great, thank you.', 'Thank you, I appreciate it.', 'That works, thanks.'],
  closes: ['Thank you.', 'Thanks for your help.'],
  farewell: ['Thank you. Goodbye.', 'You too, bye.', 'Bye now.'],
  waits: ['Okay.', 'All right, thank you.'],
  mutters: 0.25,
  leaves: ["I'll call back later.", "I have a meeting now, I'll try again this afternoon."],
};

const manners: readonly Manner[] = [calm, calm, calm, chatty, chatty, shy, shy, angry, angry];

/** Draws how a caller speaks; calm ones are the most common. */
export function someManner(chance: Chance): Manner {
  return chance.pick(manners);
}

export const repTempo: Tempo = { wordsPerMinute: 168, pauses: 0.9 };
export const assistantTempo: Tempo = { wordsPerMinute: 158, pauses: 0.9 };

/**
 * How long a caller waits before leaving, at speed 1: log-normal (by the transform of Box and Muller), with a median
 * of four minutes and mostly between two and six; the angry leave sooner.
 */
export function somePatienceMs(manner: Manner, chance: Chance): number {
  const u = 1 - chance.random();
  const normal = Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * chance.random());
  return 240_000 * manner.patience * Math.exp(0.4 * normal);
}

/** What has been said in a call when a caller adds something. */
export interface Mood {
  readonly chance: Chance;
  /** The words that stay capital letters in the middle of a sentence. */
  readonly names: readonly string[];
  /** Asides that were said before. */
  readonly said: Set<string>;
}

/** Puts a filler before an answer and an aside after it, as this caller would; the facts in it are never touched. */
export function inManner(answer: string, manner: Manner, mood: Mood): string {
  const { chance, said, names } = mood;
  const filler = chance.happens(manner.fills) ? chance.pick(manner.fillers) : null;
  const aside = chance.happens(manner.adds) ? chance.pick(manner.asides) : null;
  const isLong = answer.length > 24;
  const opened = filler === null || !isLong ? answer : `${filler} ${asContinued(answer, names)}`;
  if (aside === null || said.has(aside) || !isLong || answer.endsWith('?')) return opened;
  said.add(aside);
  return `${opened} ${aside}`;
}

/** After a comma a sentence goes on in small letters, unless it begins with a name, a day, a letter or `I`. */
function asContinued(text: string, names: readonly string[]): string {
  const [first = '', second = ''] = text.split(/[^\p{L}']+/u);
  const isName = /^\p{Lu}\p{Ll}/u.test(second) || [...names, ...months].includes(first);
  const staysLarge = first.length < 2 || /^I'|^(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/.test(first);
  return isName || staysLarge ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
