import { notice } from '../ui/notices.store.ts';
import type { Drafts } from './drafts.ts';

/** Empties a form; for a while it can be taken back. */
export function clearDraft<Draft>(
  drafts: Drafts<Draft>,
  place: string,
  say: { readonly cleared: string; readonly undo: string },
): void {
  const typed = drafts.now(place);
  drafts.drop(place);
  if (typed !== null) notice(say.cleared, 'info', { label: say.undo, run: () => drafts.keep(place, typed) });
}
