import { create } from 'zustand';

/** How this desk stands with the server. `retryAtMs` is the desk's own clock; null while an attempt is under way. */
export type Connection =
  | { readonly state: 'closed' }
  | { readonly state: 'connecting' }
  | { readonly state: 'open' }
  | { readonly state: 'away'; readonly retryAtMs: number | null; readonly isRestart: boolean }
  | { readonly state: 'outdated' };

const useConnectionStore = create<{ readonly connection: Connection }>(() => ({
  connection: { state: 'closed' },
}));

export const useConnection = () => useConnectionStore((it) => it.connection);
export const useIsOnline = () => useConnectionStore((it) => it.connection.state === 'open');

export function connectionNow(): Connection {
  return useConnectionStore.getState().connection;
}

export function connectionIs(connection: Connection): void {
  // A desk that caught up while it was open has not come back: nobody is to hear of it.
  if (connection.state === 'open' && connectionNow().state === 'open') return;
  useConnectionStore.setState({ connection });
}

/** Runs `listener` on every change; returns the way to stop. */
export function onConnection(listener: (connection: Connection) => void): () => void {
  return useConnectionStore.subscribe(({ connection }) => listener(connection));
}
