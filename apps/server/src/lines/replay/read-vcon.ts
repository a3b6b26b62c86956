import { done, type FieldError, type Result, type Speaker } from '@ringdesk/shared';
import { z } from 'zod';
import { readText } from './read-text.ts';
import { type RecordedTurn, type Recording, speakerNamed, unknownCaller } from './recording.ts';
import { refuseRecording, refuseShape } from './refuse-recording.ts';

/** Of a vCon 0.4.0 (draft-ietf-vcon-vcon-core, July 2026): only what says who spoke which words when. */
const Party = z.looseObject({
  tel: z.string().optional(),
  name: z.string().optional(),
  type: z.string().optional(),
  role: z.string().optional(),
});
const Dialog = z.looseObject({
  type: z.string(),
  start: z.string().optional(),
  duration: z.number().nonnegative().optional(),
  parties: z.union([z.number().int(), z.array(z.number().int())]).optional(),
  originator: z.number().int().optional(),
  body: z.unknown().optional(),
  encoding: z.string().optional(),
});
const Analysis = z.looseObject({
  type: z.string(),
  body: z.unknown().optional(),
  encoding: z.string().optional(),
});
const Vcon = z.looseObject({
  critical: z.array(z.string()).default([]),
  parties: z.array(Party),
  dialog: z.array(Dialog).default([]),
  analysis: z.array(Analysis).default([]),
});
type Vcon = z.infer<typeof Vcon>;

/** Vendors write transcripts in their own ways; this is the common core: who, what, and from when to when in seconds. */
const TranscriptTurn = z.looseObject({
  party: z.number().int().optional(),
  speaker: z.union([z.string(), z.number().int()]).optional(),
  text: z.string(),
  start: z.number().nonnegative().optional(),
  end: z.number().nonnegative().optional(),
});
const Transcript = z.union([
  z.array(TranscriptTurn),
  z.looseObject({ segments: z.array(TranscriptTurn) }).transform((body) => body.segments),
]);

const remedy =
  'expected a vCon with parties, and a dialog of type text for each turn or an analysis of type transcript';

/** Reads a vCon: its text dialogs, or where there are none its transcript. Party 0 is the caller, bots are assistants. */
export function readVcon(name: string, content: unknown): Result<Recording> {
  const parsed = Vcon.safeParse(content);
  if (!parsed.success) return refuseShape(name, parsed.error, remedy);
  const vcon = parsed.data;
  if (vcon.critical.length > 0) {
    const message = `the extensions ${vcon.critical.join(', ')} are not understood, and must be; export it without them`;
    return refuseRecording(name, [{ path: 'critical', message }]);
  }
  const turns = vcon.dialog.some((dialog) => dialog.type === 'text')
    ? dialogTurns(name, vcon)
    : transcriptTurns(name, vcon);
  if (!turns.ok) return turns;
  const audible = turns.value.filter((turn) => turn.text !== '');
  if (audible.length === 0)
    return refuseRecording(name, [{ path: 'dialog', message: `nothing is said; ${remedy}` }]);
  const caller = vcon.parties[0];
  return done({
    name,
    from: caller?.tel?.replace(/^tel:/, '') ?? unknownCaller.from,
    callerName: caller?.name ?? null,
    turns: audible,
  });
}

function dialogTurns(name: string, vcon: Vcon): Result<RecordedTurn[]> {
  const texts = vcon.dialog
    .map((dialog, i) => ({ ...dialog, path: `dialog.${i}` }))
    .filter((dialog) => dialog.type === 'text');
  const starts = texts.map((dialog) => Date.parse(dialog.start ?? ''));
  const zeroMs = Math.min(...starts);
  const errors: FieldError[] = [];
  const turns = texts.map((dialog, i): RecordedTurn => {
    const party = dialog.originator ?? [dialog.parties ?? 0].flat()[0] ?? 0;
    const speaker = speakerOf(vcon, party);
    const text = plainBody(dialog);
    if (speaker === null)
      errors.push({
        path: `${dialog.path}.parties`,
        message: `there is no party ${party}; name one of parties`,
      });
    if (text === null)
      errors.push({
        path: `${dialog.path}.body`,
        message: 'expected text with encoding none, json or base64url',
      });
    const startMs = (starts[i] ?? Number.NaN) - zeroMs;
    const times =
      Number.isNaN(startMs) || dialog.duration === undefined
        ? null
        : { startMs, endMs: startMs + dialog.duration * 1000, wordEndsMs: null };
    return { speaker: speaker ?? 'caller', text: (text ?? '').trim(), times };
  });
  return errors.length > 0 ? refuseRecording(name, errors) : done(turns);
}

function transcriptTurns(name: string, vcon: Vcon): Result<RecordedTurn[]> {
  const i = vcon.analysis.findIndex((analysis) => analysis.type === 'transcript');
  const analysis = vcon.analysis[i];
  if (analysis === undefined)
    return refuseRecording(name, [
      { path: 'analysis', message: `there is neither text nor a transcript; ${remedy}` },
    ]);
  const body = jsonBody(analysis);
  if (typeof body === 'string') {
    const read = readText(name, body);
    return read.ok ? done([...read.value.turns]) : read;
  }
  const parsed = Transcript.safeParse(body);
  if (!parsed.success)
    return refuseShape(
      name,
      parsed.error,
      `in analysis.${i}.body expected a list of { party, text, start, end }`,
    );
  const errors: FieldError[] = [];
  const turns = parsed.data.map((turn, at): RecordedTurn => {
    const who = turn.party ?? turn.speaker ?? 0;
    const speaker = typeof who === 'number' ? speakerOf(vcon, who) : speakerNamed(who);
    if (speaker === null)
      errors.push({
        path: `analysis.${i}.body.${at}`,
        message: `it is not clear who ${who} is; name a party by its number`,
      });
    const { start, end } = turn;
    const times =
      start === undefined || end === undefined
        ? null
        : { startMs: start * 1000, endMs: end * 1000, wordEndsMs: null };
    return { speaker: speaker ?? 'caller', text: turn.text.trim(), times };
  });
  return errors.length > 0 ? refuseRecording(name, errors) : done(turns);
}

function speakerOf(vcon: Vcon, party: number): Speaker | null {
  const who = vcon.parties[party];
  if (who === undefined) return null;
  if (who.type === 'bot') return 'assistant';
  return speakerNamed(who.role ?? '') ?? (party === 0 ? 'caller' : 'rep');
}

interface Encoded {
  readonly body?: unknown;
  readonly encoding?: string | undefined;
}

/** The text in a body, whatever its encoding; null when there is none. */
function plainBody(encoded: Encoded): string | null {
  const body = jsonBody(encoded);
  return typeof body === 'string' ? body : null;
}

function jsonBody({ body, encoding }: Encoded): unknown {
  if (typeof body !== 'string') return body;
  if (encoding === 'base64url') return Buffer.from(body, 'base64url').toString('utf8');
  if (encoding !== 'json') return body;
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
