import { type RefObject, useRef } from 'react';
import { type ShortcutId, useShortcut } from './shortcuts.ts';

/** A field to which a key leads, with what stands in it picked. */
export function useFocusKey(id: ShortcutId): RefObject<HTMLInputElement | null> {
  const field = useRef<HTMLInputElement>(null);
  useShortcut(id, () => {
    field.current?.focus();
    field.current?.select();
  });
  return field;
}
