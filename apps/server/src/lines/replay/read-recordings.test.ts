import type { Result } from '@ringdesk/shared';
import { describe, expect, test } from 'vitest';
import { readHarperValley } from './read-harper-valley.ts';
import { readText } from './read-text.ts';
import { readVcon } from './read-vcon.ts';
import type { Recording } from './recording.ts';

describe('a text of speakers and words', () => {
  test('names of many kinds are understood, and a line without a name goes on with the turn', () => {
    const text =
      'Doctor: How are you?\n Patient: Fine,\nthank you.\nGuest_family_2: She is not.\nBot: One moment.';
    expect(turnsOf(readText('visit', text))).toEqual([
      'rep: How are you?',
      'caller: Fine, thank you.',
      'caller: She is not.',
      'assistant: One moment.',
    ]);
  });

  test('a colon inside the words is no speaker', () => {
    const text = 'Agent: Come at\n3:30 then.\nCustomer: at 3:30?';
    expect(turnsOf(readText('visit', text))).toEqual(['rep: Come at 3:30 then.', 'caller: at 3:30?']);
  });

  test('an unknown speaker is refused by line and name, unless one says who it is', () => {
    const text = 'Agent: Hello.\nNarrator: Silence.';
    expect(troubleOf(readText('visit', text))).toMatch(
      /line 2.*"Narrator" is not known; use one of rep, agent/,
    );
    expect(turnsOf(readText('visit', text, { Narrator: 'assistant' }))).toEqual([
      'rep: Hello.',
      'assistant: Silence.',
    ]);
  });

  test.each([
    ['', /nothing is said; write lines such as/],
    ['just words', /line 1: it does not say who speaks/],
    ['Agent:\nCaller: ', /nothing is said/],
  ])('%j is refused with the remedy', (text, trouble) => {
    expect(troubleOf(readText('visit', text))).toMatch(trouble);
  });
});

describe('the segments of Harper Valley', () => {
  const segment = {
    index: 1,
    speaker_role: 'agent',
    human_transcript: 'hello there',
    start_ms: 3990,
    duration_ms: 900,
    word_durations_ms: [300, 400],
    word_offsets_ms: [0, 500],
  };

  test('words carry their own times, counted from the beginning of the call', () => {
    const read = readHarperValley('bank', [segment]);
    expect(read.ok && read.value.turns[0]?.times).toEqual({
      startMs: 3990,
      endMs: 4890,
      wordEndsMs: [4290, 4890],
    });
  });

  test('where a person added a word, only the times of the turn hold', () => {
    const read = readHarperValley('bank', [{ ...segment, human_transcript: 'hello there you' }]);
    expect(read.ok && read.value.turns[0]?.times?.wordEndsMs).toBe(null);
  });

  test('turns are played by their beginnings, and silent ones are left out', () => {
    const silent = { ...segment, human_transcript: ' ', start_ms: 0 };
    const early = { ...segment, speaker_role: 'caller', human_transcript: 'hi', start_ms: 100 };
    expect(turnsOf(readHarperValley('bank', [segment, silent, early]))).toEqual([
      'caller: hi',
      'rep: hello there',
    ]);
  });

  test.each([
    [{ segments: [] }, /recording: .*expected array.*expected a list of/],
    [[{ ...segment, start_ms: '12' }], /0\.start_ms: .*expected number/],
    [[{ ...segment, speaker_role: 'dog' }], /0\.speaker_role: .*"agent" or "caller"/],
    [[], /nothing is said/],
    [null, /recording/],
  ])('bad input %# is refused by field, with the remedy', (content, trouble) => {
    expect(troubleOf(readHarperValley('bank', content))).toMatch(trouble);
  });
});

describe('a vCon', () => {
  const parties = [{ tel: 'tel:+12025550147', name: 'Ana Marsh' }, { name: 'Dana' }, { type: 'bot' }];
  const text = (body: unknown, more: object = {}) => ({
    type: 'text',
    start: '2026-01-05T09:00:00Z',
    duration: 2,
    parties: 0,
    body,
    ...more,
  });

  test('each text dialog is a turn with its own time', () => {
    const read = readVcon('talk', {
      vcon: '0.4.0',
      parties,
      dialog: [text('Hi.'), text('Hello.', { parties: [1, 0], start: '2026-01-05T09:00:03Z' })],
    });
    expect(turnsOf(read)).toEqual(['caller: Hi.', 'rep: Hello.']);
    expect(read.ok && read.value).toMatchObject({ from: '+12025550147', callerName: 'Ana Marsh' });
    expect(read.ok && read.value.turns[1]?.times).toEqual({ startMs: 3000, endMs: 5000, wordEndsMs: null });
  });

  test('bodies may be base64url or JSON, and the originator speaks', () => {
    const encoded = Buffer.from('Guten Tag — hello').toString('base64url');
    const dialog = [
      text(encoded, { encoding: 'base64url', originator: 2 }),
      text('"Hi."', { encoding: 'json' }),
    ];
    expect(turnsOf(readVcon('talk', { parties, dialog }))).toEqual([
      'assistant: Guten Tag — hello',
      'caller: Hi.',
    ]);
  });

  test('without text the transcript of the analysis is read', () => {
    const body = JSON.stringify({
      segments: [
        { party: 1, text: 'Hello.', start: 0.5, end: 1 },
        { speaker: 'customer', text: 'Hi.', start: 1.2, end: 1.5 },
      ],
    });
    const read = readVcon('talk', {
      parties,
      dialog: [{ type: 'recording' }],
      analysis: [{ type: 'transcript', vendor: 'x', encoding: 'json', body }],
    });
    expect(turnsOf(read)).toEqual(['rep: Hello.', 'caller: Hi.']);
    expect(read.ok && read.value.turns[0]?.times).toEqual({ startMs: 500, endMs: 1000, wordEndsMs: null });
    const plain = {
      parties,
      analysis: [{ type: 'transcript', vendor: 'x', body: 'Agent: Hello.\nCustomer: Hi.' }],
    };
    expect(turnsOf(readVcon('talk', plain))).toEqual(['rep: Hello.', 'caller: Hi.']);
  });

  test.each([
    [{ dialog: [] }, /parties: /],
    [{ parties, critical: ['signed-consent'] }, /critical: the extensions signed-consent/],
    [{ parties, dialog: [{ type: 'recording' }] }, /analysis: there is neither text nor a transcript/],
    [{ parties, dialog: [text('Hi.', { parties: 9 })] }, /dialog\.0\.parties: there is no party 9/],
    [{ parties, dialog: [text({ a: 1 })] }, /dialog\.0\.body: expected text/],
    [{ parties, dialog: [text('{', { encoding: 'json' })] }, /dialog\.0\.body: expected text/],
    [{ parties, analysis: [{ type: 'transcript', body: { a: 1 } }] }, /analysis\.0\.body/],
    ['vcon', /recording: /],
  ])('bad input %# is refused by field, with the remedy', (content, trouble) => {
    expect(troubleOf(readVcon('talk', content))).toMatch(trouble);
  });
});

function turnsOf(read: Result<Recording>): string[] {
  if (!read.ok) throw new Error(read.error.message);
  return read.value.turns.map((turn) => `${turn.speaker}: ${turn.text}`);
}

function troubleOf(read: Result<Recording>): string {
  if (read.ok) throw new Error('it was read');
  expect(read.error.code).toBe('INPUT_INVALID');
  expect(read.error.details?.errors?.length).toBeGreaterThan(0);
  return read.error.message;
}
