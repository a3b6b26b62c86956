import { type PointerEvent as ReactPointerEvent, useCallback, useEffect, useRef } from 'react';

export interface DragPoint {
  readonly x: number;
  readonly y: number;
}

export interface DragActions<Thing> {
  /** Where it is, and where it was grabbed. */
  readonly move: (thing: Thing, at: DragPoint, grabbed: DragPoint) => void;
  readonly drop: (thing: Thing, at: DragPoint) => void;
  readonly cancel: () => void;
}

/** A hand that trembles while it clicks drags nothing. */
const threshold = 5;

/** Drags with the pointer: what is grabbed moves once the hand has, Escape puts it back, and the click at the end opens nothing. */
export function useDrag<Thing>(actions: DragActions<Thing>) {
  const latest = useRef(actions);
  const stop = useRef<() => void>(() => undefined);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => () => stop.current(), []);

  return useCallback((thing: Thing, event: ReactPointerEvent) => {
    if (event.button !== 0 || event.pointerType === 'touch') return;
    const grabbed = { x: event.clientX, y: event.clientY };
    let isDragging = false;

    function moved({ clientX: x, clientY: y }: PointerEvent): void {
      isDragging ||= Math.hypot(x - grabbed.x, y - grabbed.y) >= threshold;
      if (isDragging) latest.current.move(thing, { x, y }, grabbed);
    }
    function letGo({ clientX: x, clientY: y }: PointerEvent): void {
      stop.current();
      if (!isDragging) return;
      swallowClick();
      latest.current.drop(thing, { x, y });
    }
    function pressed(key: KeyboardEvent): void {
      if (key.key !== 'Escape' || !isDragging) return;
      key.preventDefault();
      key.stopPropagation();
      giveUp();
    }
    function giveUp(): void {
      stop.current();
      if (!isDragging) return;
      swallowClick();
      latest.current.cancel();
    }
    window.addEventListener('pointermove', moved);
    window.addEventListener('pointerup', letGo);
    window.addEventListener('pointercancel', giveUp);
    window.addEventListener('keydown', pressed, true);
    stop.current = () => {
      window.removeEventListener('pointermove', moved);
      window.removeEventListener('pointerup', letGo);
      window.removeEventListener('pointercancel', giveUp);
      window.removeEventListener('keydown', pressed, true);
    };
  }, []);
}

/** The click that a browser makes of pressing and letting go belongs to the drag. */
function swallowClick(): void {
  const swallow = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener('click', swallow, true), 0);
}
