import { useEffect, useRef, useState } from 'react';
import { holdRows, type QueueRow } from './queue.ts';

const restsAfterMs = 1500;

/** Keeps the rows in place while the pointer moves over them; `hand` belongs on the element that is pointed at. */
export function useHeldRows(fresh: readonly QueueRow[]) {
  const [held, setHeld] = useState<readonly QueueRow[] | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  function letGo(): void {
    clearTimeout(timer.current);
    setHeld(null);
  }
  function hold(): void {
    clearTimeout(timer.current);
    timer.current = setTimeout(letGo, restsAfterMs);
    setHeld((before) => before ?? fresh);
  }
  return {
    rows: held === null ? fresh : holdRows(held, fresh),
    letGo,
    hand: { onPointerMove: hold, onPointerLeave: letGo },
  };
}
