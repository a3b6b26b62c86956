import type { App, Handlers } from './app.ts';
import { auditHandlers } from './audit/handlers.ts';
import { accountHandlers } from './auth/account-handlers.ts';
import { authHandlers } from './auth/handlers.ts';
import { sessionHandlers } from './auth/session-handlers.ts';
import type { Tokens } from './auth/tokens.ts';
import { callHandlers } from './calls/handlers.ts';
import { withdrawOffers } from './calls/withdraw-offers.ts';
import type { Config } from './config.ts';
import { customerHandlers } from './customers/handlers.ts';
import { deskHandlers } from './desk/handlers.ts';
import { jobHandlers } from './jobs/handlers.ts';
import { repHandlers } from './reps/handlers.ts';
import { serviceClientHandlers } from './service-clients/handlers.ts';
import { suggestionHandlers } from './suggestions/handlers.ts';
import { transcriptHandlers } from './transcripts/handlers.ts';
import type { createWatching } from './transcripts/watching.ts';
import { userHandlers } from './users/handlers.ts';

interface HandlerParts extends App, Pick<Config, 'isDemo' | 'mail' | 'accounts' | 'outsideIssuer'> {
  readonly tokens: Tokens;
  readonly watching: ReturnType<typeof createWatching>;
}

/** The handler of each operation: the one list of what may be asked and who answers. */
export function joinHandlers(parts: HandlerParts): Handlers {
  return {
    ...authHandlers(parts),
    ...accountHandlers(parts),
    ...sessionHandlers(parts),
    ...userHandlers(parts),
    ...auditHandlers(parts),
    ...serviceClientHandlers(parts),
    ...deskHandlers(parts),
    ...repHandlers(parts, (repId) => withdrawOffers(parts, repId)),
    ...callHandlers(parts),
    ...transcriptHandlers(parts, parts.watching),
    ...customerHandlers(parts),
    ...jobHandlers(parts),
    ...suggestionHandlers(parts),
  };
}
