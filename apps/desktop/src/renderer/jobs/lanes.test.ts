import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inLanes } from './lanes.ts';

const at = (fromMinute: number, toMinute: number) => ({ fromMinute, toMinute });
const told = (items: readonly ReturnType<typeof at>[]) =>
  inLanes(items).map(({ item, lane, lanes, span }) => [
    item.fromMinute,
    item.toMinute,
    `${lane + 1}${span === 1 ? '' : ` to ${lane + span}`} of ${lanes}`,
  ]);

describe('jobs that overlap', () => {
  it('stand side by side, and back to back ones below each other', () => {
    expect(told([at(60, 120), at(90, 150), at(150, 200)])).toEqual([
      [60, 120, '1 of 2'],
      [90, 150, '2 of 2'],
      [150, 200, '1 of 1'],
    ]);
  });

  it('use a lane again once it is free', () => {
    expect(told([at(0, 300), at(0, 60), at(60, 120)])).toEqual([
      [0, 300, '1 of 2'],
      [0, 60, '2 of 2'],
      [60, 120, '2 of 2'],
    ]);
  });

  it('fill the lanes beside them that are free', () => {
    expect(told([at(0, 60), at(0, 60), at(0, 300), at(70, 120)])).toEqual([
      [0, 300, '1 of 3'],
      [0, 60, '2 of 3'],
      [0, 60, '3 of 3'],
      [70, 120, '2 to 3 of 3'],
    ]);
  });

  it('never cover each other, whatever there is', () => {
    const stretch = fc
      .tuple(fc.integer({ min: 0, max: 1400 }), fc.integer({ min: 1, max: 300 }))
      .map(([from, length]) => at(from, from + length));
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 40 }), (items) => {
        const placed = inLanes(items);
        expect(placed).toHaveLength(items.length);
        for (const a of placed) {
          expect(a.lane).toBeLessThan(a.lanes);
          for (const b of placed) {
            const isOther = a.item !== b.item;
            const meets = a.item.fromMinute < b.item.toMinute && b.item.fromMinute < a.item.toMinute;
            if (!isOther || !meets) continue;
            expect(a.lanes).toBe(b.lanes);
            expect(a.lane + a.span <= b.lane || b.lane + b.span <= a.lane).toBe(true);
          }
        }
      }),
    );
  });
});
