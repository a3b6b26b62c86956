import { z } from 'zod';
import { CallId, SuggestionId } from '../kernel/ids.ts';
import { deskEvent, operation } from '../kernel/operation.ts';

const part = z.string().nullable();

/** A fact that was heard, by the field it would fill. */
export const SuggestedValue = z.discriminatedUnion('field', [
  z.object({ field: z.literal('name'), firstName: part, lastName: part }),
  /** E.164, and the digits that are dialed once it is answered. */
  z.object({
    field: z.literal('phone'),
    number: z.string(),
    extension: z.string().nullable().default(null),
  }),
  z.object({ field: z.literal('email'), email: z.string() }),
  z.object({ field: z.literal('address'), street: part, unit: part, city: part, state: part, zip: part }),
  /** A day or a time window in the customer's zone: dates as YYYY-MM-DD, times as HH:mm, moments in UTC. */
  z.object({
    field: z.literal('wishedDate'),
    date: part,
    from: part,
    to: part,
    start: z.iso.datetime().nullable(),
    end: z.iso.datetime().nullable(),
  }),
  z.object({ field: z.literal('problem'), kind: z.string() }),
]);
export type SuggestedValue = z.infer<typeof SuggestedValue>;

/** Something that may be written down, once the rep takes it. */
export const Suggestion = z.object({
  id: SuggestionId,
  callId: CallId,
  value: SuggestedValue,
  /** As a person would write it. */
  text: z.string(),
  /** The words that it came from, as they were heard. */
  words: z.string(),
  segment: z.number().int(),
  confidence: z.number().min(0).max(1),
  status: z.enum(['open', 'taken', 'dismissed', 'withdrawn']),
});
export type Suggestion = z.infer<typeof Suggestion>;

const One = z.strictObject({ callId: CallId, suggestionId: SuggestionId });

export const suggestionOperations = {
  'suggestions.list': operation({
    about: 'What was suggested for a call so far.',
    input: z.strictObject({ callId: CallId }),
    output: z.object({ suggestions: z.array(Suggestion) }),
    socket: true,
  }),
  'suggestion.take': operation({
    about:
      'The rep takes a suggestion: it will not be suggested again. What is written where, the desk does.',
    input: One,
    output: Suggestion,
    socket: true,
  }),
  'suggestion.dismiss': operation({
    about: 'The rep does not want this suggestion; the same value does not come again for this call.',
    input: One,
    output: Suggestion,
    socket: true,
  }),
} as const;

export const suggestionEvents = {
  'suggestion.made': deskEvent({
    about: 'Facts were heard that may be written down; each replaces the one of the same id.',
    to: 'the rep',
    payload: z.object({ callId: CallId, suggestions: z.array(Suggestion) }),
  }),
} as const;
