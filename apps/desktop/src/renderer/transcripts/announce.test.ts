import type { Segment } from '@ringdesk/shared';
import { describe, expect, it } from 'vitest';
import { announce, startAt } from './announce.ts';

function said(segment: number, text: string, final = false): Segment {
  const at = '2026-01-05T09:41:00.000Z';
  return { segment, speaker: 'caller', text, final, startedAt: at, endedAt: at, firstSeq: segment };
}

/** What a screen reader hears while the conversation takes these states one after the other. */
function hearAll(states: readonly (readonly Segment[])[]): string[] {
  let told = startAt(states[0] ?? []);
  const heard: string[] = [];
  for (const segments of states.slice(1)) {
    const step = announce(told, segments);
    told = step.told;
    heard.push(...step.sentences.map((sentence) => sentence.text));
  }
  return heard;
}

describe('what a screen reader is told of a transcript', () => {
  it('finished sentences only, each once', () => {
    expect(
      hearAll([
        [],
        [said(1, 'My heater')],
        [said(1, 'My heater leaks. It is')],
        [said(1, 'My heater leaks. It is old')],
        [said(1, 'My heater leaks. It is old', true)],
        [said(1, 'My heater leaks. It is old', true), said(2, 'I see. ', true)],
      ]),
    ).toEqual(['My heater leaks.', 'It is old', 'I see.']);
  });

  it('what was said before the call was opened is not read out', () => {
    expect(
      hearAll([
        [said(1, 'Old. News', true), said(2, 'Begun. And')],
        [said(1, 'Old. News', true), said(2, 'Begun. And done.', true)],
      ]),
    ).toEqual(['And done.']);
  });

  it('two speakers at once are both heard', () => {
    expect(
      hearAll([
        [],
        [said(1, 'I was saying'), said(2, 'Sorry. Go on', true)],
        [said(1, 'I was saying that it leaks. ', true), said(2, 'Sorry. Go on', true)],
      ]),
    ).toEqual(['Sorry. Go on', 'I was saying that it leaks.']);
  });

  it('a number with a point is not the end of a sentence', () => {
    expect(hearAll([[], [said(1, 'It costs 3.')], [said(1, 'It costs 3.50 a day')]])).toEqual([]);
  });
});
