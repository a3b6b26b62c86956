import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { absent, routes } from './routes.ts';

const page = readFileSync(new URL('../../../../../docs/housecall.md', import.meta.url), 'utf8');
const written = (method: string, path: string) => `\`${method} ${path.replace(/:(\w+)/g, '{$1}')}\``;

test('the page about the door names each address that is answered, and no other', () => {
  const named = [...page.matchAll(/^\| (`(?:GET|POST|PUT|DELETE) [^`]+`)/gm)].map(([, one]) => one);
  expect(named).toEqual(expect.arrayContaining(routes.map(({ method, path }) => written(method, path))));
  expect(named).toHaveLength(routes.length);
});

test('no address stands in the table twice', () => {
  const all = [
    ...routes.map(({ method, path }) => written(method, path)),
    ...absent.flatMap(({ path, methods = ['GET', 'POST', 'PUT', 'DELETE'] }) =>
      methods.map((one) => written(one, path)),
    ),
  ];
  expect(new Set(all).size).toBe(all.length);
});
