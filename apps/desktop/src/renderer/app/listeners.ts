import type { Listeners } from '@ringdesk/shared';
import { sessionEnding } from '../auth/session-ending.ts';
import { callChanged, callOfferEnded, callOffered } from '../calls/desk.store.ts';
import { sayOfferEnded } from '../calls/say-offer-ended.ts';
import { presenceChanged } from '../reps/presence.store.ts';
import { suggestionMade } from '../suggestions/suggestions.store.ts';
import { transcriptHeard } from '../transcripts/transcripts.store.ts';

/** What only the connection itself can do. */
export interface ConnectionActions {
  catchUp(): void;
  comeBackIn(ms: number): void;
  /** The token that the socket was opened with. */
  token(): string | null;
}

/** Every event of the contract and who hears it: a table without logic, total, so that a new event must find its row. */
export function listenersFor(connection: () => ConnectionActions): Listeners {
  return {
    'call.changed': (told) => {
      if (callChanged(told)) connection().catchUp();
    },
    'call.offered': callOffered,
    'call.offer-ended': (told) => {
      callOfferEnded(told);
      sayOfferEnded(told);
    },
    'presence.changed': presenceChanged,
    'transcript.heard': transcriptHeard,
    'suggestion.made': suggestionMade,
    'session.ending': (told) => void sessionEnding(told, connection().token()),
    'server.draining': ({ reconnectInMs }) => connection().comeBackIn(reconnectInMs),
  };
}
