import { type Random, type Speaker, seededRandom } from '@ringdesk/shared';
import { pace, type Tempo, wordsOf } from '../speech/pace.ts';
import { type Part, type TimedFrame, timeline } from '../speech/timeline.ts';
import type { RecordedTurn, Recording, TurnTimes } from './recording.ts';

const tempos: Readonly<Record<Speaker, Tempo>> = {
  caller: { wordsPerMinute: 165, pauses: 1 },
  rep: { wordsPerMinute: 168, pauses: 0.9 },
  assistant: { wordsPerMinute: 158, pauses: 0.9 },
};

/**
 * The words of a recording with their times: its own where every turn has some, else (or when asked for) those of an
 * ordinary speaking pace. Turns are numbered as they begin.
 */
export function recordedPart(recording: Recording, timing: 'own' | 'speaking'): Part {
  const { turns } = recording;
  const timed = turns
    .map(({ times, ...turn }) => (times === null ? null : { ...turn, times }))
    .filter((turn) => turn !== null);
  const isTimed = timed.length === turns.length;
  return timing === 'own' && isTimed ? inOwnTime(timed) : atSpeakingPace(turns, seededRandom(1));
}

function inOwnTime(turns: readonly (RecordedTurn & { readonly times: TurnTimes })[]): Part {
  const spoken = turns.map(({ speaker, text, times }) => ({ speaker, words: timedWords(text, times) }));
  const ordered = spoken.sort((a, b) => (a.words[0]?.atMs ?? 0) - (b.words[0]?.atMs ?? 0));
  const frames = ordered.flatMap(({ speaker, words }, turn) =>
    words.map(
      ({ text, atMs }, i): TimedFrame => ({ atMs, turn, speaker, text, final: i === words.length - 1 }),
    ),
  );
  return frames.sort((a, b) => a.atMs - b.atMs || a.turn - b.turn);
}

/** Where only the turn was timed, its words share the time by their length. */
function timedWords(text: string, times: TurnTimes): { readonly text: string; readonly atMs: number }[] {
  let letters = 0;
  let latestMs = 0;
  return wordsOf(text).map((word, i) => {
    letters += word.length;
    const shareMs = times.startMs + ((times.endMs - times.startMs) * letters) / text.length;
    // Words of one turn stay in their order even where a recording's times do not.
    latestMs = Math.max(latestMs, Math.round(times.wordEndsMs?.[i] ?? shareMs));
    return { text: word, atMs: latestMs };
  });
}

function atSpeakingPace(turns: readonly RecordedTurn[], random: Random): Part {
  return timeline(
    turns.map(({ speaker, text }) => ({
      speaker,
      words: pace(text, tempos[speaker], random),
      gapMs: 300 + 600 * random(),
    })),
  );
}
