import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { following, type Place, readAt, scrolled } from './follow.ts';

export interface Follow {
  readonly place: Place;
  goNow(): void;
  /** Stops following, because something further up is about to be shown; not where everything is in sight. */
  stay(): void;
  readonly onScroll: () => void;
  readonly onWheel: (event: { readonly deltaY: number }) => void;
}

/** Keeps a scrolling box at its end until the rep moves up; runs after every drawing of the component that uses it. */
export function useFollow(box: RefObject<HTMLElement | null>, segmentCount: number): Follow {
  const [place, setPlace] = useState<Place>(following);
  const last = useRef({ top: 0, height: 0 });

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null || place.kind !== 'following') return;
    element.scrollTop = element.scrollHeight;
    last.current = { top: element.scrollTop, height: element.scrollHeight };
  });

  return {
    place,
    goNow: () => setPlace(following),
    stay: () => {
      const element = box.current;
      const isAllInSight = element === null || element.scrollHeight <= element.clientHeight;
      if (!isAllInSight) setPlace((before) => readAt(before, segmentCount));
    },
    onScroll: () => {
      const element = box.current;
      if (element === null) return;
      const { scrollTop, scrollHeight, clientHeight } = element;
      // A box that shrank (rows measured smaller than guessed) moves the view without anybody having moved it.
      const isUp = scrollTop < last.current.top - 1 && scrollHeight >= last.current.height;
      last.current = { top: scrollTop, height: scrollHeight };
      const distance = scrollHeight - clientHeight - scrollTop;
      setPlace((before) => scrolled(before, { distance, isUp, segments: segmentCount }));
    },
    onWheel: ({ deltaY }) => {
      const element = box.current;
      // The first turn of the wheel counts: waiting for the distance would let new words pull the view back.
      const canMove = element !== null && element.scrollTop > 0;
      if (deltaY < 0 && canMove) setPlace((before) => readAt(before, segmentCount));
    },
  };
}
