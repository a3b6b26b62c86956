import type { CallId, Suggestion } from '@ringdesk/shared';
import { create } from 'zustand';
import { type Suggested, withSuggestions } from './suggestions.ts';

const none: readonly Suggestion[] = [];

const useSuggestionStore = create<{ readonly byCall: Suggested }>(() => ({ byCall: new Map() }));

/** What was suggested for a call so far, in the order it was heard. */
export const useSuggestions = (callId: CallId): readonly Suggestion[] =>
  useSuggestionStore((state) => state.byCall.get(callId) ?? none);

/** Suggestions were told, read or answered. */
export function suggestionMade(told: {
  readonly callId: CallId;
  readonly suggestions: readonly Suggestion[];
}): void {
  useSuggestionStore.setState(({ byCall }) => ({ byCall: withSuggestions(byCall, told) }));
}

export function suggestionsForgotten(): void {
  useSuggestionStore.setState({ byCall: new Map() });
}
