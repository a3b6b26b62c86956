import { recognise } from '../recognise.ts';
import type { Conversation, Field, Recognised } from '../recognised.ts';

/** A Thursday, two days before the clocks go forward: 10:00 in Denver. */
export const thursday = new Date('2026-03-05T17:00:00Z');

/** `rep: …`, `assistant: …`, and everything else the caller's, one turn a line. */
export function conversationOf(lines: readonly string[], at = thursday): Conversation {
  const segments = lines.map((line, i) => {
    const speaker = line.startsWith('rep: ')
      ? 'rep'
      : line.startsWith('assistant: ')
        ? 'assistant'
        : 'caller';
    const text = line.replace(/^(?:rep|assistant|caller): /, '');
    return { segment: i + 1, speaker, text, at, isFinal: true } as const;
  });
  return { segments, timeZone: 'America/Denver', country: 'US' };
}

/** What is believed of one field after these turns. */
export function heardIn<F extends Field>(
  field: F,
  lines: readonly string[],
): Extract<Recognised, { field: F }> | null {
  const isIt = (fact: Recognised): fact is Extract<Recognised, { field: F }> => fact.field === field;
  return recognise(conversationOf(lines)).find(isIt) ?? null;
}
