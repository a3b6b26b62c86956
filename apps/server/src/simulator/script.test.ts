import { describe, expect, test } from 'vitest';
import type { Part } from '../lines/speech/timeline.ts';
import { writeScript } from './script.ts';
import { stories } from './stories/stories.ts';
import { sayDigits, sayEmail, sayHouseNumber } from './voices.ts';

/** Enough that every story is told in each of its branches; `told` is the talk with a rep who knows the reason. */
const scripts = Array.from({ length: 1000 }, (_, i) => {
  const script = writeScript(42, i);
  return { ...script, told: script.talk(4) };
});

describe('the callers of a seed', () => {
  test('are the same whenever they are written', () => {
    for (const index of [0, 17, 999]) {
      const again = writeScript(42, index);
      const before = scripts[index];
      expect({ ...again.truth, from: again.from }).toEqual({ ...before?.truth, from: before?.from });
      expect(again.opening).toEqual(before?.opening);
      expect(again.talk(4)).toEqual(before?.told);
      expect(again.hold(3)).toEqual(before?.hold(3));
    }
  });

  test('tell at least twelve stories of home service and eight of the health line', () => {
    const told = (desk: string) =>
      new Set(scripts.filter(({ truth }) => truth.desk === desk).map(({ truth }) => truth.story)).size;
    expect(told('home-service')).toBe(stories['home-service'].length);
    expect(told('health-line')).toBe(stories['health-line'].length);
    expect(stories['home-service'].length).toBeGreaterThanOrEqual(12);
    expect(stories['health-line'].length).toBeGreaterThanOrEqual(8);
  });

  test.each([...stories['home-service'], ...stories['health-line']].map((story) => story.key))(
    '%s is never told twice in the same words',
    (key) => {
      const told = scripts.filter(({ truth }) => truth.story === key).map((script) => textOf(script.told));
      expect(told.length).toBeGreaterThan(15);
      expect(new Set(told).size).toBe(told.length);
    },
  );

  test('every story has branches with problems of their own', () => {
    for (const story of Object.values(stories).flat()) {
      const told = scripts.filter(({ truth }) => truth.story === story.key);
      const reasons = new Set(
        told.map((script) => turnsOf(script.opening)[1]?.text.replace(/^.*?, (?=\w)/, '')),
      );
      expect(reasons.size, story.key).toBeGreaterThan(1);
    }
  });

  test('come in four manners', () => {
    expect(new Set(scripts.map(({ truth }) => truth.manner))).toEqual(
      new Set(['angry', 'shy', 'chatty', 'calm']),
    );
  });

  test('are invented: numbers kept for fiction, addresses that reach nobody', () => {
    for (const { from, truth } of scripts) {
      expect(from).toMatch(/^\+1\d{3}55501\d{2}$/);
      if (truth.phone !== null) expect(truth.phone).toMatch(/^\+1\d{3}55501\d{2}$/);
      if (truth.email !== null) expect(truth.email).toMatch(/^[a-z0-9._]+@example\.(com|net|org)$/);
    }
  });
});

