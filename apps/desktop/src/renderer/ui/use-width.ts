import { type RefObject, useLayoutEffect, useState } from 'react';
import { useRem } from './use-rem.ts';

/** How wide an element is, in rem; it follows the window, panels beside it and the text size. */
export function useWidthRem(element: RefObject<HTMLElement | null>): number {
  const rem = useRem();
  const [widthPx, setWidthPx] = useState(0);
  useLayoutEffect(() => {
    const seen = element.current;
    if (seen === null) return;
    const watcher = new ResizeObserver(() => setWidthPx(seen.clientWidth));
    watcher.observe(seen);
    setWidthPx(seen.clientWidth);
    return () => watcher.disconnect();
  }, [element]);
  return widthPx / rem;
}
