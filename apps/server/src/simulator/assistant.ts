import { assistant, caller, type DeskKind, type Teller, type Telling, type Turn } from './story.ts';
import { spell } from './voices.ts';

/** What the voice assistant says before, between and instead of reps. */

export const companies: Readonly<Record<DeskKind, readonly string[]>> = {
  'home-service': ['Northgate Home Services', 'Bluebird Plumbing and Heating', 'Hearthside Repair'],
  'health-line': ['the Willow Creek Health Line', 'Lakeside Family Practice', 'the Harborview Nurse Line'],
};

/** From the greeting to the request to hold: the caller says what it is about before a rep is there. */
export function openingTurns(desk: DeskKind, t: Teller, telling: Telling): Turn[] {
  const caution =
    desk === 'health-line' ? ' If this is an emergency, please hang up and dial nine one one.' : '';
  return [
    assistant(`Thank you for calling ${t.company}.${caution} What can we help you with today?`),
    caller(telling.reason),
    assistant(
      t.pick([
        'Thank you, I will pass that on. May I have your first name?',
        'I understand. So that somebody can greet you, what is your first name?',
        'Got it. And who is calling, please?',
      ]),
    ),
    caller(firstNameSaid(t), 'firstName'),
    assistant(
      t.pick([
        `Thank you, ${t.caller.first}. Please hold, the next person who is free will be with you.`,
        `Thank you, ${t.caller.first}. Please stay on the line, somebody will be right with you.`,
      ]),
    ),
  ];
}

const holding = [
  'Thank you for holding. You are still in line, and somebody will be with you shortly.',
  'Thanks for your patience. All of our people are helping other callers right now.',
  'You are still in line. Calls are answered in the order in which they came.',
  'We have not forgotten you. Please stay on the line.',
  'Thank you for waiting. It will not be much longer.',
];

/** One word of comfort while nobody is free; the caller may answer. */
export function holdTurns(t: Teller, time: number): Turn[] {
  const comfort = assistant(holding[time % holding.length] ?? t.pick(holding));
  return t.happens(t.manner.mutters) ? [comfort, caller(t.pick(t.manner.waits))] : [comfort];
}

/** After a rep gave the call back. */
export function apologyTurns(t: Teller): Turn[] {
  return [
    assistant(
      t.pick([
        'I am sorry, the connection to our colleague ended. You are first in line again, please hold.',
        'I apologize for the interruption. You keep your place, and somebody else will be right with you.',
      ]),
    ),
    caller(t.pick(apologyAnswers[t.manner.name])),
  ];
}

/** What somebody says who gives up waiting. */
export function leavingTurns(t: Teller): Turn[] {
  return t.happens(0.5) ? [caller(t.pick(t.manner.leaves))] : [];
}

const apologyAnswers: Readonly<Record<Teller['manner']['name'], readonly string[]>> = {
  angry: ['Seriously? We were in the middle of it.', 'You have got to be kidding me.'],
  shy: ['Oh. Okay.', 'Um, all right.'],
  chatty: ['Oh, and we were getting along so well. Okay, I will hold.', 'Oh dear. All right then.'],
  calm: ['Okay, I will hold.', 'All right.'],
};

function firstNameSaid(t: Teller): string {
  const { first } = t.caller;
  return t.pick([`${first}.`, `It's ${first}.`, `This is ${first}.`, `${first}, spelled ${spell(first)}.`]);
}