describe('the words of a caller', () => {
  test('are whole sentences', () => {
    for (const script of scripts)
      for (const { text } of turnsOf([...script.opening, ...script.told])) {
        expect(text).toMatch(/^[\p{L}].*[.?!]$/u);
        expect(text).not.toMatch(/undefined|null|NaN|\$\{| {2}| [.,?!]|\.\.|,\.|\d/);
      }
  });

  test('begin with the rep and end with the caller saying goodbye', () => {
    for (const script of scripts) {
      const turns = turnsOf(script.told);
      expect(turns[0]?.speaker).toBe('rep');
      expect(turns.at(-2)?.text).toMatch(/bye/i);
      expect(turns.at(-1)?.speaker).toBe('caller');
    }
  });

  test('are all facts that count as the truth, said aloud', () => {
    for (const { truth, told } of scripts) {
      const said = callerWords(told);
      if (truth.name !== null) expect(said).toContain(truth.name.toLowerCase());
      if (truth.email !== null) expect(said).toContain(sayEmail(truth.email).toLowerCase());
      if (truth.wishedDate !== null) expect(said).toContain(truth.wishedDate.toLowerCase());
      if (truth.address === null) continue;
      const [number = '', ...street] = truth.address.street.split(' ');
      expect(said).toContain(`${sayHouseNumber(Number(number))} ${street.join(' ')}`.toLowerCase());
      if (truth.address.city !== null) expect(said).toContain(truth.address.city.toLowerCase());
      if (truth.address.zip !== null)
        expect(said.replaceAll('zero', 'oh')).toContain(sayDigits(truth.address.zip));
    }
  });

  test('put slips right', () => {
    const slips = scripts
      .map((script) => callerWords(script.told))
      .filter((said) => said.includes('no, sorry,'));
    expect(slips.length).toBeGreaterThan(100);
    expect(slips.length).toBeLessThan(900);
  });

  test('ask again from the start when nothing was heard before the rep came', () => {
    for (const script of scripts.slice(0, 100)) {
      const reason = callerWords(script.talk(0)).slice(0, 15);
      expect(turnsOf(script.talk(0)).length).toBe(turnsOf(script.told).length);
      expect(turnsOf(script.talk(0))[1]?.text.toLowerCase()).toContain(reason.slice(0, 10));
      expect(turnsOf(script.talk(0))[0]?.text).toMatch(/how can i help/i);
    }
  });
});

describe('the timing of a talk', () => {
  const wordsPerMinute = (name: string) => {
    const talks = scripts.filter(({ truth }) => truth.manner === name).map((script) => script.told);
    const spoken = talks.flatMap((talk) =>
      longTurnsOf(talk).map((turn) => ({
        words: turn.length - 1,
        ms: (turn.at(-1)?.atMs ?? 0) - (turn[0]?.atMs ?? 0),
      })),
    );
    const sum = (key: 'words' | 'ms') => spoken.reduce((total, turn) => total + turn[key], 0);
    return (sum('words') / sum('ms')) * 60_000;
  };

  test.each(['angry', 'shy', 'chatty', 'calm'])('%s callers speak at 140 to 190 words a minute', (name) => {
    expect(wordsPerMinute(name)).toBeGreaterThan(140);
    expect(wordsPerMinute(name)).toBeLessThan(190);
  });

  test('the shy speak slower than the angry, and pause longer before they answer', () => {
    expect(wordsPerMinute('shy')).toBeLessThan(wordsPerMinute('angry') - 10);
  });

  test('some callers begin before the other has finished, most do not', () => {
    const talking = scripts.filter((script) => overlapsIn(script.told) > 0).length;
    expect(talking).toBeGreaterThan(scripts.length * 0.2);
    expect(talking).toBeLessThan(scripts.length * 0.9);
  });
});

function turnsOf(part: Part): { speaker: string; text: string }[] {
  const turns: { speaker: string; text: string }[] = [];
  let numbers: number[] = [];
  for (const frame of part) {
    // Two parts in one list: the numbers begin anew.
    if (frame.turn < (numbers.at(-1) ?? 0) - 1) numbers = [];
    const at = numbers.indexOf(frame.turn);
    if (at < 0) {
      numbers.push(frame.turn);
      turns.push({ speaker: frame.speaker, text: frame.text });
    } else {
      const turn = turns[turns.length - numbers.length + at];
      if (turn !== undefined) turn.text += frame.text;
    }
  }
  return turns;
}

function textOf(part: Part): string {
  return turnsOf(part)
    .map((turn) => turn.text)
    .join('\n');
}

function callerWords(part: Part): string {
  return turnsOf(part)
    .filter((turn) => turn.speaker === 'caller')
    .map((turn) => turn.text)
    .join(' ')
    .toLowerCase();
}

/** The caller's turns of more than eight words, as frames. */
function longTurnsOf(part: Part): Part[] {
  const turns = new Map<number, Part[number][]>();
  for (const frame of part.filter((one) => one.speaker === 'caller'))
    turns.set(frame.turn, [...(turns.get(frame.turn) ?? []), frame]);
  return [...turns.values()].filter((turn) => turn.length > 8);
}

function overlapsIn(part: Part): number {
  return part.filter((frame, i) => i > 0 && frame.turn < (part[i - 1]?.turn ?? 0)).length;
}
