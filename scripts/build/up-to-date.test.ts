import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { root } from '../say.ts';
import { ensureMade, fingerprint } from './up-to-date.ts';

const folder = path.join('node_modules', '.cache', `up-to-date-${process.pid}`);
const at = (name: string) => path.join(root, folder, name);
let made: number;

const product = {
  name: `trial ${process.pid}`,
  sources: [path.join(folder, 'src')],
  results: [path.join(folder, 'out.txt')],
  make: async () => {
    made += 1;
    writeFileSync(at('out.txt'), 'made');
  },
};

beforeEach(() => {
  made = 0;
  mkdirSync(at('src'), { recursive: true });
  writeFileSync(at('src/a.ts'), 'one');
});
afterEach(() => {
  rmSync(at(''), { recursive: true });
  rmSync(path.join(root, 'node_modules/.cache/ringdesk', `trial-${process.pid}.stamp`), { force: true });
});

it('is made once, and again only when a source changes or the result is gone', async () => {
  expect(await ensureMade(product)).toBe(true);
  expect(await ensureMade(product)).toBe(false);
  writeFileSync(at('src/a.ts'), 'two');
  expect(await ensureMade(product)).toBe(true);
  rmSync(at('out.txt'));
  expect(await ensureMade(product)).toBe(true);
  expect(made).toBe(3);
});

it('is made once by two commands at the same time', async () => {
  expect(await Promise.all([ensureMade(product), ensureMade(product)])).toEqual([true, false]);
  expect(made).toBe(1);
});

it('is made again after a make that failed', async () => {
  const make = () => Promise.reject(new Error('no space'));
  await ensureMade(product);
  writeFileSync(at('src/a.ts'), 'two');
  await expect(ensureMade({ ...product, make })).rejects.toThrow('no space');
  expect(await ensureMade(product)).toBe(true);
});

it('tests are no sources, but a new or renamed file is', () => {
  const before = fingerprint(product.sources);
  writeFileSync(at('src/a.test.ts'), 'test');
  expect(fingerprint(product.sources)).toBe(before);
  writeFileSync(at('src/b.ts'), '');
  expect(fingerprint(product.sources)).not.toBe(before);
});
