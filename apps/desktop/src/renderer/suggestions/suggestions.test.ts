import { CallId, type Suggestion, SuggestionId } from '@ringdesk/shared';
import { describe, expect, it } from 'vitest';
import { withSuggestions } from './suggestions.ts';

const callId = CallId.parse('call_1');
const email = (id: string, is: Partial<Suggestion> = {}): Suggestion => ({
  id: SuggestionId.parse(`sug_${id}`),
  callId,
  value: { field: 'email', email: `${id}@example.com` },
  text: `${id}@example.com`,
  words: id,
  segment: 1,
  confidence: 0.9,
  status: 'open',
  ...is,
});

describe('suggestions of a call', () => {
  it('are kept in the order they were heard, the newest word on each', () => {
    const first = withSuggestions(new Map(), {
      callId,
      suggestions: [email('b', { segment: 4 }), email('a')],
    });
    const next = withSuggestions(first, {
      callId,
      suggestions: [email('b', { segment: 4, status: 'taken' })],
    });
    expect(next.get(callId)?.map(({ id, status }) => [id, status])).toEqual([
      ['sug_a', 'open'],
      ['sug_b', 'taken'],
    ]);
  });

  it('go when the caller took them back', () => {
    const first = withSuggestions(new Map(), { callId, suggestions: [email('a')] });
    const next = withSuggestions(first, { callId, suggestions: [email('a', { status: 'withdrawn' })] });
    expect(next.get(callId)).toEqual([]);
  });
});
