import type { CallId } from '@ringdesk/shared';
import { useEffect } from 'react';
import { create } from 'zustand';
import { onConnection } from '../realtime/connection.store.ts';
import { ask } from '../realtime/desk-client.ts';
import { silence } from './transcript.ts';
import { type Watched, Watching } from './watching.ts';

const askAgainMs = 2_000;
const hiddenMs = 250;

type Watches = Readonly<Record<CallId, Watched>>;

const useWatches = create<Watches>(() => ({}));

const unwatched: Watched = { isLoading: true, trouble: null, transcript: silence };

/** Once a picture; a window that is not seen draws none and would only pile words up. */
function soon(run: () => void): void {
  if (document.hidden) setTimeout(run, hiddenMs);
  else requestAnimationFrame(run);
}

const watching = new Watching({
  ask: (input) => ask('transcript.watch', input),
  unwatch: (callId) => void ask('transcript.unwatch', { callId }),
  soon,
  later: (run) => setTimeout(run, askAgainMs),
  changed: (callId, watched) => useWatches.setState({ [callId]: watched }),
  dropped: (callId) => useWatches.setState(({ [callId]: _, ...kept }) => kept, true),
});

onConnection(({ state }) => {
  if (state === 'open') watching.reconnected();
});

/** Words were told of a call that this desk may be watching. */
export const transcriptHeard: Watching['heard'] = (told) => watching.heard(told);

/** Asks for the words again after trouble. */
export const retryTranscript = (callId: CallId): void => watching.retry(callId);

/** The words of a call, watched while the component is there. */
export function useTranscript(callId: CallId): Watched {
  useEffect(() => watching.watch(callId), [callId]);
  return useWatches((watches) => watches[callId] ?? unwatched);
}
