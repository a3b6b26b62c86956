import { create } from 'zustand';

interface Announcement {
  readonly text: string;
  /** Counts up, so that the same sentence twice is spoken twice. */
  readonly turn: number;
}

const useAnnouncementStore = create<Announcement>(() => ({ text: '', turn: 0 }));

export const useAnnouncement = () => useAnnouncementStore();

/** Speaks one sentence to a screen reader, politely. For offers and finished sentences, nothing else. */
export function announce(text: string): void {
  useAnnouncementStore.setState(({ turn }) => ({ text, turn: turn + 1 }));
}
