import { pace } from '../lines/speech/pace.ts';
import { type PacedTurn, type Part, timeline } from '../lines/speech/timeline.ts';
import type { Chance } from './chance.ts';
import { assistantTempo, inManner, type Manner, repTempo } from './manner.ts';
import { caller, rep, type Teller, type Telling, type Turn } from './story.ts';

/** What was heard before the rep came: the caller's reason is turn two of the opening, the name is turn four. */
export type Known = 'nothing' | 'why' | 'why and name';

export function knownAfter(openingTurns: number): Known {
  return openingTurns >= 4 ? 'why and name' : openingTurns >= 2 ? 'why' : 'nothing';
}

/** The first two turns with a rep, who asks only for what was not heard before. Always two turns. */
export function greetingTurns(t: Teller, telling: Telling, known: Known): Turn[] {
  const { first } = t.caller;
  const yes = caller(t.pick(t.manner.yes));
  const greetings: Readonly<Record<Known, () => Turn[]>> = {
    nothing: () => [rep(`Thank you for calling ${t.company}. How can I help you?`), caller(telling.reason)],
    why: () => [rep(`Hello, you're speaking with ${t.company}. You're calling about ${telling.topic}?`), yes],
    'why and name': () => [
      rep(
        t.pick([
          `Hi ${first}, thank you for holding. I see that you're calling about ${telling.topic}?`,
          `Hello ${first}, this is ${t.company}. It's about ${telling.topic}, is that right?`,
        ]),
      ),
      yes,
    ],
  };
  return greetings[known]();
}

/** The next rep takes over where the one before stopped. */
export function rejoinTurns(t: Teller, telling: Telling): Turn[] {
  return [
    rep(
      t.pick([
        `Hello ${t.caller.first}, I'm sorry about that. I have the notes about ${telling.topic} in front of me, so we can go right on.`,
        `Hi ${t.caller.first}, thank you for holding again. I can read what you told my colleague, so you don't have to start over.`,
      ]),
    ),
    caller(t.pick(t.manner.thanks)),
  ];
}

/** The turns as this caller would say them: only answers are coloured, not questions, thanks and goodbyes. */
export function colored(turns: readonly Turn[], t: Teller): Turn[] {
  const mood = { chance: t, names: [t.caller.first, t.caller.last], said: new Set<string>() };
  return turns.map((turn, i) => {
    const isAnswer = turn.speaker === 'caller' && turns[i - 1]?.text.endsWith('?') === true;
    return isAnswer ? { ...turn, text: inManner(turn.text, t.manner, mood) } : turn;
  });
}

/** Puts turns in time: who speaks how fast, who takes how long to answer, who cannot wait for the other to finish. */
export function spoken(turns: readonly Turn[], manner: Manner, chance: Chance): Part {
  return timeline(
    turns.map((turn, i): PacedTurn => {
      const tempo =
        turn.speaker === 'caller' ? manner.tempo : turn.speaker === 'rep' ? repTempo : assistantTempo;
      const before = turns[i - 1];
      return {
        speaker: turn.speaker,
        words: pace(turn.text, tempo, chance.random),
        gapMs: before === undefined ? 0 : gapMs(before, turn, { manner, chance }),
      };
    }),
  );
}

function gapMs(before: Turn, turn: Turn, mood: { manner: Manner; chance: Chance }): number {
  const { manner, chance } = mood;
  if (turn.speaker !== 'caller') return chance.between(400, 1000);
  const isLong = before.text.length > 45;
  if (isLong && chance.happens(manner.interrupts)) return -chance.between(400, 1500);
  return chance.between(...manner.replyMs);
}
