import { isLeaving, openPopupOf } from '../ui/popups.ts';

/** Where the focus goes when what had it is gone: the call in the middle, else the main part of the page. */
const home = '[data-focus-home]';

function isFree(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

/** Gives a lost focus to `wished` if it is still there, else to the middle of the desk; runs after the next drawing. */
export function rescueFocus(wished: Element | null): void {
  requestAnimationFrame(() => {
    if (!isFree()) return;
    const middle = document.querySelector(home) ?? document.querySelector('main');
    for (const place of [wished, middle]) {
      if (!(place instanceof HTMLElement) || !place.isConnected || place === document.body) continue;
      place.focus({ preventScroll: true });
      if (!isFree()) return;
    }
  });
}

const fields = 'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable]';

/** Somebody is writing, or has a menu or dialog open: the focus is not to be taken away. */
export function isFocusTaken(): boolean {
  const focused = document.activeElement;
  if (focused === null || isLeaving(focused)) return false;
  return focused.closest(fields) !== null || openPopupOf(focused) !== null;
}

/** Runs when a menu or dialog that has the focus now, or gets it later, has given it back; returns the way to stop. */
export function onPopupLeft(left: () => void): () => void {
  let isInPopup = openPopupOf(document.activeElement) !== null;
  function focused({ target }: FocusEvent): void {
    const wasInPopup = isInPopup;
    isInPopup = target instanceof Element && openPopupOf(target) !== null;
    if (wasInPopup && !isInPopup) left();
  }
  document.addEventListener('focusin', focused);
  return () => document.removeEventListener('focusin', focused);
}
