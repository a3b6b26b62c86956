import { create } from 'zustand';
import type { Tone } from './Banner.tsx';

export interface Notice {
  readonly id: number;
  readonly tone: Tone;
  readonly text: string;
}

const shownMs = 6000;
let lastId = 0;

const useNoticesStore = create<{ readonly notices: readonly Notice[] }>(() => ({ notices: [] }));

export const useNotices = () => useNoticesStore((state) => state.notices);

/** Says one sentence in the corner for a few seconds. The same sentence is never there twice. */
export function notice(text: string, tone: Tone = 'info'): void {
  lastId += 1;
  const id = lastId;
  const others = useNoticesStore.getState().notices.filter((shown) => shown.text !== text);
  useNoticesStore.setState({ notices: [...others, { id, tone, text }].slice(-3) });
  setTimeout(() => dismissNotice(id), shownMs);
}

/** Takes back every sentence: nothing of it is for whoever comes next. */
export function dismissNotices(): void {
  useNoticesStore.setState({ notices: [] });
}

export function dismissNotice(id: number): void {
  useNoticesStore.setState(({ notices }) => ({ notices: notices.filter((shown) => shown.id !== id) }));
}
