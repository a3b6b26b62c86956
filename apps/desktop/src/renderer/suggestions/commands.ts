import type { Answer, CallId, Suggestion } from '@ringdesk/shared';
import { ask } from '../realtime/desk-client.ts';
import { suggestionMade } from './suggestions.store.ts';

/** Reads what was suggested for a call before this desk looked at it. */
export async function readSuggestions(callId: CallId): Promise<void> {
  const answer = await ask('suggestions.list', { callId });
  if (answer.ok) suggestionMade({ callId, suggestions: answer.value.suggestions });
}

/** Says that a suggestion was written down; it will not come again. */
export const takeSuggestion = (of: Suggestion) => settle('suggestion.take', of);

/** Says that a suggestion is not wanted. */
export const dismissSuggestion = (of: Suggestion) => settle('suggestion.dismiss', of);

async function settle(
  name: 'suggestion.take' | 'suggestion.dismiss',
  of: Suggestion,
): Promise<Answer<Suggestion>> {
  const { callId, id } = of;
  // Gone at once: the next press of the key is meant for the next one.
  suggestionMade({
    callId,
    suggestions: [{ ...of, status: name === 'suggestion.take' ? 'taken' : 'dismissed' }],
  });
  const answer = await ask(name, { callId, suggestionId: id });
  if (answer.ok) suggestionMade({ callId, suggestions: [answer.value] });
  return answer;
}
