import { existsSync, readFileSync } from 'node:fs';
import { isOnTheLine, segmentsOf } from '@ringdesk/shared';
import { describe, expect, test } from 'vitest';
import { drivenClock } from '../../testing/driven-clock.ts';
import { type HeardCall, listeningDesk } from '../../testing/listening-desk.ts';
import { lineSuite } from '../line.suite.ts';
import { readHarperValley } from './read-harper-valley.ts';
import { readText } from './read-text.ts';
import { readVcon } from './read-vcon.ts';
import type { Recording } from './recording.ts';
import { type ReplaySettings, replayLine } from './replay-line.ts';

const plumber = `assistant: Thank you for calling. What is it about?
caller: The kitchen faucet has been dripping since Sunday, and now it will not stop at all.
assistant: Please hold for a moment.
agent: Hello, thank you for holding. I hear your faucet is dripping?
caller: It is. I have put a bowl under it, but I have to empty that every hour.
agent: Could you close the valve under the sink?
caller: I could not find one. No, wait, there are two of them.
agent: Close the right one, please, and I will send somebody tomorrow between eight and ten.
caller: It has stopped. Tomorrow is perfect, thank you so much.
agent: You are welcome. Goodbye.
caller: Bye.`;

lineSuite('replay, at a speaking pace,', (clock) =>
  replayLine({
    clock,
    pace: 'speaking',
    speed: 1,
    recordings: [read(plumber, 'one'), read(plumber, 'two'), read(plumber, 'three')],
  }),
);

lineSuite('replay, in its own time,', (clock) =>
  replayLine({ clock, pace: 'own', speed: 1, recordings: [bank('one'), bank('two'), bank('three')] }),
);

describe('a replayed call', () => {
  test('waits with the first words of the rep until somebody claims it', async () => {
    const { clock, desk } = played({ recordings: [read(plumber, 'faucet')], claimsAt: null });
    await clock.pass(300_000);
    expect(spoken(desk.calls[0])).toEqual(linesOf(plumber).slice(0, 3));
    const [call] = desk.calls;
    if (call !== undefined) desk.claim(call);
    await clock.pass(300_000);
    expect(spoken(desk.calls[0])).toEqual(linesOf(plumber));
  });

  test('in its own time each word comes when it came', async () => {
    const { clock, desk } = played({ recordings: [bank('own')], pace: 'own', claimsAt: 1 });
    await clock.pass(60_000);
    const frames = desk.calls[0]?.frames ?? [];
    const zeroMs = Date.parse(frames[0]?.at ?? '');
    const first = frames.slice(0, 7).map((frame) => Date.parse(frame.at) - zeroMs);
    expect(first).toEqual([0, 480, 600, 930, 1200, 1620, 1950]);
  });

  test('rings once, and a second process does not ring for calls of the first', async () => {
    const { clock, desk, line } = played({ recordings: [read(plumber, 'faucet')], claimsAt: null });
    await clock.pass(5_000);
    await line.close();
    expect(desk.calls.length).toBe(1);
    const settings = { recordings: [], clock, pace: 'speaking', speed: 1 } as const;
    desk.connect(replayLine(settings));
    await clock.pass(5_000);
    expect(desk.calls.map((call) => call.status)).toEqual(['abandoned']);
  });
});

const shared = new URL('../../../../../../shared/data/', import.meta.url);
const mts = new URL('mts-dialog/validation.csv', shared);
const abcd = new URL('abcd/abcd_sample.json', shared);

describe.skipIf(!existsSync(mts))(
  'the hundred conversations of MTS-Dialog (skipped where ../shared/data is absent)',
  () => {
    test('are heard word for word, turn by turn', async () => {
      const dialogues = csvRows(readFileSync(mts, 'utf8'))
        .slice(1)
        .map((row) => row[3] ?? '');
      expect(dialogues.length).toBe(100);
      await expectWordForWord(dialogues);
    });
  },
);

describe.skipIf(!existsSync(abcd))(
  'the conversations of ABCD (skipped where ../shared/data is absent)',
  () => {
    test('are heard word for word, with the actions as the assistant', async () => {
      const conversations = JSON.parse(readFileSync(abcd, 'utf8')) as { original: [string, string][] }[];
      expect(conversations.length).toBe(3);
      await expectWordForWord(
        conversations.map(({ original }) => original.map(([who, words]) => `${who}: ${words}`).join('\n')),
      );
    });
  },
);

async function expectWordForWord(texts: readonly string[]): Promise<void> {
  const recordings = texts.map((text, i) => read(text, `conversation ${i}`));
  const { clock, desk } = played({ recordings, claimsAt: 0 });
  await clock.pass(3_600_000);
  expect(desk.calls.length).toBe(texts.length);
  desk.calls.forEach((call, i) => {
    expect(call.status).toBe('wrap_up');
    expect(spoken(call)).toEqual(linesOf(texts[i] ?? ''));
  });
}

