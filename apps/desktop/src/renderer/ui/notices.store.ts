import { create } from 'zustand';
import type { Tone } from './Banner.tsx';

export interface Notice {
  readonly id: number;
  readonly tone: Tone;
  readonly text: string;
  /** Takes back what the sentence tells of. */
  readonly undo?: NoticeUndo;
}

export interface NoticeUndo {
  readonly label: string;
  readonly run: () => void;
}

const shownMs = 6000;
/** What can be taken back stays longer: one has to read it, decide and get there. */
const undoMs = 15_000;
let lastId = 0;

const useNoticesStore = create<{ readonly notices: readonly Notice[] }>(() => ({ notices: [] }));

export const useNotices = () => useNoticesStore((state) => state.notices);

/** The newest thing that can still be taken back. */
export const useLastUndo = () => useNoticesStore(({ notices }) => notices.findLast((it) => it.undo) ?? null);

/** Says one sentence in the corner for a few seconds. The same sentence is never there twice. */
export function notice(text: string, tone: Tone = 'info', undo?: NoticeUndo): void {
  lastId += 1;
  const id = lastId;
  const others = useNoticesStore.getState().notices.filter((shown) => shown.text !== text);
  useNoticesStore.setState({ notices: [...others, { id, tone, text, ...(undo && { undo }) }].slice(-3) });
  setTimeout(() => dismissNotice(id), undo === undefined ? shownMs : undoMs);
}

/** Takes back what a notice tells of, once. */
export function undoNotice(shown: Notice): void {
  dismissNotice(shown.id);
  shown.undo?.run();
}

/** Takes back every sentence: nothing of it is for whoever comes next. */
export function dismissNotices(): void {
  useNoticesStore.setState({ notices: [] });
}

export function dismissNotice(id: number): void {
  useNoticesStore.setState(({ notices }) => ({ notices: notices.filter((shown) => shown.id !== id) }));
}
