import { z } from 'zod';

const Rectangle = z.object({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() });
type Rectangle = z.infer<typeof Rectangle>;

/** Where the window was when it was closed. */
const WindowPlace = z.object({ bounds: Rectangle, isMaximized: z.boolean() });
export type WindowPlace = z.infer<typeof WindowPlace>;

export const smallest = { width: 1024, height: 700 } as const;
const usual = { width: 1440, height: 900 } as const;

/** Enough of the title bar to take hold of it with a mouse. */
const grip = { width: 100, height: 30 } as const;

/** Reads a remembered place; null where there is none, or where it is damaged. */
export function parsePlace(text: string | null): WindowPlace | null {
  try {
    return WindowPlace.parse(JSON.parse(text ?? 'null'));
  } catch {
    return null;
  }
}

/** Where to open: as remembered when that can be reached on the screens of today, else in the middle at the usual size. */
export function placeWindow(
  remembered: WindowPlace | null,
  screens: readonly Rectangle[],
): { readonly width: number; readonly height: number; readonly x?: number; readonly y?: number } {
  if (remembered === null || !screens.some((screen) => canBeGripped(remembered.bounds, screen))) return usual;
  const { x, y, width, height } = remembered.bounds;
  return { x, y, width: Math.max(width, smallest.width), height: Math.max(height, smallest.height) };
}

function canBeGripped(window: Rectangle, screen: Rectangle): boolean {
  const overlapX = Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x);
  const isBarOnScreen = window.y >= screen.y && window.y + grip.height <= screen.y + screen.height;
  return overlapX >= grip.width && isBarOnScreen;
}
