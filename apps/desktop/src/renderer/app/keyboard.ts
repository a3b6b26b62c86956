import { isLeaving, openPopupOf } from '../ui/popups.ts';
import { runShortcut, type Where } from './shortcuts.ts';

/** What the focused element would do with a key itself. */
function whereIs(target: EventTarget | null): Where {
  if (!(target instanceof Element)) return 'home';
  // What is leaving takes no keys: they are meant for the desk again, although the focus is still on its way back.
  if (isLeaving(target)) return 'home';
  if (openPopupOf(target) !== null) return 'popup';
  // A choice takes Enter and arrows, not letters: the single keys work there as they do on a button.
  if (target.closest('input[type="radio"], input[type="checkbox"]')) return 'button';
  if (target.closest('input, textarea, select, [contenteditable="true"], [contenteditable=""]'))
    return 'field';
  if (target.closest('button, a[href], summary, [role="button"], [role="checkbox"], [role="radio"]'))
    return 'button';
  return target.matches('body, [data-focus-home]') ? 'home' : 'page';
}

/** Lets every key press go through the shortcuts, unless somebody has used it already; returns the way to stop. */
export function listenToKeys(root: Window): () => void {
  function pressed(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing || event.repeat) return;
    if (runShortcut(event, whereIs(event.target))) event.preventDefault();
  }
  root.addEventListener('keydown', pressed);
  return () => root.removeEventListener('keydown', pressed);
}
