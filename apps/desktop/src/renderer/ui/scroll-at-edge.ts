import type { DragPoint } from './use-drag.ts';

const edgePx = 36;
const stepPx = 14;

/** While something is carried near an edge, what scrolls scrolls by itself; `headPx` stands over its content at the top. */
export function scrollAtEdge(scroller: HTMLElement | null, { x, y }: DragPoint, headPx = 0): void {
  if (scroller === null) return;
  const { top, bottom, left, right } = scroller.getBoundingClientRect();
  scroller.scrollBy({ left: pull(x, left, right), top: pull(y, top + headPx, bottom) });
}

function pull(at: number, from: number, to: number): number {
  if (at > to - edgePx) return stepPx;
  return at < from + edgePx ? -stepPx : 0;
}
