import { useEffect, useRef } from 'react';
import { create } from 'zustand';

export type ShortcutGroup = 'calls' | 'caller' | 'queue' | 'presence' | 'customers' | 'jobs' | 'desk';

interface Shortcut {
  /** A key such as `E`, `?`, `Enter`, `Mod+K`, `Mod+Shift+L`; null: in the palette only. `Mod` is ⌘ on a Mac and Ctrl elsewhere. */
  readonly keys: string | null;
  readonly label: string;
  readonly group: ShortcutGroup;
  /** Also while the rep types in a field. */
  readonly whileTyping?: true;
  /** Only while nothing in particular has the focus: elsewhere the key is the page's own. */
  readonly isForHome?: true;
}

/** Every action that has a key or stands in the palette. The help sheet, menus and tooltips are drawn from this table. */
const shortcuts = {
  'offer.take': { keys: 'Enter', label: 'Take the offered call', group: 'calls' },
  'offer.decline': { keys: 'Escape', label: 'Decline the offered call', group: 'calls' },
  'call.end': { keys: 'E', label: 'End the call', group: 'calls' },
  'call.release': { keys: 'R', label: 'Give the call back to the queue', group: 'calls' },
  'call.note': { keys: 'N', label: 'Write a note', group: 'calls' },
  'transcript.now': { keys: 'G', label: 'Go to the newest words', group: 'calls' },
  'transcript.find': { keys: 'Mod+F', label: 'Find in the transcript', group: 'calls', whileTyping: true },
  'form.save': {
    keys: 'Mod+Enter',
    label: 'Save the form, book the job, or finish the wrap-up',
    group: 'calls',
    whileTyping: true,
  },
  'customer.link': { keys: 'L', label: 'Link a customer to the call', group: 'caller' },
  'customer.unlink': { keys: null, label: 'Take the customer off the call', group: 'caller' },
  'customer.new': { keys: 'C', label: 'New customer from this call', group: 'caller' },
  'job.new': { keys: 'J', label: 'New job from this call', group: 'caller' },
  'job.next-free': { keys: 'F2', label: 'Take the next free time', group: 'caller', whileTyping: true },
  'suggestion.take': {
    keys: 'Tab',
    label: 'Take the first thing that was heard',
    group: 'caller',
    isForHome: true,
  },
  'suggestion.take-all': {
    keys: 'Mod+.',
    label: 'Take everything that was heard',
    group: 'caller',
    whileTyping: true,
  },
  'suggestion.dismiss': {
    keys: 'Backspace',
    label: 'Dismiss the first thing that was heard',
    group: 'caller',
    isForHome: true,
  },
  'outbox.open': { keys: null, label: 'Show what waits for the server', group: 'desk' },
  'queue.search': { keys: '/', label: 'Search the queue', group: 'queue' },
  'queue.focus': { keys: 'Q', label: 'Go to the queue', group: 'queue' },
  'presence.available': { keys: 'A', label: 'Say available', group: 'presence' },
  'presence.away': { keys: 'B', label: 'Take a break', group: 'presence' },
  'customers.search': { keys: '/', label: 'Search the customers', group: 'customers' },
  'customers.new': { keys: 'N', label: 'New customer', group: 'customers' },
  'customers.import': { keys: null, label: 'Import customers from a file', group: 'customers' },
  'customers.export': { keys: null, label: 'Export these customers to a file', group: 'customers' },
  'jobs.search': { keys: '/', label: 'Search the jobs', group: 'jobs' },
  'jobs.new': { keys: 'N', label: 'New job', group: 'jobs' },
  'jobs.list': { keys: 'L', label: 'Jobs as a list', group: 'jobs' },
  'jobs.day': { keys: 'D', label: 'Jobs of a day', group: 'jobs' },
  'jobs.week': { keys: 'W', label: 'Jobs of a week', group: 'jobs' },
  'jobs.board': { keys: 'S', label: 'Jobs by status', group: 'jobs' },
  'jobs.today': { keys: 'T', label: 'Calendar: go to today', group: 'jobs' },
  'jobs.earlier': { keys: '[', label: 'Calendar: the days before', group: 'jobs' },
  'jobs.later': { keys: ']', label: 'Calendar: the days after', group: 'jobs' },
  undo: { keys: 'Mod+Z', label: 'Take back what was just done', group: 'desk' },
  'place.desk': { keys: 'Mod+1', label: 'Go to the desk', group: 'desk', whileTyping: true },
  'place.customers': { keys: 'Mod+3', label: 'Go to customers', group: 'desk', whileTyping: true },
  'place.jobs': { keys: 'Mod+4', label: 'Go to jobs', group: 'desk', whileTyping: true },
  'place.admin': { keys: 'Mod+9', label: 'Go to admin', group: 'desk', whileTyping: true },
  'place.people': { keys: null, label: 'Admin: people', group: 'desk' },
  'place.service-clients': { keys: null, label: 'Admin: service clients', group: 'desk' },
  'place.audit': { keys: null, label: 'Admin: sign-ins and changes', group: 'desk' },
  'place.account': { keys: 'Mod+,', label: 'Go to your account', group: 'desk', whileTyping: true },
  'context.toggle': { keys: 'I', label: 'Show or hide the caller’s facts', group: 'desk' },
  'palette.open': { keys: 'Mod+K', label: 'Find an action', group: 'desk', whileTyping: true },
  'help.open': { keys: '?', label: 'Show all keys', group: 'desk' },
  'sound.open': { keys: null, label: 'Sound of offers: volume and quiet hours', group: 'desk' },
  'theme.system': { keys: null, label: 'Theme: as the system', group: 'desk' },
  'theme.light': { keys: null, label: 'Theme: light', group: 'desk' },
  'theme.dark': { keys: null, label: 'Theme: dark', group: 'desk' },
  'theme.contrast': { keys: null, label: 'High contrast on or off', group: 'desk' },
  'session.lock': { keys: 'Mod+Shift+L', label: 'Lock this desk', group: 'desk', whileTyping: true },
  'session.sign-out': { keys: null, label: 'Sign out', group: 'desk' },
} as const satisfies Readonly<Record<string, Shortcut>>;

