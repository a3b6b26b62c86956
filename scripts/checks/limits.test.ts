import { describe, expect, it } from 'vitest';
import { excesses, figures, quantile } from './limits.ts';
import type { Measured } from './measure.ts';

function file(name: string, of: Partial<Measured> = {}): Measured {
  return { file: name, lines: 40, commentLines: 4, functions: [], anyAt: [], assertionAt: [], ...of };
}

function taking(parameters: number, lines = 5) {
  return { functions: [{ name: 'claimCall', line: 7, lines, parameters }] };
}

const verb = 'apps/server/src/calls/claim-call.ts';
const view = 'apps/desktop/src/renderer/calls/CallView.tsx';

describe('a single place', () => {
  const rows: readonly (readonly [why: string, file: Measured, at: string | null])[] = [
    ['300 lines are a file', file(verb, { lines: 300 }), null],
    ['301 lines are two files', file(verb, { lines: 301 }), `${verb}:301`],
    ['a test may not be longer either', file('a.test.ts', { lines: 301 }), 'a.test.ts:301'],
    ['60 lines are a function', file(verb, taking(1, 60)), null],
    ['61 lines are two functions', file(verb, taking(1, 61)), `${verb}:7`],
    ['a view may draw in 120 lines', file(view, taking(1, 120)), null],
    ['a view may not draw in 121', file(view, taking(1, 121)), `${view}:7`],
    ['a test may tell a long story', file('a.test.ts', taking(1, 90)), null],
    ['three parameters can be read', file(verb, taking(3)), null],
    ['four cannot', file(verb, taking(4)), `${verb}:7`],
    ['`any` is never right', file('a.test.ts', { anyAt: [12] }), 'a.test.ts:12'],
  ];

  it.each(rows)('%s', (_why, measured, at) => {
    expect(excesses([measured]).map((it) => it.at)).toEqual(at === null ? [] : [at]);
  });

  it('is named with its remedy', () => {
    const [excess] = excesses([file(verb, taking(4))]);
    expect(excess?.sentence).toBe(
      'claimCall takes 4 parameters, limit 3: hand over one object with named members',
    );
  });
});

describe('the house as a whole', () => {
  const figure = (name: string, files: readonly Measured[]) => figures(files).find((it) => it.name === name);
  const tested = file('a.test.ts', { lines: 40 });

  it('holds when it is small', () => {
    expect(figures([file(verb, taking(2)), tested]).filter((it) => it.isHeld === false)).toEqual([]);
  });

  it('does not hold when half of the files are longer than a screen', () => {
    const files = [file('a.ts', { lines: 61 }), file('b.ts', { lines: 61 }), file('c.ts', { lines: 1 })];
    expect(figure('file lines, median', files)).toMatchObject({ value: 61, isHeld: false });
  });

  it('does not hold when a tenth of the files are very long', () => {
    const files = [...Array.from({ length: 8 }, (_, i) => file(`${i}.ts`)), file('x.ts', { lines: 181 })];
    expect(figure('file lines, p90', files)).toMatchObject({ value: 181, isHeld: false });
  });

  it('does not hold when functions grow', () => {
    expect(figure('function lines, median', [file(verb, taking(1, 11))])?.isHeld).toBe(false);
    expect(figure('function lines, p90', [file(verb, taking(1, 41))])?.isHeld).toBe(false);
  });

  it('counts assertions in what is tested, not in what tests', () => {
    const many = { lines: 1000, assertionAt: [1, 2, 3] };
    expect(figure('`as` in 1000 lines', [file(verb, many)])).toMatchObject({ value: 3, isHeld: false });
    expect(figure('`as` in 1000 lines', [file(verb), file('a.test.ts', many)])).toMatchObject({ value: 0 });
  });

  it('does not hold without tests', () => {
    const untested = [file(verb, { lines: 100 }), file('a.test.ts', { lines: 49 })];
    expect(figure('test lines / source lines', untested)?.isHeld).toBe(false);
  });

  it('holds the size of the doors, and only tells the share of comments', () => {
    const files = [file('apps/server/src/edge/http.ts', { lines: 90 }), file(verb)];
    expect(figure('contract machinery and edge, lines', files)).toMatchObject({ value: 90, isHeld: true });
    const grown = [file('apps/server/src/edge/http.ts', { lines: 1651 })];
    expect(figure('contract machinery and edge, lines', grown)?.isHeld).toBe(false);
    expect(figure('comment lines, %', files)?.isHeld).toBeNull();
  });
});

it('takes the nearest rank as a quantile', () => {
  expect([quantile([], 0.5), quantile([5, 1, 3], 0.5), quantile([1, 2, 3, 4], 0.9)]).toEqual([0, 3, 4]);
});
