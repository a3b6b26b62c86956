import { useEffect, useRef } from 'react';
import { isFocusTaken } from './focus-home.ts';
import { dispositionOfKey } from './wrap-up.ts';

export interface WrapUpKeys {
  pick(key: string): void;
  close(): void;
}

/** Digits pick and Enter closes while a wrap-up is open, wherever the focus is but in a field, a menu or a dialog. */
export function useWrapUpKeys(keys: WrapUpKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    function pressed(event: KeyboardEvent): void {
      const isCombined = event.ctrlKey || event.metaKey || event.altKey;
      if (event.defaultPrevented || event.repeat || isCombined || isFocusTaken()) return;
      const picked = dispositionOfKey(event.key);
      if (picked !== null) latest.current.pick(picked.key);
      else if (event.key === 'Enter' && !isOnButton(event.target)) latest.current.close();
      else return;
      event.preventDefault();
    }
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
}

function isOnButton(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, a[href], summary') !== null;
}