export type ShortcutId = keyof typeof shortcuts;

export const shortcutIds = Object.keys(shortcuts).filter((id): id is ShortcutId => id in shortcuts);

/** A shortcut's row with its optional fields. */
export function shortcutOf(id: ShortcutId): Shortcut {
  return shortcuts[id];
}

/** The key of an action as a tooltip or menu shows it; undefined when it has none. */
export function keysOf(id: ShortcutId): string | undefined {
  return shortcutOf(id).keys ?? undefined;
}

interface Registration {
  readonly id: ShortcutId;
  readonly run: () => void;
}

const useRegistrations = create<{ readonly list: readonly Registration[] }>(() => ({ list: [] }));

/** The actions that can be done right now, each once. */
export function useReadyShortcuts(): readonly Registration[] {
  const list = useRegistrations((it) => it.list);
  return shortcutIds.flatMap((id) => list.findLast((it) => it.id === id) ?? []);
}

/** Runs `handler` for the shortcut while the component is there and `isEnabled`; the component that came last wins. */
export function useShortcut(id: ShortcutId, handler: () => void, isEnabled = true): void {
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => {
    if (!isEnabled) return;
    return registerShortcut({ id, run: () => latest.current() });
  }, [id, isEnabled]);
}

/** For actions that live outside components; returns the way to take it back. */
export function registerShortcut(registration: Registration): () => void {
  useRegistrations.setState(({ list }) => ({ list: [...list, registration] }));
  return () => useRegistrations.setState(({ list }) => ({ list: list.filter((it) => it !== registration) }));
}

/** Runs an action that can be done right now, as its key would: for buttons that do the same. */
export function runAction(id: ShortcutId): void {
  useRegistrations
    .getState()
    .list.findLast((it) => it.id === id)
    ?.run();
}

/** Finds the action for a key press and runs it; true when one ran. */
export function runShortcut(press: Press, where: Where): boolean {
  const { list } = useRegistrations.getState();
  const found = list.findLast((it) => isMeant(shortcutOf(it.id), press, where));
  found?.run();
  return found !== undefined;
}

export type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Where the focus is: nowhere in particular is home, a field takes every letter, a button takes Enter, a menu or dialog takes all but its own. */
export type Where = 'home' | 'page' | 'field' | 'button' | 'popup';

function isMeant(shortcut: Shortcut, press: Press, where: Where): boolean {
  if (shortcut.keys === null) return false;
  const parts = shortcut.keys.split('+');
  const key = parts.at(-1) ?? '';
  const isMod = parts.length > 1;
  if (isMod !== (press.ctrlKey || press.metaKey) || press.altKey) return false;
  // Alone, Shift may be part of the key itself, as in `?`.
  if (isMod && parts.includes('Shift') !== press.shiftKey) return false;
  if (key.toLowerCase() !== press.key.toLowerCase()) return false;
  if (where === 'popup') return false;
  if (shortcut.isForHome === true) return where === 'home' && !press.shiftKey;
  if (where === 'field') return shortcut.whileTyping === true;
  return !(where === 'button' && key === 'Enter' && !isMod);
}
