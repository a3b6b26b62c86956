import { type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * Keeps the field somebody types in where it is while something comes or goes above it in `box`, which scrolls. The box has
 * `overflow-anchor: none`, because a browser does the same only where it was scrolled already.
 */
export function useSteadyField(box: RefObject<HTMLElement | null>): void {
  const before = useRef<{ readonly field: Element; readonly top: number } | null>(null);
  useLayoutEffect(() => {
    const field = document.activeElement;
    const now = box.current?.contains(field) ? topIn(box.current, field) : null;
    if (now !== null && before.current?.field === now.field && box.current !== null)
      box.current.scrollTop += now.top - before.current.top;
    before.current = now;
  });
}

/** How far below the top of everything in the box a field begins, however far it is scrolled. */
function topIn(box: HTMLElement, field: Element | null) {
  if (field === null || field === box) return null;
  const top = field.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop;
  return { field, top };
}
