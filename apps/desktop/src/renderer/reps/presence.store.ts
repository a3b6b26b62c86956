import type { Rep } from '@ringdesk/shared';
import { create } from 'zustand';

const usePresenceStore = create<{ readonly rep: Rep | null }>(() => ({ rep: null }));

/** My presence and work as the server knows them; null until the first snapshot. */
export const usePresence = (): Rep | null => usePresenceStore((state) => state.rep);

/** The presence of this desk's person was read, answered or told. */
export function presenceRead(rep: Rep): void {
  usePresenceStore.setState({ rep });
}

/** A rep's presence was told; supervisors hear of others too, who are not shown here. */
export function presenceChanged({ rep }: { readonly rep: Rep }): void {
  if (usePresenceStore.getState().rep?.id === rep.id) presenceRead(rep);
}

export function presenceForgotten(): void {
  usePresenceStore.setState({ rep: null });
}
