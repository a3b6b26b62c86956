import type { Stretch } from './calendar-days.ts';

/** Where something stands beside what overlaps it: lane 0 of `lanes` is the leftmost. */
export interface Placed<Item> {
  readonly item: Item;
  readonly lane: number;
  readonly lanes: number;
  /** How many lanes it may fill, its own and those to the right that are free beside it. */
  readonly span: number;
}

/** Puts what overlaps side by side. Things that touch only do not overlap; each group that hangs together shares the width. */
export function inLanes<Item extends Stretch>(items: readonly Item[]): readonly Placed<Item>[] {
  const sorted = items.toSorted((a, b) => a.fromMinute - b.fromMinute || b.toMinute - a.toMinute);
  const groups: Item[][] = [];
  let reaches = Number.NEGATIVE_INFINITY;
  for (const item of sorted) {
    if (item.fromMinute >= reaches) groups.push([]);
    groups.at(-1)?.push(item);
    reaches = Math.max(reaches, item.toMinute);
  }
  return groups.flatMap(placedIn);
}

function placedIn<Item extends Stretch>(group: readonly Item[]): readonly Placed<Item>[] {
  const ends: number[] = [];
  const placed = group.map((item) => {
    const free = ends.findIndex((end) => end <= item.fromMinute);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = item.toMinute;
    return { item, lane };
  });
  return placed.map((one) => ({ ...one, lanes: ends.length, span: spanOf(one, placed, ends.length) }));
}

function spanOf<Item extends Stretch>(
  { item, lane }: { readonly item: Item; readonly lane: number },
  placed: readonly { readonly item: Item; readonly lane: number }[],
  lanes: number,
): number {
  const beside = placed.filter(
    (other) =>
      other.lane > lane && other.item.fromMinute < item.toMinute && item.fromMinute < other.item.toMinute,
  );
  return Math.min(lanes, ...beside.map((other) => other.lane)) - lane;
}
