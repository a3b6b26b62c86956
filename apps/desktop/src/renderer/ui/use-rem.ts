import { useSyncExternalStore } from 'react';

function read(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}

function watch(changed: () => void): () => void {
  window.addEventListener('resize', changed);
  return () => window.removeEventListener('resize', changed);
}

/** One rem in pixels: where script must know a height that style gives in rem, at any text size. */
export function useRem(): number {
  return useSyncExternalStore(watch, read);
}