/** A replay with a desk that claims each call at its word number `claimsAt`; 0 = as soon as it rings, null = never. */
function played({
  claimsAt,
  ...settings
}: Partial<ReplaySettings> & { recordings: readonly Recording[]; claimsAt: number | null }) {
  const clock = drivenClock();
  const desk = listeningDesk();
  const line = replayLine({ clock, pace: 'speaking', speed: 1, ...settings });
  desk.onWord = (call) => {
    if (call.frames.length === claimsAt) desk.claim(call);
  };
  desk.connect(line);
  if (claimsAt === 0)
    clock.every(1_000, () => {
      for (const call of desk.calls) if (isOnTheLine(call) && call.status === 'waiting') desk.claim(call);
    });
  return { clock, desk, line };
}

function spoken(call: HeardCall | undefined): string[] {
  return segmentsOf(call?.frames ?? []).map((turn) => `${turn.speaker}: ${turn.text}`);
}

/** The source in its own words, read without the parser under test. */
function linesOf(text: string): string[] {
  const names = {
    agent: 'rep',
    doctor: 'rep',
    guest_clinician: 'rep',
    customer: 'caller',
    patient: 'caller',
    action: 'assistant',
  };
  const turns: string[] = [];
  for (const line of text.split('\n').map((one) => one.trim())) {
    const [label = '', ...rest] = line.split(':');
    const speaker =
      { ...names, caller: 'caller', assistant: 'assistant' }[label.toLowerCase()] ??
      (/^guest_family/i.test(label) ? 'caller' : null);
    if (speaker !== null) turns.push(`${speaker}: ${rest.join(':').trim()}`);
    else if (line !== '') turns.push(`${turns.pop() ?? ''} ${line}`);
  }
  return turns.filter((turn) => !/^\w+: $/.test(turn));
}

function read(text: string, name: string): Recording {
  const result = readText(name, text);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

/** The shape of one Harper Valley call: the caller overlaps the agent once. */
function bank(name: string): Recording {
  const agent = { speaker_role: 'agent' as const, word_offsets_ms: [], word_durations_ms: [] };
  const caller = { ...agent, speaker_role: 'caller' as const };
  const timed = {
    word_offsets_ms: [0, 660, 810, 930, 1260, 1530, 1950],
    word_durations_ms: [330, 150, 120, 330, 270, 420, 330],
  };
  const result = readHarperValley(name, [
    {
      ...caller,
      ...timed,
      index: 1,
      human_transcript: 'hello is this harper valley national bank',
      start_ms: 1_000,
      duration_ms: 2_280,
    },
    {
      ...agent,
      index: 2,
      human_transcript: 'yes it is my name is robert how can i help you today',
      start_ms: 4_000,
      duration_ms: 3_600,
    },
    {
      ...caller,
      index: 3,
      human_transcript: 'hi robert [laughter] i would like to transfer money from my checking account',
      start_ms: 7_200,
      duration_ms: 5_000,
    },
    {
      ...agent,
      index: 4,
      human_transcript: 'sure how much and where would you like to send it to',
      start_ms: 13_000,
      duration_ms: 3_000,
    },
    {
      ...caller,
      index: 5,
      human_transcript:
        'three hundred and twenty dollars to my savings account please and i need to know my routing number as well',
      start_ms: 16_500,
      duration_ms: 7_000,
    },
    {
      ...agent,
      index: 6,
      human_transcript:
        'the transfer is done and your routing number is four three six seven seven is there anything else',
      start_ms: 25_000,
      duration_ms: 6_000,
    },
    {
      ...caller,
      index: 7,
      human_transcript: 'no that is everything thank you very much and have a good day',
      start_ms: 31_500,
      duration_ms: 4_000,
    },
    {
      ...agent,
      index: 8,
      human_transcript: 'you too thank you for calling harper valley bye',
      start_ms: 36_000,
      duration_ms: 3_000,
    },
  ]);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

/** RFC 4180: quoted fields with doubled quotes and line breaks. */
function csvRows(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const match of text.matchAll(/("(?:[^"]|"")*"|[^,\r\n]*)(,|\r?\n|$)/g)) {
    const [, field = '', end = ''] = match;
    rows.at(-1)?.push(field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field);
    if (end.includes('\n')) rows.push([]);
  }
  return rows.filter((row) => row.length > 3);
}

test('a vCon and a text of the same conversation are heard alike', async () => {
  const vcon = {
    vcon: '0.4.0',
    parties: [{ tel: '+12025550147', name: 'Ana Marsh' }, { name: 'Dana' }, { type: 'bot' }],
    dialog: linesOf(plumber).map((line) => ({
      type: 'text',
      start: '2026-01-05T09:00:00Z',
      parties: { caller: 0, rep: 1, assistant: 2 }[line.split(':')[0] ?? ''] ?? 0,
      encoding: 'none',
      body: line.slice(line.indexOf(':') + 2),
    })),
  };
  const result = readVcon('vcon', vcon);
  if (!result.ok) throw new Error(result.error.message);
  const { clock, desk } = played({ recordings: [result.value], claimsAt: 0 });
  await clock.pass(300_000);
  expect(desk.calls[0]?.ring).toMatchObject({ from: '+12025550147', callerName: 'Ana Marsh' });
  expect(spoken(desk.calls[0])).toEqual(linesOf(plumber));
});
