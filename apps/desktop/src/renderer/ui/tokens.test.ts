import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const css = readFileSync(fileURLToPath(new URL('./tokens.css', import.meta.url)), 'utf8');
const [plain = '', more = ''] = css.split(':root[data-contrast="more"]');

type Mode = 'light' | 'dark';
type Palette = (token: string, mode: Mode) => string;

function paletteOf(...blocks: string[]): Palette {
  return (token, mode) => {
    for (const block of blocks) {
      const found = new RegExp(`--${token}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(block);
      const colour = found?.[mode === 'light' ? 1 : 2];
      if (colour !== undefined) return colour;
    }
    throw new Error(`no token --${token}`);
  };
}

/** Relative luminance and contrast ratio as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const surfaces = ['bg', 'surface', 'sunken', 'hover', 'selected'];
const inks = ['text', 'text-2', 'text-3', 'accent', 'red', 'green', 'blue', 'grey', 'amber'];
const states = ['red', 'green', 'blue', 'grey', 'amber'];
const themes: ReadonlyArray<readonly [string, Palette]> = [
  ['plain', paletteOf(plain)],
  ['high contrast', paletteOf(more, plain)],
];

describe.each(themes)('the %s theme', (_name, palette) => {
  for (const mode of ['light', 'dark'] as const) {
    it(`keeps every ink readable on every surface (${mode})`, () => {
      for (const ink of inks) {
        for (const surface of surfaces) {
          const ratio = contrast(palette(ink, mode), palette(surface, mode));
          expect(ratio, `${ink} on ${surface} is ${ratio.toFixed(2)}`).toBeGreaterThanOrEqual(4.5);
        }
      }
    });

    it(`keeps state colours and text readable on their soft fills (${mode})`, () => {
      for (const state of states) {
        for (const ink of [state, 'text', 'text-2']) {
          const ratio = contrast(palette(ink, mode), palette(`${state}-soft`, mode));
          expect(ratio, `${ink} on ${state}-soft is ${ratio.toFixed(2)}`).toBeGreaterThanOrEqual(4.5);
        }
      }
    });

    it(`keeps the accent button readable, and its edge visible (${mode})`, () => {
      expect(contrast(palette('on-accent', mode), palette('accent', mode))).toBeGreaterThanOrEqual(4.5);
      expect(contrast(palette('on-accent', mode), palette('accent-hover', mode))).toBeGreaterThanOrEqual(4.5);
      expect(contrast(palette('line-strong', mode), palette('surface', mode))).toBeGreaterThanOrEqual(3);
    });
  }
});
