import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

/**
 * Keeps the field somebody types in where it is while something comes or goes above it in `box`, which scrolls, and in sight
 * while the box itself gets smaller. The box has `overflow-anchor: none`, because a browser does the same only where it was
 * scrolled already.
 */
export function useSteadyField(box: RefObject<HTMLElement | null>): void {
  const before = useRef<{ readonly field: Element; readonly top: number } | null>(null);
  useLayoutEffect(() => {
    const field = document.activeElement;
    const now = box.current?.contains(field) ? topIn(box.current, field) : null;
    if (now !== null && before.current?.field === now.field && box.current !== null)
      scrollBy(box.current, now.top - before.current.top);
    before.current = now;
  });
  useEffect(() => {
    const { current } = box;
    if (current === null) return;
    const watch = new ResizeObserver(() => {
      const field = document.activeElement;
      if (field !== current && current.contains(field)) field?.scrollIntoView({ block: 'nearest' });
    });
    watch.observe(current);
    return () => watch.disconnect();
  }, [box]);
}

/** Scrolls also where there is too little to scroll: the room for it is made below. */
function scrollBy(box: HTMLElement, px: number): void {
  const { overflowY, paddingBottom } = getComputedStyle(box);
  if (overflowY === 'visible') return;
  const last = box.lastElementChild?.getBoundingClientRect().bottom ?? 0;
  const room = Number.parseFloat(paddingBottom);
  const filled = last - box.getBoundingClientRect().top + box.scrollTop + room;
  const missing = box.clientHeight + box.scrollTop + px - filled;
  if (px > 0 && missing > 0) box.style.paddingBottom = `${room + missing}px`;
  box.scrollTop += px;
}

/** How far below the top of everything in the box a field begins, however far it is scrolled. */
function topIn(box: HTMLElement, field: Element | null) {
  if (field === null || field === box) return null;
  const top = field.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop;
  return { field, top };
}
