import { undoNotice, useLastUndo } from '../ui/notices.store.ts';
import { lockDesk } from './lock-desk.ts';
import { useShortcut } from './shortcuts.ts';
import { setTheme, toggleContrast } from './theme.store.ts';

/** The actions of the app itself. */
export function useAppShortcuts(on: {
  readonly onHelp: () => void;
  readonly onPalette: () => void;
  readonly onSignOut: () => void;
}): void {
  const last = useLastUndo();
  useShortcut('undo', () => (last === null ? undefined : undoNotice(last)), last !== null);
  useShortcut('help.open', on.onHelp);
  useShortcut('palette.open', on.onPalette);
  useShortcut('theme.system', () => setTheme('system'));
  useShortcut('theme.light', () => setTheme('light'));
  useShortcut('theme.dark', () => setTheme('dark'));
  useShortcut('theme.contrast', toggleContrast);
  useShortcut('session.lock', lockDesk);
  useShortcut('session.sign-out', on.onSignOut);
}
