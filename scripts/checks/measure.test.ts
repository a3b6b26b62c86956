import { expect, it } from 'vitest';
import { measure } from './measure.ts';

const sample = `/** Says
 * two lines. */
export const claim = async (call: any, rep: string) => {
  return call as string; // and one more
};
export function offer(a: 1, b: 2, c: 3, d: 4) {}
class Line {
  #speak = (words: string) => words;
  constructor(readonly name: string) {}
  get open() { return true; }
}
export const table = {
  hangUp(this: Line, call: string) {},
  ring: (call: unknown) => <string>call,
  list: ['x'] as const,
};
[3, 1].sort((a, b) => a - b);

`;

it('counts lines up to the last word, and lines of comment', () => {
  expect(measure('a.ts', sample)).toMatchObject({ file: 'a.ts', lines: 17, commentLines: 3 });
});

it('finds every function that has a name, with its place, length and parameters', () => {
  const found = measure('a.ts', sample).functions.map((f) => [f.name, f.line, f.lines, f.parameters]);
  expect(found).toEqual([
    ['claim', 3, 3, 2],
    ['offer', 6, 1, 4],
    ['#speak', 8, 1, 1],
    ['constructor', 9, 1, 1],
    ['open', 10, 1, 0],
    ['hangUp', 13, 1, 1],
    ['ring', 14, 1, 1],
  ]);
});

it('finds each `any` and each assertion, and leaves `as const` alone', () => {
  expect(measure('a.ts', sample)).toMatchObject({ anyAt: [3], assertionAt: [4, 14] });
});

it('does not take words in text and comments for code', () => {
  const text = "// any as string\nexport const note = 'any as string';\n";
  expect(measure('a.ts', text)).toMatchObject({ anyAt: [], assertionAt: [], commentLines: 1 });
});

it('reads views', () => {
  const view = 'export function Card(props: { name: string }) {\n  return <p>{props.name}</p>;\n}\n';
  expect(measure('Card.tsx', view).functions).toEqual([{ name: 'Card', line: 1, lines: 3, parameters: 1 }]);
});

it('says which file it cannot read', () => {
  expect(() => measure('broken.ts', 'export const = 1;')).toThrow(/^broken\.ts: /);
});
