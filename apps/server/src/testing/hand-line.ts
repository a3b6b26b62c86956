import type { CallId, Speaker } from '@ringdesk/shared';
import type { Line, LineCall, LineHears } from '../lines/line.ts';

/** A line in the hands of a test: its callers ring, speak and hang up when they are told to. */
export interface HandLine extends Line {
  ring(caller?: {
    readonly from?: string;
    readonly name?: string;
    readonly priority?: number;
  }): Promise<CallId>;
  /** Words of one turn, one frame each; the last one closes the turn. */
  speak(callId: CallId, words: readonly string[], is?: { readonly speaker?: Speaker }): void;
  hangUp(callId: CallId): Promise<void>;
  /** What the line was told of its calls. */
  readonly changes: LineCall[];
  /** The calls it was opened with. */
  readonly unfinished: LineCall[];
}

export function handLine(name = 'hand'): HandLine {
  let hears: LineHears | null = null;
  let rings = 0;
  const turns = new Map<CallId, number>();
  const desk = () => {
    if (hears === null) throw new Error('the line is not open');
    return hears;
  };
  const line: HandLine = {
    name,
    changes: [],
    unfinished: [],
    open(next, unfinished) {
      hears = next;
      line.unfinished.push(...unfinished);
    },
    callChanged: (call) => void line.changes.push(call),
    close: async () => undefined,
    ring({ from = '+14155550132', name: callerName = 'Maria Lopez', priority } = {}) {
      rings += 1;
      const ring = { externalId: `${name}-${process.pid}-${rings}`, from, callerName };
      return desk().rang(priority === undefined ? ring : { ...ring, priority });
    },
    speak(callId, words, { speaker = 'caller' } = {}) {
      const segment = (turns.get(callId) ?? 0) + 1;
      turns.set(callId, segment);
      const at = new Date().toISOString();
      desk().spoke(
        callId,
        words.map((word, i) => ({ segment, speaker, text: `${word} `, final: i === words.length - 1, at })),
      );
    },
    hangUp: (callId) => desk().hungUp(callId),
  };
  return line;
}
