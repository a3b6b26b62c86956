import type { Call, CallId } from '@ringdesk/shared';
import { useMemo } from 'react';
import { create } from 'zustand';
import { usePaced } from '../ui/use-paced.ts';
import { useDeskCall, useDeskCalls, useEndedToday, useMe } from './desk.store.ts';
import { type QueueRow, type QueueSection, type QueueView, queueRows } from './queue.ts';

interface QueueViewState extends QueueView {
  /** The call that was picked; null: whatever is mine. */
  readonly picked: CallId | null;
}

const useQueueViewStore = create<QueueViewState>(() => ({
  search: '',
  line: null,
  folded: new Set<QueueSection>(['ended']),
  picked: null,
}));

export const useQueueSearch = () => useQueueViewStore((view) => view.search);
export const useQueueLine = () => useQueueViewStore((view) => view.line);
/** Whether a search or filter keeps calls out of sight. */
export const useIsQueueNarrowed = () =>
  useQueueViewStore(({ search, line }) => search.trim() !== '' || line !== null);
export const usePickedId = () => useQueueViewStore((view) => view.picked);
export const searchQueue = (search: string) => useQueueViewStore.setState({ search });
export const filterQueue = (line: string | null) => useQueueViewStore.setState({ line });
export const pickCall = (picked: CallId | null) => useQueueViewStore.setState({ picked });

/** The call that was picked in the queue, whoever has it; null when none is. */
export function usePickedCall(): Call | null {
  return useDeskCall(usePickedId());
}

export function foldSection(section: QueueSection): void {
  useQueueViewStore.setState(({ folded }) => {
    const next = new Set(folded);
    if (!next.delete(section)) next.add(section);
    return { folded: next };
  });
}

/** From so many calls on, the order follows a few times a second; each row still follows its own call at once. */
const pacedFrom = 1000;
const paceMs = 300;

/** The rows of the queue in their order, for the search, line and folds of this desk. */
export function useQueueRows(): readonly QueueRow[] {
  const latest = useDeskCalls();
  const calls = usePaced(latest, latest.size < pacedFrom ? 0 : paceMs);
  const me = useMe();
  const endedToday = useEndedToday();
  const { search, line, folded } = useQueueViewStore();
  return useMemo(
    () => (me === null ? [] : queueRows({ calls, me: me.id, endedToday }, { search, line, folded })),
    [calls, me, endedToday, search, line, folded],
  );
}
