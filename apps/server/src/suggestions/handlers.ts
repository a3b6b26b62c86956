import { done, refused } from '@ringdesk/shared';
import type { App, Handlers } from '../app.ts';
import { find as findCall } from '../calls/store.ts';
import { settleSuggestion } from './settle-suggestion.ts';
import { listOf } from './store.ts';

type SuggestionHandlers = Pick<
  Handlers,
  Extract<keyof Handlers, `suggestion.${string}` | `suggestions.${string}`>
>;

export function suggestionHandlers(app: Pick<App, 'db'>): SuggestionHandlers {
  return {
    'suggestions.list': async ({ input: { callId } }) => {
      if ((await findCall(app.db, callId)) === null) return refused('CALL_UNKNOWN');
      return done({ suggestions: [...(await listOf(app.db, callId))] });
    },
    'suggestion.take': ({ input, asker }) =>
      settleSuggestion(app, { ...input, repId: asker.userId, status: 'taken' }),
    'suggestion.dismiss': ({ input, asker }) =>
      settleSuggestion(app, { ...input, repId: asker.userId, status: 'dismissed' }),
  };
}
