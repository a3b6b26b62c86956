import type { Policy } from '../kernel/operation.ts';

/** Who may ask for what about suggestions; whose call it is, the call's own row decides. */
export const suggestionPolicy = {
  'suggestion.take': 'reps',
  'suggestion.dismiss': 'reps',
  'suggestions.list': 'reps',
} as const satisfies Policy;
