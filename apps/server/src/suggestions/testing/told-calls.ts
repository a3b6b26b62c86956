import { type Part, turnsBegun, upToTurn } from '../../lines/speech/timeline.ts';
import { writeScript } from '../../simulator/script.ts';
import type { Truth } from '../../simulator/truth.ts';
import type { ProblemKind } from '../problem-kinds.ts';
import type { HeardSegment } from '../recognised.ts';
import type { JudgedCall } from './score.ts';
import { meaningOf } from './wish-oracle.ts';

/** A whole simulated call as text, with what was really said in it. */
export interface ToldCall extends JudgedCall {
  readonly seed: number;
  readonly truth: Truth;
  /** Every word on its own, in the order in which it was heard. */
  readonly frames: readonly {
    readonly segment: number;
    readonly speaker: HeardSegment['speaker'];
    readonly text: string;
  }[];
}

const zones = [
  'America/Denver',
  'America/New_York',
  'America/Los_Angeles',
  'America/Chicago',
  'America/Phoenix',
];

/** The call of a seed: some callers reach a rep at once, some after a word or all of the assistant's questions. */
export function tellCall(seed: number): ToldCall {
  const script = writeScript(seed, 0);
  const opening = upToTurn(script.opening, [0, 2, 5][seed % 3] ?? 5);
  const openingTurns = turnsBegun(opening);
  const at = new Date(Date.UTC(2026, 0, 1, 15 + (seed % 7)) + (seed % 365) * 86_400_000);
  const frames = [...numbered(opening, 0), ...numbered(script.talk(openingTurns), openingTurns)];
  const segments = segmentsOf(frames, at);
  const around = { timeZone: zones[seed % zones.length] ?? 'America/Denver', country: 'US' } as const;
  const { truth } = script;
  const firstName = openingTurns >= 4 ? truth.firstName : null;
  return {
    seed,
    title: `seed ${seed}`,
    truth,
    frames,
    conversation: { ...around, segments },
    expected: {
      name: truth.name ?? firstName,
      phone: truth.phone,
      email: truth.email,
      address: truth.address,
      wishedDate: truth.wishedDate === null ? null : meaningOf(truth.wishedDate, { ...around, at }),
      problem:
        truth.problem === 'appointment to be moved'
          ? 'appointment change'
          : (kindOf[truth.story] ?? 'appointment'),
    },
  };
}

function numbered(part: Part, before: number): ToldCall['frames'][number][] {
  return part.map(({ turn, speaker, text }) => ({ segment: before + turn + 1, speaker, text }));
}

/** Turns put together from their words, all heard at one time. */
function segmentsOf(frames: ToldCall['frames'], at: Date): HeardSegment[] {
  const segments = new Map<number, HeardSegment>();
  for (const { segment, speaker, text } of frames)
    segments.set(segment, { segment, speaker, at, text: (segments.get(segment)?.text ?? '') + text });
  return [...segments.values()];
}

const kindOf: Readonly<Record<string, ProblemKind>> = {
  'water-heater': 'water heater',
  'burst-pipe': 'plumbing leak',
  'air-conditioning': 'air conditioning',
  furnace: 'heating',
  'clogged-drain': 'clogged drain',
  electrical: 'electrical',
  'garage-door': 'garage door',
  'roof-leak': 'roof',
  pests: 'pests',
  appliance: 'appliance',
  'lock-out': 'locks',
  'remodel-estimate': 'estimate',
  reschedule: 'appointment change',
  invoice: 'billing',
  'gas-smell': 'gas smell',
  'child-fever': 'fever',
  'blood-pressure': 'blood pressure',
  medication: 'medication',
  'back-pain': 'back pain',
  'after-surgery': 'after surgery',
  'blood-sugar': 'blood sugar',
  'pregnancy-nausea': 'pregnancy',
  rash: 'rash',
  'test-results': 'test results',
  appointment: 'appointment',
};
