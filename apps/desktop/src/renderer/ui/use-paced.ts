import { useEffect, useRef, useState } from 'react';

/** A value that follows its source at most every `paceMs`: for what is dear to draw. Zero follows at once. */
export function usePaced<Value>(value: Value, paceMs: number): Value {
  const [shown, setShown] = useState(value);
  const latest = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    latest.current = value;
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      setShown(latest.current);
    }, paceMs);
  }, [value, paceMs]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return paceMs === 0 ? value : shown;
}
