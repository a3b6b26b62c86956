import { useEffect, useRef, useState } from 'react';

const usualRestMs = 250;

/** A text that is shown as it is typed and handed on when the typing rests; `value` from outside wins once it changes. */
export function useTyped(
  value: string,
  rested: (text: string) => void,
  restMs = usualRestMs,
): readonly [string, (text: string) => void] {
  const [text, setText] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    clearTimeout(timer.current);
    setText(value);
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  function type(next: string): void {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => rested(next), restMs);
  }
  return [text, type];
}
