import { describe, expect, it } from 'vitest';
import { parsePlace, placeWindow } from './window-place.ts';

const screens = [{ x: 0, y: 0, width: 1920, height: 1080 }];
const left = { x: -1600, y: 0, width: 1600, height: 900 };

function remembered(x: number, y: number, width = 1200, height = 800) {
  return { bounds: { x, y, width, height }, isMaximized: false };
}

describe('where the window opens', () => {
  it('the first time in the middle, at its usual size', () => {
    expect(placeWindow(null, screens)).toEqual({ width: 1440, height: 900 });
  });

  it('where it was', () => {
    expect(placeWindow(remembered(50, 60), screens)).toEqual({ x: 50, y: 60, width: 1200, height: 800 });
  });

  it('never smaller than it can be read', () => {
    expect(placeWindow(remembered(0, 0, 300, 200), screens)).toMatchObject({ width: 1024, height: 700 });
  });

  it.each([
    ['on a screen that is gone', -1500, 100],
    ['below the last line', 100, 1070],
    ['above the first line', 100, -40],
    ['with less than a grip to the right', 1850, 100],
  ])('in the middle again when it was %s', (_where, x, y) => {
    expect(placeWindow(remembered(x, y), screens)).not.toHaveProperty('x');
  });

  it('on the second screen when that is there', () => {
    expect(placeWindow(remembered(-1500, 100), [...screens, left])).toMatchObject({ x: -1500, y: 100 });
  });
});

it.each([
  null,
  '',
  '{',
  '[]',
  '{"bounds":{"x":0,"y":0,"width":-5,"height":1},"isMaximized":false}',
  '{"x":1}',
])('a place that cannot be read is none: %s', (text) => expect(parsePlace(text)).toBeNull());

it('a place is read as it was written', () => {
  expect(parsePlace(JSON.stringify(remembered(1, 2)))).toEqual(remembered(1, 2));
});
