import { refused } from '@ringdesk/shared';
import type { Handlers } from '../app.ts';

const soon = async () => refused('UNAVAILABLE');

export function suggestionHandlers(): Pick<
  Handlers,
  'suggestions.list' | 'suggestion.take' | 'suggestion.dismiss'
> {
  return {
    'suggestions.list': soon,
    'suggestion.take': soon,
    'suggestion.dismiss': soon,
  };
}
