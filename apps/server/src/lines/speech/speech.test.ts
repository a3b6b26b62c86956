import { seededRandom } from '@ringdesk/shared';
import { describe, expect, test } from 'vitest';
import { drivenClock } from '../../testing/driven-clock.ts';
import { pace, wordsOf } from './pace.ts';
import { type Speech, speak } from './speak.ts';
import { type PacedTurn, type Part, restOf, timeline } from './timeline.ts';

const tempo = { wordsPerMinute: 160, pauses: 1 };

describe('the pace of words', () => {
  test.each(['one', ' two  words ', 'It is, well, four…  ', '', '   ', 'a\nb'])(
    '%j is the same text when put together',
    (text) => {
      expect(wordsOf(text).join('')).toBe(text.trim() === '' ? '' : text);
    },
  );

  test('long words take longer, and a full stop rests', () => {
    const steady = () => 0.5;
    const [a, b, c] = pace('a refrigerator. b', tempo, steady).map((word) => word.endMs);
    const short = a ?? 0;
    expect((b ?? 0) - short).toBeGreaterThan(2 * short);
    expect((c ?? 0) - (b ?? 0)).toBeGreaterThan(1.5 * short);
  });

  test('a long answer keeps about the words a minute that were asked for', () => {
    const text =
      'The dishwasher leaves a puddle of dirty water at the bottom, and it shows an error code. '.repeat(20);
    const words = pace(text, tempo, seededRandom(1));
    const perMinute = (words.length / (words.at(-1)?.endMs ?? 1)) * 60_000;
    expect(perMinute).toBeGreaterThan(135);
    expect(perMinute).toBeLessThan(185);
  });
});

const steady: PacedTurn[] = [
  { speaker: 'rep', gapMs: 0, words: [word('How', 200), word(' are', 400), word(' you?', 700)] },
  { speaker: 'caller', gapMs: -500, words: [word('Fine,', 100), word(' thanks.', 400)] },
  { speaker: 'rep', gapMs: 300, words: [word('Good.', 200)] },
];

describe('turns after one another', () => {
  test('keep their order, overlap where somebody cannot wait, and close with their last word', () => {
    expect(timeline(steady).map((frame) => [frame.atMs, frame.turn, frame.text, frame.final])).toEqual([
      [200, 0, 'How', false],
      [300, 1, 'Fine,', false],
      [400, 0, ' are', false],
      [600, 1, ' thanks.', true],
      [700, 0, ' you?', true],
      [1200, 2, 'Good.', true],
    ]);
  });

  test('a turn without words leaves no number behind', () => {
    const part = timeline([{ speaker: 'rep', gapMs: 0, words: [] }, ...steady]);
    expect(part[0]?.turn).toBe(0);
  });

  test('what is left of a part is found by what was heard of it', () => {
    const part = timeline(steady);
    expect(restOf(part, 0, 0)).toEqual(part);
    expect(restOf(part, 3, 2)).toEqual(part.slice(3));
    expect(restOf(part, 3, 1)?.map((frame) => frame.text)).toEqual(['Fine,', ' thanks.', 'Good.']);
    expect(restOf(part, 2, 1)?.map((frame) => frame.text)).toEqual(['Fine,', ' thanks.', ' you?', 'Good.']);
    expect(restOf(part, 6, 3)).toEqual([]);
    expect(restOf(part, 4, 1)).toBe(null);
    expect(restOf(part, 9, 3)).toBe(null);
  });
});

describe('speaking', () => {
  test('says each word at its time, at any speed', () => {
    expect(heardAt(1)).toEqual([100, 200, 300, 500, 600, 1100]);
    expect(heardAt(10)).toEqual([10, 20, 30, 50, 60, 110]);
  });

  test('words that are late are said together, and the next ones are on time again', () => {
    const { clock, said } = talk(1, { firstTimerMs: 450 });
    clock.advance(2000);
    expect(said).toEqual(['450 How Fine, are', '500 thanks.', '600 you?', '1100 Good.', 'done']);
  });

  test('asked to finish, those who speak come to their end and nobody begins', () => {
    const { clock, said, speech } = talk(1);
    clock.advance(250);
    speech().finishTurns();
    clock.advance(2000);
    expect(said).toEqual(['100 How', '200 Fine,', '300 are', '500 thanks.', '600 you?', 'done']);
    expect(speech().begunTurns()).toBe(2);
  });

  test('asked to stop, nothing more is said and nothing is planned', () => {
    const { clock, said, speech } = talk(1);
    clock.advance(250);
    speech().stop();
    speech().finishTurns();
    clock.advance(2000);
    expect(said.length).toBe(2);
    expect(clock.planned()).toBe(0);
  });

  test('may be stopped by the very word it says', () => {
    const { clock, said, speech } = talk(1, { onWord: () => speech().stop() });
    clock.advance(2000);
    expect(said).toEqual(['100 How']);
    expect(clock.planned()).toBe(0);
  });
});

function word(text: string, endMs: number) {
  return { text, endMs };
}

function heardAt(speed: number): number[] {
  const { clock, said } = talk(speed);
  clock.advance(5000);
  return said.filter((entry) => entry !== 'done').map((entry) => Number.parseInt(entry, 10));
}

/** A process that is busy at first: its first timer runs only after `firstTimerMs`. */
function talk(speed: number, told: { onWord?: () => void; firstTimerMs?: number } = {}) {
  const clock = drivenClock(0);
  const said: string[] = [];
  let timers = 0;
  const speech: Speech = speak({
    part: timeline(steady),
    clock: {
      ...clock,
      after: (ms, run) => clock.after(timers++ === 0 ? (told.firstTimerMs ?? ms) : ms, run),
    },
    speed,
    leadMs: 100,
    say: (frames: Part) => {
      said.push(`${clock.nowMs()} ${frames.map((frame) => frame.text.trim()).join(' ')}`);
      told.onWord?.();
    },
    done: () => said.push('done'),
  });
  return { clock, said, speech: () => speech };
}
