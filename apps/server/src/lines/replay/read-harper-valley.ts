import { done, type Result } from '@ringdesk/shared';
import { z } from 'zod';
import { wordsOf } from '../speech/pace.ts';
import { type RecordedTurn, type Recording, unknownCaller } from './recording.ts';
import { refuseRecording, refuseShape } from './refuse-recording.ts';

const ms = z.number().nonnegative();

/** One turn as the Harper Valley corpus writes it (Gridspace and Stanford, 2020); word offsets count from the turn's start. */
const Segment = z.object({
  index: z.number().int(),
  speaker_role: z.enum(['agent', 'caller']),
  human_transcript: z.string(),
  start_ms: ms,
  duration_ms: ms,
  word_offsets_ms: z.array(ms),
  word_durations_ms: z.array(ms),
});

const remedy =
  'expected a list of { index, speaker_role: "agent" or "caller", human_transcript, start_ms, duration_ms, word_offsets_ms, word_durations_ms }';

/** Reads the list of segments of one call. Turns without words are left out. */
export function readHarperValley(name: string, content: unknown): Result<Recording> {
  const parsed = z.array(Segment).safeParse(content);
  if (!parsed.success) return refuseShape(name, parsed.error, remedy);
  const turns = parsed.data
    .filter((segment) => segment.human_transcript.trim() !== '')
    .sort((a, b) => a.start_ms - b.start_ms || a.index - b.index)
    .map(turnOf);
  if (turns.length === 0)
    return refuseRecording(name, [{ path: 'recording', message: `nothing is said; ${remedy}` }]);
  return done({ name, ...unknownCaller, turns });
}

function turnOf(segment: z.infer<typeof Segment>): RecordedTurn {
  const { start_ms: startMs, duration_ms: durationMs, word_offsets_ms: offsets } = segment;
  const text = segment.human_transcript.trim();
  // The words were timed by a machine and corrected by people: where their numbers differ only the turn's times hold.
  const isTimed =
    offsets.length === wordsOf(text).length && segment.word_durations_ms.length === offsets.length;
  const ends = offsets.map((offset, i) => startMs + offset + (segment.word_durations_ms[i] ?? 0));
  return {
    speaker: segment.speaker_role === 'agent' ? 'rep' : 'caller',
    text,
    times: { startMs, endMs: startMs + durationMs, wordEndsMs: isTimed ? ends : null },
  };
}
